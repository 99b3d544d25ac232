import { randomBytes } from "node:crypto";
import { createReadStream } from "node:fs";
import { type FileHandle, mkdir, open, rename, rm } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import type { Readable } from "node:stream";
import { outOfSpace, StorageFull } from "@/lib/core/storage-full";
import type { Content, ObjectStore } from "./object-store";

const named = /^[A-Za-z0-9-]+(\/[A-Za-z0-9-]+)*$/;

const code = (error: unknown) => (error instanceof Error && "code" in error ? error.code : undefined);

async function write(handle: FileHandle, content: Content): Promise<void> {
  if (content instanceof Uint8Array) await handle.writeFile(content);
  else for await (const chunk of createReadStream(content.file) as AsyncIterable<Buffer>) await handle.writeFile(chunk);
  await handle.sync();
}

/** What a name in a folder points at survives a power cut only when the folder itself is written, too. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Objects as files below a folder that only its owner reads. */
export function folderStore(folder: string): ObjectStore {
  const root = resolve(folder);
  const place = (name: string): string => {
    if (!named.test(name)) throw new Error(`no name of an object: ${name}`);
    return join(root, name);
  };
  return {
    async put(name, content) {
      const file = place(name);
      const half = `${file}.${randomBytes(6).toString("hex")}.part`;
      try {
        await mkdir(dirname(file), { recursive: true, mode: 0o700 });
        const handle = await open(half, "wx", 0o600);
        try {
          await write(handle, content);
        } finally {
          await handle.close();
        }
        await rename(half, file);
        await syncFolder(dirname(file));
      } catch (error) {
        await rm(half, { force: true }).catch(() => {});
        throw outOfSpace(error) ? new StorageFull(error) : error;
      }
    },
    async read(name, range): Promise<Readable | null> {
      try {
        const handle = await open(place(name), "r");
        return handle.createReadStream(range);
      } catch (error) {
        if (code(error) === "ENOENT") return null;
        throw error;
      }
    },
    async removeAll(below) {
      await rm(place(below), { recursive: true, force: true });
    },
  };
}
