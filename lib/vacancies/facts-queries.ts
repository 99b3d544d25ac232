import { type Day, dayToDate } from "@/lib/core/day";
import { db, type Tx } from "@/lib/db/client";
import type { Finding, FindingFacts } from "./findings";
import { findingsOf } from "./findings";
import type { VacancyContent } from "./schema";

/** What a vacancy says, and whose it is; `id` 0 for one that is not stored yet. */
export type JudgedVacancy = { id: number; enterpriseId: number; content: VacancyContent };

type MinimumWage = NonNullable<FindingFacts["minimumWage"]>;

/** Lowest wage that may be paid at each park on a day; a park where region or wage of that day is not known has none. */
async function minimumWages(tx: Tx, parkIds: number[], day: Day): Promise<Map<number, MinimumWage>> {
  const on = dayToDate(day);
  const valid = { validFrom: { lte: on }, OR: [{ validTo: null }, { validTo: { gte: on } }] };
  const places = await tx.parkWageRegion.findMany({
    where: { parkId: { in: parkIds }, ...valid },
    select: { parkId: true, region: true, verified: true },
  });
  const wages = await tx.regionalMinimumWage.findMany({
    where: { region: { in: places.map(({ region }) => region) }, ...valid },
    select: { region: true, monthly: true, citation: true, verified: true },
  });
  return new Map(
    places.flatMap(({ parkId, region, verified }) => {
      const wage = wages.find((row) => row.region === region);
      return wage ? [[parkId, { ...wage, verified: wage.verified && verified }] as const] : [];
    }),
  );
}

/** Shared letters (trigrams) from which on two titles count as alike, how many of the like are named, and among how many. */
const alike = 0.5;
const most = 3;
const newest = 200;

/** Open or waiting listings of the same enterprise and occupation under a like title, newest first, for each vacancy. */
async function duplicates(tx: Tx, vacancies: JudgedVacancy[]): Promise<FindingFacts["duplicates"][]> {
  const asked = JSON.stringify(
    vacancies.map(({ id, enterpriseId, content }, index) => ({
      index,
      id,
      enterpriseId,
      occupationId: content.occupationId,
      title: content.titleVi,
    })),
  );
  const rows = await tx.$queryRaw<{ index: number; id: number; titleVi: string }[]>`
    with asked as materialized (
      select a.*, vi_norm(a.title) as norm
      from jsonb_to_recordset(${asked}::jsonb)
        as a(index int, id int, "enterpriseId" int, "occupationId" int, title text)
      where a.title <> '' and a."occupationId" is not null
    ), known as materialized (
      -- Once for all that are asked of the same enterprise and occupation: a table of thousands is judged lot by lot.
      select g."enterpriseId", g."occupationId", v.id, v."titleVi", vi_norm(v."titleVi") as norm
      from (select distinct "enterpriseId", "occupationId" from asked) g
      cross join lateral (
        select v.id, v."titleVi" from "Vacancy" v
        where v."enterpriseId" = g."enterpriseId" and v."occupationId" = g."occupationId"
          and v.status in ('SUBMITTED', 'APPROVED', 'PUBLISHED')
        order by v.id desc limit ${newest}
      ) v
    )
    select a.index, d.id, d."titleVi" from asked a
    cross join lateral (
      select k.id, k."titleVi" from known k
      where k."enterpriseId" = a."enterpriseId" and k."occupationId" = a."occupationId" and k.id <> a.id
        and similarity(k.norm, a.norm) >= ${alike}
      order by k.id desc limit ${most}
    ) d order by a.index, d.id desc`;
  const found: FindingFacts["duplicates"][] = vacancies.map(() => []);
  for (const { index, id, titleVi } of rows) found[index]?.push({ id, titleVi });
  return found;
}

/** What the register, the law and the other listings say of vacancies on a day: three queries, however many there are. */
export async function factsOfMany(tx: Tx, vacancies: JudgedVacancy[], today: Day): Promise<FindingFacts[]> {
  if (vacancies.length === 0) return [];
  const enterprises = await tx.enterprise.findMany({
    where: { id: { in: [...new Set(vacancies.map(({ enterpriseId }) => enterpriseId))] } },
    select: { id: true, lifecycle: true, verifiedAt: true, headcount: true },
  });
  const wages = await minimumWages(tx, [...new Set(vacancies.map(({ content }) => content.parkId))], today);
  const like = await duplicates(tx, vacancies);
  return vacancies.map(({ enterpriseId, content }, index) => {
    const enterprise = enterprises.find((row) => row.id === enterpriseId);
    if (!enterprise) throw new Error(`vacancy of an unknown enterprise ${enterpriseId}`);
    const { lifecycle, verifiedAt, headcount } = enterprise;
    return {
      content,
      today,
      minimumWage: wages.get(content.parkId) ?? null,
      enterprise: { lifecycle, headcount, verified: verifiedAt !== null },
      duplicates: like[index] ?? [],
    };
  });
}

/** The same for one vacancy. */
export async function factsOf(tx: Tx, vacancy: JudgedVacancy, today: Day): Promise<FindingFacts> {
  const [facts] = await factsOfMany(tx, [vacancy], today);
  if (!facts) throw new Error("no facts");
  return facts;
}

/** All findings of vacancies as of a day, worst first, in the order asked. */
export const findingsOfMany = async (tx: Tx, vacancies: JudgedVacancy[], today: Day): Promise<Finding[][]> =>
  (await factsOfMany(tx, vacancies, today)).map(findingsOf);

/** The same for one vacancy. */
export const findingsNow = async (tx: Tx, vacancy: JudgedVacancy, today: Day): Promise<Finding[]> =>
  findingsOf(await factsOf(tx, vacancy, today));

/** The same for a page. */
export const currentFindings = (vacancy: JudgedVacancy, today: Day): Promise<Finding[]> =>
  findingsNow(db(), vacancy, today);
