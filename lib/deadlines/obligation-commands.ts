import { z } from "zod";
import { dayOf, dayToDate } from "@/lib/core/day";
import { ok, refuse } from "@/lib/core/result";
import { slugify } from "@/lib/core/text";
import type { Tx } from "@/lib/db/client";
import { command } from "@/lib/db/command";
import type { Obligation, Prisma } from "@/lib/db/generated/client";
import { type Actor, isSystem } from "@/lib/identity/actor";
import { permissions } from "@/lib/identity/permissions";
import { loadCalendar } from "./calendar-queries";
import type { RuleEffect } from "./effect";
import { applyRule, holdDeadlines } from "./rule-commands";
import { changedObligation, type ObligationContent, obligationContent, seenObligation } from "./schema";

/** The columns of an obligation as it is written. */
export const columnsOf = (content: ObligationContent) => ({
  ...content,
  validFrom: dayToDate(content.validFrom),
  validTo: content.validTo && dayToDate(content.validTo),
});

const userOf = (actor: Actor) => (actor.kind === "person" ? actor.userId : null);

/** What the rule names must exist; answers the problem. */
export async function unfit(tx: Tx, { formId, audience: who }: ObligationContent) {
  const wrong = (...path: (string | number)[]) => refuse("invalid_input", { fields: [{ path, code: "choice" }] });
  if (!(await tx.reportForm.findUnique({ where: { id: formId }, select: { id: true } }))) return wrong("formId");
  if (who.kind === "enterprises") {
    const known = await tx.industrialPark.count({ where: { id: { in: who.parks } } });
    if (known !== new Set(who.parks).size) return wrong("audience", "parks");
  }
  if (who.kind === "organisations") {
    const known = await tx.organisation.count({ where: { id: { in: who.ids } } });
    if (known !== new Set(who.ids).size) return wrong("audience", "ids");
  }
  return null;
}

/** A code that no obligation has, made of a name. */
export async function freeCode(tx: Tx, name: string): Promise<string> {
  const base = slugify(name).slice(0, 60) || "bao-cao";
  const taken = await tx.obligation.count({ where: { code: { startsWith: base } } });
  return taken === 0 ? base : `${base}-${taken + 1}`;
}

/** Makes an obligation, as a draft: nobody owes it before it goes live. */
export const createObligation = command({
  name: "obligations.create",
  input: obligationContent,
  may: permissions.manageObligations,
  run: async ({ tx, input, now, about }) => {
    const problem = await unfit(tx, input);
    if (problem) return problem;
    const { id } = await tx.obligation.create({
      data: {
        ...columnsOf(input),
        code: await freeCode(tx, input.nameVi),
        keptFrom: dayToDate(dayOf(now)),
        createdAt: now,
      },
      select: { id: true },
    });
    about({ type: "obligation", id });
    return ok({ id });
  },
});

const remembered = (said: Obligation | RuleEffect) => JSON.parse(JSON.stringify(said)) as Prisma.InputJsonObject;

/** Applies what an obligation has become and keeps what that did. */
async function applied(tx: Tx, before: Obligation, after: Obligation, actor: Actor, now: Date): Promise<RuleEffect> {
  const effect = await applyRule(tx, after, now);
  await tx.obligationChange.create({
    data: {
      obligationId: after.id,
      before: remembered(before),
      after: remembered(after),
      effect: remembered(effect),
      byUserId: userOf(actor),
      at: now,
    },
  });
  return effect;
}

/** Of a call to schools it is opened, closed and removed with the call. */
const ofCall = async (tx: Tx, id: number) =>
  (await tx.dataCall.count({ where: { obligationId: id } })) > 0 ? refuse("of_a_call") : null;

/** The guarded write that all changes share: the row as it was seen becomes what `data` says, and the rule is applied. */
export async function become(
  tx: Tx,
  seen: { id: number; version: number; from: Obligation["state"][] },
  data: Prisma.ObligationUncheckedUpdateManyInput,
  actor: Actor,
  now: Date,
) {
  await holdDeadlines(tx);
  const before = await tx.obligation.findUnique({ where: { id: seen.id } });
  if (!before) return refuse("not_found");
  if (!seen.from.includes(before.state)) return refuse("not_allowed_now");
  const { count } = await tx.obligation.updateMany({
    where: { id: seen.id, version: seen.version },
    data: { ...data, version: { increment: 1 } },
  });
  if (count === 0) return refuse("changed_meanwhile");
  const after = await tx.obligation.findUniqueOrThrow({ where: { id: seen.id } });
  return ok({ id: seen.id, version: after.version, effect: await applied(tx, before, after, actor, now) });
}

/** Changes an obligation. Of a live one, periods to come and who owes them follow at once; what has fallen due stays. */
export const changeObligation = command({
  name: "obligations.change",
  input: changedObligation,
  may: permissions.manageObligations,
  run: async ({ tx, actor, input: { id, version, content }, now, about }) => {
    about({ type: "obligation", id });
    const problem = await unfit(tx, content);
    if (problem) return problem;
    return become(tx, { id, version, from: ["DRAFT", "LIVE"] }, columnsOf(content), actor, now);
  },
});

/** From now on it is owed: periods and assignments are made ahead. Refuses `no_form` while its form has no version in force. */
export const startObligation = command({
  name: "obligations.start",
  input: seenObligation,
  may: permissions.manageObligations,
  run: async ({ tx, actor, input: { id, version }, now, about }) => {
    about({ type: "obligation", id });
    const call = await ofCall(tx, id);
    if (call) return call;
    const form = await tx.reportFormVersion.count({
      where: { state: "IN_FORCE", form: { obligations: { some: { id } } } },
    });
    if (form === 0) return refuse((await tx.obligation.count({ where: { id } })) ? "no_form" : "not_found");
    const since = { keptFrom: dayToDate(dayOf(now)) };
    return become(tx, { id, version, from: ["DRAFT"] }, { ...since, state: "LIVE" }, actor, now);
  },
});

/** Ends it: what has fallen due stays owed, what is to come is not. It can be started again. */
export const endObligation = command({
  name: "obligations.end",
  input: seenObligation,
  may: permissions.manageObligations,
  run: async ({ tx, actor, input: { id, version }, now, about }) => {
    about({ type: "obligation", id });
    const call = await ofCall(tx, id);
    if (call) return call;
    return become(tx, { id, version, from: ["LIVE"] }, { state: "ENDED" }, actor, now);
  },
});

/** Takes an ended obligation up again, from now on. */
export const resumeObligation = command({
  name: "obligations.resume",
  input: seenObligation,
  may: permissions.manageObligations,
  run: async ({ tx, actor, input: { id, version }, now, about }) => {
    about({ type: "obligation", id });
    const call = await ofCall(tx, id);
    if (call) return call;
    return become(tx, { id, version, from: ["ENDED"] }, { state: "LIVE" }, actor, now);
  },
});

/** Removes a draft that nobody ever owed. */
export const removeObligation = command({
  name: "obligations.remove",
  input: seenObligation,
  may: permissions.manageObligations,
  run: async ({ tx, input: { id, version }, about }) => {
    about({ type: "obligation", id });
    const call = await ofCall(tx, id);
    if (call) return call;
    const row = await tx.obligation.findUnique({
      where: { id },
      select: { state: true, _count: { select: { changes: true } } },
    });
    if (!row) return refuse("not_found");
    if (row.state !== "DRAFT" || row._count.changes > 0) return refuse("not_allowed_now");
    const { count } = await tx.obligation.deleteMany({ where: { id, version, state: "DRAFT" } });
    return count === 1 ? ok({ id }) : refuse("changed_meanwhile");
  },
});

/**
 * Every night, and after changes of the register: periods are made ahead, newcomers owe, those who stopped do not. Run
 * again it changes nothing.
 */
export const applyObligations = command({
  name: "obligations.apply",
  input: z.object({}),
  may: isSystem,
  patience: 300_000,
  run: async ({ tx, now, about }) => {
    await holdDeadlines(tx);
    const calendar = await loadCalendar(tx);
    const rows = await tx.obligation.findMany({ where: { state: { in: ["LIVE", "ENDED"] } }, orderBy: { id: "asc" } });
    let joined = 0;
    let left = 0;
    for (const row of rows) {
      const effect = await applyRule(tx, row, now, calendar);
      for (const one of effect.owing) {
        joined += one.joined;
        left += one.left;
      }
    }
    about({ type: "deadlines", id: "all" }, { obligations: rows.length, joined, left });
    return ok({ obligations: rows.length, joined, left });
  },
});
