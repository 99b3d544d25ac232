/// <reference types="vite/client" />
import { beforeAll, describe, expect, it } from "vitest";
import { staffRail } from "@/app/[locale]/staff/_parts/rail";
import { messages } from "@/lib/i18n/messages";
import { actorNames, makeWorld, staffNames, type World } from "./actors";
import { everyCommand, everyPage, everyRoute } from "./subjects";
import { commands, pages, routes } from "./table";

let world: World;
beforeAll(async () => {
  world = await makeWorld();
});

const byName = (names: Iterable<string>) => [...names].sort();

/** Subjects without a row, and rows whose subject is gone. */
const unequal = (subjects: Iterable<string>, rows: object) => {
  const [there, listed] = [new Set(subjects), new Set(Object.keys(rows))];
  return {
    withoutRow: byName(there).filter((name) => !listed.has(name)),
    gone: byName(listed).filter((name) => !there.has(name)),
  };
};
const complete = { withoutRow: [], gone: [] };

describe("the table is complete: add a row to table.ts for what is missing, take away what is gone", () => {
  it("commands", () => expect(unequal(everyCommand().keys(), commands)).toEqual(complete));
  it("pages", () => expect(unequal(everyPage().keys(), pages)).toEqual(complete));
  it("route handlers", () => expect(unequal(everyRoute().keys(), routes)).toEqual(complete));
});

const known = [...everyCommand()].flatMap(([name, command]) => {
  const row = commands[name];
  return row ? [{ name, command, row }] : [];
});

describe.each(known)("$name", ({ command, row }) => {
  it("is for whom the table says", () => {
    const let_in = actorNames.filter((name) => command.may(world.actors[name]));
    expect(let_in).toEqual(actorNames.filter((name) => row.may.includes(name)));
  });

  it("refuses the others before it looks at anything", async () => {
    for (const name of actorNames.filter((one) => !row.may.includes(one))) {
      const result = await command(world.actors[name], {});
      expect(result, name).toMatchObject({ ok: false, code: name === "nobody" ? "signed_out" : "forbidden" });
    }
  });

  const { foreign } = row;
  if (typeof foreign === "string") return;

  it("does not know a row of others", async () => {
    const result = await command(world.actors[foreign.as], await foreign.other(world));
    expect(result).toMatchObject({ ok: false, code: "not_found" });
  });

  it("knows the actor's own row", async () => {
    const result = await command(world.actors[foreign.as], await foreign.own(world));
    const code = result.ok ? "ok" : result.code;
    expect(["not_found", "forbidden", "signed_out", "invalid_input"]).not.toContain(code);
  });
});

const guard = /\b(requirePerson|requireStaff|requireEnterprise|requireSchool)\(/;
const listed = [...everyPage()].flatMap(([name, page]) => {
  const row = pages[name];
  return row ? [{ name, page, row }] : [];
});

describe("pages", () => {
  it.each(listed.filter(({ page }) => page.file.includes("/(public)/")))(
    "$name never asks who is there: it is the same for everybody",
    ({ page, row }) => {
      expect(row.sees).toBe("everyone");
      expect(page.source).not.toMatch(guard);
      expect(page.source).not.toMatch(/next\/headers|web\/session/);
    },
  );
  it.each(listed.filter(({ row }) => row.sees !== "everyone"))(
    "$name asks itself who is there: a layout's word is not enough",
    ({ page }) => expect(page.source).toMatch(guard),
  );
  it.each(listed.filter(({ name }) => name.includes("[")))("$name has an address to check", ({ row }) =>
    expect(row.path, "`path` of a page with parameters").toBeTruthy(),
  );
});

it.each(staffNames)("the rail of %s leads to the pages that it may open, and to no other", (name) => {
  const address = (path: string) => (path ? `/staff/${path}` : "/staff");
  const led = staffRail(world.actors[name]).map(({ path }) => address(path));
  const entries = staffNames.flatMap((one) => staffRail(world.actors[one]).map(({ path }) => address(path)));
  const open = [...new Set(entries)].filter((path) => {
    const sees = pages[path]?.sees ?? [];
    return sees === "everyone" || sees.includes(name);
  });
  expect(byName(led)).toEqual(byName(open));
});

describe.each(["vi", "en"] as const)("the audit trail has words in %s (admin.audit) for", (locale) => {
  const { commands: words, subjects } = messages[locale].admin.audit;
  it("every command", () => {
    const wordless = byName(everyCommand().keys()).filter((name) => {
      const [domain = "", verb = ""] = name.split(".");
      return !(words as Record<string, Record<string, string>>)[domain]?.[verb];
    });
    expect(wordless).toEqual([]);
  });
  it("everything that a command is about", () => {
    const sources = import.meta.glob<string>("../../../lib/**/*commands.ts", {
      eager: true,
      query: "?raw",
      import: "default",
    });
    const types = Object.values(sources).flatMap((source) =>
      [...source.matchAll(/\babout\(\{ type: "(\w+)"/g)].map(([, type]) => type ?? ""),
    );
    expect(types.length).toBeGreaterThan(50);
    expect(byName(new Set(types)).filter((type) => !(type in subjects))).toEqual([]);
  });
});
