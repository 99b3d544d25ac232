import { execFileSync, spawnSync } from "node:child_process";

/** The user that PostgreSQL and Chromium run as when we are root: both refuse to be root. */
export interface Ids {
  uid?: number;
  gid?: number;
}

const idOf = (flag: "-u" | "-g", user: string) =>
  Number(execFileSync("id", [flag, user], { stdio: ["ignore", "pipe", "ignore"] }));

/** Nothing for an ordinary user; for root the ids of `postgres` or `nobody`, whichever the machine has. */
export function unprivilegedIds(): Ids {
  if (process.getuid?.() !== 0) return {};
  for (const user of ["postgres", "nobody"]) {
    try {
      return { uid: idOf("-u", user), gid: idOf("-g", user) };
    } catch {
      // no such user: the next one
    }
  }
  throw new Error("Running as root, and the machine has neither a user `postgres` nor `nobody` to run PostgreSQL as.");
}

/** Can that user reach and enter (or execute) the path? Asked of the system, since each parent folder has a say. */
export function canEnter(path: string, ids: Ids): boolean {
  return ids.uid === undefined || spawnSync("test", ["-x", path], { ...ids, cwd: "/" }).status === 0;
}
