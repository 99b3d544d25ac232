import { env } from "@/lib/config/env";
import { type Day, dateToDay, dayToDate } from "@/lib/core/day";
import { db } from "@/lib/db/client";
import type { SelfRegistrationState } from "@/lib/db/generated/enums";
import { knownSecretsKeys } from "@/lib/identity/second-factor";
import { hashOf } from "@/lib/identity/tokens";
import { doubtsOfId, maskedId } from "./person-id";
import { openPersonId } from "./person-id-sealed";
import { linkCode, registrationDaysKey, registrationsPerPage, usualRegistrationDays } from "./registration-schema";

/** After how many days a declined or withdrawn registration loses its personal data. */
export async function registrationDays(): Promise<number> {
  const value = (await db().setting.findUnique({ where: { key: registrationDaysKey } }))?.value;
  return typeof value === "number" && Number.isInteger(value) && value >= 1 ? value : usualRegistrationDays;
}

/** The link of a code, while people may register through it; null otherwise. */
export async function openLink(code: string, today: Day) {
  if (!linkCode.safeParse(code).success) return null;
  const link = await db().registrationLink.findFirst({
    where: { code, closedAt: null, OR: [{ closesOn: null }, { closesOn: { gte: dayToDate(today) } }] },
    select: {
      id: true,
      code: true,
      kind: true,
      note: true,
      organisation: { select: { nameVi: true, nameEn: true, kind: true } },
    },
  });
  return link;
}

/** What the private link shows of a registration: never the ID, and nothing personal once it was erased. */
export async function registrationOfToken(token: string) {
  if (token.length < 20 || token.length > 100) return null;
  const row = await db().selfRegistration.findUnique({
    where: { tokenHash: hashOf(token) },
    select: {
      fullName: true,
      occupationCode: true,
      level: true,
      state: true,
      reason: true,
      createdAt: true,
      decidedAt: true,
      erasedAt: true,
      consentText: true,
      organisation: { select: { nameVi: true, nameEn: true } },
    },
  });
  return row;
}
export type RegistrationStatus = NonNullable<Awaited<ReturnType<typeof registrationOfToken>>>;

/** Links of an organisation, those that are open first. */
export async function linksOf(organisationId: number) {
  const rows = await db().registrationLink.findMany({
    where: { organisationId },
    orderBy: [{ closedAt: { sort: "asc", nulls: "first" } }, { id: "desc" }],
    take: 50,
    include: { _count: { select: { registrations: true } } },
  });
  return rows.map(({ closesOn, _count, ...row }) => ({
    ...row,
    closesOn: closesOn && dateToDay(closesOn),
    registrations: _count.registrations,
  }));
}
export type LinkRow = Awaited<ReturnType<typeof linksOf>>[number];

/** One link of an organisation, for its sheet. */
export const linkOf = (organisationId: number, id: number) =>
  db().registrationLink.findFirst({
    where: { id, organisationId },
    include: { organisation: { select: { nameVi: true, nameEn: true } } },
  });

/** Registrations at an organisation in a state, oldest first, with the masked ID and whether the person is on its roster. */
export async function registrationPage(organisationId: number, state: SelfRegistrationState, page: number) {
  const where = { organisationId, state };
  const [rows, total] = await Promise.all([
    db().selfRegistration.findMany({
      where,
      orderBy: { id: state === "WAITING" ? "asc" : "desc" },
      skip: (page - 1) * registrationsPerPage,
      take: registrationsPerPage,
      include: {
        link: { select: { kind: true } },
        beneficiary: {
          select: { rosterEntries: { where: { organisationId, leftOn: null }, select: { id: true, fullName: true } } },
        },
      },
    }),
    db().selfRegistration.count({ where }),
  ]);
  const secrets = knownSecretsKeys(env());
  return {
    rows: rows.map(({ ref, idSealed, birthDate, link, beneficiary, ...row }) => {
      const digits = idSealed === null ? null : openPersonId(idSealed, ref, secrets);
      const born = birthDate && dateToDay(birthDate);
      return {
        id: row.id,
        version: row.version,
        fullName: row.fullName,
        phone: row.phone,
        education: row.education,
        job: row.job,
        occupationCode: row.occupationCode,
        level: row.level,
        state: row.state,
        reason: row.reason,
        createdAt: row.createdAt,
        decidedAt: row.decidedAt,
        rosterEntryId: row.rosterEntryId,
        kind: link.kind,
        birthDate: born,
        maskedId: digits && maskedId(digits),
        doubts: digits && born ? doubtsOfId(digits, born) : [],
        onRoster: beneficiary?.rosterEntries[0] ?? null,
      };
    }),
    total,
    pages: Math.max(1, Math.ceil(total / registrationsPerPage)),
  };
}
export type RegistrationRow = Awaited<ReturnType<typeof registrationPage>>["rows"][number];

/** How many registrations an organisation has in each state. */
export async function registrationCounts(organisationId: number): Promise<Record<SelfRegistrationState, number>> {
  const groups = await db().selfRegistration.groupBy({ by: ["state"], where: { organisationId }, _count: true });
  const count = (state: SelfRegistrationState) => groups.find((group) => group.state === state)?._count ?? 0;
  return {
    WAITING: count("WAITING"),
    CONFIRMED: count("CONFIRMED"),
    DECLINED: count("DECLINED"),
    WITHDRAWN: count("WITHDRAWN"),
  };
}
