import { addDays, type Day, dateToDay, dayOf, dayToDate, endOfDay } from "@/lib/core/day";
import type { Tx } from "@/lib/db/client";
import type { Obligation, Prisma } from "@/lib/db/generated/client";
import type { AssignmentState } from "@/lib/db/generated/enums";
import { loadCalendar } from "@/lib/deadlines/calendar-queries";
import { applyRule, holdDeadlines } from "@/lib/deadlines/rule-commands";
import { answersSchema } from "@/lib/reports/answers";
import { definitionOf, type FormDefinition } from "@/lib/reports/definition";
import { sampleAnswers } from "./answers";
import { seedPastCall, seedPresentCall } from "./calls";
import { knownObligations } from "./obligations";
import { dice } from "./register";

type Assignment = { id: number; dueOn: Day; opensOn: Day; form: string; name: string; headcount: number };

/** How a report went: in days before (negative) or after its due day, and what became of it. */
type Story = { day: number; state: "ACCEPTED" | "SUBMITTED" | "RETURNED"; corrected: boolean } | null;

/** Most report in time; some are late, some never did; of what is fresh, some still wait for the reader. */
function storyOf(random: () => number, { dueOn, opensOn }: Assignment, today: Day): Story {
  const [fate, when, third] = [random(), random(), random()];
  if (fate > 0.93) return null;
  const span = Math.max(1, Math.round((dayToDate(dueOn).getTime() - dayToDate(opensOn).getTime()) / 86_400_000));
  const day = fate > 0.8 ? 1 + Math.floor(when * 18) : -Math.floor(when * span * 0.8);
  const at = addDays(dueOn, day);
  if (at >= today) return null;
  const fresh = at > addDays(today, -21);
  const state = third > 0.95 && at > addDays(today, -90) ? "RETURNED" : fresh && third > 0.4 ? "SUBMITTED" : "ACCEPTED";
  return { day, state, corrected: state === "ACCEPTED" && third > 0.9 };
}

const returned = "Số liệu chưa khớp với danh sách kèm theo; đề nghị kiểm tra lại.";

/** The assignment and its versions as the commands would have left them. */
function written(
  { id, dueOn }: Assignment,
  { day, state, corrected }: NonNullable<Story>,
  by: { formVersionId: number; content: Prisma.InputJsonObject; readerId: number },
) {
  const submitted = endOfDay(addDays(dueOn, day));
  const at = (hours: number) => new Date(submitted.getTime() - 14 * 3_600_000 + hours * 3_600_000);
  const decided = { decidedById: by.readerId };
  const base = { assignmentId: id, formVersionId: by.formVersionId, content: by.content };
  const sentBack = { ...decided, outcome: "RETURNED" as const, decidedAt: at(26), note: returned };
  const submissions: Prisma.ReportSubmissionCreateManyInput[] = corrected
    ? [
        { ...base, no: 1, submittedAt: at(0), ...sentBack },
        { ...base, no: 2, submittedAt: at(50), ...decided, outcome: "ACCEPTED", decidedAt: at(74) },
      ]
    : [
        {
          ...base,
          no: 1,
          submittedAt: at(0),
          ...(state === "ACCEPTED" && { ...decided, outcome: "ACCEPTED", decidedAt: at(48) }),
          ...(state === "RETURNED" && sentBack),
        },
      ];
  const row = {
    id,
    state: state as AssignmentState,
    submittedAt: at(0),
    daysLate: Math.max(0, day),
    decidedAt: submissions.at(-1)?.decidedAt ?? null,
    draft: state === "RETURNED" ? by.content : null,
    draftVersionId: state === "RETURNED" ? by.formVersionId : null,
  };
  return { submissions, row };
}

/** Since then the sample's portal keeps its obligations. A fixed day, so that the first reports have the same ids for good. */
const keptSince: Day = "2024-10-01";

/** Puts the obligations in force and lets the nightly round run as it would have since, in larger steps. */
async function takeUp(tx: Tx, now: Date): Promise<void> {
  const calendar = await loadCalendar(tx);
  const steps: Date[] = [];
  for (let on = keptSince; on < dayOf(now); on = addDays(on, 200)) steps.push(new Date(`${on}T02:00:00+07:00`));
  // Those of few first.
  const rows: Obligation[] = [];
  for (const { code } of knownObligations.toReversed())
    rows.push(
      ...(await tx.obligation.updateManyAndReturn({
        where: { code },
        data: { state: "LIVE", keptFrom: dayToDate(keptSince) },
      })),
    );
  for (const at of [...steps, now]) for (const row of rows) await applyRule(tx, row, at, calendar);
}

/** Reports of the last two years for the sample's enterprises, schools and the employment centre. */
export async function seedReports(tx: Tx, readerId: number, now: Date): Promise<void> {
  await holdDeadlines(tx);
  await seedPastCall(tx, readerId, now);
  await takeUp(tx, now);
  await seedPresentCall(tx, readerId, now);
  const today = dayOf(now);
  const versions = await tx.reportFormVersion.findMany({
    where: { state: "IN_FORCE" },
    select: { id: true, definition: true, form: { select: { code: true } } },
  });
  const forms = new Map<string, { id: number; definition: FormDefinition; schema: ReturnType<typeof answersSchema> }>();
  for (const { id, definition: kept, form } of versions) {
    const definition = definitionOf(kept);
    forms.set(form.code, { id, definition, schema: answersSchema(definition) });
  }
  const owed = await tx.reportAssignment.findMany({
    where: { state: "OWED", period: { opensOn: { lt: dayToDate(today) }, obligation: { dataCall: null } } },
    orderBy: { id: "asc" },
    select: {
      id: true,
      dueOn: true,
      period: { select: { opensOn: true, obligation: { select: { form: { select: { code: true } } } } } },
      organisation: { select: { nameVi: true, enterprise: { select: { headcount: true } } } },
    },
  });
  const random = dice(20260215);
  const submissions: Prisma.ReportSubmissionCreateManyInput[] = [];
  const rows: ReturnType<typeof written>["row"][] = [];
  for (const { id, dueOn, period, organisation } of owed) {
    const assignment: Assignment = {
      id,
      dueOn: dateToDay(dueOn),
      opensOn: dateToDay(period.opensOn),
      form: period.obligation.form.code,
      name: organisation?.nameVi ?? "",
      headcount: organisation?.enterprise?.headcount ?? 0,
    };
    const form = forms.get(assignment.form);
    const story = storyOf(random, assignment, today);
    // The dice fall for everybody, so that one story more does not change those of all others.
    const answers = sampleAnswers(assignment.form, random, assignment);
    if (!form || !story) continue;
    const content = form.schema.parse(answers) as Prisma.InputJsonObject;
    const one = written(assignment, story, { formVersionId: form.id, content, readerId });
    submissions.push(...one.submissions);
    rows.push(one.row);
  }
  await tx.reportSubmission.createMany({ data: submissions });
  await tx.$executeRaw`
    update "ReportAssignment" a set state = r.state::"AssignmentState", "submittedAt" = r."submittedAt", "daysLate" = r."daysLate",
      "decidedAt" = r."decidedAt", draft = r.draft, "draftVersionId" = r."draftVersionId",
      "draftSavedAt" = case when r.draft is null then null else r."decidedAt" end, version = version + 1
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(id int, state text, "submittedAt" timestamptz, "daysLate" int,
      "decidedAt" timestamptz, draft jsonb, "draftVersionId" int)
    where a.id = r.id`;
}
