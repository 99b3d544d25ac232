import { type Day, dateToDay, dayOf, dayToDate, formatDay } from "@/lib/core/day";
import { ok, type Refusal, refuse } from "@/lib/core/result";
import type { Tx } from "@/lib/db/client";
import { command } from "@/lib/db/command";
import type { Actor } from "@/lib/identity/actor";
import { permissions } from "@/lib/identity/permissions";
import { cancelledDocument, type NewDocument, newDocument, startedRegister, writtenNumber } from "./document-schema";

/** Why a batch's letter gets no number now; null when it may. Holds the batch's row, so that two letters cannot race. */
async function letterRefused(tx: Tx, batchId: number): Promise<Refusal | null> {
  const [batch] = await tx.$queryRaw<{ publishedAt: Date | null; status: string }[]>`
    select "publishedAt", status::text from "VacancyBatch" where id = ${batchId} for no key update`;
  if (!batch) return refuse("not_found");
  if (!batch.publishedAt || batch.status === "WITHDRAWN") return refuse("not_published");
  const other = await tx.registeredDocument.findFirst({
    where: { batchId, kind: "OFFICIAL_LETTER", cancelledAt: null },
    include: { register: true },
  });
  return other
    ? refuse("already_numbered", { params: { number: writtenNumber({ no: other.no, symbol: other.register.symbol }) } })
    : null;
}

/** The next number of a register in a year. The counter's row is held until the transaction ends; undone with it. */
async function nextNumber(tx: Tx, registerId: number, year: number): Promise<number> {
  const [counter] = await tx.$queryRaw<{ lastNo: number }[]>`
    insert into "DocumentYear" ("registerId", year, "startedAfter", "lastNo") values (${registerId}, ${year}, 0, 1)
    on conflict ("registerId", year) do update set "lastNo" = "DocumentYear"."lastNo" + 1 returning "lastNo"`;
  if (!counter) throw new Error("the counter did not answer");
  return counter.lastNo;
}

const tooEarly = (no: number, day: Day) =>
  refuse("before_last", {
    params: { no, day: formatDay(day) },
    fields: [{ path: ["issuedOn"], code: "beforeLast", params: { no, day: formatDay(day) } }],
  });

/** A number as it is asked for, less what it is given for. */
type NumberOrder = Omit<NewDocument, "batchId"> & { batchId: number | null; templateId: number | null };

/**
 * Gives the next number of a register in the caller's transaction, undone with it. Refusals: `not_found` (register),
 * `future_day`, `before_last`.
 */
export async function giveNumber(tx: Tx, order: NumberOrder, actor: Actor, now: Date) {
  const { issuedOn, ...fields } = order;
  const register = await tx.documentRegister.findUnique({ where: { id: order.registerId } });
  if (!register) return refuse("not_found");
  if (issuedOn > dayOf(now)) return refuse("future_day", { fields: [{ path: ["issuedOn"], code: "futureDay" }] });
  const year = Number(issuedOn.slice(0, 4));
  const no = await nextNumber(tx, register.id, year);
  const last = await tx.registeredDocument.findFirst({
    where: { registerId: register.id, year },
    orderBy: { no: "desc" },
    select: { no: true, issuedOn: true },
  });
  if (last && dateToDay(last.issuedOn) > issuedOn) return tooEarly(last.no, dateToDay(last.issuedOn));
  const document = await tx.registeredDocument.create({
    data: {
      ...fields,
      year,
      no,
      issuedOn: dayToDate(issuedOn),
      givenById: actor.kind === "person" ? actor.userId : null,
      givenAt: now,
    },
  });
  return ok({ id: document.id, number: writtenNumber({ no, symbol: register.symbol }) });
}

/**
 * Gives the next number of a register, once and without gaps. A batch's letter is numbered after the batch came out, so
 * that nothing in it changes any more; it keeps the template that is in force now.
 * Refusals: `not_published`, `already_numbered` (params number), `future_day`, `before_last` (params no, day: numbers
 * follow the calendar).
 */
export const numberDocument = command({
  name: "documents.number",
  input: newDocument,
  may: permissions.numberDocuments,
  run: async ({ tx, actor, input, now, about }) => {
    const { batchId } = input;
    const isLetter = batchId !== null && input.kind === "OFFICIAL_LETTER";
    const refused = batchId === null ? null : await letterRefused(tx, batchId);
    if (refused) return refused;
    const template = isLetter
      ? await tx.paperTemplate.findFirst({ where: { kind: "LETTER", inForce: true }, select: { id: true } })
      : null;
    const given = await giveNumber(tx, { ...input, templateId: template?.id ?? null }, actor, now);
    if (given.ok) about({ type: "document", id: given.value.id }, { number: given.value.number });
    return given;
  },
});

/** Cancels a number with a reason. It stays in the register and is never given again. */
export const cancelDocument = command({
  name: "documents.cancel",
  input: cancelledDocument,
  may: permissions.numberDocuments,
  run: async ({ tx, actor, input, now, about }) => {
    about({ type: "document", id: input.id });
    const document = await tx.registeredDocument.findUnique({ where: { id: input.id } });
    if (!document) return refuse("not_found");
    if (document.cancelledAt) return refuse("not_allowed_now");
    const { count } = await tx.registeredDocument.updateMany({
      where: { id: input.id, version: input.version, cancelledAt: null },
      data: {
        cancelledAt: now,
        cancelReason: input.reason,
        cancelledById: actor.kind === "person" ? actor.userId : null,
        version: { increment: 1 },
      },
    });
    return count === 1 ? ok({ id: input.id }) : refuse("changed_meanwhile");
  },
});

/** Takes a year over from paper: counting goes on after `lastNo`. Refuses `already_counting` once a number was given. */
export const startRegister = command({
  name: "documents.startYear",
  input: startedRegister,
  may: permissions.numberDocuments,
  run: async ({ tx, input, about }) => {
    const { registerId, year, lastNo } = input;
    about({ type: "documentRegister", id: registerId }, { year, lastNo });
    if (!(await tx.documentRegister.findUnique({ where: { id: registerId } }))) return refuse("not_found");
    const startedAfter = lastNo;
    await tx.documentYear.upsert({
      where: { registerId_year: { registerId, year } },
      create: { registerId, year, startedAfter, lastNo },
      update: { startedAfter, lastNo },
    });
    if ((await tx.registeredDocument.count({ where: { registerId, year } })) > 0) return refuse("already_counting");
    return ok({ registerId, year });
  },
});
