/** There is no room for what should be kept; callers answer `storage_full`. */
export class StorageFull extends Error {
  constructor(cause?: unknown) {
    super("there is no room left to keep files", { cause });
  }
}

/** ENOSPC and EDQUOT of the system, class 53 of PostgreSQL, and what S3-compatible stores answer. */
const full =
  /\b53100\b|\bENOSPC\b|\bEDQUOT\b|No space left|disk full|StorageFull|QuotaExceeded|InsufficientCapacity|S3 returned 507/i;

/** Whether an error says that a disk, a database or a store is full, wherever its driver has put it. */
export const outOfSpace = (error: unknown): boolean =>
  error instanceof StorageFull ||
  (error instanceof Error &&
    full.test(`${error.message} ${JSON.stringify(error)} ${JSON.stringify(error.cause ?? "")}`));
