import { dateToDay, formatDay } from "@/lib/core/day";
import type { Tx } from "@/lib/db/client";
import { href, type Locale, locales } from "@/lib/i18n/paths";
import { type MailOrder, queueMails } from "@/lib/notifications/mail";
import { writeNotices } from "@/lib/notifications/notice-commands";
import { dossierPath } from "@/lib/subsidies/dossier-mail-commands";
import { withoutIds } from "@/lib/subsidies/person-id";

type Scene = { tx: Tx; now: Date };
type Kind = "ENTERPRISE" | "SCHOOL";
type Template = "controlAsked" | "accountRejected" | "moneyArrived";
type Receiver = { userId: number; email: string; locale: string; kind: Kind };
type Told = {
  to: Receiver;
  occasion: string;
  params: Record<string, string | number>;
  place: (locale: Locale) => string;
};

const side = (kind: Kind) => (kind === "ENTERPRISE" ? "enterprise" : "school");

/** A letter and a notice to each; an occasion that somebody was told of is not told again. No account number stands in either. */
async function tell({ tx, now }: Scene, template: Template, all: readonly Told[]): Promise<void> {
  const orders = all.map(({ to, occasion, params, place }): MailOrder => {
    const locale = locales.find((known) => known === to.locale) ?? "vi";
    return {
      ...{ to: to.email, locale, template, params, now, path: place(locale) },
      dedupeKey: `${template}:${occasion}:${to.userId}`,
    };
  });
  const written = await queueMails(tx, orders);
  const fresh = all.filter((_, at) => written.has(orders[at]?.dedupeKey ?? ""));
  await writeNotices(
    tx,
    // Vietnamese addresses are those without a language.
    fresh.map(({ to, params, place }) => ({ userId: to.userId, template, params, path: place("vi") })),
    now,
  );
}

type HandedIn = Receiver & { id: number; code: string };

/** Who handed dossiers in last, where the account is still there. */
const handedInBy = (tx: Tx, ids: readonly number[]) => tx.$queryRaw<HandedIn[]>`
  select d.id, d.code, o.kind::text as kind, u.id as "userId", u.email, u.locale
  from "SubsidyDossier" d join "Organisation" o on o.id = d."organisationId"
    join "DossierVersion" v on v."dossierId" = d.id and v.no = d."currentNo"
    join "User" u on u.id = v."submittedById" and u."disabledAt" is null
  where d.id = any(${[...ids]}) order by d.id`;

/** Tells applicants whose persons a sample has drawn, and until when they are to answer. */
export async function tellAsked(scene: Scene, roundId: number): Promise<void> {
  const cases = await scene.tx.controlCase.findMany({ where: { roundId }, select: { dossierId: true, dueOn: true } });
  const rows = await handedInBy(scene.tx, [...new Set(cases.map(({ dossierId }) => dossierId))]);
  const told = rows.map((to): Told => {
    const own = cases.filter(({ dossierId }) => dossierId === to.id);
    const day = own[0]?.dueOn ? formatDay(dateToDay(own[0].dueOn)) : "";
    return {
      ...{ to, occasion: `${roundId}:${to.id}`, params: { dossier: to.code, persons: own.length, day } },
      place: (locale) => href(locale, side(to.kind), "controls"),
    };
  });
  await tell(scene, "controlAsked", told);
}

/** Tells an applicant that an account which they gave was not found right, and why; the office's own are told to nobody. */
export async function tellRejected(scene: Scene, accountId: number): Promise<void> {
  const { enteredBy, enteredFor, holderName, reason } = await scene.tx.payeeAccount.findUniqueOrThrow({
    where: { id: accountId },
    include: { enteredBy: true, enteredFor: true },
  });
  if (!enteredFor || enteredBy.disabledAt) return;
  const { id: userId, email, locale } = enteredBy;
  const { kind } = enteredFor;
  const params = { holder: withoutIds(holderName), reason: withoutIds(reason ?? "") };
  const place = (of: Locale) => href(of, side(kind), "payee-account");
  await tell(scene, "accountRejected", [
    { to: { userId, email, locale, kind }, occasion: String(accountId), params, place },
  ]);
}

/** Tells applicants that money of their dossiers has reached its receivers: once a dossier and batch. */
export async function tellPaid(scene: Scene, lineIds: readonly number[]): Promise<void> {
  if (lineIds.length === 0) return;
  const lines = await scene.tx.paymentLine.findMany({
    where: { id: { in: [...lineIds] } },
    distinct: ["batchId", "dossierId"],
    orderBy: [{ batchId: "asc" }, { dossierId: "asc" }],
    select: { dossierId: true, batch: { select: { id: true, code: true } } },
  });
  const rows = await handedInBy(
    scene.tx,
    lines.map(({ dossierId }) => dossierId),
  );
  const told = lines.flatMap(({ dossierId, batch }): Told[] => {
    const to = rows.find(({ id }) => id === dossierId);
    if (!to) return [];
    const place = (locale: Locale) => dossierPath(locale, dossierId, to.kind);
    const params = { dossier: to.code, batch: batch.code ?? "" };
    return [{ to, occasion: `${batch.id}:${dossierId}`, params, place }];
  });
  await tell(scene, "moneyArrived", told);
}
