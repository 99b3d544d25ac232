import { z } from "zod";

/** What a form keeps on the device: the values, when, and the state of the record that they were typed over. */
const draftShape = z.object({ at: z.number(), base: z.string(), values: z.record(z.string(), z.unknown()) });
export type Draft = z.infer<typeof draftShape>;

const prefix = "draft:";
/** Kept for people who come back; not for ever, as a device may change hands. */
const longest = 30 * 86_400_000;

/** The part of localStorage that drafts need; storage may be full, forbidden or absent, which loses comfort only. */
export type Store = Pick<Storage, "getItem" | "setItem" | "removeItem" | "key" | "length">;

/** Owner first, so that two people at one computer never meet each other's words. */
export const draftKey = (owner: string | number, form: string): string => `${prefix}${owner}:${form}`;

export function readDraft(store: Store, key: string): Draft | null {
  try {
    const parsed = draftShape.safeParse(JSON.parse(store.getItem(key) ?? "null"));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}

/** False when the device did not keep it. */
export function writeDraft(store: Store, key: string, draft: Draft): boolean {
  try {
    store.setItem(key, JSON.stringify(draft));
    return true;
  } catch {
    return false;
  }
}

export function dropDraft(store: Store, key: string): void {
  try {
    store.removeItem(key);
  } catch {}
}

/** Removes drafts past their time, whoever they belong to. */
export function sweepDrafts(store: Store, now: number): void {
  const keys = Array.from({ length: store.length }, (_, index) => store.key(index));
  for (const key of keys) {
    if (!key?.startsWith(prefix)) continue;
    const draft = readDraft(store, key);
    if (!draft || now - draft.at > longest) dropDraft(store, key);
  }
}

/**
 * Claims a draft for the form that is open in this tab, until `release`. `mine` is false while another tab has the same
 * form open: what the device keeps are then that tab's words, which it saves itself, and not something lost to put back.
 * Without the Web Locks API (an address without https) every tab believes that it is alone.
 */
export function claimDraft(
  locks: LockManager | undefined,
  key: string,
): { mine: Promise<boolean>; release: () => void } {
  if (!locks) return { mine: Promise.resolve(true), release: () => {} };
  let release = () => {};
  const until = new Promise<void>((resolve) => {
    release = resolve;
  });
  const mine = new Promise<boolean>((resolve) => {
    const asked = locks.request(key, { ifAvailable: true }, (lock) => {
      resolve(lock !== null);
      return lock ? until : undefined;
    });
    // Refused by the browser (a page that is being left, say): as if there were no locks.
    asked.catch(() => resolve(true));
  });
  return { mine, release };
}
