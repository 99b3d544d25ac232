import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

/** The project's root: every path of the launcher is relative to it, whatever folder it was started from. */
export const projectRoot = resolve(dirname(fileURLToPath(import.meta.url)), "../..");

/** Where everything that is made at run time lies: database, secrets, build marks. Ignored by git. */
export const dataFolder = join(projectRoot, ".data");

/** Where files lie that people hand in, when FILES_DIR says nothing else. */
export const filesFolder = join(dataFolder, "files");

/** Makes `.data`: others may pass through (the database's own user must), not look around; what is secret is 0600. */
export function ensureDataFolder(): void {
  mkdirSync(dataFolder, { recursive: true });
  chmodSync(dataFolder, 0o711);
}

/** Writes a file that only its owner reads, whole or not at all. */
export function writePrivate(file: string, content: string): void {
  mkdirSync(dirname(file), { recursive: true });
  const half = `${file}.${process.pid}.tmp`;
  writeFileSync(half, content, { mode: 0o600 });
  renameSync(half, file);
}

/** A file's JSON, or undefined when there is none or it was cut off while being written. */
export function readJson(file: string): unknown {
  if (!existsSync(file)) return undefined;
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return undefined;
  }
}
