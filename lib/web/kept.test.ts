import { afterEach, expect, it, vi } from "vitest";
import { forgetKept, kept } from "./kept";

afterEach(() => {
  forgetKept(["public"]);
  vi.useRealTimers();
});

it("reads once until one of its tags has changed, or five minutes are over", async () => {
  vi.useFakeTimers({ toFake: ["Date"] });
  let reads = 0;
  const ask = () => kept("parks", async () => ++reads, ["vacancies"]);
  expect([await ask(), await ask()]).toEqual([1, 1]);
  forgetKept(["vacancy:1"]);
  expect(await ask()).toBe(1);
  forgetKept(["vacancies", "batches"]);
  expect(await ask()).toBe(2);
  forgetKept(["public"]);
  expect(await ask()).toBe(3);
  vi.advanceTimersByTime(300_001);
  expect(await ask()).toBe(4);
});

it("does not hand out what was being read when a change was told", async () => {
  let finish = (_: string) => {};
  const before = kept("a", () => new Promise<string>((resolve) => (finish = resolve)));
  forgetKept(["public"]);
  const after = kept("a", async () => "new");
  finish("old");
  expect([await before, await after, await kept("a", async () => "third")]).toEqual(["old", "new", "new"]);
});

it("keeps no failure", async () => {
  await expect(kept("b", () => Promise.reject(new Error("away")))).rejects.toThrow("away");
  expect(await kept("b", async () => 1)).toBe(1);
});
