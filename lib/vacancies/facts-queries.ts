import { type Day, dayToDate } from "@/lib/core/day";
import type { Tx } from "@/lib/db/client";
import type { Finding, FindingFacts } from "./findings";
import { findingsOf } from "./findings";
import type { VacancyContent } from "./schema";

/** Lowest wage that may be paid at a park on a day; null where region or wage of that day is not known. */
async function minimumWage(tx: Tx, parkId: number, day: Day): Promise<FindingFacts["minimumWage"]> {
  const on = dayToDate(day);
  const valid = { validFrom: { lte: on }, OR: [{ validTo: null }, { validTo: { gte: on } }] };
  const place = await tx.parkWageRegion.findFirst({
    where: { parkId, ...valid },
    select: { region: true, verified: true },
  });
  if (!place) return null;
  const wage = await tx.regionalMinimumWage.findFirst({
    where: { region: place.region, ...valid },
    select: { region: true, monthly: true, citation: true, verified: true },
  });
  return wage && { ...wage, verified: wage.verified && place.verified };
}

/** Shared letters (trigrams) from which on two titles count as alike. */
const alike = 0.5;

async function duplicatesOf(
  tx: Tx,
  vacancy: { id: number; enterpriseId: number; content: VacancyContent },
): Promise<FindingFacts["duplicates"]> {
  const { occupationId, titleVi } = vacancy.content;
  if (occupationId === null || titleVi === "") return [];
  return tx.$queryRaw<FindingFacts["duplicates"]>`
    select id, "titleVi" from "Vacancy"
    where "enterpriseId" = ${vacancy.enterpriseId} and id <> ${vacancy.id} and "occupationId" = ${occupationId}
      and status in ('SUBMITTED', 'APPROVED', 'PUBLISHED')
      and similarity(vi_norm("titleVi"), vi_norm(${titleVi})) >= ${alike}
    order by id desc limit 3`;
}

/** What the register, the law and the other listings say of a vacancy on a day. */
export async function factsOf(
  tx: Tx,
  vacancy: { id: number; enterpriseId: number; content: VacancyContent },
  today: Day,
): Promise<FindingFacts> {
  const [enterprise, wage, duplicates] = [
    await tx.enterprise.findUniqueOrThrow({
      where: { id: vacancy.enterpriseId },
      select: { lifecycle: true, verifiedAt: true, headcount: true },
    }),
    await minimumWage(tx, vacancy.content.parkId, today),
    await duplicatesOf(tx, vacancy),
  ];
  const { lifecycle, verifiedAt, headcount } = enterprise;
  return {
    content: vacancy.content,
    today,
    minimumWage: wage,
    enterprise: { lifecycle, headcount, verified: verifiedAt !== null },
    duplicates,
  };
}

/** All findings of a vacancy as of a day, worst first. */
export const findingsNow = async (
  tx: Tx,
  vacancy: { id: number; enterpriseId: number; content: VacancyContent },
  today: Day,
): Promise<Finding[]> => findingsOf(await factsOf(tx, vacancy, today));
