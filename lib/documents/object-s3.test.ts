import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { StorageFull } from "@/lib/core/storage-full";
import { startS3 } from "@/tests/support/s3-server";
import { s3Store } from "./object-s3";
import type { ObjectStore } from "./object-store";

const key = { name: "cong", secret: "bi-mat-cua-cong" };
let s3: Awaited<ReturnType<typeof startS3>>;
let store: ObjectStore;
const storeOf = (secretKey: string) =>
  s3Store({ bucket: `${s3.endpoint}/ho-so`, region: "us-east-1", accessKey: key.name, secretKey });

beforeAll(async () => {
  s3 = await startS3("ho-so", key);
  store = storeOf(key.secret);
});
afterAll(() => s3.stop());
beforeEach(() => s3.objects.clear());

const bytes = Buffer.from("Hợp đồng lao động, bản chính");
const whole = async (stream: Readable | null) => stream && (await buffer(stream));

it("what is put is read, whole and in part; what is not there is nothing", async () => {
  await store.put("ab/abc/content", bytes);
  expect([...s3.objects.keys()]).toEqual(["ab/abc/content"]);
  expect(await whole(await store.read("ab/abc/content"))).toEqual(bytes);
  expect(await whole(await store.read("ab/abc/content", { start: 3, end: 8 }))).toEqual(bytes.subarray(3, 9));
  expect(await whole(await store.read("ab/abc/content", { start: 0, end: 0 }))).toEqual(bytes.subarray(0, 1));
  expect(await store.read("ab/other/content")).toBeNull();
  expect(await store.read("ab/other/content", { start: 0, end: 3 })).toBeNull();
  expect(s3.at.refused).toBe(0);
});

it("a file is sent from the disk", async () => {
  const folder = await mkdtemp(join(tmpdir(), "hezaworks-s3-"));
  try {
    const large = Buffer.alloc(12_000_000, 7);
    await writeFile(join(folder, "content"), large);
    await store.put("ab/abc/content", { file: join(folder, "content"), size: large.length });
    expect(s3.objects.get("ab/abc/content")?.equals(large)).toBe(true);
  } finally {
    await rm(folder, { recursive: true });
  }
});

it("all below a name goes, and nothing beside it", async () => {
  for (const name of ["ab/abc/pieces/0-1", "ab/abc/pieces/9-2", "ab/abc/content", "ab/abcd/content"])
    await store.put(name, bytes);
  await store.removeAll("ab/abc/pieces");
  expect([...s3.objects.keys()]).toEqual(["ab/abc/content", "ab/abcd/content"]);
  await store.removeAll("ab/abc");
  expect([...s3.objects.keys()]).toEqual(["ab/abcd/content"]);
  await store.removeAll("ab/none");
});

it("a store without room is told as such; a wrong secret is an error, not a missing file", async () => {
  s3.at.full = true;
  await expect(store.put("ab/abc/content", bytes)).rejects.toThrow(StorageFull);
  s3.at.full = false;
  const wrong = storeOf("nham");
  await expect(wrong.put("ab/abc/content", bytes)).rejects.toThrow();
  await expect(wrong.read("ab/abc/content")).rejects.toThrow();
  expect(s3.objects.size).toBe(0);
});
