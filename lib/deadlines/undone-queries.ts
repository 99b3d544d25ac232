import { db, type Tx } from "@/lib/db/client";
import { holdDeadlines } from "./rule-commands";

/** Carries what was found out of the transaction, which it undoes. */
class Undone<T> extends Error {
  constructor(readonly found: T) {
    super("only shown");
  }
}

/** Runs the very statements of a change and undoes them: so what is shown is what happens. */
export async function undone<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
  try {
    return await db().$transaction(async (tx): Promise<T> => {
      await holdDeadlines(tx);
      throw new Undone(await work(tx));
    });
  } catch (error) {
    if (error instanceof Undone) return error.found as T;
    throw error;
  }
}
