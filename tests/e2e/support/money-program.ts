import { addDays, dayOf } from "@/lib/core/day";
import { db } from "@/lib/db/client";
import { createCourse } from "@/lib/subsidies/course-commands";
import { daysAgo, staffOf } from "@/prisma/seed/budget";
import { done, ownerOf } from "@/prisma/seed/dossiers";
import { completeCourse, type Plan, seedReviewed } from "@/prisma/seed/granted";
import { loadReferenceData } from "@/prisma/seed/reference";
import { seedAccounts, seedEnterprises } from "@/prisma/seed/register";
import { createBeneficiaries, createWorkers } from "../../factories/dossiers";

/**
 * Run in a process of its own (`stageMoney`): writes into an empty portal the sample's organisations and accounts, two
 * dossiers of the first enterprise that are examined and wait for money and for the decision, and a course that is planned.
 * Nothing is allocated. Prints what was made as one line of JSON.
 */
const now = new Date();
await loadReferenceData(db());
await seedAccounts(db(), await seedEnterprises(db(), now));
const owner = await ownerOf("doanh-nghiep@hezaworks.example", "ENTERPRISE");
const units = {
  officer: await staffOf("LABOUR_OFFICER"),
  head: await staffOf("LABOUR_HEAD"),
  leader: await staffOf("LEADER"),
  office: await staffOf("OFFICE"),
  supervision: await staffOf("SUPERVISION"),
};
await createWorkers(owner.organisation.id, await createBeneficiaries(6));
const course = { startsOn: addDays(dayOf(now), -290), endsOn: addDays(dayOf(now), -21) };
const plan: Plan = {
  ...{ ...course, owner, kind: "WORKER", groupCode: "a", occupationCode: "welding", tuition: 12_000_000 },
  ...{ programme: "Hàn tàu thử", people: 4, askedAt: daysAgo(now, 45), decidedAt: daysAgo(now, 30) },
};
for (const [programme, people] of [
  ["Hàn tàu thử", 4],
  ["Hàn ống thử", 2],
] as const) {
  const { courseId } = await seedReviewed({ ...plan, programme, people }, units);
  await completeCourse(owner, courseId, course.endsOn, daysAgo(now, 20));
}
const planned = { programme: "Hàn robot thử", occupationCode: "welding", level: "INTERMEDIATE", tuition: 12_000_000 };
done(
  await createCourse(
    owner,
    {
      ...{ ...planned, months: 9, places: 20, localSchool: true, schoolId: null, schoolName: "Trường Cao đẳng Thử" },
      ...{ startsOn: dayOf(now), endsOn: addDays(dayOf(now), 270) },
    },
    { now },
  ),
);
const dossiers = await db().subsidyDossier.findMany({ orderBy: { id: "asc" }, select: { code: true, amount: true } });
const people = await db().rosterEntry.findMany({
  orderBy: { id: "asc" },
  select: { fullName: true, staffCode: true },
});
console.log(
  JSON.stringify({
    year: Number(dayOf(now).slice(0, 4)),
    dossiers: dossiers.map(({ code, amount }) => ({ code, amount: Number(amount) })),
    people,
  }),
);
await db().$disconnect();
