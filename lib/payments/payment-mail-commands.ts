import { dateToDay, formatDay } from "@/lib/core/day";
import type { Tx } from "@/lib/db/client";
import { href } from "@/lib/i18n/paths";
import { type Receiver, type Telling, tell } from "@/lib/notifications/tell-commands";
import { dossierPath } from "@/lib/subsidies/dossier-mail-commands";
import { withoutIds } from "@/lib/subsidies/person-id";

type Scene = { tx: Tx; now: Date };
type Kind = "ENTERPRISE" | "SCHOOL";

const side = (kind: Kind) => (kind === "ENTERPRISE" ? "enterprise" : "school");

type HandedIn = Receiver & { id: number; code: string; kind: Kind };

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
  const told = rows.map((to): Telling => {
    const own = cases.filter(({ dossierId }) => dossierId === to.id);
    const day = own[0]?.dueOn ? formatDay(dateToDay(own[0].dueOn)) : "";
    return {
      ...{ to, occasion: `${roundId}:${to.id}`, params: () => ({ dossier: to.code, persons: own.length, day }) },
      path: (locale) => href(locale, side(to.kind), "controls"),
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
  await tell(scene, "accountRejected", [
    {
      ...{ to: { userId, email, locale }, occasion: String(accountId), params: () => params },
      path: (of) => href(of, side(kind), "payee-account"),
    },
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
  const told = lines.flatMap(({ dossierId, batch }): Telling[] => {
    const to = rows.find(({ id }) => id === dossierId);
    if (!to) return [];
    const params = { dossier: to.code, batch: batch.code ?? "" };
    const path: Telling["path"] = (locale) => dossierPath(locale, dossierId, to.kind);
    return [{ to, occasion: `${batch.id}:${dossierId}`, params: () => params, path }];
  });
  await tell(scene, "moneyArrived", told);
}
