import { type Day, dateToDay, dayOf, daysBetween, dayToDate, formatDay } from "@/lib/core/day";
import { ok, refuse } from "@/lib/core/result";
import type { Tx } from "@/lib/db/client";
import { command } from "@/lib/db/command";
import type { Prisma } from "@/lib/db/generated/client";
import { loadCalendar } from "@/lib/deadlines/calendar-queries";
import { become, columnsOf, freeCode } from "@/lib/deadlines/obligation-commands";
import { recipientsOf } from "@/lib/deadlines/reminder-queries";
import { holdDeadlines } from "@/lib/deadlines/rule-commands";
import { audience, type ObligationContent, obligationContent } from "@/lib/deadlines/schema";
import { href, locales } from "@/lib/i18n/paths";
import { userIdOf } from "@/lib/identity/actor";
import { permissions } from "@/lib/identity/permissions";
import { queueMails } from "@/lib/notifications/mail";
import { writeNotices } from "@/lib/notifications/notice-commands";
import { giveNumber } from "@/lib/papers/document-commands";
import { definitionOf } from "@/lib/reports/definition";
import { formWith, questionsIn } from "./call-form";
import {
  audienceOf,
  type CallContent,
  callLetter,
  callReason,
  openedCall,
  recipientsIn,
  seenCall,
  sentLetter,
  writtenCall,
} from "./call-schema";
import { callWorkflow } from "./call-workflow";

const formCode = "school-data";
/** The form was made for one call, with its own questions. */
const isOwn = (code: string) => code.startsWith(`${formCode}-`);

/** How a call is called to mind, unless the obligation is given another ladder. */
export const callLadder: ObligationContent["ladder"] = [
  { step: -7, act: "MESSAGE" },
  { step: -2, act: "MESSAGE" },
  { step: 1, act: "MESSAGE" },
  { step: 5, act: "PHONE" },
  { step: 10, act: "LETTER" },
];

const seen = (tx: Tx, id: number) =>
  tx.dataCall.findUnique({
    where: { id },
    include: { obligation: { include: { form: { select: { id: true, code: true } } } } },
  });
type Seen = NonNullable<Awaited<ReturnType<typeof seen>>>;

/** The school form as it is in force; every call begins with its questions. */
async function schoolForm(tx: Tx) {
  const form = await tx.reportForm.findUnique({
    where: { code: formCode },
    select: { id: true, nameVi: true, nameEn: true, versions: { where: { state: "IN_FORCE" } } },
  });
  const version = form?.versions[0];
  return form && version ? { ...form, definition: definitionOf(version.definition) } : null;
}

/** The obligation that a call stands on, as the deadlines have it. */
async function obligationOf(tx: Tx, content: CallContent, formId: number): Promise<ObligationContent> {
  const { year, opensOn, dueOn } = content;
  const calendar = await loadCalendar(tx);
  return obligationContent.parse({
    nameVi: `Cung cấp thông tin đào tạo năm ${year}`,
    nameEn: `School data call ${year}`,
    citation: `Công văn của Ban Quản lý V/v ${content.subject}`,
    validFrom: opensOn,
    audience: audienceOf(content.recipients),
    // What is asked ahead of its year is due before the year begins.
    recurrence: {
      kind: "once",
      coversFrom: dueOn < `${year}-01-01` ? opensOn : `${year}-01-01`,
      coversTo: dueOn > `${year}-12-31` ? dueOn : `${year}-12-31`,
      dueOn,
    },
    dayOffRule: "NEXT_WORKING_DAY",
    // The window is counted from the day that is due in the end.
    opensDaysBefore: daysBetween(opensOn, calendar.shift(dueOn, "NEXT_WORKING_DAY")),
    formId,
    reviewer: "LABOUR_OFFICER",
    ladder: callLadder,
  });
}

/** The longest window, days: what an obligation may be open before its day, less a shift by days off. */
const longestWindow = 350;

/** What the schema cannot know: `windowTooLong`, a school that is none. */
async function wrongContent(tx: Tx, content: CallContent) {
  const wrong = (path: string[], code: string) =>
    refuse("invalid_input", { fields: [{ path: ["content", ...path], code }] });
  if (daysBetween(content.opensOn, content.dueOn) > longestWindow) return wrong(["dueOn"], "windowTooLong");
  if (content.recipients.kind !== "picked") return null;
  const { ids } = content.recipients;
  const known = await tx.school.count({ where: { id: { in: ids } } });
  return known === new Set(ids).size ? null : wrong(["recipients", "ids"], "choice");
}

/** The form that a call asks for: the school form itself, or with own questions a form of the call. */
async function formOf(tx: Tx, content: CallContent, standing: Seen | null, by: number, now: Date) {
  const base = await schoolForm(tx);
  if (!base) return null;
  const own = standing && isOwn(standing.obligation.form.code) ? standing.obligation.formId : null;
  if (content.questions.length === 0) return { formId: base.id, drop: own };
  const definition = formWith(base.definition, content.questions) as Prisma.InputJsonObject;
  if (own !== null) {
    await tx.reportFormVersion.updateMany({
      where: { formId: own, state: "DRAFT" },
      data: { definition, version: { increment: 1 } },
    });
    return { formId: own, drop: null };
  }
  const taken = await tx.reportForm.count({ where: { code: { startsWith: `${formCode}-${content.year}` } } });
  const made = await tx.reportForm.create({
    data: {
      code: `${formCode}-${content.year}-${taken + 1}`,
      nameVi: `${base.nameVi}, năm ${content.year}`,
      nameEn: `${base.nameEn}, ${content.year}`,
      versions: { create: { no: 1, definition, createdById: by, createdAt: now } },
    },
  });
  return { formId: made.id, drop: null };
}

async function dropForm(tx: Tx, formId: number | null) {
  if (formId === null) return;
  await tx.reportFormVersion.deleteMany({ where: { formId, state: "DRAFT" } });
  await tx.reportForm.delete({ where: { id: formId } });
}

/**
 * Writes a call, new or as a draft that stands: nobody is asked before it is opened. Refusals: `no_form`, `changed_meanwhile`,
 * `not_allowed_now`.
 */
export const writeCall = command({
  name: "calls.write",
  input: writtenCall,
  may: permissions.manageCalls,
  run: async ({ tx, actor, input: { id, version, content }, now, about }) => {
    const standing = id === null ? null : await seen(tx, id);
    if (id !== null) {
      about({ type: "dataCall", id });
      if (!standing) return refuse("not_found");
      if (!callWorkflow.can("change", standing.state, "labour")) return refuse("not_allowed_now");
      if (standing.version !== version) return refuse("changed_meanwhile");
    }
    const wrong = await wrongContent(tx, content);
    if (wrong) return wrong;
    const by = userIdOf(actor);
    const form = await formOf(tx, content, standing, by, now);
    if (!form) return refuse("no_form");
    const obligation = await obligationOf(tx, content, form.formId);
    const columns = { ...columnsOf(obligation), secondPerson: true };
    const letter = callLetter.parse(content);
    if (standing) {
      const { count } = await tx.dataCall.updateMany({
        where: { id: standing.id, version: standing.version, state: "DRAFT" },
        data: { year: content.year, letter, version: { increment: 1 } },
      });
      if (count === 0) return refuse("changed_meanwhile");
      await tx.obligation.update({
        where: { id: standing.obligationId },
        data: { ...columns, version: { increment: 1 } },
      });
      await dropForm(tx, form.drop);
      return ok({ id: standing.id, version: standing.version + 1 });
    }
    const made = await tx.obligation.create({
      data: {
        ...columns,
        code: await freeCode(tx, obligation.nameVi),
        keptFrom: dayToDate(dayOf(now)),
        createdAt: now,
        dataCall: { create: { year: content.year, letter, createdById: by, createdAt: now } },
      },
      select: { dataCall: { select: { id: true, version: true } } },
    });
    const call = made.dataCall;
    if (!call) throw new Error("an obligation without its call");
    about({ type: "dataCall", id: call.id });
    return ok(call);
  },
});

/** Throws a draft away, with its obligation and its own form. */
export const removeCall = command({
  name: "calls.remove",
  input: seenCall,
  may: permissions.manageCalls,
  run: async ({ tx, input: { id, version }, about }) => {
    about({ type: "dataCall", id });
    const call = await seen(tx, id);
    if (!call) return refuse("not_found");
    if (call.state !== "DRAFT") return refuse("not_allowed_now");
    const { count } = await tx.dataCall.deleteMany({ where: { id, version, state: "DRAFT" } });
    if (count === 0) return refuse("changed_meanwhile");
    await tx.obligation.delete({ where: { id: call.obligationId } });
    if (isOwn(call.obligation.form.code)) await dropForm(tx, call.obligation.formId);
    return ok({ id });
  },
});

/** The one call of a year that takes answers; the caller holds `holdDeadlines`. */
async function otherOpen(tx: Tx, { id, year }: { id: number; year: number }) {
  const other = await tx.dataCall.count({ where: { year, state: "OPEN", id: { not: id } } });
  return other > 0 ? refuse("call_open_already", { params: { year } }) : null;
}

/** Writes to the people of the schools that a call asks, once: a mail, and a notice to those with an account. */
async function tellSchools(
  tx: Tx,
  call: { id: number; year: number; obligationId: number },
  letter: { number: string; subject: string; dueOn: Day },
  now: Date,
): Promise<number> {
  const people = await tx.$queryRaw<
    { key: string; userId: number | null; to: string; locale: string; school: string }[]
  >`
    with owed as (
      select a.id, a."organisationId", a.unit from "ReportAssignment" a join "ReportingPeriod" p on p.id = a."periodId"
      where p."obligationId" = ${call.obligationId} and a.state <> 'EXCUSED')
    select distinct on (r.key) r.key, r."userId", r."to", r.locale, g."nameVi" as school
    from (${recipientsOf("owed")}) r join owed w on w.id = r.id join "Organisation" g on g.id = w."organisationId" order by r.key, r.id`;
  const params = { year: call.year, number: letter.number, subject: letter.subject, day: formatDay(letter.dueOn) };
  await queueMails(
    tx,
    people.map(({ key, userId, to, locale, school }) => {
      const known = locales.find((one) => one === locale) ?? "vi";
      return {
        ...{ to, locale: known, now, dedupeKey: `schoolCall:${call.id}:${key}` },
        template: userId === null ? ("schoolCallNoAccount" as const) : ("schoolCall" as const),
        params: { ...params, school },
        path: userId === null ? href(known, "register") : href(known, "school", "reports"),
      };
    }),
  );
  await writeNotices(
    tx,
    people.flatMap(({ userId }) =>
      userId === null
        ? []
        : [{ userId, template: "schoolCall" as const, params, path: href("vi", "school", "reports") }],
    ),
    now,
  );
  return people.length;
}

/**
 * Opens a call: its obligation goes live, the letter gets its number and is kept as it says, and every school's people are
 * written to. Refusals: `call_open_already` (params year), `no_form`, `nobody_called`, `due_passed`, and those of `giveNumber`.
 */
export const openCall = command({
  name: "calls.open",
  input: openedCall,
  may: permissions.manageCalls,
  patience: 120_000,
  run: async ({ tx, actor, input, now, about }) => {
    about({ type: "dataCall", id: input.id });
    await holdDeadlines(tx);
    const call = await seen(tx, input.id);
    if (!call) return refuse("not_found");
    if (!callWorkflow.can("open", call.state, "labour")) return refuse("not_allowed_now");
    if (call.version !== input.version) return refuse("changed_meanwhile");
    const other = await otherOpen(tx, call);
    if (other) return other;
    const { obligation } = call;
    const letter = callLetter.parse(call.letter);
    await tx.reportFormVersion.updateMany({
      where: { formId: obligation.formId, state: "DRAFT", form: { code: { startsWith: `${formCode}-` } } },
      data: { state: "IN_FORCE", inForceAt: now, version: { increment: 1 } },
    });
    const version = await tx.reportFormVersion.findFirst({
      where: { formId: obligation.formId, state: "IN_FORCE" },
      select: { definition: true },
    });
    if (!version) return refuse("no_form");
    const given = await giveNumber(
      tx,
      {
        ...{ registerId: input.registerId, issuedOn: input.issuedOn, kind: "OFFICIAL_LETTER", subject: letter.subject },
        ...{ signerTitle: letter.signerTitle, signerName: letter.signerName, batchId: null, templateId: null },
        recipients: "Các trường đại học, cao đẳng, trung cấp, cơ sở giáo dục nghề nghiệp",
      },
      actor,
      now,
    );
    if (!given.ok) return given;
    const live = await become(
      tx,
      { id: obligation.id, version: obligation.version, from: ["DRAFT"] },
      {
        state: "LIVE",
        keptFrom: dayToDate(dayOf(now)),
        citation: `Công văn số ${given.value.number} ngày ${formatDay(input.issuedOn)} của Ban Quản lý Khu kinh tế Hải Phòng`,
      },
      actor,
      now,
    );
    if (!live.ok) return live;
    const period = await tx.reportingPeriod.findFirst({
      where: { obligationId: obligation.id },
      include: { assignments: { include: { organisation: { select: { nameVi: true } } } } },
    });
    if (!period) return refuse("due_passed");
    if (period.assignments.length === 0) return refuse("nobody_called");
    const dueOn = dateToDay(period.dueOn);
    const said = {
      dueOn,
      all: recipientsIn(audience.parse(obligation.audience)).kind === "all",
      schools: period.assignments
        .map(({ organisation }) => organisation?.nameVi ?? "")
        .sort((a, b) => a.localeCompare(b, "vi")),
      questions: questionsIn(definitionOf(version.definition)).map(({ vi }) => vi),
    };
    await tx.dataCall.update({
      where: { id: call.id },
      data: {
        ...{ state: "OPEN", openedAt: now, documentId: given.value.id, version: { increment: 1 } },
        letter: sentLetter.parse({ ...letter, said }),
      },
    });
    const people = await tellSchools(tx, call, { ...given.value, subject: letter.subject, dueOn }, now);
    about({ type: "dataCall", id: call.id }, { number: given.value.number, schools: said.schools.length, people });
    return ok({ id: call.id, number: given.value.number, schools: said.schools.length, people });
  },
});

/** Closes a call: from now on nothing is handed in, and nobody is asked for it. What was typed is kept. */
export const closeCall = command({
  name: "calls.close",
  input: callReason,
  may: permissions.manageCalls,
  run: async ({ tx, input: { id, version, reason }, now, about }) => {
    about({ type: "dataCall", id }, { reason });
    const call = await seen(tx, id);
    if (!call) return refuse("not_found");
    if (!callWorkflow.can("close", call.state, "labour")) return refuse("not_allowed_now");
    const { count } = await tx.dataCall.updateMany({
      where: { id, version, state: "OPEN" },
      data: { state: "CLOSED", closedAt: now, reason, version: { increment: 1 } },
    });
    return count === 1 ? ok({ id }) : refuse("changed_meanwhile");
  },
});

/** Opens a closed call again, with the reason. Refusal: `call_open_already` (params year). */
export const reopenCall = command({
  name: "calls.reopen",
  input: callReason,
  may: permissions.manageCalls,
  run: async ({ tx, input: { id, version, reason }, about }) => {
    about({ type: "dataCall", id }, { reason });
    await holdDeadlines(tx);
    const call = await seen(tx, id);
    if (!call) return refuse("not_found");
    if (!callWorkflow.can("reopen", call.state, "labour")) return refuse("not_allowed_now");
    const other = await otherOpen(tx, call);
    if (other) return other;
    const { count } = await tx.dataCall.updateMany({
      where: { id, version, state: "CLOSED" },
      data: { state: "OPEN", closedAt: null, reason, version: { increment: 1 } },
    });
    return count === 1 ? ok({ id }) : refuse("changed_meanwhile");
  },
});
