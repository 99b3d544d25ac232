import { dayToDate } from "@/lib/core/day";
import type { Tx } from "@/lib/db/client";
import type { QualificationLevel } from "@/lib/db/generated/enums";
import { codeKey, monthDay, type SchoolAnswer, schoolAnswerOf } from "./answer";

/** Enterprises by the tax codes that an answer names; a code that the register does not know is none. */
async function enterprisesOf(tx: Tx, { internships }: SchoolAnswer): Promise<Map<string, number>> {
  const taxCodes = internships.flatMap(({ taxCode }) => (taxCode ? [taxCode.replace(/\s/g, "")] : []));
  if (taxCodes.length === 0) return new Map();
  const rows = await tx.enterprise.findMany({
    where: { taxCode: { in: taxCodes } },
    select: { id: true, taxCode: true },
  });
  return new Map(rows.map(({ id, taxCode }) => [taxCode, id]));
}

/** What was accepted of a report counts no more: it was opened again. Says whether there was anything. */
export async function replaceAnswer(tx: Tx, assignmentId: number, now: Date): Promise<boolean> {
  const { count } = await tx.cohortAnswer.updateMany({
    where: { submission: { assignmentId }, replacedAt: null },
    data: { replacedAt: now },
  });
  return count > 0;
}

/**
 * Writes an accepted version into rows; from now on it is what counts for the school and the year of its call. Nothing
 * happens for a report that no data call asked for: then it answers false.
 */
export async function projectAnswer(
  tx: Tx,
  accepted: { obligationId: number; organisationId: number | null; submission: { id: number; content: unknown } },
  now: Date,
): Promise<boolean> {
  const call = await tx.dataCall.findUnique({
    where: { obligationId: accepted.obligationId },
    select: { id: true, year: true },
  });
  if (!call || accepted.organisationId === null) return false;
  const schoolId = accepted.organisationId;
  const answer = schoolAnswerOf(accepted.submission.content);
  // Also an answer to an earlier call of the same year.
  await tx.cohortAnswer.updateMany({
    where: { schoolId, year: call.year, replacedAt: null },
    data: { replacedAt: now },
  });
  const { id: answerId } = await tx.cohortAnswer.create({
    data: {
      schoolId,
      callId: call.id,
      year: call.year,
      submissionId: accepted.submission.id,
      acceptedAt: now,
      cooperation: answer.cooperation,
      presentState: answer.presentState,
    },
    select: { id: true },
  });
  const numbers = new Map(answer.programmes.map(({ code }, no) => [codeKey(code), no]));
  await tx.cohortProgramme.createMany({
    data: answer.programmes.map((programme, no) => ({
      ...programme,
      answerId,
      no,
      codeKey: codeKey(programme.code),
      level: programme.level as QualificationLevel,
    })),
  });
  await tx.cohortGraduates.createMany({
    data: answer.graduates.map(({ programme, month, year, count, women }) => ({
      answerId,
      // The version was refused at submission if a programme was unknown.
      programmeNo: numbers.get(codeKey(programme)) ?? 0,
      month: dayToDate(monthDay(year, month)),
      count,
      women,
    })),
  });
  const enterprises = await enterprisesOf(tx, answer);
  await tx.cohortInternship.createMany({
    data: answer.internships.map(({ programme, enterprise, taxCode, inParks, term, count }, no) => ({
      answerId,
      no,
      programmeNo: programme === null ? null : (numbers.get(codeKey(programme)) ?? null),
      enterpriseId: taxCode ? (enterprises.get(taxCode.replace(/\s/g, "")) ?? null) : null,
      enterpriseName: enterprise,
      inParks: inParks === "yes",
      term,
      count,
    })),
  });
  await tx.cohortUpgrade.createMany({ data: answer.upgrades.map((upgrade, no) => ({ answerId, no, ...upgrade })) });
  await tx.cohortDifficulty.createMany({
    data: answer.difficulties.map(({ theme, text }, no) => ({ answerId, no, theme, text })),
  });
  return true;
}
