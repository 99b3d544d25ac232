import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { contentHash } from "./content-hash";
import { projectRoot } from "./folders";

const generated = join(projectRoot, "lib/db/generated");
const mark = join(generated, ".schema-hash");

/** Generates the Prisma client when the schema (or Prisma itself) has changed since the last time. */
export function generate(): "generated" | "unchanged" {
  const hash = contentHash(["prisma/schema", "prisma.config.ts", "node_modules/prisma/package.json"]);
  if (existsSync(mark) && readFileSync(mark, "utf8") === hash) return "unchanged";
  rmSync(mark, { force: true });
  execFileSync(process.execPath, [join(projectRoot, "node_modules/prisma/build/index.js"), "generate"], {
    cwd: projectRoot,
    // Prisma would download its schema engine before it looks whether the command needs it; generating does not.
    env: { ...process.env, PRISMA_SCHEMA_ENGINE_BINARY: process.execPath, PRISMA_HIDE_UPDATE_MESSAGE: "1" },
    stdio: ["ignore", "pipe", "pipe"], // its words are in the error when it fails
  });
  writeFileSync(mark, hash);
  return "generated";
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) console.log(`Prisma client: ${generate()}`);
