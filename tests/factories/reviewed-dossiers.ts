import { randomUUID } from "node:crypto";
import { dayToDate } from "@/lib/core/day";
import { db } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import { claimScope } from "@/lib/subsidies/amounts";
import { digestOf, type FrozenPaper, judgeAll } from "@/lib/subsidies/dossier";
import { factsOfDossier } from "@/lib/subsidies/facts-queries";
import { createEnterpriseWith } from "./deadlines";
import { createMember } from "./identity";

let count = 0;

/** A human being whom some organisation names; the seal holds nothing that could be opened. */
export const createBeneficiary = () =>
  db().beneficiary.create({ data: { ref: randomUUID(), idHash: randomUUID(), idSealed: "niem-phong-thu" } });

const surnames = ["Nguyễn", "Trần", "Lê", "Phạm", "Vũ", "Đặng", "Bùi", "Đỗ"];

/** A worker on a roster whom the rules grant support in a course of welding at intermediate level. */
async function createWorker(organisationId: number, at: number) {
  const beneficiary = await createBeneficiary();
  return db().rosterEntry.create({
    data: {
      ...{ organisationId, beneficiaryId: beneficiary.id, kind: "WORKER", source: "TYPED" },
      fullName: `${surnames[at % surnames.length]} Thử ${at + 1}`,
      birthDate: dayToDate("1998-03-04"),
      ...{ education: "UPPER_SECONDARY", job: "Thợ hàn", occupationCode: "welding" },
      ...{ qualificationHeld: "UNSKILLED", qualificationRequired: "INTERMEDIATE" },
      ...{ contractType: "INDEFINITE", contractFrom: dayToDate("2023-01-01") },
    },
  });
}

export type DossierOptions = {
  persons?: number;
  /** đồng a person, the whole course. */
  tuition?: number;
  state?: "SUBMITTED" | "IN_REVIEW";
  /** Persons, by place in the dossier from 0, whose papers are missing. */
  withoutPapers?: readonly number[];
  /** Months that persons attended before they dropped out, by place in the dossier from 0; null: stayed. */
  dropped?: readonly (number | null)[];
  submittedAt?: Date;
  dueOn?: string;
  park?: number;
};

/** A dossier of an enterprise as it was handed in: persons, papers, version 1, benefits taken. Needs reference data. */
export async function createDossier(options: DossierOptions = {}) {
  const { persons = 2, tuition = 12_000_000, state = "IN_REVIEW", withoutPapers = [], dropped = [] } = options;
  const submittedAt = options.submittedAt ?? new Date("2026-10-05T09:00:00+07:00");
  const version = await db().supportPolicyVersion.findFirstOrThrow({
    where: { policy: { code: "nq-03-2024" }, state: "IN_FORCE" },
  });
  const park = options.park ?? (await db().industrialPark.findFirstOrThrow()).id;
  const organisationId = await createEnterpriseWith(park, [["2020-01-01", "OPERATING"]]);
  const applicant = await createMember(organisationId, "OWNER");
  const course = await db().trainingCourse.create({
    data: {
      ...{ organisationId, schoolName: "Trường Cao đẳng Thử Nghiệm", programme: "Hàn trung cấp" },
      ...{ occupationCode: "welding", level: "INTERMEDIATE", tuition, months: 12, state: "RUNNING" },
      ...{ startsOn: dayToDate("2026-01-05"), endsOn: dayToDate("2026-12-25") },
    },
  });
  const dossier = await db().subsidyDossier.create({
    data: {
      ...{
        organisationId,
        policyId: version.policyId,
        policyVersionId: version.id,
        groupCode: "a",
        courseId: course.id,
      },
      ...{ createdById: applicant.userId, nextPosition: persons + 1 },
    },
  });
  for (let at = 0; at < persons; at += 1) {
    const entry = await createWorker(organisationId, at);
    const { id: rosterEntryId, beneficiaryId } = entry;
    const person = await db().dossierPerson.create({
      data: { dossierId: dossier.id, position: at + 1, rosterEntryId, beneficiaryId },
    });
    const monthsAttended = dropped[at] ?? null;
    await db().courseParticipant.create({
      data: {
        ...{ courseId: course.id, rosterEntryId, beneficiaryId, monthsAttended },
        ...(monthsAttended !== null && { droppedOn: dayToDate("2026-08-03"), dropReason: "chuyển việc" }),
      },
    });
    if (!withoutPapers.includes(at)) await addPapers(dossier.id, person.id, "PERSON");
  }
  await addPapers(dossier.id, null, "DOSSIER");
  await handIn(dossier.id, { state, submittedAt, dueOn: options.dueOn ?? "2026-12-01", by: applicant.userId });
  return { id: dossier.id, organisationId, applicant, courseId: course.id, policyVersionId: version.id };
}

async function addPapers(dossierId: number, personId: number | null, per: "PERSON" | "DOSSIER") {
  const read = await factsOfDossier(undefined, dossierId, []);
  const papers = read?.policy.groups.find(({ code }) => code === "a")?.papers ?? [];
  await db().dossierPaper.createMany({
    data: papers
      .filter((one) => one.per === per && one.required)
      .map(({ code }) => ({ dossierId, personId, code, fileName: `${code}.pdf` })),
  });
}

async function handIn(
  dossierId: number,
  { state, submittedAt, dueOn, by }: { state: "SUBMITTED" | "IN_REVIEW"; submittedAt: Date; dueOn: string; by: number },
) {
  const read = await factsOfDossier(undefined, dossierId);
  if (!read) throw new Error("no dossier");
  const judged = judgeAll(read.policy, read.facts, read.persons);
  const amount = judged.reduce((sum, one) => sum + one.amount, 0);
  const json = (value: unknown) => value as Prisma.InputJsonArray;
  const version = await db().dossierVersion.create({
    data: {
      ...{ dossierId, no: 1, policyVersionId: read.policyVersionId, persons: judged.length, amount, submittedAt },
      ...{
        submittedById: by,
        head: { groupCode: read.facts.groupCode, course: read.facts.course, note: null, papers: [] },
      },
    },
  });
  for (const one of judged) {
    const papers: FrozenPaper[] = one.papers.map(({ code, illegible, fileId, fileName }) => ({
      ...{ code, illegible, fileId, fileName },
    }));
    const { fullName, facts } = one;
    await db().dossierPerson.update({
      where: { id: one.id },
      data: { lines: json(one.lines), findings: json(one.findings), amount: one.amount, stopped: one.stopped },
    });
    await db().dossierVersionPerson.create({
      data: {
        ...{ versionId: version.id, position: one.position, beneficiaryId: one.beneficiaryId, fullName, facts },
        ...{ lines: json(one.lines), findings: json(one.findings), papers: json(papers), amount: one.amount },
        digest: digestOf({ fullName, facts, papers, amount: one.amount }),
      },
    });
    for (const line of one.lines) {
      const rate = read.policy.rates.find(({ code }) => code === line.rate);
      if (rate && line.amount > 0)
        await db().supportClaim.create({
          data: {
            ...{
              beneficiaryId: one.beneficiaryId,
              rateCode: rate.code,
              dossierId,
              personId: one.id,
              amount: line.amount,
            },
            scope: claimScope(read.policyCode, rate, read.facts.course),
          },
        });
    }
  }
  count += 1;
  await db().subsidyDossier.update({
    where: { id: dossierId },
    data: {
      ...{ code: `2026-${String(process.pid % 1000)}${count}-${dossierId}`, state, currentNo: 1, submittedAt },
      ...{ persons: judged.length, amount, stopped: judged.filter(({ stopped }) => stopped).length },
      dueOn: dayToDate(dueOn),
    },
  });
}
