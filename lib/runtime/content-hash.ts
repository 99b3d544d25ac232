import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { projectRoot } from "./folders";

/** All files below the paths (relative to the project), sorted, so that the same tree gives the same list. */
function filesBelow(path: string, skip: (path: string) => boolean): string[] {
  const full = join(projectRoot, path);
  if (!existsSync(full) || skip(path)) return [];
  if (!statSync(full).isDirectory()) return [path];
  return readdirSync(full)
    .sort()
    .flatMap((name) => filesBelow(`${path}/${name}`, skip));
}

/** A hash of names and contents: equal exactly when nothing that a step depends on has changed. */
export function contentHash(paths: string[], skip: (path: string) => boolean = () => false): string {
  const hash = createHash("sha256").update(process.version);
  for (const file of paths.flatMap((path) => filesBelow(path, skip))) {
    hash.update(`\0${file}\0`).update(readFileSync(join(projectRoot, file)));
  }
  return hash.digest("hex");
}
