/** The key under which one content is sent: sending it again keeps the key, so that it is done once. */
export type Attempt = { payload: string; key: string };

const fresh = (): string => {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
};

/**
 * The attempt for a content. A retry of the same content has the same key; other content has another, because the answer
 * to the first would otherwise be taken for its own.
 */
export function attemptFor(input: unknown, last: Attempt | null): Attempt {
  const payload = JSON.stringify(input);
  return last?.payload === payload ? last : { payload, key: fresh() };
}
