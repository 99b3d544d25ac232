/// <reference types="vite/client" />
import type { Command } from "@/lib/db/command";

type AnyCommand = Pick<Command<never, unknown>, "commandName" | "may"> &
  ((...parameters: Parameters<Command<never, unknown>>) => ReturnType<Command<never, unknown>>);

const isCommand = (value: unknown): value is AnyCommand => typeof value === "function" && "commandName" in value;

/** Every command of the project, by its name: all exports of the files that may hold commands. */
export function everyCommand(): Map<string, AnyCommand> {
  const modules = import.meta.glob<Record<string, unknown>>(
    ["../../../lib/**/commands.ts", "../../../lib/**/*-commands.ts"],
    { eager: true },
  );
  const found = new Map<string, AnyCommand>();
  for (const [file, exported] of Object.entries(modules))
    for (const value of Object.values(exported)) {
      if (!isCommand(value)) continue;
      const known = found.get(value.commandName);
      if (known && known !== value) throw new Error(`two commands are named ${value.commandName} (${file})`);
      found.set(value.commandName, value);
    }
  return found;
}

/** `../../../app/[locale]/(public)/viec-lam/page.tsx` → `/viec-lam`. */
const address = (file: string) =>
  `/${file
    .replace(/^.*?\/app\//, "")
    .replace(/\/?(page\.tsx|route\.tsx?)$/, "")
    .split("/")
    .filter((part) => part !== "[locale]" && !/^\(.*\)$/.test(part))
    .join("/")}`;

/** The source of every page, by its address. */
export const everyPage = (): Map<string, { file: string; source: string }> =>
  sources(import.meta.glob("../../../app/**/page.tsx", { eager: true, query: "?raw", import: "default" }));

/** The source of every route handler, by its address. */
export const everyRoute = (): Map<string, { file: string; source: string }> =>
  sources(
    import.meta.glob(["../../../app/**/route.ts", "../../../app/**/route.tsx"], {
      eager: true,
      query: "?raw",
      import: "default",
    }),
  );

const sources = (modules: Record<string, unknown>) =>
  new Map(Object.entries(modules).map(([file, source]) => [address(file), { file, source: String(source) }]));
