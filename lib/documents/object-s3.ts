import { openAsBlob } from "node:fs";
import { Readable } from "node:stream";
import type { ReadableStream } from "node:stream/web";
import { S3mini, S3ServiceError } from "s3mini";
import { outOfSpace, StorageFull } from "@/lib/core/storage-full";
import type { ObjectStore } from "./object-store";

/** Longer than any file of ours takes on a network that works. */
const patience = 120_000;

function unlessMissing(error: unknown): null {
  if (error instanceof S3ServiceError && error.status === 404) return null;
  throw error;
}

/** A bucket of an S3-compatible store. `bucket` is its address, with its name at the end of the path. */
export function s3Store(options: {
  bucket: string;
  region: string;
  accessKey: string;
  secretKey: string;
}): ObjectStore {
  const s3 = new S3mini({
    endpoint: options.bucket,
    region: options.region,
    accessKeyId: options.accessKey,
    secretAccessKey: options.secretKey,
    requestAbortTimeout: patience,
  });
  return {
    async put(name, content) {
      try {
        const [body, size] =
          content instanceof Uint8Array
            ? [new Uint8Array(content), content.byteLength]
            : [await openAsBlob(content.file), content.size];
        await s3.putObject(name, body, "application/octet-stream", undefined, undefined, size);
      } catch (error) {
        throw outOfSpace(error) ? new StorageFull(error) : error;
      }
    },
    async read(name, range) {
      const answer = range
        ? await s3.getObjectRaw(name, false, range.start, range.end + 1).catch(unlessMissing)
        : await s3.getObjectResponse(name);
      if (!answer) return null;
      return answer.body ? Readable.fromWeb(answer.body as ReadableStream<Uint8Array>) : Readable.from([]);
    },
    async removeAll(below) {
      const objects = (await s3.listObjects("/", `${below}/`)) ?? [];
      if (objects.length > 0) await s3.deleteObjects(objects.map(({ Key }) => Key));
    },
  };
}
