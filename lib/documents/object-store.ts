import type { Readable } from "node:stream";
import { env } from "@/lib/config/env";
import { folderStore } from "./object-folder";
import { s3Store } from "./object-s3";

/** What is put: bytes, or a file on this machine with its size. */
export type Content = Uint8Array | { file: string; size: number };

/** Bytes by name. Names are paths of letters, digits, `-` and `/`; whole or not there at all, and never changed. */
export interface ObjectStore {
  /** Throws `StorageFull` when there is no room. Another put of the same name takes the place of the first. */
  put(name: string, content: Content): Promise<void>;
  /** A stream of all bytes, or of those from `start` to `end`, both counted in; null when there is nothing of that name. */
  read(name: string, range?: { start: number; end: number }): Promise<Readable | null>;
  /** Takes away whatever lies below a name; what is not there is no fault. */
  removeAll(below: string): Promise<void>;
}

let store: { of: string; is: ObjectStore } | undefined;

/** The store of this portal: the bucket of FILES_S3_*, else the folder FILES_DIR. */
export function objectStore(): ObjectStore {
  const { FILES_DIR, FILES_S3_ENDPOINT, FILES_S3_BUCKET, FILES_S3_REGION, FILES_S3_ACCESS_KEY, FILES_S3_SECRET_KEY } =
    env();
  const of = FILES_S3_ENDPOINT ? `${FILES_S3_ENDPOINT}/${FILES_S3_BUCKET}` : FILES_DIR;
  if (store?.of !== of)
    store = {
      of,
      is: FILES_S3_ENDPOINT
        ? s3Store({
            bucket: of,
            region: FILES_S3_REGION,
            accessKey: FILES_S3_ACCESS_KEY ?? "",
            secretKey: FILES_S3_SECRET_KEY ?? "",
          })
        : folderStore(FILES_DIR),
    };
  return store.is;
}
