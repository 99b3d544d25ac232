import type { FileHandle } from "node:fs/promises";

/** Bytes that are looked at here and there, so that a large file is never whole in memory. */
export interface ByteSource {
  size: number;
  /** The bytes from `start`, `length` of them or as many as there are. */
  read(start: number, length: number): Promise<Buffer>;
}

export const bytesInMemory = (bytes: Uint8Array): ByteSource => ({
  size: bytes.byteLength,
  read: async (start, length) => Buffer.from(bytes.subarray(start, Math.min(start + length, bytes.byteLength))),
});

export const bytesOfFile = (handle: FileHandle, size: number): ByteSource => ({
  size,
  async read(start, length) {
    const wanted = Math.max(0, Math.min(length, size - start));
    const buffer = Buffer.alloc(wanted);
    const { bytesRead } = await handle.read(buffer, 0, wanted, start);
    return buffer.subarray(0, bytesRead);
  },
});
