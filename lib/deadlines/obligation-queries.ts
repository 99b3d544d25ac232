import { type Day, dateToDay, dayOf, dayToDate } from "@/lib/core/day";
import { fold } from "@/lib/core/text";
import { db } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import type { ObligationState, StaffRole } from "@/lib/db/generated/enums";
import { loadCalendar } from "./calendar-queries";
import { ladderDays } from "./ladder";
import { type ObligationQuery, obligationsPerPage } from "./obligation-list";
import { periodsOf } from "./recurrence";
import { ruleOf } from "./rule-commands";
import { audience, ladder, type ObligationContent, recurrence } from "./schema";

/** How far a period is answered. `late`: its day has passed and nothing was handed in. */
export type Progress = { owe: number; answered: number; accepted: number; late: number };

export type ObligationRow = Progress & {
  id: number;
  nameVi: string;
  nameEn: string;
  citation: string;
  verified: boolean;
  state: ObligationState;
  reviewer: StaffRole;
  who: "enterprises" | "schools" | "units" | "organisations";
  nextDueOn: Day | null;
  /** The period that opened last; before any has opened, the one to come. The counts are of it. */
  slot: string | null;
  dueOn: Day | null;
};

const counts = (today: Day) => Prisma.sql`
  count(*) filter (where a.state <> 'EXCUSED')::int as owe,
  count(*) filter (where a.state <> 'EXCUSED' and a."submittedAt" is not null)::int as answered,
  count(*) filter (where a.state = 'ACCEPTED')::int as accepted,
  count(*) filter (where a.state in ('OWED', 'DRAFT') and a."submittedAt" is null and a."dueOn" < ${today}::date)::int as late`;

const orders: Record<ObligationQuery["sort"], Prisma.Sql> = {
  due: Prisma.sql`n."nextDueOn"`,
  name: Prisma.sql`o."nameVi"`,
  late: Prisma.sql`k.late`,
};

/** What is typed, word by word, for `like`; it has no wildcards of its own. */
const wordsOf = (typed: string): string[] =>
  fold(typed)
    .split(/\s+/)
    .filter(Boolean)
    .slice(0, 8)
    .map((word) => `%${word.replace(/[\\%_]/g, "\\$&")}%`);

/** The statement behind a page of obligations, each with its next due day and how far its present period is answered. */
export function obligationPage(query: ObligationQuery, today: Day): Prisma.Sql {
  const all: Prisma.Sql[] = [Prisma.sql`true`];
  for (const word of wordsOf(query.q)) all.push(Prisma.sql`vi_norm(o."nameVi" || ' ' || o."nameEn") like ${word}`);
  if (query.state) all.push(Prisma.sql`o.state = ${query.state}::"ObligationState"`);
  if (query.who) all.push(Prisma.sql`o.audience->>'kind' = ${query.who}`);
  if (query.reviewer) all.push(Prisma.sql`o.reviewer = ${query.reviewer}::"StaffRole"`);
  const direction = query.direction === "asc" ? Prisma.sql`asc nulls last` : Prisma.sql`desc nulls last`;
  return Prisma.sql`
    select o.id, o."nameVi", o."nameEn", o.citation, o.verified, o.state, o.reviewer, o.audience->>'kind' as who,
      n."nextDueOn"::text, c.slot, c."dueOn"::text, k.owe, k.answered, k.accepted, k.late, count(*) over ()::int as total
    from "Obligation" o
    left join lateral (select min(p."dueOn") as "nextDueOn" from "ReportingPeriod" p
      where p."obligationId" = o.id and p."dueOn" >= ${today}::date) n on true
    left join lateral (select p.id, p.slot, p."dueOn" from "ReportingPeriod" p where p."obligationId" = o.id
      order by p."opensOn" <= ${today}::date desc,
        case when p."opensOn" <= ${today}::date then p."dueOn" end desc, p."dueOn" limit 1) c on true
    left join lateral (select ${counts(today)} from "ReportAssignment" a where a."periodId" = c.id) k on true
    where ${Prisma.join(all, " and ")}
    order by ${orders[query.sort]} ${direction}, o.id
    limit ${obligationsPerPage} offset ${(query.page - 1) * obligationsPerPage}`;
}

/** A page of obligations and how many there are in all. */
export async function obligationList(
  query: ObligationQuery,
  today: Day,
): Promise<{ rows: ObligationRow[]; total: number }> {
  const found = await db().$queryRaw<(ObligationRow & { total: number })[]>(obligationPage(query, today));
  return { rows: found.map(({ total: _, ...row }) => row), total: found[0]?.total ?? 0 };
}

/** A row's part that staff write, as the form and the commands have it. */
export const contentOf = (row: Prisma.ObligationGetPayload<object>): ObligationContent => ({
  nameVi: row.nameVi,
  nameEn: row.nameEn,
  instructionsVi: row.instructionsVi,
  instructionsEn: row.instructionsEn,
  citation: row.citation,
  quote: row.quote,
  verified: row.verified,
  validFrom: dateToDay(row.validFrom),
  validTo: row.validTo && dateToDay(row.validTo),
  audience: audience.parse(row.audience),
  recurrence: recurrence.parse(row.recurrence),
  dayOffRule: row.dayOffRule,
  opensDaysBefore: row.opensDaysBefore,
  formId: row.formId,
  reviewer: row.reviewer as ObligationContent["reviewer"],
  ladder: ladder.parse(row.ladder),
});

/** One obligation with the ladder of its next period; null when there is none. */
export async function obligationEntry(id: number, now: Date) {
  const row = await db().obligation.findUnique({
    where: { id },
    include: {
      form: { select: { code: true, nameVi: true, nameEn: true, verified: true } },
      _count: { select: { changes: true } },
    },
  });
  if (!row) return null;
  const today = dayOf(now);
  const [calendar, standing] = await Promise.all([
    loadCalendar(),
    db().reportingPeriod.findFirst({
      where: { obligationId: id, dueOn: { gte: dayToDate(today) } },
      orderBy: { dueOn: "asc" },
      select: { dueOn: true, opensOn: true },
    }),
  ]);
  // A draft has no periods yet: what it would have is worked out.
  const planned =
    row.state === "DRAFT" ? periodsOf(ruleOf(row), calendar, today, `${Number(today.slice(0, 4)) + 2}-12-31`)[0] : null;
  const next = standing
    ? { dueOn: dateToDay(standing.dueOn), opensOn: dateToDay(standing.opensOn) }
    : (planned ?? null);
  const content = contentOf(row);
  return {
    id: row.id,
    state: row.state,
    version: row.version,
    keptFrom: dateToDay(row.keptFrom),
    form: row.form,
    changes: row._count.changes,
    content,
    next: next && { ...next, steps: ladderDays(content.ladder, next.dueOn, calendar) },
  };
}

export type ObligationEntry = NonNullable<Awaited<ReturnType<typeof obligationEntry>>>;

export type PeriodRow = Progress & {
  id: number;
  slot: string;
  opensOn: Day;
  dueOn: Day;
  coversFrom: Day;
  coversTo: Day;
};

/** The periods of an obligation, latest first, with their progress. A quarterly one has forty in ten years. */
export const periodsWithProgress = (obligationId: number, today: Day, most = 60): Promise<PeriodRow[]> =>
  db().$queryRaw<PeriodRow[]>`
    select p.id, p.slot, p."opensOn"::text, p."dueOn"::text, p."coversFrom"::text, p."coversTo"::text, k.*
    from (select * from "ReportingPeriod" where "obligationId" = ${obligationId} order by "dueOn" desc limit ${most}) p
    cross join lateral (select ${counts(today)} from "ReportAssignment" a where a."periodId" = p.id) k
    order by p."dueOn" desc`;

/** What was changed of an obligation, latest first. */
export async function obligationChanges(obligationId: number, most = 20) {
  return db().obligationChange.findMany({
    where: { obligationId },
    orderBy: { id: "desc" },
    take: most,
    include: { byUser: { select: { fullName: true } } },
  });
}

/** What the form offers: forms that can be answered, parks, countries that occur. */
export async function obligationChoices() {
  const [forms, parks, countries] = await Promise.all([
    db().reportForm.findMany({
      where: { versions: { some: { state: "IN_FORCE" } } },
      select: { id: true, code: true, nameVi: true, nameEn: true },
      orderBy: { nameVi: "asc" },
    }),
    db().industrialPark.findMany({ select: { id: true, nameVi: true, nameEn: true }, orderBy: { nameVi: "asc" } }),
    db().enterprise.findMany({ distinct: ["investorCountry"], select: { investorCountry: true } }),
  ]);
  return { forms, parks, countries: countries.map(({ investorCountry }) => investorCountry).sort() };
}

const hits = 12;

/** Enterprises and schools for what is being typed. */
export async function findOrganisations(typed: string): Promise<{ id: number; name: string; detail: string }[]> {
  const like = (text: Prisma.Sql) =>
    Prisma.join([Prisma.sql`true`, ...wordsOf(typed).map((word) => Prisma.sql`${text} like ${word}`)], " and ");
  return db().$queryRaw`
    select * from (
      (select e.id, e."nameVi" as name, e."taxCode" as detail from "Enterprise" e where ${like(Prisma.sql`e."searchText"`)}
        order by e."nameVi" limit ${hits})
      union all
      (select s.id, s."nameVi" as name, '' as detail from "School" s where ${like(Prisma.sql`vi_norm(s."nameVi")`)}
        order by s."nameVi" limit ${hits})) found
    limit ${hits}`;
}

/** Names of what an audience lists by id. */
export async function audienceNames({ audience: who }: Pick<ObligationContent, "audience">) {
  const parks =
    who.kind === "enterprises" && who.parks.length
      ? await db().industrialPark.findMany({
          where: { id: { in: who.parks } },
          select: { id: true, nameVi: true, nameEn: true },
          orderBy: { nameVi: "asc" },
        })
      : [];
  const organisations =
    who.kind === "organisations"
      ? await db().organisation.findMany({
          where: { id: { in: who.ids } },
          select: { id: true, nameVi: true },
          orderBy: { nameVi: "asc" },
        })
      : [];
  return { parks, organisations };
}
