import { addDays, dayOf, dayToDate } from "@/lib/core/day";
import { db } from "@/lib/db/client";
import type { EducationLevel, OrganisationKind, PersonKind, QualificationLevel } from "@/lib/db/generated/enums";
import { nobody, type Person } from "@/lib/identity/actor";
import { beneficiariesOf, sealedFor } from "@/lib/subsidies/beneficiary-commands";
import { addPeople, createCourse, moveCourse, recordPeople } from "@/lib/subsidies/course-commands";
import { createLink, register } from "@/lib/subsidies/registration-commands";

/** What a command answers in the seed is a success, or the seed is wrong. */
function done<T>(result: { ok: true; value: T } | { ok: false; code: string }): T {
  if (!result.ok) throw new Error(`the seed was refused: ${result.code}`);
  return result.value;
}

/** An ID of the place 000, which does not exist: of no real person. */
const sampleId = (no: number, birthYear: number): string =>
  `000${birthYear < 2000 ? 0 : 2}${String(birthYear % 100).padStart(2, "0")}${String(no).padStart(6, "0")}`;

type Sample = {
  kind: PersonKind;
  job: string;
  occupationCode: string | null;
  held: QualificationLevel;
  required: QualificationLevel | null;
  bornIn: number;
};

const workers: readonly Sample[] = [
  {
    kind: "WORKER",
    job: "Công nhân lắp ráp",
    occupationCode: "electronics",
    held: "UNSKILLED",
    required: "INTERMEDIATE",
    bornIn: 1988,
  },
  {
    kind: "WORKER",
    job: "Thợ hàn",
    occupationCode: "welding",
    held: "ELEMENTARY",
    required: "INTERMEDIATE",
    bornIn: 1992,
  },
  {
    kind: "WORKER",
    job: "Thợ điện bảo trì",
    occupationCode: "electricity",
    held: "INTERMEDIATE",
    required: "INTERMEDIATE",
    bornIn: 1985,
  },
  {
    kind: "WORKER",
    job: "Nhân viên kho vận",
    occupationCode: "logistics",
    held: "UNSKILLED",
    required: "COLLEGE",
    bornIn: 1998,
  },
  { kind: "WORKER", job: "Công nhân đóng gói", occupationCode: null, held: "UNSKILLED", required: null, bornIn: 1995 },
];
const expert: Sample = {
  kind: "EXPERT",
  job: "Kỹ thuật viên trưởng",
  occupationCode: "electronics",
  held: "UNIVERSITY",
  required: "COLLEGE",
  bornIn: 1980,
};
const student: Sample = {
  kind: "STUDENT",
  job: "Lớp điện công nghiệp",
  occupationCode: "electricity",
  held: "UNSKILLED",
  required: null,
  bornIn: 2006,
};
const teacher: Sample = {
  kind: "TEACHER",
  job: "Giáo viên khoa điện",
  occupationCode: "electricity",
  held: "UNIVERSITY",
  required: "UNIVERSITY",
  bornIn: 1983,
};

const names: Record<PersonKind, string> = {
  WORKER: "Nguyễn Văn Mẫu",
  EXPERT: "Lê Văn Mẫu",
  STUDENT: "Trần Thị Mẫu",
  TEACHER: "Phạm Thị Mẫu",
};

/** Writes people on a roster in few statements: sealing is done in memory, and the sample must be there in seconds. */
async function writeRoster(organisationId: number, from: number, people: readonly Sample[], now: Date) {
  const rows = people.map((sample, at) => {
    const birthYear = sample.bornIn + (at % 7);
    const no = from + at;
    return { sample, no, birthYear, sealed: sealedFor(sampleId(no, birthYear)) };
  });
  await db().$transaction(async (tx) => {
    const persons = await beneficiariesOf(
      tx,
      rows.map(({ sealed }) => sealed),
      now,
    );
    await tx.rosterEntry.createMany({
      data: rows.map(({ sample, no, birthYear, sealed }, at) => {
        const employed = sample.kind === "WORKER" || sample.kind === "EXPERT";
        const education: EducationLevel = at % 9 === 4 ? "LOWER_SECONDARY" : "UPPER_SECONDARY";
        return {
          organisationId,
          beneficiaryId: persons.get(sealed.idHash) ?? 0,
          kind: sample.kind,
          staffCode: `M${String(no).padStart(4, "0")}`,
          fullName: `${names[sample.kind]} ${String(no).padStart(3, "0")}`,
          birthDate: dayToDate(
            `${birthYear}-${String(1 + (at % 12)).padStart(2, "0")}-${String(1 + (at % 28)).padStart(2, "0")}`,
          ),
          phone: `0900 000 ${String(no % 1000).padStart(3, "0")}`,
          education,
          job: sample.job,
          occupationCode: sample.occupationCode,
          qualificationHeld: sample.held,
          fieldHeld: sample.held === "UNSKILLED" ? null : sample.occupationCode,
          qualificationRequired: sample.required,
          contractType: employed ? ("INDEFINITE" as const) : null,
          contractFrom: employed ? dayToDate(`20${20 + (at % 5)}-03-01`) : null,
          insuredSince: employed ? dayToDate(`20${20 + (at % 5)}-03-01`) : null,
          permanentStaff: sample.kind === "TEACHER" ? at % 4 !== 3 : null,
          source: "IMPORTED" as const,
          createdAt: now,
          updatedAt: now,
        };
      }),
    });
  });
}

type Plan = {
  programme: string;
  occupationCode: string;
  level: QualificationLevel;
  tuition: number;
  months: number;
  schoolId: number | null;
};

/** Two courses: one that ran and has ended for some, and one that is planned. */
async function writeCourses(actor: Person, plans: readonly [Plan, Plan], kind: PersonKind, now: Date) {
  const today = dayOf(now);
  const organisationId = actor.organisation?.id ?? 0;
  for (const [at, plan] of plans.entries()) {
    const entries = await db().rosterEntry.findMany({
      where: { organisationId, kind, leftOn: null },
      orderBy: { id: "asc" },
      skip: at * 12,
      take: 12,
      select: { id: true },
    });
    const startsOn = at === 0 ? addDays(today, -250) : addDays(today, 30);
    const course = done(
      await createCourse(
        actor,
        {
          ...plan,
          schoolName: plan.schoolId === null ? "Trường Cao đẳng Mẫu" : null,
          localSchool: true,
          startsOn,
          endsOn: addDays(startsOn, plan.months * 30),
          places: 30,
        },
        { now },
      ),
    );
    const courseId = course.id;
    done(await addPeople(actor, { courseId, entryIds: entries.map(({ id }) => id) }, { now }));
    if (at > 0) continue;
    done(await moveCourse(actor, { ...course, move: "start" }, { now }));
    const [first, second, third] = await db().courseParticipant.findMany({
      where: { courseId },
      orderBy: { id: "asc" },
      take: 3,
    });
    if (!first || !second || !third) throw new Error("a sample course without people");
    const on = addDays(today, -5);
    const some = { courseId, participantIds: [first.id, second.id], what: "completed", on, months: null };
    done(await recordPeople(actor, { ...some, certificateNo: null }, { now }));
    const left = { courseId, participantIds: [third.id], what: "dropped", months: 2, reason: "Chuyển nơi ở" };
    done(await recordPeople(actor, { ...left, on: addDays(startsOn, 60) }, { now }));
  }
}

/** A link with people who wait for an answer; one of them is on the roster already. */
async function writeRegistrations(actor: Person, now: Date) {
  const { code } = done(await createLink(actor, { kind: "WORKER", note: "Bảng tin xưởng 1", closesOn: null }, { now }));
  const wait = [
    { fullName: "Đỗ Thị Mẫu 901", personId: sampleId(901, 1994), birthDate: "1994-02-11", job: "Công nhân kiểm hàng" },
    { fullName: "Vũ Văn Mẫu 902", personId: sampleId(902, 1999), birthDate: "1999-08-20", job: "Công nhân lắp ráp" },
    { fullName: "Nguyễn Văn Mẫu 001", personId: sampleId(1, 1988), birthDate: "1988-01-01", job: "Công nhân lắp ráp" },
  ];
  for (const [at, said] of wait.entries())
    done(
      await register(
        nobody,
        {
          ...said,
          ...{ code, phone: `0900 000 90${at}`, education: "UPPER_SECONDARY", occupationCode: "electronics" },
          ...{ level: "INTERMEDIATE", consent: "yes", locale: "vi" },
        },
        { now },
      ),
    );
}

/** Somebody of an organisation, as the sample account that owns it. */
const owner = (userId: number, id: number, kind: OrganisationKind, nameVi: string): Person => ({
  kind: "person",
  userId,
  sessionId: null,
  fullName: "",
  email: "",
  staffRole: null,
  organisation: { id, kind, role: "OWNER", nameVi },
});

/** Whoever owns the organisation of a sample account, acting for it. */
export async function ownerOf(email: string, kind: OrganisationKind): Promise<Person> {
  const { userId, organisation } = await db().membership.findFirstOrThrow({
    where: { user: { email }, organisation: { kind } },
    orderBy: { id: "asc" },
    include: { organisation: true },
  });
  return owner(userId, organisation.id, kind, organisation.nameVi);
}

/** Rosters, courses and registrations of the first sample enterprise and school; the people are plainly invented. */
export async function seedRosters(now: Date): Promise<void> {
  const enterprise = await ownerOf("doanh-nghiep@hezaworks.example", "ENTERPRISE");
  const school = await ownerOf("nha-truong@hezaworks.example", "SCHOOL");
  const staff = Array.from({ length: 120 }, (_, at) => (at % 30 === 29 ? expert : workers[at % workers.length])).filter(
    (one) => one !== undefined,
  );
  await writeRoster(enterprise.organisation?.id ?? 0, 1, staff, now);
  const pupils = Array.from({ length: 48 }, (_, at) => (at < 40 ? student : teacher));
  await writeRoster(school.organisation?.id ?? 0, 501, pupils, now);
  const known = await db().school.findUnique({ where: { id: school.organisation?.id ?? 0 }, select: { id: true } });
  const schoolId = known?.id ?? null;
  const plan = { level: "INTERMEDIATE" as const, months: 10, schoolId };
  await writeCourses(
    enterprise,
    [
      { ...plan, programme: "Điện tử công nghiệp", occupationCode: "electronics", tuition: 12_600_000 },
      { ...plan, programme: "Hàn", occupationCode: "welding", tuition: 10_800_000 },
    ],
    "WORKER",
    now,
  );
  await writeCourses(
    school,
    [
      { ...plan, programme: "Điện công nghiệp", occupationCode: "electricity", tuition: 9_400_000 },
      {
        ...plan,
        programme: "Logistics",
        occupationCode: "logistics",
        tuition: 8_200_000,
        level: "COLLEGE",
        months: 24,
      },
    ],
    "STUDENT",
    now,
  );
  await writeRegistrations(enterprise, now);
}
