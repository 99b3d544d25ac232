import { dayOf, dayToDate } from "@/lib/core/day";
import { db } from "@/lib/db/client";
import type { AssignmentState, StaffRole } from "@/lib/db/generated/enums";
import { workCalendar } from "@/lib/deadlines/calendar";
import { createForm, obligation } from "../../factories/deadlines";
import { type ActorName, enterprise, type PersonName, school, staff, type World } from "./actors";

const nowhere = 2_000_000_000;
const calendarKeepers: readonly PersonName[] = ["labourHead", "office", "admin"];
const obligationKeepers: readonly PersonName[] = ["labourHead"];
/** Every unit of the Authority may read some obligation's reports; the administrators belong to none. */
const units = staff.filter((name) => name !== "admin");
export const reportReaders = units;
/** Who reads the reports of every unit; deciding stays with the unit. */
export const overseers: readonly PersonName[] = ["labourHead", "office", "leader"];
const reporters: readonly ActorName[] = [...enterprise, ...school, ...units];

let form: Promise<number> | undefined;
let made = 0;

async function anObligation(state: "DRAFT" | "LIVE" | "ENDED", reviewer: StaffRole = "LABOUR_OFFICER") {
  form ??= createForm();
  const content = obligation(await form);
  const { id, version } = await db().obligation.create({
    data: {
      ...content,
      ...{ code: `quyen-${++made}`, state, reviewer, keptFrom: dayToDate("2026-01-01") },
      validFrom: dayToDate(content.validFrom),
      validTo: content.validTo && dayToDate(content.validTo),
    },
  });
  return { id, version };
}

type Who = { organisationId: number } | { unit: StaffRole };

/** A report that is due today. */
async function aReport(who: Who, state: AssignmentState = "OWED", reviewer: StaffRole = "LABOUR_OFFICER") {
  const { id: obligationId } = await anObligation("ENDED", reviewer);
  const day = dayToDate(dayOf(new Date()));
  const period = await db().reportingPeriod.create({
    data: { obligationId, slot: "2026-2", coversFrom: day, coversTo: day, opensOn: day, nominalDueOn: day, dueOn: day },
  });
  const handedIn = ["SUBMITTED", "RETURNED", "ACCEPTED"].includes(state);
  const { id, version } = await db().reportAssignment.create({
    data: {
      ...{ ...who, periodId: period.id, state, dueOn: day, excuse: state === "EXCUSED" ? "Thử quyền" : null },
      ...(handedIn && { submittedAt: day, daysLate: 0 }),
    },
  });
  if (handedIn) {
    const { id: formVersionId } = await db().reportFormVersion.findFirstOrThrow({
      where: { state: "IN_FORCE", form: { obligations: { some: { id: obligationId } } } },
    });
    const accepted = state === "ACCEPTED" ? { outcome: "ACCEPTED" as const, decidedAt: day } : {};
    await db().reportSubmission.create({
      data: { ...{ assignmentId: id, no: 1, formVersionId, content: { workers: 1 }, submittedAt: day }, ...accepted },
    });
  }
  return { id, version };
}

const obligationRow = (state: "DRAFT" | "LIVE" | "ENDED", more?: () => Promise<object>) => ({
  may: obligationKeepers,
  foreign: {
    as: "labourHead" as const,
    own: async () => ({ ...(await anObligation(state)), ...(await more?.()) }),
    other: async () => ({ id: nowhere, version: 1, ...(await more?.()) }),
  },
});

/** What enterprises do with their own report; another's does not exist. */
const reporterRow = (more: object) => ({
  may: reporters,
  foreign: {
    as: "enterpriseMember" as const,
    own: async (world: World) => ({ ...(await aReport({ organisationId: world.enterpriseId })), ...more }),
    other: async (world: World) => ({ ...(await aReport({ organisationId: world.otherEnterpriseId })), ...more }),
  },
});

/** What a unit does with a report that it reads; those that another unit reads do not exist. */
const readerRow = (
  state: AssignmentState,
  input: (seen: { id: number; version: number }) => object,
  as: PersonName = "labourOfficer",
) => ({
  may: reportReaders,
  foreign: {
    as,
    own: async (world: World) => input(await aReport({ organisationId: world.enterpriseId }, state)),
    other: async (world: World) =>
      input(await aReport({ organisationId: world.enterpriseId }, state, "EMPLOYMENT_CENTRE")),
  },
});

/** A period that answers are taken for now; `closed`: its report speaks of that instant. */
async function aPeriod(closed: boolean, reviewer: StaffRole = "LABOUR_OFFICER") {
  const { id: obligationId } = await anObligation("ENDED", reviewer);
  const day = dayToDate(dayOf(new Date()));
  const { id } = await db().reportingPeriod.create({
    data: {
      ...{ obligationId, slot: "2026-1", coversFrom: day, coversTo: day, opensOn: day, nominalDueOn: day, dueOn: day },
      closedAt: closed ? day : null,
    },
  });
  return { id };
}

/** Heads of units close the periods that their unit reads; those of another do not exist. */
const periodRow = (closed: boolean, more: object = {}) => ({
  may: units.filter((name) => name !== "labourOfficer") as readonly ActorName[],
  foreign: {
    as: "labourHead" as const,
    own: async () => ({ ...(await aPeriod(closed)), ...more }),
    other: async () => ({ ...(await aPeriod(closed, "EMPLOYMENT_CENTRE")), ...more }),
  },
});

async function anExtension(world: World, reviewer: StaffRole) {
  const { id: assignmentId } = await aReport({ organisationId: world.enterpriseId }, "OWED", reviewer);
  const { id } = await db().dueExtension.create({
    data: { assignmentId, untilOn: dayToDate("2027-01-05"), reason: "Thử quyền" },
  });
  return { id, grant: true };
}

const decision = {
  citation: "Quyết định thử quyền",
  days: [{ day: "2029-03-05", kind: "HOLIDAY", nameVi: "Nghỉ thử", nameEn: "Trial" }],
};
const aDecision = async () =>
  (await db().calendarDecision.create({ data: { citation: `Quyết định thử quyền ${++made}` } })).id;
async function content() {
  form ??= createForm();
  return { content: obligation(await form) };
}

export const deadlineCommands = {
  "calendar.add": { may: calendarKeepers, foreign: "makes a row, touches none" },
  "calendar.change": {
    may: calendarKeepers,
    foreign: {
      as: "office" as const,
      own: async () => ({ id: await aDecision(), content: decision }),
      other: () => ({ id: nowhere, content: decision }),
    },
  },
  "calendar.remove": {
    may: calendarKeepers,
    foreign: { as: "admin" as const, own: async () => ({ id: await aDecision() }), other: () => ({ id: nowhere }) },
  },
  "obligations.create": { may: obligationKeepers, foreign: "makes a row, touches none" },
  "obligations.change": obligationRow("DRAFT", content),
  "obligations.start": obligationRow("DRAFT"),
  "obligations.end": obligationRow("LIVE"),
  "obligations.resume": obligationRow("ENDED"),
  "obligations.remove": obligationRow("DRAFT"),
  "obligations.apply": { may: ["system"] as readonly ActorName[], foreign: "the worker's round over all obligations" },
  "reports.save": reporterRow({ content: {} }),
  "reports.fillFromFile": reporterRow({ file: { name: "mau.xlsx", content: "UEsDBA==" } }),
  "reports.askSignature": reporterRow({ content: { workers: 1 } }),
  "reports.refuseSignature": reporterRow({ note: "Thử quyền" }),
  "reports.submit": reporterRow({ content: { workers: 1 } }),
  "reports.askExtension": reporterRow({ untilOn: workCalendar([]).move(dayOf(new Date()), 5), reason: "Thử quyền" }),
  "reports.decideExtension": {
    may: reportReaders,
    foreign: {
      as: "labourOfficer" as const,
      own: (world: World) => anExtension(world, "LABOUR_OFFICER"),
      other: (world: World) => anExtension(world, "EMPLOYMENT_CENTRE"),
    },
  },
  "reports.return": readerRow("SUBMITTED", (seen) => ({ ...seen, note: "Thử quyền" })),
  "reports.accept": readerRow("SUBMITTED", (seen) => ({ reports: [seen] })),
  "reports.reopen": readerRow("ACCEPTED", (seen) => ({ ...seen, reason: "Thử quyền" })),
  "reports.excuse": readerRow("OWED", (seen) => ({ ...seen, reason: "Thử quyền" })),
  "periods.close": periodRow(false),
  "periods.reopen": periodRow(true, { reason: "Thử quyền" }),
  "reports.recall": readerRow("EXCUSED", (seen) => seen),
};

/** Pages of reports; those with a number lead to one of the sample data, which one unit reads or owes. */
export const deadlinePages = {
  "/staff/obligations": { sees: staff },
  "/staff/obligations/new": { sees: obligationKeepers },
  "/staff/obligations/[id]": { sees: staff, path: "/staff/obligations/1" },
  "/staff/obligations/[id]/edit": { sees: obligationKeepers, path: "/staff/obligations/1/edit" },
  "/staff/calendar": { sees: staff },
  "/staff/calendar/new": { sees: calendarKeepers },
  "/staff/calendar/[id]": { sees: calendarKeepers, path: "/staff/calendar/1" },
  "/enterprise/reports": { sees: enterprise as readonly PersonName[] },
  "/enterprise/reports/[id]": { sees: enterprise as readonly PersonName[], path: "/enterprise/reports/8" },
  "/school/answers": { sees: school as readonly PersonName[] },
  "/school/reports": { sees: school as readonly PersonName[] },
  "/school/reports/[id]": { sees: school as readonly PersonName[], path: "/school/reports/1" },
  "/staff/duties": { sees: reportReaders },
  "/staff/duties/[id]": { sees: ["employmentCentre"] as readonly PersonName[], path: "/staff/duties/3" },
  "/staff/periods": { sees: reportReaders },
  "/staff/periods/[id]": {
    sees: ["labourOfficer", ...overseers] as readonly PersonName[],
    path: "/staff/periods/1",
  },
  "/staff/periods/[id]/answers": {
    sees: ["labourOfficer", ...overseers] as readonly PersonName[],
    path: "/staff/periods/1/answers",
  },
  "/staff/reports": { sees: reportReaders },
  "/staff/reports/[id]": { sees: ["labourOfficer", ...overseers] as readonly PersonName[], path: "/staff/reports/1" },
  "/staff/oversight": { sees: overseers },
};
