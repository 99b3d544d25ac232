import { dayOf, dayToDate } from "@/lib/core/day";
import { db } from "@/lib/db/client";
import type { Obligation } from "@/lib/db/generated/client";
import { applyRule, holdDeadlines, type RuleEffect } from "./rule-commands";
import type { ObligationContent } from "./schema";

/** Carries the effect out of the transaction, which it undoes. */
class Undone extends Error {
  constructor(readonly effect: RuleEffect) {
    super("only shown");
  }
}

/**
 * What an obligation would do if it were live as written: the very statements of the change run, and are undone. So what
 * is shown is what happens.
 *
 * @param id of the obligation that would be changed; null for one that is not made yet
 * @returns null when there is no such obligation
 */
export async function previewObligation(
  id: number | null,
  content: ObligationContent,
  now: Date,
): Promise<RuleEffect | null> {
  const today = dayToDate(dayOf(now));
  const columns = {
    ...content,
    validFrom: dayToDate(content.validFrom),
    validTo: content.validTo && dayToDate(content.validTo),
    state: "LIVE" as const,
  };
  try {
    return await db().$transaction(async (tx): Promise<null> => {
      await holdDeadlines(tx);
      let row: Obligation;
      if (id === null) row = await tx.obligation.create({ data: { ...columns, code: "xem-truoc", keptFrom: today } });
      else {
        const stands = await tx.obligation.findUnique({ where: { id } });
        if (!stands) return null;
        const keptFrom = stands.state === "DRAFT" ? today : stands.keptFrom;
        row = await tx.obligation.update({ where: { id }, data: { ...columns, keptFrom } });
      }
      throw new Undone(await applyRule(tx, row, now));
    });
  } catch (error) {
    if (error instanceof Undone) return error.effect;
    throw error;
  }
}
