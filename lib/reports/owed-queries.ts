import type { SchoolAnswer } from "@/lib/cohorts/answer";
import { explanationsOf } from "@/lib/cohorts/explanations";
import { previousAnswer } from "@/lib/cohorts/previous-queries";
import { type Day, dateToDay, dayOf, dayToDate } from "@/lib/core/day";
import { db } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import type { AssignmentState, StaffRole } from "@/lib/db/generated/enums";
import type { Actor } from "@/lib/identity/actor";
import { definitionOf, type FormDefinition } from "./definition";
import { ownReports } from "./scope-queries";
import type { OwedTab } from "./submission-schema";
import { openStates } from "./workflow";

export const owedPerPage = 20;

const head = {
  period: {
    include: {
      obligation: { select: { id: true, nameVi: true, nameEn: true, citation: true, verified: true, reviewer: true } },
    },
  },
  extensions: { where: { state: "REQUESTED" }, select: { untilOn: true } },
} satisfies Prisma.ReportAssignmentInclude;

type Row = Prisma.ReportAssignmentGetPayload<{ include: typeof head }>;

export type OwedReport = {
  id: number;
  version: number;
  nameVi: string;
  nameEn: string;
  citation: string;
  verified: boolean;
  reviewer: StaffRole;
  slot: string;
  coversFrom: Day;
  coversTo: Day;
  opensOn: Day;
  dueOn: Day;
  state: AssignmentState;
  daysLate: number | null;
  excuse: string | null;
  /** More time is asked for until this day. */
  asked: Day | null;
  /** A colleague was asked to sign: who asked (null where the account is gone) and when. */
  toSign: { byId: number | null; at: Date } | null;
};

const owed = (row: Row): OwedReport => ({
  id: row.id,
  version: row.version,
  nameVi: row.period.obligation.nameVi,
  nameEn: row.period.obligation.nameEn,
  citation: row.period.obligation.citation,
  verified: row.period.obligation.verified,
  reviewer: row.period.obligation.reviewer,
  slot: row.period.slot,
  coversFrom: dateToDay(row.period.coversFrom),
  coversTo: dateToDay(row.period.coversTo),
  opensOn: dateToDay(row.period.opensOn),
  dueOn: dateToDay(row.dueOn),
  state: row.state,
  daysLate: row.daysLate,
  excuse: row.excuse,
  asked: row.extensions[0] ? dateToDay(row.extensions[0].untilOn) : null,
  toSign: row.signAskedAt && { byId: row.signAskedById, at: row.signAskedAt },
});

function condition(tab: OwedTab, today: Day): Prisma.ReportAssignmentWhereInput {
  const open = { state: { in: [...openStates] } };
  const opened = { opensOn: { lte: dayToDate(today) } };
  if (tab === "open") return { ...open, period: opened };
  if (tab === "coming") return { ...open, period: { NOT: opened } };
  return { state: { notIn: [...openStates] } };
}

/** What the actor's organisation or unit owes: by due day, the handed in ones latest first. */
export async function owedPage(
  actor: Actor,
  tab: OwedTab,
  page: number,
  now: Date,
): Promise<{ items: OwedReport[]; total: number }> {
  const where = { AND: [ownReports(actor), condition(tab, dayOf(now))] };
  const direction = tab === "done" ? ("desc" as const) : ("asc" as const);
  const [rows, total] = await Promise.all([
    db().reportAssignment.findMany({
      where,
      include: head,
      orderBy: [{ dueOn: direction }, { id: direction }],
      skip: (page - 1) * owedPerPage,
      take: owedPerPage,
    }),
    db().reportAssignment.count({ where }),
  ]);
  return { items: rows.map(owed), total };
}

/** How many reports are to be done now, and how many of them are late: for the desk and the tabs. */
export async function owedCounts(actor: Actor, now: Date): Promise<Record<OwedTab, number> & { late: number }> {
  const today = dayOf(now);
  const count = (where: Prisma.ReportAssignmentWhereInput) =>
    db().reportAssignment.count({ where: { AND: [ownReports(actor), where] } });
  const [open, coming, done, late] = await Promise.all([
    count(condition("open", today)),
    count(condition("coming", today)),
    count(condition("done", today)),
    count({ ...condition("open", today), dueOn: { lt: dayToDate(today) } }),
  ]);
  return { open, coming, done, late };
}

const onDesk = 3;

/** For the desk: the reports that are to be done first, how many there are, and how many of them are late. */
export async function owedFirst(actor: Actor, now: Date): Promise<{ items: OwedReport[]; open: number; late: number }> {
  const [{ items }, { open, late }] = await Promise.all([owedPage(actor, "open", 1, now), owedCounts(actor, now)]);
  return { items: items.slice(0, onDesk), open, late };
}

const submissionSelect = {
  id: true,
  no: true,
  content: true,
  nil: true,
  fromFile: true,
  submittedAt: true,
  outcome: true,
  decidedAt: true,
  note: true,
  reasons: true,
  findings: true,
  preparedBy: { select: { fullName: true } },
  submittedBy: { select: { fullName: true } },
  decidedBy: { select: { fullName: true } },
  formVersion: { select: { id: true, no: true, definition: true } },
} satisfies Prisma.ReportSubmissionSelect;

export type SubmissionVersion = Prisma.ReportSubmissionGetPayload<{ select: typeof submissionSelect }>;

/** Versions that were handed in, latest first. */
export const submissionsOf = (assignmentId: number): Promise<SubmissionVersion[]> =>
  db().reportSubmission.findMany({ where: { assignmentId }, orderBy: { no: "desc" }, select: submissionSelect });

export type OwedReportDetail = OwedReport & {
  organisationId: number | null;
  instructionsVi: string | null;
  instructionsEn: string | null;
  quote: string | null;
  draft: Prisma.JsonValue;
  draftSavedAt: Date | null;
  form: { versionId: number; no: number; code: string; definition: FormDefinition } | null;
  submissions: SubmissionVersion[];
  extensions: { untilOn: Day; reason: string; state: string; note: string | null }[];
  /** Another person of the organisation hands in; `colleagues`: how many others there are to ask. */
  signing: {
    colleagues: number;
    askedBy: string | null;
    /** Why a colleague did not sign. */
    note: { by: string | null; text: string } | null;
  } | null;
  /** Of a data call: its year, and what the school said of the year before, as accepted. */
  call: { year: number; closedOn: Day | null; previous: SchoolAnswer | null } | null;
  explanations: Record<string, string>;
};

/** A report that the actor's organisation or unit owes, with its form and all versions; null where it is not theirs. */
export const owedReport = (actor: Actor, id: number) =>
  reportWithin(ownReports(actor), id, actor.kind === "person" ? actor.userId : null);

/** The same of an organisation that somebody else than its people asks for: the worker, with what was handed to it. */
export const reportOwedBy = (organisationId: number, id: number) => reportWithin({ organisationId }, id, null);

async function reportWithin(
  scope: Prisma.ReportAssignmentWhereInput,
  id: number,
  /** Who asks, by account. */
  me: number | null,
): Promise<OwedReportDetail | null> {
  const row = await db().reportAssignment.findFirst({
    where: { AND: [{ id }, scope] },
    include: {
      ...head,
      signAskedBy: { select: { fullName: true } },
      signNoteBy: { select: { fullName: true } },
      period: {
        include: {
          formVersion: { select: { id: true, no: true, definition: true } },
          obligation: {
            include: {
              dataCall: { select: { year: true, closedAt: true } },
              form: {
                select: {
                  code: true,
                  versions: { where: { state: "IN_FORCE" }, select: { id: true, no: true, definition: true } },
                },
              },
            },
          },
        },
      },
    },
  });
  if (!row) return null;
  const { obligation, formVersion } = row.period;
  const form = formVersion ?? obligation.form.versions[0];
  const { organisationId } = row;
  const { dataCall } = obligation;
  const [submissions, extensions, previous, colleagues] = await Promise.all([
    submissionsOf(id),
    db().dueExtension.findMany({ where: { assignmentId: id }, orderBy: { id: "desc" } }),
    dataCall && organisationId !== null ? previousAnswer(organisationId, dataCall.year) : null,
    obligation.secondPerson && organisationId !== null ? colleaguesOf(me, organisationId) : null,
  ]);
  return {
    ...owed(row),
    organisationId: row.organisationId,
    instructionsVi: obligation.instructionsVi,
    instructionsEn: obligation.instructionsEn,
    quote: obligation.quote,
    draft: row.draft,
    draftSavedAt: row.draftSavedAt,
    form: form
      ? { versionId: form.id, no: form.no, code: obligation.form.code, definition: definitionOf(form.definition) }
      : null,
    submissions,
    extensions: extensions.map(({ untilOn, reason, state, note }) => ({
      untilOn: dateToDay(untilOn),
      reason,
      state,
      note,
    })),
    signing:
      colleagues === null
        ? null
        : {
            colleagues,
            askedBy: row.signAskedBy?.fullName ?? null,
            note: row.signNote === null ? null : { by: row.signNoteBy?.fullName ?? null, text: row.signNote },
          },
    call: dataCall && {
      year: dataCall.year,
      closedOn: dataCall.closedAt && dayOf(dataCall.closedAt),
      previous,
    },
    explanations: explanationsOf(row.explanations),
  };
}

/** Others of the organisation whose account works. */
const colleaguesOf = (me: number | null, organisationId: number): Promise<number> =>
  db().membership.count({
    where: {
      organisationId,
      ...(me !== null && { userId: { not: me } }),
      user: { disabledAt: null },
    },
  });
