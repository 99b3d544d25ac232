import { dayOf } from "@/lib/core/day";
import { db } from "@/lib/db/client";
import type { PersonKind } from "@/lib/db/generated/enums";
import type { Person } from "@/lib/identity/actor";
import { usualSigner } from "@/lib/papers/letter-fields";
import { approveList, checkList } from "@/lib/subsidies/approval-commands";
import { gatherList, proposeList } from "@/lib/subsidies/approval-list-commands";
import { unreleasedRates } from "@/lib/subsidies/approval-rate-queries";
import { addPeople, createCourse, moveCourse, recordPeople } from "@/lib/subsidies/course-commands";
import { decidePersons } from "@/lib/subsidies/decision-commands";
import { numberDecision } from "@/lib/subsidies/decision-letter-commands";
import { releaseRate, revokeRelease } from "@/lib/subsidies/policy-commands";
import { assignDossiers } from "@/lib/subsidies/review-commands";
import { complete, done, draft, handIn, type Owner } from "./dossiers";

/** Who acts for the Authority in the sample. */
export type Units = Record<"officer" | "head" | "leader" | "office" | "supervision", Person>;

export type Plan = {
  owner: Owner;
  kind: PersonKind;
  groupCode: string;
  programme: string;
  occupationCode: string;
  tuition: number;
  people: number;
  /** Days: the course, when the dossier is handed in, when it is decided. */
  startsOn: string;
  endsOn: string;
  askedAt: Date;
  decidedAt: Date;
};

/** A course of its own with people of the roster who are in no other one and fit the group. */
async function courseOf({ owner, kind, programme, occupationCode, tuition, people, ...plan }: Plan): Promise<number> {
  const entries = await db().rosterEntry.findMany({
    where: {
      ...{ organisationId: owner.organisation.id, kind, leftOn: null, participants: { none: {} } },
      // Whose job asks for more than they hold; students are asked for nothing.
      ...(kind === "WORKER" && { qualificationRequired: { not: null }, qualificationHeld: { not: "INTERMEDIATE" } }),
    },
    orderBy: { id: "asc" },
    take: people,
    select: { id: true },
  });
  const at = { now: plan.askedAt };
  const course = done(
    await createCourse(
      owner,
      {
        ...{ programme, occupationCode, tuition, level: "INTERMEDIATE", months: 9, places: people, localSchool: true },
        ...{ schoolId: null, schoolName: "Trường Cao đẳng Mẫu", startsOn: plan.startsOn, endsOn: plan.endsOn },
      },
      at,
    ),
  );
  done(await addPeople(owner, { courseId: course.id, entryIds: entries.map(({ id }) => id) }, at));
  done(await moveCourse(owner, { ...course, move: "start" }, at));
  return course.id;
}

/** A dossier with everybody of a course of its own, handed in and decided on by the officer, in review. */
export async function seedReviewed(plan: Plan, { officer }: Units): Promise<{ id: number; courseId: number }> {
  const { owner, groupCode, askedAt, decidedAt } = plan;
  const courseId = await courseOf(plan);
  const id = await draft(owner, courseId, groupCode, askedAt);
  await complete(owner, id, groupCode, askedAt);
  await handIn(owner, id, askedAt);
  const { version } = await db().subsidyDossier.findUniqueOrThrow({ where: { id } });
  const at = { now: decidedAt };
  done(await assignDossiers(officer, { items: [{ id, version }], toUserId: officer.userId }, at));
  done(await decidePersons(officer, { id, decision: "ACCEPTED", persons: "undecided" }, at));
  return { id, courseId };
}

/**
 * Brings dossiers through the chain as one list, to the numbered decision. Rates that nobody has confirmed are released for
 * it, and no longer than it takes.
 */
export async function seedDecision(title: string, dossiers: readonly number[], units: Units, now: Date) {
  const at = { now };
  const { id } = done(await gatherList(units.officer, { title, dossiers: [...dossiers] }, at));
  const shown = async () => {
    const list = await db().approvalList.findUniqueOrThrow({ where: { id } });
    const { version, persons } = list;
    return { id, version, seen: { dossiers: list.dossierCount, persons, amount: Number(list.amount) } };
  };
  done(await proposeList(units.officer, await shown(), at));
  done(await checkList(units.head, await shown(), at));
  const reason = "Dữ liệu mẫu, không có thật";
  const { policyVersionId: versionId } = await db().subsidyDossier.findUniqueOrThrow({
    where: { id: dossiers[0] ?? 0 },
  });
  const releases: number[] = [];
  for (const { code: rateCode } of await unreleasedRates(db(), id))
    releases.push(done(await releaseRate(units.leader, { versionId, rateCode, reason }, at)).id);
  done(await approveList(units.leader, await shown(), at));
  for (const releaseId of releases) done(await revokeRelease(units.leader, { releaseId, reason }, at));
  const { id: registerId } = await db().documentRegister.findFirstOrThrow({ where: { symbol: { startsWith: "QĐ" } } });
  const { version } = await shown();
  const signed = { registerId, issuedOn: dayOf(now), signerTitle: usualSigner, signerName: "Gạo Đỏ Sông Hồng" };
  done(await numberDecision(units.officer, { of: "list", id, version, ...signed }, at));
}

/** Everybody of a course has completed it. */
export async function completeCourse(owner: Person, courseId: number, on: string, now: Date): Promise<void> {
  const people = await db().courseParticipant.findMany({
    where: { courseId, droppedOn: null },
    orderBy: { id: "asc" },
  });
  const participantIds = people.map(({ id }) => id);
  const recording = { courseId, participantIds, what: "completed", on, months: null, certificateNo: null };
  done(await recordPeople(owner, recording, { now }));
}
