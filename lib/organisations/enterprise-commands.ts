import { type Day, dateToDay, dayOf, dayToDate, formatDay } from "@/lib/core/day";
import { ok, refuse } from "@/lib/core/result";
import { slugify } from "@/lib/core/text";
import type { Tx } from "@/lib/db/client";
import { command } from "@/lib/db/command";
import type { EnterpriseLifecycle } from "@/lib/db/generated/enums";
import { messages } from "@/lib/i18n/messages";
import { wordsIn } from "@/lib/i18n/words";
import type { Actor } from "@/lib/identity/actor";
import { ofEnterprise, scopeOf, staff, userIdOf } from "@/lib/identity/actor";
import { withdrawListingsOf } from "@/lib/vacancies/withdrawal-commands";
import { pagesOf } from "./public-pages";
import { changesBetween, keepsRegister, lifecycleProblems, verifiesEnterprises } from "./rules";
import {
  type EnterpriseFields,
  editedEnterprise,
  lifecycleChange,
  newEnterprise,
  seenEnterprise,
  selfDescription,
  unverification,
} from "./schema";
import { vsicVersion } from "./vsic";
import { lifecyclePartyOf, lifecycleWorkflow } from "./workflow";

/** What stands in the place of the withdrawn listings. Notes are written once, in the language of the register. */
const publicNote = (to: Exclude<EnterpriseLifecycle, "OPERATING">, effectiveOn: Day) =>
  wordsIn("vi", messages.vi.register.move.publicNote)(to, { day: formatDay(effectiveOn) });

const unitOf = (actor: Actor) => {
  if (actor.kind !== "person" || !actor.staffRole) throw new Error("actor is no staff");
  return actor.staffRole;
};

/** Places that the fields name must exist, and the tax code be nobody else's; answers the problem. */
async function unfit(tx: Tx, fields: EnterpriseFields, own: number | null) {
  const park = await tx.industrialPark.findUnique({ where: { id: fields.parkId }, select: { id: true } });
  if (!park) return refuse("invalid_input", { fields: [{ path: ["parkId"], code: "choice" }] });
  if (fields.administrativeUnitId !== null) {
    const unit = await tx.administrativeUnit.findUnique({
      where: { id: fields.administrativeUnitId },
      select: { id: true },
    });
    if (!unit) return refuse("invalid_input", { fields: [{ path: ["administrativeUnitId"], code: "choice" }] });
  }
  // Two equal codes entered at once: the second waits here for the first, and then sees it.
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`taxCode:${fields.taxCode}`}, 0))`;
  const same = await tx.enterprise.findUnique({ where: { taxCode: fields.taxCode }, select: { id: true } });
  if (same && same.id !== own)
    return refuse("invalid_input", { fields: [{ path: ["taxCode"], code: "taxCodeTaken" }] });
  return null;
}

const columnsOf = (fields: EnterpriseFields) => ({ ...fields, vsicVersion: fields.vsicCode && vsicVersion });

/** Enters an enterprise in the register, as one that is investing; nobody has verified it yet. */
export const createEnterprise = command({
  name: "enterprises.create",
  input: newEnterprise,
  may: keepsRegister,
  run: async ({ tx, actor, now, input, about, changed }) => {
    const { documentNumber, documentDate, ...fields } = input;
    if (documentDate > dayOf(now))
      return refuse("invalid_input", { fields: [{ path: ["documentDate"], code: "notInFuture" }] });
    const problem = await unfit(tx, fields, null);
    if (problem) return problem;
    const base = slugify(fields.nameVi);
    const taken = await tx.enterprise.findUnique({ where: { slug: base }, select: { id: true } });
    const { id } = await tx.organisation.create({
      data: {
        kind: "ENTERPRISE",
        nameVi: fields.nameVi,
        nameEn: fields.nameEn,
        createdAt: now,
      },
      select: { id: true },
    });
    await tx.enterprise.create({
      data: { id, ...columnsOf(fields), slug: taken ? `${base}-${fields.taxCode}` : base, createdAt: now },
    });
    await tx.enterpriseLifecycleEvent.create({
      data: {
        enterpriseId: id,
        toState: "INVESTING",
        unit: unitOf(actor),
        effectiveOn: dayToDate(documentDate),
        documentNumber,
        documentDate: dayToDate(documentDate),
        byUserId: userIdOf(actor),
        createdAt: now,
      },
    });
    about({ type: "enterprise", id });
    changed(...pagesOf(id, fields.parkId));
    return ok({ id });
  },
});

/** Changes what the register holds. The audit entry keeps each field before and after; the public address stays. */
export const editEnterprise = command({
  name: "enterprises.edit",
  input: editedEnterprise,
  may: keepsRegister,
  run: async ({ tx, input, about, changed }) => {
    const { id, version, ...fields } = input;
    about({ type: "enterprise", id });
    const row = await tx.enterprise.findUnique({ where: { id } });
    if (!row) return refuse("not_found");
    const problem = await unfit(tx, fields, id);
    if (problem) return problem;
    const { count } = await tx.enterprise.updateMany({
      where: { id, version },
      data: { ...columnsOf(fields), version: { increment: 1 } },
    });
    if (count === 0) return refuse("changed_meanwhile");
    await tx.organisation.update({ where: { id }, data: { nameVi: fields.nameVi, nameEn: fields.nameEn } });
    about({ type: "enterprise", id }, { changes: changesBetween(row, fields) });
    changed(...pagesOf(id, row.parkId, fields.parkId));
    return ok({ id, version: version + 1 });
  },
});

/**
 * Moves an enterprise in its lifecycle: the actor's unit, since when, on what paper, why. One that does not operate has
 * no open listings (only operating enterprises recruit): they are withdrawn with a public note. Refuses `not_allowed_now`
 * for a move that the state does not allow to that unit, and fields that cannot be.
 *
 * @returns `withdrawn`: how many listings the public no longer finds
 */
export const changeLifecycle = command({
  name: "enterprises.changeLifecycle",
  input: lifecycleChange,
  may: staff("INVESTMENT", "SUPERVISION", "ADMIN"),
  run: async (context) => {
    const { tx, actor, now, input, about, changed } = context;
    const { id, version, move, ...change } = input;
    about({ type: "enterprise", id });
    const row = await tx.enterprise.findUnique({
      where: { id },
      select: {
        lifecycle: true,
        parkId: true,
        lifecycleEvents: { orderBy: { id: "desc" }, take: 1, select: { effectiveOn: true } },
      },
    });
    const party = lifecyclePartyOf(actor);
    if (!row || !party) return refuse("not_found");
    if (!lifecycleWorkflow.can(move, row.lifecycle, party)) return refuse("not_allowed_now");
    const last = row.lifecycleEvents[0];
    const fields = lifecycleProblems(
      { move, ...change },
      { today: dayOf(now), lastEffectiveOn: last ? dateToDay(last.effectiveOn) : null },
    );
    if (fields.length > 0) return refuse("invalid_input", { fields });
    const { to } = lifecycleWorkflow.moves[move];
    const { count } = await tx.enterprise.updateMany({
      where: { id, version, lifecycle: row.lifecycle },
      data: { lifecycle: to, version: { increment: 1 } },
    });
    if (count === 0) return refuse("changed_meanwhile");
    await tx.enterpriseLifecycleEvent.create({
      data: {
        enterpriseId: id,
        fromState: row.lifecycle,
        toState: to,
        unit: unitOf(actor),
        effectiveOn: dayToDate(change.effectiveOn),
        documentNumber: change.documentNumber,
        documentDate: dayToDate(change.documentDate),
        note: change.note,
        byUserId: userIdOf(actor),
        createdAt: now,
      },
    });
    const withdrawn =
      to === "OPERATING" ? 0 : await withdrawListingsOf(context, id, publicNote(to, change.effectiveOn));
    about({ type: "enterprise", id }, { from: row.lifecycle, to, withdrawn });
    changed(...pagesOf(id, row.parkId));
    return ok({ id, version: version + 1, withdrawn });
  },
});

/** Confirms that the enterprise is the one of the register: from now on it may hand in needs while it operates. */
export const verifyEnterprise = command({
  name: "enterprises.verify",
  input: seenEnterprise,
  may: verifiesEnterprises,
  run: async ({ tx, actor, now, input, about, changed }) => {
    const { id, version } = input;
    about({ type: "enterprise", id });
    const row = await tx.enterprise.findUnique({ where: { id }, select: { verifiedAt: true, parkId: true } });
    if (!row) return refuse("not_found");
    if (row.verifiedAt) return refuse("not_allowed_now");
    const { count } = await tx.enterprise.updateMany({
      where: { id, version, verifiedAt: null },
      data: { verifiedAt: now, verifiedById: userIdOf(actor), version: { increment: 1 } },
    });
    if (count === 0) return refuse("changed_meanwhile");
    changed(...pagesOf(id, row.parkId));
    return ok({ id, version: version + 1 });
  },
});

/** Takes the confirmation back, with a reason: nothing new is handed in until somebody confirms again. */
export const unverifyEnterprise = command({
  name: "enterprises.unverify",
  input: unverification,
  may: verifiesEnterprises,
  run: async ({ tx, input, about, changed }) => {
    const { id, version, reason } = input;
    about({ type: "enterprise", id }, { reason });
    const row = await tx.enterprise.findUnique({ where: { id }, select: { verifiedAt: true, parkId: true } });
    if (!row) return refuse("not_found");
    if (!row.verifiedAt) return refuse("not_allowed_now");
    const { count } = await tx.enterprise.updateMany({
      where: { id, version, verifiedAt: { not: null } },
      data: { verifiedAt: null, verifiedById: null, version: { increment: 1 } },
    });
    if (count === 0) return refuse("changed_meanwhile");
    changed(...pagesOf(id, row.parkId));
    return ok({ id, version: version + 1 });
  },
});

/** What an enterprise says of itself to job seekers; everything else of its entry is kept by the Authority. */
export const describeEnterprise = command({
  name: "enterprises.describe",
  input: selfDescription,
  may: ofEnterprise(),
  run: async ({ tx, actor, input, about, changed }) => {
    const id = scopeOf(actor, "ENTERPRISE");
    const { version, ...fields } = input;
    about({ type: "enterprise", id });
    const row = await tx.enterprise.findUnique({ where: { id } });
    if (!row) return refuse("not_found");
    const { count } = await tx.enterprise.updateMany({
      where: { id, version },
      data: { ...fields, version: { increment: 1 } },
    });
    if (count === 0) return refuse("changed_meanwhile");
    about({ type: "enterprise", id }, { changes: changesBetween(row, fields) });
    changed(...pagesOf(id, row.parkId));
    return ok({ id, version: version + 1 });
  },
});
