import { unstable_cache } from "next/cache";

/** How old a public page may get when nobody tells of a change, seconds. */
const oldest = 300;

/**
 * What a public page reads, kept until one of its tags is told to have changed (`changed()` of a command), five minutes at
 * most. `args` must say all that the answer depends on. The answer travels as JSON: days and instants as text.
 */
export function cached<T>(
  name: string,
  args: readonly (string | number)[],
  read: () => Promise<T>,
  tags: readonly string[] = [],
): Promise<T> {
  return unstable_cache(read, [name, ...args.map(String)], { tags: ["public", ...tags], revalidate: oldest })();
}
