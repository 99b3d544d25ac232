import { z } from "zod";
import { type Day, dateToDay, dayOf, dayToDate, formatDay } from "@/lib/core/day";
import { ok, refuse } from "@/lib/core/result";
import type { Tx } from "@/lib/db/client";
import { command } from "@/lib/db/command";
import type { StaffRole } from "@/lib/db/generated/enums";
import { loadCalendar } from "@/lib/deadlines/calendar-queries";
import { href, locales } from "@/lib/i18n/paths";
import { isSystem, userIdOf } from "@/lib/identity/actor";
import { permissions } from "@/lib/identity/permissions";
import { queueMails } from "@/lib/notifications/mail";
import { writeNotices } from "@/lib/notifications/notice-commands";
import { reviewedRow } from "./review-commands";
import { askedOpinion, givenOpinion } from "./review-schema";

type Asked = { id: number; unit: StaffRole; dueOn: Day; question: string; dossier: string };

/** Writes to everybody of the unit: a letter and, with it, a notice; once for each occasion. */
async function tellUnit(tx: Tx, asked: Asked, occasion: "asked" | "soon" | "late", now: Date): Promise<number> {
  const people = await tx.user.findMany({
    where: { staffRole: asked.unit, disabledAt: null },
    select: { id: true, email: true, locale: true },
    orderBy: { id: "asc" },
  });
  const params = { dossier: asked.dossier, day: formatDay(asked.dueOn) };
  const keyOf = (userId: number) => `opinion:${asked.id}:${occasion}:${userId}`;
  const written = await queueMails(
    tx,
    people.map(({ id, email, locale: chosen }) => {
      const locale = locales.find((known) => known === chosen) ?? "vi";
      return {
        ...{ to: email, locale, template: "opinionAsked" as const, now, dedupeKey: keyOf(id) },
        params: { ...params, question: asked.question },
        path: href(locale, "staff", "opinions"),
      };
    }),
  );
  const told = people.filter(({ id }) => written.has(keyOf(id)));
  await writeNotices(
    tx,
    told.map(({ id }) => ({ userId: id, template: "opinion" as const, params, path: "/staff/opinions" })),
    now,
  );
  return told.length;
}

/** Asks another unit for its opinion by a day; its people are told, and see the dossier from now on. */
export const askOpinion = command({
  name: "opinions.ask",
  input: askedOpinion,
  may: permissions.reviewDossiers,
  run: async (context) => {
    const { tx, actor, now, input } = context;
    const { id, unit, question, dueOn } = input;
    const held = await reviewedRow(context, id);
    if (!held.ok) return held;
    if (held.row.state !== "IN_REVIEW" && held.row.state !== "CORRECTING") return refuse("not_allowed_now");
    if (dueOn < dayOf(now)) return refuse("invalid_input", { fields: [{ path: ["dueOn"], code: "pastDay" }] });
    const open = await tx.dossierOpinion.count({ where: { dossierId: id, unit, verdict: null } });
    if (open > 0) return refuse("opinion_waits");
    const made = await tx.dossierOpinion.create({
      data: { dossierId: id, unit, question, dueOn: dayToDate(dueOn), askedById: userIdOf(actor), askedAt: now },
      select: { id: true },
    });
    await tellUnit(tx, { id: made.id, unit, dueOn, question, dossier: held.row.code ?? "" }, "asked", now);
    return ok(made);
  },
});

/** A unit says what it thinks of a dossier that it was asked about, once. */
export const giveOpinion = command({
  name: "opinions.give",
  input: givenOpinion,
  may: permissions.giveOpinions,
  run: async ({ tx, actor, now, input, about, touches }) => {
    const unit = actor.kind === "person" ? actor.staffRole : null;
    const row = unit && (await tx.dossierOpinion.findFirst({ where: { id: input.id, unit } }));
    if (!row) return refuse("not_found");
    about({ type: "dossier", id: row.dossierId });
    if (row.verdict !== null) return refuse("not_allowed_now");
    const { count } = await tx.dossierOpinion.updateMany({
      where: { id: input.id, version: input.version, verdict: null },
      data: {
        ...{ verdict: input.verdict, answer: input.answer, answeredById: userIdOf(actor), answeredAt: now },
        version: { increment: 1 },
      },
    });
    if (count === 0) return refuse("changed_meanwhile");
    touches({ type: "opinion", id: input.id });
    return ok({ id: input.id });
  },
});

/** Working days before the day on which an opinion is due that its unit is reminded; once more when it is late. */
const remindBefore = 2;

/** Reminds units of opinions that are due soon or late, each of its people once for either. Safe to repeat. */
export const remindOpinions = command({
  name: "opinions.remind",
  input: z.object({}),
  may: isSystem,
  patience: 60_000,
  run: async ({ tx, now, about }) => {
    const today = dayOf(now);
    const until = (await loadCalendar(tx)).move(today, remindBefore);
    const rows = await tx.dossierOpinion.findMany({
      where: {
        ...{ verdict: null, dueOn: { lte: dayToDate(until) } },
        dossier: { state: { in: ["IN_REVIEW", "CORRECTING"] } },
      },
      include: { dossier: { select: { code: true } } },
      orderBy: { id: "asc" },
    });
    let told = 0;
    for (const { id, unit, question, dueOn, dossier } of rows) {
      const day = dateToDay(dueOn);
      const asked = { id, unit, question, dueOn: day, dossier: dossier.code ?? "" };
      told += await tellUnit(tx, asked, day < today ? "late" : "soon", now);
    }
    about({ type: "opinions", id: today }, { told });
    return ok({ told });
  },
});
