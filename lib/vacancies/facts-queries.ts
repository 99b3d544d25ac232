import { type Day, dayToDate } from "@/lib/core/day";
import { db, type Tx } from "@/lib/db/client";
import { duplicatesOf } from "./duplicate-queries";
import { type Finding, type FindingFacts, findingsOf, type Grounds } from "./findings";
import type { JudgedVacancy } from "./schema";

type MinimumWage = NonNullable<Grounds["minimumWage"]>;

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

/** What the register and the law say of vacancies on a day: three queries, however many there are. */
export async function groundsOfMany(tx: Tx, vacancies: JudgedVacancy[], today: Day): Promise<Grounds[]> {
  if (vacancies.length === 0) return [];
  const enterprises = await tx.enterprise.findMany({
    where: { id: { in: [...new Set(vacancies.map(({ enterpriseId }) => enterpriseId))] } },
    select: { id: true, lifecycle: true, verifiedAt: true, headcount: true },
  });
  const wages = await minimumWages(tx, [...new Set(vacancies.map(({ content }) => content.parkId))], today);
  return vacancies.map(({ enterpriseId, content }) => {
    const enterprise = enterprises.find((row) => row.id === enterpriseId);
    if (!enterprise) throw new Error(`vacancy of an unknown enterprise ${enterpriseId}`);
    const { lifecycle, verifiedAt, headcount } = enterprise;
    return {
      content,
      today,
      minimumWage: wages.get(content.parkId) ?? null,
      enterprise: { lifecycle, headcount, verified: verifiedAt !== null },
    };
  });
}

/** The same and what the other listings say. */
export async function factsOfMany(tx: Tx, vacancies: JudgedVacancy[], today: Day): Promise<FindingFacts[]> {
  const grounds = await groundsOfMany(tx, vacancies, today);
  const like = await duplicatesOf(tx, vacancies);
  return grounds.map((facts, index) => ({ ...facts, duplicates: like[index] ?? [] }));
}

/** The register and the law on one vacancy. */
export async function groundsOf(tx: Tx, vacancy: JudgedVacancy, today: Day): Promise<Grounds> {
  const [grounds] = await groundsOfMany(tx, [vacancy], today);
  if (!grounds) throw new Error("no grounds");
  return grounds;
}

/** All findings of vacancies as of a day, worst first, in the order asked. */
export const findingsOfMany = async (tx: Tx, vacancies: JudgedVacancy[], today: Day): Promise<Finding[][]> =>
  (await factsOfMany(tx, vacancies, today)).map(findingsOf);

/** The same for one vacancy. */
export const findingsNow = async (tx: Tx, vacancy: JudgedVacancy, today: Day): Promise<Finding[]> =>
  (await findingsOfMany(tx, [vacancy], today))[0] ?? [];

/** The same for a page. */
export const currentFindings = (vacancy: JudgedVacancy, today: Day): Promise<Finding[]> =>
  findingsNow(db(), vacancy, today);
