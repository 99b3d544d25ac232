import { z } from "zod";
import { dateToDay, dayOf, dayToDate } from "@/lib/core/day";
import { ok, refuse } from "@/lib/core/result";
import { command } from "@/lib/db/command";
import type { EnterpriseLifecycle } from "@/lib/db/generated/enums";
import { isSystem, ofEnterprise } from "@/lib/identity/actor";
import { stillOpen } from "./content";
import { extended } from "./deadline";
import { contactChange, extension, hiring, withdrawal } from "./desk-schema";
import { findTarget, pagesOf, refusedMove, writeOwned } from "./owned-commands";

/**
 * How many have been hired so far, all told (not: how many more). At zero left the listing closes as filled. The number
 * is absolute and guarded by the version: of two colleagues at once one is told to look again, and nobody is counted twice.
 */
export const reportFilled = command({
  name: "vacancies.reportFilled",
  input: hiring,
  may: ofEnterprise(),
  run: async (context) => {
    const { tx, now, input, about, changed } = context;
    const found = await findTarget(context, input);
    if (!found.ok) return found;
    const { row } = found;
    const refused = refusedMove(row, "fill");
    if (refused) return refused;
    if (input.filledCount > row.headcount)
      return refuse("invalid_input", {
        fields: [{ path: ["filledCount"], code: "tooBig", params: { maximum: row.headcount } }],
      });
    const filled = input.filledCount === row.headcount;
    about({ type: "vacancy", id: row.id }, { before: row.filledCount, after: input.filledCount });
    changed(...pagesOf(row));
    const written = await writeOwned(tx, row, {
      filledCount: input.filledCount,
      updatedAt: now,
      ...(filled && { status: "FILLED", closedAt: now }),
    });
    return written.ok ? ok({ ...written.value, filled }) : written;
  },
});

/** A hire fell through within the deadline: the listing is open again, with fewer hired. Refuses `deadline_past`, `not_operating`. */
export const reopenVacancy = command({
  name: "vacancies.reopen",
  input: hiring,
  may: ofEnterprise(),
  run: async (context) => {
    const { tx, now, input, about, changed } = context;
    const found = await findTarget(context, input);
    if (!found.ok) return found;
    const { row } = found;
    const refused = refusedMove(row, "reopen");
    if (refused) return refused;
    // Held until the end: of a stop at the same moment one of the two sees the other.
    const [enterprise] = await tx.$queryRaw<{ lifecycle: EnterpriseLifecycle }[]>`
      select lifecycle from "Enterprise" where id = ${row.enterpriseId} for share`;
    if (enterprise?.lifecycle !== "OPERATING") return refuse("not_operating");
    if (!stillOpen(row.deadline && dateToDay(row.deadline), dayOf(now))) return refuse("deadline_past");
    if (input.filledCount >= row.headcount)
      return refuse("invalid_input", {
        fields: [{ path: ["filledCount"], code: "tooBig", params: { maximum: row.headcount - 1 } }],
      });
    about({ type: "vacancy", id: row.id }, { before: row.filledCount, after: input.filledCount });
    changed(...pagesOf(row));
    return writeOwned(tx, row, {
      status: "PUBLISHED",
      filledCount: input.filledCount,
      closedAt: null,
      updatedAt: now,
    });
  },
});

/** Moves the deadline of an open listing, within the limits of deadline.ts. Refuses `deadline_limit`. */
export const extendDeadline = command({
  name: "vacancies.extend",
  input: extension,
  may: ofEnterprise(),
  run: async (context) => {
    const { tx, now, input, about, changed } = context;
    const found = await findTarget(context, input);
    if (!found.ok) return found;
    const { row } = found;
    if (row.status !== "PUBLISHED" || !row.deadline || !row.publishedAt) return refuse("not_allowed_now");
    const before = dateToDay(row.deadline);
    const after = extended(before, input.days, dayOf(now), dayOf(row.publishedAt));
    if (!after) return refuse("deadline_limit");
    about({ type: "vacancy", id: row.id }, { before, after });
    changed(...pagesOf(row));
    const written = await writeOwned(tx, row, { deadline: dayToDate(after), updatedAt: now });
    return written.ok ? ok({ ...written.value, deadline: after }) : written;
  },
});

/** To whom applicants turn may change at any time of an approved or public listing; nothing else of it may. */
export const changeContact = command({
  name: "vacancies.changeContact",
  input: contactChange,
  may: ofEnterprise(),
  run: async (context) => {
    const { tx, now, input, about, changed } = context;
    const found = await findTarget(context, input);
    if (!found.ok) return found;
    const { row } = found;
    if (row.status !== "APPROVED" && row.status !== "PUBLISHED") return refuse("not_allowed_now");
    const { contactName, contactPhone, contactEmail } = input;
    about(
      { type: "vacancy", id: row.id },
      {
        before: [row.contactName, row.contactPhone, row.contactEmail],
        after: [contactName, contactPhone, contactEmail],
      },
    );
    changed(...pagesOf(row));
    return writeOwned(tx, row, { contactName, contactPhone, contactEmail, updatedAt: now });
  },
});

/** Ends a vacancy before its time. The reason of a public one is published in its place. */
export const withdrawVacancy = command({
  name: "vacancies.withdraw",
  input: withdrawal,
  may: ofEnterprise(),
  run: async (context) => {
    const { tx, now, input, changed } = context;
    const found = await findTarget(context, input);
    if (!found.ok) return found;
    const { row } = found;
    const refused = refusedMove(row, "withdraw");
    if (refused) return refused;
    if (row.publishedAt) changed(...pagesOf(row));
    return writeOwned(tx, row, { status: "WITHDRAWN", withdrawalNote: input.reason, closedAt: now, updatedAt: now });
  },
});

/** Listings that one call of `vacancies.expire` closes at most. */
export const expiryLot = 500;

/**
 * Closes listings whose last day is over, `expiryLot` at a time; repeat while `more`. Rows that somebody is just writing
 * are left for the next round.
 */
export const expireVacancies = command({
  name: "vacancies.expire",
  input: z.object({}),
  may: isSystem,
  run: async ({ tx, now, about, changed }) => {
    const closed = await tx.$queryRaw<{ id: number; enterpriseId: number; parkId: number; batchId: number | null }[]>`
      update "Vacancy" set status = 'EXPIRED', "closedAt" = ${now}, "updatedAt" = ${now}, version = version + 1
      where id in (
        select id from "Vacancy" where status = 'PUBLISHED' and deadline < ${dayOf(now)}::date
        order by deadline limit ${expiryLot} for update skip locked)
      returning id, "enterpriseId", "parkId", "batchId"`;
    for (const row of closed) changed(...pagesOf(row));
    about({ type: "vacancies", id: "expired" }, { ids: closed.map((row) => row.id) });
    return ok({ expired: closed.length, more: closed.length === expiryLot });
  },
});
