import { dayOf } from "@/lib/core/day";
import type { FieldProblem } from "@/lib/core/result";
import { db, type Prisma } from "@/lib/db/client";
import type { VacancyStatus } from "@/lib/db/generated/enums";
import { type Actor, scopeOf } from "@/lib/identity/actor";
import { contentOf, contentSelect } from "./content";
import { findingsOfMany } from "./facts-queries";
import type { Finding } from "./findings";
import type { ApiNeed, NeedContent } from "./need-api";
import type { VacancyContent } from "./schema";

const needSelect = {
  ...contentSelect,
  id: true,
  version: true,
  status: true,
  enterpriseId: true,
  updatedAt: true,
  batch: { select: { year: true, no: true } },
  park: { select: { code: true } },
  occupation: { select: { code: true } },
} satisfies Prisma.VacancySelect;

/** A finding as the API says it. */
export const apiFinding = ({ code, severity, field, params }: Finding) => ({
  code,
  severity,
  field: field ?? null,
  params: params ?? {},
});

async function written(
  rows: Prisma.VacancyGetPayload<{ select: typeof needSelect }>[],
  now: Date,
  deskUrl: (id: number) => string,
): Promise<ApiNeed[]> {
  const judged = rows.map((row) => ({ id: row.id, enterpriseId: row.enterpriseId, content: contentOf(row) }));
  const findings = await findingsOfMany(db(), judged, dayOf(now));
  return rows.map((row, index) => {
    const { parkId: _parkId, occupationId: _occupationId, ...content } = contentOf(row);
    return {
      id: row.id,
      version: row.version,
      status: row.status,
      updatedAt: row.updatedAt.toISOString(),
      batch: row.batch,
      deskUrl: deskUrl(row.id),
      content: { ...content, park: row.park.code, occupation: row.occupation?.code ?? null },
      findings: (findings[index] ?? []).map(apiFinding),
    };
  });
}

/** Needs of the actor's enterprise, latest first; `cursor` is the place of the last one where more follow. */
export async function ownNeeds(
  actor: Actor,
  now: Date,
  given: {
    limit: number;
    before: number | undefined;
    status: VacancyStatus | undefined;
    deskUrl: (id: number) => string;
  },
): Promise<{ items: ApiNeed[]; cursor: number | null }> {
  const rows = await db().vacancy.findMany({
    where: {
      enterpriseId: scopeOf(actor, "ENTERPRISE"),
      ...(given.status && { status: given.status }),
      ...(given.before !== undefined && { id: { lt: given.before } }),
    },
    orderBy: { id: "desc" },
    take: given.limit + 1,
    select: needSelect,
  });
  const shown = rows.slice(0, given.limit);
  const last = shown.at(-1);
  return {
    items: await written(shown, now, given.deskUrl),
    cursor: rows.length > given.limit && last ? last.id : null,
  };
}

/** One of them; null for one that is not the enterprise's. */
export async function ownNeed(
  actor: Actor,
  id: number,
  now: Date,
  deskUrl: (id: number) => string,
): Promise<ApiNeed | null> {
  const row = await db().vacancy.findFirst({
    where: { id, enterpriseId: scopeOf(actor, "ENTERPRISE") },
    select: needSelect,
  });
  return row && ((await written([row], now, deskUrl))[0] ?? null);
}

/** What a need says before an update, to lay the change on; null for one that is not the enterprise's. */
export async function contentBefore(actor: Actor, id: number): Promise<VacancyContent | null> {
  const row = await db().vacancy.findFirst({
    where: { id, enterpriseId: scopeOf(actor, "ENTERPRISE") },
    select: contentSelect,
  });
  return row && contentOf(row);
}

/** The park at which the enterprise is registered; null while the register does not know it. */
export async function ownPark(actor: Actor): Promise<number | null> {
  const id = scopeOf(actor, "ENTERPRISE");
  const row = await db().enterprise.findUnique({ where: { id }, select: { parkId: true } });
  return row?.parkId ?? null;
}

/** What the API says in codes, as the desk's content says it; or which code nobody knows. */
export async function contentFromCodes({
  park,
  occupation,
  ...rest
}: NeedContent): Promise<{ content: Partial<VacancyContent> } | { fields: FieldProblem[] }> {
  const [place, work] = await Promise.all([
    park === undefined ? undefined : db().industrialPark.findUnique({ where: { code: park }, select: { id: true } }),
    occupation == null
      ? undefined
      : db().occupation.findUnique({
          where: { scheme_code: { scheme: "VSCO-2020", code: occupation } },
          select: { id: true },
        }),
  ]);
  const unknown = (field: string): FieldProblem => ({ path: ["content", field], code: "choice" });
  const fields = [...(place === null ? [unknown("park")] : []), ...(work === null ? [unknown("occupation")] : [])];
  if (fields.length > 0) return { fields };
  const said = Object.entries({
    ...rest,
    parkId: place?.id,
    occupationId: occupation === null ? null : work?.id,
  }).filter(([, value]) => value !== undefined);
  return { content: Object.fromEntries(said) as Partial<VacancyContent> };
}
