/** How old an answer may get when nobody tells of a change, milliseconds. */
const oldest = 300_000;

interface Answer {
  tags: readonly string[];
  until: number;
  answer: Promise<unknown>;
}

/** Global, because the pages and the route that tells of changes are compiled apart. */
const held = globalThis as typeof globalThis & { hezaKept?: Map<string, Answer> };

function answers(): Map<string, Answer> {
  held.hezaKept ??= new Map();
  return held.hezaKept;
}

/**
 * As `cached`, for a page that is made for each request: the answer itself is kept in this process until one of its tags is
 * told to have changed, five minutes at most. Next's cache would look for it under a hash and read it from text each time.
 * A finished page must use `cached`, by which Next knows what the page is made from.
 */
export function kept<T>(name: string, read: () => Promise<T>, tags: readonly string[] = []): Promise<T> {
  const now = Date.now();
  const known = answers().get(name);
  if (known && known.until > now) return known.answer as Promise<T>;
  for (const [other, { until }] of answers()) if (until <= now) answers().delete(other);
  const entry = { tags: ["public", ...tags], until: now + oldest, answer: read() };
  answers().set(name, entry);
  // A failure is not kept; a change meanwhile has taken the entry away already.
  entry.answer.catch(() => {
    if (answers().get(name) === entry) answers().delete(name);
  });
  return entry.answer;
}

/** Forgets what has one of these tags: also what is being read just now, which may have seen the state before. */
export function forgetKept(tags: readonly string[]): void {
  for (const [name, entry] of answers()) if (entry.tags.some((tag) => tags.includes(tag))) answers().delete(name);
}
