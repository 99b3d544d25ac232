import { beforeEach, describe, expect, it } from "vitest";
import { draftKey, dropDraft, readDraft, type Store, sweepDrafts, writeDraft } from "./draft";

class Memory implements Store {
  readonly map = new Map<string, string>();
  get length() {
    return this.map.size;
  }
  key = (index: number) => [...this.map.keys()][index] ?? null;
  getItem = (key: string) => this.map.get(key) ?? null;
  setItem = (key: string, value: string) => void this.map.set(key, value);
  removeItem = (key: string) => void this.map.delete(key);
}

const day = 86_400_000;

describe("drafts on the device", () => {
  let store: Memory;
  beforeEach(() => {
    store = new Memory();
  });

  it("come back as they were, for their owner only", () => {
    const draft = { at: 5, base: "v1", values: { title: "Thợ hàn", count: null } };
    expect(writeDraft(store, draftKey(7, "vacancy-1"), draft)).toBe(true);
    expect(readDraft(store, draftKey(7, "vacancy-1"))).toEqual(draft);
    expect(readDraft(store, draftKey(8, "vacancy-1"))).toBeNull();
    dropDraft(store, draftKey(7, "vacancy-1"));
    expect(readDraft(store, draftKey(7, "vacancy-1"))).toBeNull();
  });

  it("do not break a form when the device holds nonsense or nothing can be kept", () => {
    store.setItem("draft:7:a", "{");
    expect(readDraft(store, "draft:7:a")).toBeNull();
    store.setItem("draft:7:a", `{"at":"x"}`);
    expect(readDraft(store, "draft:7:a")).toBeNull();
    store.setItem = () => {
      throw new Error("quota");
    };
    expect(writeDraft(store, "draft:7:b", { at: 1, base: "", values: {} })).toBe(false);
  });

  it("are swept after thirty days, and nothing else is", () => {
    store.setItem("theme", "dark");
    writeDraft(store, "draft:7:old", { at: 0, base: "", values: {} });
    writeDraft(store, "draft:7:new", { at: 2 * day, base: "", values: {} });
    sweepDrafts(store, 31 * day);
    expect([...store.map.keys()]).toEqual(["theme", "draft:7:new"]);
  });
});
