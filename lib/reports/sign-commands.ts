import { dateToDay, formatDay } from "@/lib/core/day";
import { ok, refuse } from "@/lib/core/result";
import { type Context, command } from "@/lib/db/command";
import type { Prisma } from "@/lib/db/generated/client";
import { href, type Locale, locales } from "@/lib/i18n/paths";
import { userIdOf } from "@/lib/identity/actor";
import { queueMails } from "@/lib/notifications/mail";
import { writeNotices } from "@/lib/notifications/notice-commands";
import { checkedReport, typedInto } from "./checked-commands";
import { type HeldReport, moveReport } from "./held-commands";
import { owesReports } from "./scope";
import { savedDraft, unsignedReport } from "./submission-schema";

const localeOf = (text: string): Locale => locales.find((known) => known === text) ?? "vi";

type Told = { userId: number; user: { email: string; locale: string } };

/** Everybody else of the organisation who has an account that works. */
const colleagues = ({ tx, actor }: Context<unknown>, row: HeldReport): Promise<Told[]> =>
  tx.membership.findMany({
    where: {
      organisationId: row.organisationId ?? 0,
      userId: { not: userIdOf(actor) },
      user: { disabledAt: null },
    },
    select: { userId: true, user: { select: { email: true, locale: true } } },
  });

/** A letter and a notice for each, in everybody's own language. */
async function tell(
  { tx, now, actor }: Context<unknown>,
  row: HeldReport,
  people: readonly Told[],
  template: "signAsked" | "signRefused",
  note: string,
) {
  const { obligation } = row.period;
  const area = actor.kind === "person" && actor.organisation?.kind === "ENTERPRISE" ? "enterprise" : "school";
  const params = (locale: Locale) => ({
    report: locale === "vi" ? obligation.nameVi : obligation.nameEn,
    due: formatDay(dateToDay(row.dueOn)),
    name: actor.kind === "person" ? actor.fullName : "",
  });
  await queueMails(
    tx,
    people.map(({ userId, user }) => {
      const locale = localeOf(user.locale);
      return {
        to: user.email,
        locale,
        template,
        params: { ...params(locale), note },
        dedupeKey: `${template}:${row.id}:v${row.version}:${userId}`,
        now,
        path: href(locale, area, "reports", row.id),
      };
    }),
  );
  await writeNotices(
    tx,
    people.map(({ userId, user }) => ({
      userId,
      template,
      params: params(localeOf(user.locale)),
      path: href("vi", area, "reports", row.id),
    })),
    now,
  );
}

/**
 * Asks a colleague to sign answers that are complete: they are checked as if they were handed in, and kept as they are until
 * somebody else signs or gives them back. Refuses `sign_not_needed`, and `no_colleague` where nobody could sign.
 *
 * @returns `colleagues`: how many can sign
 */
export const askSignature = command({
  name: "reports.askSignature",
  input: savedDraft,
  may: owesReports,
  run: async (context) => {
    const { input, now, actor, about } = context;
    const held = await typedInto(context, input);
    if (!held.ok) return held;
    const { row } = held;
    if (!row.period.obligation.secondPerson || row.organisationId === null) return refuse("sign_not_needed");
    const checked = await checkedReport(context, row, { ...input, nil: false });
    if (!checked.ok) return checked;
    const people = await colleagues(context, row);
    if (people.length === 0) return refuse("no_colleague");
    const { form, content } = checked.value;
    const moved = await moveReport(context, row, held.move, {
      draft: content as Prisma.InputJsonObject,
      draftVersionId: form.versionId,
      draftSavedAt: now,
      explanations: input.explanations,
      signAskedById: userIdOf(actor),
      signAskedAt: now,
    });
    if (!moved.ok) return moved;
    await tell(context, row, people, "signAsked", "");
    about({ type: "report", id: row.id }, { asked: people.length });
    return ok({ ...moved.value, colleagues: people.length });
  },
});

/** Gives answers back to the colleague who prepared them, with what is to be changed. Refuses `sign_not_asked`, `same_person`. */
export const refuseSignature = command({
  name: "reports.refuseSignature",
  input: unsignedReport,
  may: owesReports,
  run: async (context) => {
    const { tx, actor, input, about } = context;
    const held = await typedInto(context, input);
    if (!held.ok) return held;
    const { row } = held;
    if (row.signAskedAt === null) return refuse("sign_not_asked");
    if (row.signAskedById === userIdOf(actor)) return refuse("same_person");
    const moved = await moveReport(context, row, held.move, { signNote: input.note, signNoteById: userIdOf(actor) });
    if (!moved.ok) return moved;
    const prepared = await tx.user.findFirst({
      where: { id: row.signAskedById ?? 0, disabledAt: null },
      select: { id: true, email: true, locale: true },
    });
    if (prepared) await tell(context, row, [{ userId: prepared.id, user: prepared }], "signRefused", input.note);
    about({ type: "report", id: row.id }, { note: input.note });
    return moved;
  },
});
