import { db } from "@/lib/db/client";
import type { Person } from "@/lib/identity/actor";
import { people, type World } from "./actors";
import type { CommandRow } from "./table";

async function aNoticeOf({ userId }: Person): Promise<{ id: number }> {
  return db().notice.create({
    data: {
      userId,
      template: "owed",
      params: { count: 1, name: "Báo cáo thử", day: "15/02/2027" },
      path: "/my",
      createdAt: new Date(),
    },
    select: { id: true },
  });
}

/** Staff who ask for late reports, call, and write official letters. */
export const chasers = [
  "labourOfficer",
  "labourHead",
  "investment",
  "supervision",
  "office",
  "employmentCentre",
  "leader",
] as const;
export const callers = ["labourOfficer", "labourHead", "supervision", "employmentCentre"] as const;
export const letterWriters = ["labourOfficer", "labourHead", "office"] as const;

let made = 0;

/** A report of an enterprise that was due long ago, read by a unit. */
async function aLateReport({ enterpriseId }: World, reviewer: "INVESTMENT" | "EMPLOYMENT_CENTRE"): Promise<number> {
  const code = `tre-han-${++made}-${enterpriseId}`;
  const day = (text: string) => new Date(`${text}T00:00:00Z`);
  const { id } = await db().reportAssignment.create({
    data: {
      dueOn: day("2026-02-15"),
      organisation: { connect: { id: enterpriseId } },
      period: {
        create: {
          ...{ slot: "2026-1", coversFrom: day("2025-09-16"), coversTo: day("2026-02-15") },
          ...{ opensOn: day("2026-01-15"), nominalDueOn: day("2026-02-15"), dueOn: day("2026-02-15") },
          obligation: {
            create: {
              ...{ code, nameVi: "Báo cáo thử", nameEn: "Trial report", citation: "Kế hoạch thử", reviewer },
              ...{ validFrom: day("2025-01-01"), keptFrom: day("2025-01-01"), opensDaysBefore: 30, state: "LIVE" },
              ...{ audience: { kind: "organisations", ids: [enterpriseId] }, ladder: [], recurrence: {} },
              form: { create: { code, nameVi: "Biểu thử", nameEn: "Trial form" } },
            },
          },
        },
      },
    },
    select: { id: true },
  });
  return id;
}

const letterOf = (assignmentId: number) => ({
  ...{ assignmentIds: [assignmentId], registerId: 2_000_000_000, issuedOn: "2026-03-01", answerBy: "2026-03-20" },
  ...{ signerTitle: null, signerName: null },
});

export const reminderCommands: Record<string, CommandRow> = {
  "reminders.send": { may: ["system"], foreign: "the ladder itself says who is written to" },
  "reminders.chase": { may: chasers, foreign: "the query takes only the reports that the actor's unit reads" },
  "escalation.call": {
    may: callers,
    foreign: {
      as: "employmentCentre",
      own: async (world) => ({ assignmentId: await aLateReport(world, "EMPLOYMENT_CENTRE"), outcome: "REACHED" }),
      other: async (world) => ({ assignmentId: await aLateReport(world, "INVESTMENT"), outcome: "REACHED" }),
    },
  },
  "escalation.letter": {
    may: letterWriters,
    foreign: {
      as: "labourOfficer",
      own: async (world) => {
        const register = await db().documentRegister.upsert({
          where: { symbol: "BQL-THU" },
          create: { symbol: "BQL-THU", nameVi: "Sổ thử", nameEn: "Trial register" },
          update: {},
        });
        return { ...letterOf(await aLateReport(world, "INVESTMENT")), registerId: register.id };
      },
      other: () => letterOf(2_000_000_000),
    },
  },
  "calendarFeeds.renew": { may: people, foreign: "only the actor's own account" },
  "calendarFeeds.revoke": { may: people, foreign: "only the actor's own account" },
  "notices.read": {
    may: people,
    foreign: {
      as: "enterpriseMember",
      own: ({ actors }) => aNoticeOf(actors.enterpriseMember),
      other: ({ actors }) => aNoticeOf(actors.enterpriseOwner),
    },
  },
};
