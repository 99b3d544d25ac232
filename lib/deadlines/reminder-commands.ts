import { z } from "zod";
import { type Day, dayOf, formatDay } from "@/lib/core/day";
import { ok } from "@/lib/core/result";
import type { Tx } from "@/lib/db/client";
import { command } from "@/lib/db/command";
import { messages } from "@/lib/i18n/messages";
import { href, type Locale, locales, type Place } from "@/lib/i18n/paths";
import { wordsIn } from "@/lib/i18n/words";
import { isSystem } from "@/lib/identity/actor";
import type { MailTemplate } from "@/lib/notifications/letter";
import { queueMails } from "@/lib/notifications/mail";
import { writeNotices } from "@/lib/notifications/notice-commands";
import type { WorkCalendar } from "./calendar";
import { loadCalendar } from "./calendar-queries";
import { dailyKey, dueGroups, type OwedBy, owedBy, type PendingStep, pendingSteps } from "./reminder-queries";
import { mayRemind, messagesDue, type OwedWords, owedText } from "./reminders";
import { holdDeadlines } from "./rule-commands";

function wordsOf(locale: Locale): OwedWords {
  const say = wordsIn(locale, messages[locale].reminders.letter);
  return {
    unit: (unit) => messages[locale].register.unit[unit],
    line: (key, values) => say(key, values),
    returned: (line) => say("returned", { line }),
    more: (count) => say("more", { count }),
  };
}

const localeOf = (text: string): Locale => locales.find((known) => known === text) ?? "vi";

/** The page on which a person finds what they owe, by who owes the most urgent of it. */
function pageOf(first: OwedBy | undefined): [Place, string] {
  if (!first?.kind) return ["staff", "duties"];
  return [first.kind === "SCHOOL" ? "school" : "enterprise", "reports"];
}

function byPerson<T extends { key: string }>(rows: readonly T[]): Map<string, T[]> {
  const people = new Map<string, T[]>();
  for (const row of rows) {
    const known = people.get(row.key);
    if (known) known.push(row);
    else people.set(row.key, [row]);
  }
  return people;
}

export type Sending = {
  now: Date;
  today: Day;
  calendar: WorkCalendar;
  /** Letter to people with an account, and to addresses without one. */
  templates: { account: MailTemplate; contact: MailTemplate };
  /** With a person's key: one letter for ever. */
  dedupe: string;
  /** Who sends it by hand; null: the ladder. */
  byUserId: number | null;
};

async function whatTheyOwe(tx: Tx, people: ReadonlyMap<string, PendingStep[]>, today: Day): Promise<OwedBy[]> {
  const userIds = [...people.values()].flatMap(([first]) => first?.userId ?? []);
  const assignmentIds = [...new Set([...people.values()].flat().map(({ assignmentId }) => assignmentId))];
  const places = await tx.reportAssignment.findMany({
    where: { id: { in: assignmentIds } },
    select: { organisationId: true, unit: true },
  });
  const memberships = await tx.membership.findMany({
    where: { userId: { in: userIds } },
    select: { organisationId: true },
  });
  const organisations = [...places, ...memberships].flatMap(({ organisationId }) => organisationId ?? []);
  const units = places.flatMap(({ unit }) => unit ?? []);
  return owedBy(tx, [...people.keys()], [...new Set(organisations)], [...new Set(units)], today);
}

/**
 * Writes to people what they owe: one letter each and, to those with an account, one notice; with them the proof for each
 * report and step. All of it in the caller's transaction.
 *
 * @param steps due, of these people
 * @param listed which of what a person owes the letter lists; without it, all
 */
export async function sendReminders(
  tx: Tx,
  steps: readonly PendingStep[],
  sending: Sending,
  listed?: ReadonlySet<number>,
): Promise<{ people: number; reminders: number }> {
  const { now, today, calendar } = sending;
  const people = byPerson(steps);
  const owed = byPerson(await whatTheyOwe(tx, people, today));
  const letters = [...people].flatMap(([key, [first]]) => {
    const lines = (owed.get(key) ?? [])
      .filter(({ assignmentId }) => !listed || listed.has(assignmentId))
      .sort((a, b) => a.dueOn.localeCompare(b.dueOn));
    const [urgent] = lines;
    return first && urgent ? [{ key, first, lines, urgent }] : [];
  });
  const params = ({ lines, urgent }: (typeof letters)[number], locale: Locale) => ({
    count: lines.length,
    name: locale === "vi" ? urgent.obligationVi : urgent.obligationEn,
    day: formatDay(urgent.dueOn),
  });
  const mails = await queueMails(
    tx,
    letters.map((letter) => {
      const locale = localeOf(letter.first.locale);
      const hasAccount = letter.first.userId !== null;
      return {
        to: letter.first.to,
        locale,
        template: hasAccount ? sending.templates.account : sending.templates.contact,
        params: {
          ...params(letter, locale),
          list: owedText(letter.lines, locale, calendar, today, wordsOf(locale)),
        },
        dedupeKey: sending.dedupe + letter.key,
        now,
        path: hasAccount ? href(locale, ...pageOf(letter.urgent)) : href(locale, "register"),
      };
    }),
  );
  const written = letters.filter(({ key }) => mails.has(sending.dedupe + key));
  const withAccount = written.flatMap((letter) =>
    letter.first.userId === null ? [] : [{ ...letter, userId: letter.first.userId }],
  );
  const noticeIds = await writeNotices(
    tx,
    withAccount.map((letter) => ({
      userId: letter.userId,
      template: sending.byUserId === null ? "owed" : "chased",
      params: params(letter, localeOf(letter.first.locale)),
      path: href("vi", ...pageOf(letter.urgent)),
    })),
    now,
  );
  const noticeOf = new Map(withAccount.map(({ key }, at) => [key, noticeIds[at] ?? null]));
  const rows = written.flatMap(({ key }) =>
    (people.get(key) ?? []).flatMap(({ assignmentId, step, dueOn, userId, address, plannedOn }) => {
      const base = { assignmentId, step, byUserId: sending.byUserId, dueOn, userId, address, plannedOn, at: now };
      const mail = { ...base, channel: "MAIL" as const, mailId: mails.get(sending.dedupe + key) ?? null };
      const noticeId = noticeOf.get(key);
      return noticeId ? [mail, { ...base, channel: "IN_APP" as const, noticeId }] : [mail];
    }),
  );
  for (let at = 0; at < rows.length; at += 2_000)
    await tx.reminder.createMany({ data: rows.slice(at, at + 2_000), skipDuplicates: true });
  return { people: written.length, reminders: rows.length };
}

/** People in one transaction: what a kill undoes is small, and rules wait a second at most. */
export const peopleAtOnce = 500;

/**
 * One lot of the ladder: people who are to be told of a step today and have not been. Nothing on days off and in the quiet
 * hours; then the steps wait for the next working day. Run again, by another worker or after a kill, it goes on with the
 * next people, and nobody is told twice.
 */
export const remindLot = command({
  name: "reminders.send",
  input: z.object({ most: z.int().positive().max(peopleAtOnce).default(peopleAtOnce) }),
  may: isSystem,
  patience: 120_000,
  run: async ({ tx, input: { most }, now, about }) => {
    const today = dayOf(now);
    about({ type: "reminders", id: today });
    const calendar = await loadCalendar(tx);
    const nothing = { people: 0, reminders: 0, more: false };
    if (!mayRemind(now, calendar)) return ok(nothing);
    await holdDeadlines(tx);
    const due = messagesDue(await dueGroups(tx, today), calendar, today);
    if (due.length === 0) return ok(nothing);
    const steps = await pendingSteps(tx, due, today, most);
    if (steps.length === 0) return ok(nothing);
    const sent = await sendReminders(tx, steps, {
      now,
      today,
      calendar,
      templates: { account: "reportsOwed", contact: "reportsOwedNoAccount" },
      dedupe: dailyKey(today),
      byUserId: null,
    });
    about({ type: "reminders", id: today }, sent);
    const chosen = new Set(steps.map(({ key }) => key)).size;
    return ok({ ...sent, more: sent.people > 0 && chosen >= most });
  },
});
