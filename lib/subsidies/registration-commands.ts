import { randomBytes } from "node:crypto";
import { z } from "zod";
import { dayOf, dayToDate } from "@/lib/core/day";
import { ok, refuse } from "@/lib/core/result";
import type { Tx } from "@/lib/db/client";
import { type Context, command } from "@/lib/db/command";
import type { SelfRegistration } from "@/lib/db/generated/client";
import { anyone, isSystem, userIdOf } from "@/lib/identity/actor";
import { permissions } from "@/lib/identity/permissions";
import { hashOf, newToken } from "@/lib/identity/tokens";
import { beneficiariesOf, forgetUnnamed, hashesOf, knownBeneficiary, sealedFor } from "./beneficiary-commands";
import { policyDefinition } from "./policy";
import {
  confirmed,
  declined,
  newLink,
  registrationDaysKey,
  seenRow,
  selfRegistration,
  statusToken,
  usualRegistrationDays,
} from "./registration-schema";
import { consentText } from "./registration-words";
import { organisationOf, present } from "./roster-commands";
import { kindsAt } from "./roster-schema";

const letters = "abcdefghjkmnpqrstuvwxyz23456789";
const newCode = () => Array.from(randomBytes(10), (byte) => letters[byte % letters.length]).join("");

/** Opens a link by which people of a kind register themselves with the actor's organisation. */
export const createLink = command({
  name: "registration.openLink",
  input: newLink,
  may: permissions.keepRoster,
  run: async ({ tx, actor, now, input, about }) => {
    const { id: organisationId, kind } = organisationOf(actor);
    const problem = (path: string, code: string) => refuse("invalid_input", { fields: [{ path: [path], code }] });
    if (!kindsAt[kind].includes(input.kind)) return problem("kind", "choice");
    if (input.closesOn !== null && input.closesOn < dayOf(now)) return problem("closesOn", "inThePast");
    const made = await tx.registrationLink.create({
      data: {
        organisationId,
        code: newCode(),
        kind: input.kind,
        note: input.note,
        closesOn: input.closesOn && dayToDate(input.closesOn),
        createdById: userIdOf(actor),
        createdAt: now,
      },
      select: { id: true, code: true },
    });
    about({ type: "registrationLink", id: made.id });
    return ok(made);
  },
});

/** Nobody registers through the link any more; what came through it stays. */
export const closeLink = command({
  name: "registration.closeLink",
  input: seenRow,
  may: permissions.keepRoster,
  run: async ({ tx, actor, now, input, about }) => {
    const { id, version } = input;
    const link = await tx.registrationLink.findFirst({ where: { id, organisationId: organisationOf(actor).id } });
    if (!link) return refuse("not_found");
    about({ type: "registrationLink", id });
    const { count } = await tx.registrationLink.updateMany({
      where: { id, version, closedAt: null },
      data: { closedAt: now, version: version + 1 },
    });
    return count === 1 ? ok({ id }) : refuse("changed_meanwhile");
  },
});

/** After how many days a declined or withdrawn registration loses its personal data. */
async function daysKept(tx: Tx): Promise<number> {
  const value = (await tx.setting.findUnique({ where: { key: registrationDaysKey } }))?.value;
  return typeof value === "number" && Number.isInteger(value) && value >= 1 ? value : usualRegistrationDays;
}

/** Is it an occupation of a policy that is in force on the day? */
async function supported(tx: Tx, code: string, today: string): Promise<boolean> {
  const row = await tx.supportPolicyVersion.findFirst({
    where: { state: "IN_FORCE", inForceFrom: { lte: dayToDate(today) } },
    orderBy: [{ inForceFrom: "desc" }, { no: "desc" }, { id: "desc" }],
    select: { definition: true },
  });
  return row !== null && policyDefinition.parse(row.definition).occupations.some((one) => one.code === code);
}

/**
 * Somebody registers to learn, through an organisation's link, with the words that they consented to. Answers the token of their
 * private status link, which is kept nowhere. One registration of a person waits at an organisation at a time
 * (`already_waiting`). Call it within `registrationLimits`.
 */
export const register = command({
  name: "registration.register",
  input: selfRegistration,
  may: anyone,
  run: async ({ tx, now, input, about }) => {
    const { code, personId, consent: _, ...given } = input;
    const today = dayOf(now);
    const link = await tx.registrationLink.findFirst({
      where: { code, closedAt: null, OR: [{ closesOn: null }, { closesOn: { gte: dayToDate(today) } }] },
      include: { organisation: { select: { id: true, nameVi: true, nameEn: true } } },
    });
    if (!link) return refuse("link_over");
    const problem = (path: string, what: string) => refuse("invalid_input", { fields: [{ path: [path], code: what }] });
    if (given.birthDate >= today) return problem("birthDate", "birthDate");
    if (!(await supported(tx, given.occupationCode, today))) return problem("occupationCode", "choice");
    const { organisation } = link;
    const sealed = sealedFor(personId);
    await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`registration:${organisation.id}:${sealed.idHash}`}, 0))`;
    const waiting = await tx.selfRegistration.count({
      where: { organisationId: organisation.id, state: "WAITING", idHash: { in: hashesOf(personId) } },
    });
    if (waiting > 0) return refuse("already_waiting");
    const { token, tokenHash } = newToken();
    const name = (given.locale === "en" && organisation.nameEn) || organisation.nameVi;
    const made = await tx.selfRegistration.create({
      data: {
        ...given,
        ...sealed,
        birthDate: dayToDate(given.birthDate),
        linkId: link.id,
        organisationId: organisation.id,
        beneficiaryId: await knownBeneficiary(tx, personId),
        tokenHash,
        consentText: consentText(given.locale, name, await daysKept(tx)),
        consentedAt: now,
        createdAt: now,
      },
      select: { id: true },
    });
    about({ type: "selfRegistration", id: made.id });
    return ok({ token });
  },
});

/** The person takes back a registration that waits. */
export const withdraw = command({
  name: "registration.withdraw",
  input: statusToken,
  may: anyone,
  run: async ({ tx, now, input, about }) => {
    const row = await tx.selfRegistration.findUnique({ where: { tokenHash: hashOf(input.token) } });
    if (!row) return refuse("link_over");
    about({ type: "selfRegistration", id: row.id });
    const { count } = await tx.selfRegistration.updateMany({
      where: { id: row.id, state: "WAITING" },
      data: { state: "WITHDRAWN", decidedAt: now, version: { increment: 1 } },
    });
    return count === 1 ? ok(null) : refuse("not_allowed_now");
  },
});

/** The registrations that a command names, locked in one order; null where one is not of the actor's organisation. */
async function found({ tx, actor, touches }: Context<unknown>, ids: readonly number[]) {
  const wanted = [...new Set(ids)].sort((a, b) => a - b);
  const { id: organisationId } = organisationOf(actor);
  await tx.$queryRaw`select 1 from "SelfRegistration" where id = any(${wanted}) and "organisationId" = ${organisationId} order by id for update`;
  const rows = await tx.selfRegistration.findMany({
    where: { id: { in: wanted }, organisationId },
    include: { link: { select: { kind: true } } },
    orderBy: { id: "asc" },
  });
  if (rows.length !== wanted.length) return null;
  touches(...rows.map(({ id }) => ({ type: "selfRegistration", id })));
  return rows;
}

/** The person of a registration; made of it, under its own reference, where nobody has named them before. */
async function personOf(tx: Tx, row: SelfRegistration, now: Date): Promise<number> {
  const { ref, idSealed, idHash } = row;
  if (idSealed === null || idHash === null) throw new Error("a waiting registration without an ID");
  const known = await tx.beneficiary.findUnique({ where: { idHash }, select: { id: true } });
  if (known) return known.id;
  if (row.beneficiaryId !== null) return row.beneficiaryId;
  const made = (await beneficiariesOf(tx, [{ ref, idSealed, idHash }], now)).get(idHash);
  if (made === undefined) throw new Error("a person was neither found nor made");
  return made;
}

export type Outcome = "entered" | "joined" | "over";

/**
 * Confirms registrations, each with an outcome: the person gets a row on the roster (`entered`), or is joined to the row that
 * they have, whose empty fields are filled (`joined`); one that no longer waits is left as it is (`over`).
 */
export const confirmRegistrations = command({
  name: "registration.confirm",
  input: confirmed,
  may: permissions.keepRoster,
  run: async (context) => {
    const { tx, actor, now, input } = context;
    const rows = await found(context, input.ids);
    if (!rows) return refuse("not_found");
    const { id: organisationId } = organisationOf(actor);
    const outcomes: { id: number; outcome: Outcome }[] = [];
    for (const row of rows) {
      if (row.state !== "WAITING" || row.fullName === null || row.birthDate === null) {
        outcomes.push({ id: row.id, outcome: "over" });
        continue;
      }
      const beneficiaryId = await personOf(tx, row, now);
      const there = await present(tx, organisationId, beneficiaryId);
      const said = {
        phone: row.phone,
        education: row.education,
        job: row.job,
        occupationCode: row.occupationCode,
      };
      let rosterEntryId = there?.id;
      if (rosterEntryId === undefined) {
        const { fullName, birthDate } = row;
        const entry = await tx.rosterEntry.create({
          data: {
            ...said,
            ...{
              organisationId,
              beneficiaryId,
              fullName,
              birthDate,
              kind: row.link.kind,
              source: "REGISTERED" as const,
            },
            ...{ createdAt: now, updatedAt: now },
          },
          select: { id: true },
        });
        rosterEntryId = entry.id;
      } else {
        const entry = await tx.rosterEntry.findUniqueOrThrow({ where: { id: rosterEntryId } });
        const missing = Object.fromEntries(
          Object.entries(said).filter(([key, value]) => value !== null && entry[key as keyof typeof said] === null),
        );
        if (Object.keys(missing).length > 0)
          await tx.rosterEntry.update({
            where: { id: rosterEntryId },
            data: { ...missing, updatedAt: now, version: { increment: 1 } },
          });
      }
      await tx.selfRegistration.update({
        where: { id: row.id },
        data: {
          ...{ state: "CONFIRMED", beneficiaryId, rosterEntryId, decidedAt: now },
          ...{ decidedById: userIdOf(actor), version: { increment: 1 } },
        },
      });
      outcomes.push({ id: row.id, outcome: there ? "joined" : "entered" });
    }
    return ok({ outcomes });
  },
});

/** Declines registrations with a reason that the people see; those that no longer wait are left as they are. */
export const declineRegistrations = command({
  name: "registration.decline",
  input: declined,
  may: permissions.keepRoster,
  run: async (context) => {
    const { tx, actor, now, input } = context;
    const rows = await found(context, input.ids);
    if (!rows) return refuse("not_found");
    const { count } = await tx.selfRegistration.updateMany({
      where: { id: { in: rows.map(({ id }) => id) }, state: "WAITING" },
      data: {
        ...{ state: "DECLINED", reason: input.reason, decidedAt: now },
        ...{ decidedById: userIdOf(actor), version: { increment: 1 } },
      },
    });
    return ok({ declined: count, over: rows.length - count });
  },
});

const lot = 500;

/**
 * Takes the personal data from registrations that were declined or withdrawn longer ago than the setting says, a lot at a time.
 * That they were there, the consent and the reason stay.
 */
export const eraseRegistrations = command({
  name: "registration.erase",
  input: z.object({}),
  may: isSystem,
  run: async ({ tx, now, about }) => {
    const before = (days: number) => ({ lt: new Date(now.getTime() - days * 86_400_000) });
    const rows = await tx.selfRegistration.findMany({
      where: {
        erasedAt: null,
        state: { in: ["DECLINED", "WITHDRAWN"] },
        decidedAt: before(await daysKept(tx)),
      },
      select: { id: true, beneficiaryId: true },
      orderBy: { id: "asc" },
      take: lot,
    });
    await tx.selfRegistration.updateMany({
      where: { id: { in: rows.map(({ id }) => id) } },
      data: {
        ...{ fullName: null, birthDate: null, idHash: null, idSealed: null, phone: null, education: null, job: null },
        ...{ beneficiaryId: null, erasedAt: now, version: { increment: 1 } },
      },
    });
    for (const { beneficiaryId } of rows) if (beneficiaryId !== null) await forgetUnnamed(tx, beneficiaryId);
    about({ type: "jobs", id: "registrations" }, { erased: rows.length });
    return ok({ erased: rows.length, more: rows.length === lot });
  },
});
