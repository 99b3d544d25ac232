import { dateToDay, formatDay } from "@/lib/core/day";
import { ok, refuse } from "@/lib/core/result";
import { type Context, command } from "@/lib/db/command";
import type { Prisma } from "@/lib/db/generated/client";
import { href } from "@/lib/i18n/paths";
import { userIdOf } from "@/lib/identity/actor";
import { membersOf, type Receiver, tell } from "@/lib/notifications/tell-commands";
import { checkedReport, typedInto } from "./checked-commands";
import { type HeldReport, moveReport } from "./held-commands";
import { owesReports } from "./scope";
import { savedDraft, unsignedReport } from "./submission-schema";

/** A letter and a notice for each, in everybody's own language. */
async function tellOf(
  { tx, now, actor }: Context<unknown>,
  row: HeldReport,
  people: readonly Receiver[],
  template: "signAsked" | "signRefused",
  note: string,
) {
  const { obligation } = row.period;
  const area = actor.kind === "person" && actor.organisation?.kind === "ENTERPRISE" ? "enterprise" : "school";
  await tell(
    { tx, now },
    template,
    people.map((to) => ({
      ...{ to, occasion: `${row.id}:v${row.version}` },
      params: (locale) => ({
        report: locale === "vi" ? obligation.nameVi : obligation.nameEn,
        due: formatDay(dateToDay(row.dueOn)),
        name: actor.kind === "person" ? actor.fullName : "",
        note,
      }),
      path: (locale) => href(locale, area, "reports", row.id),
    })),
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
    const { tx, input, now, actor, about } = context;
    const held = await typedInto(context, input);
    if (!held.ok) return held;
    const { row } = held;
    if (!row.period.obligation.secondPerson || row.organisationId === null) return refuse("sign_not_needed");
    const checked = await checkedReport(context, row, { ...input, nil: false });
    if (!checked.ok) return checked;
    const people = await membersOf(tx, row.organisationId, userIdOf(actor));
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
    await tellOf(context, row, people, "signAsked", "");
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
    if (prepared) await tellOf(context, row, [{ userId: prepared.id, ...prepared }], "signRefused", input.note);
    about({ type: "report", id: row.id }, { note: input.note });
    return moved;
  },
});
