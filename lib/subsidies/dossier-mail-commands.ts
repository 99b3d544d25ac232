import { formatCount } from "@/lib/core/money";
import type { Context } from "@/lib/db/command";
import { href, type Locale, locales } from "@/lib/i18n/paths";
import type { MailTemplate } from "@/lib/notifications/letter";
import { type MailOrder, queueMails } from "@/lib/notifications/mail";
import { tell } from "@/lib/notifications/tell-commands";
import { withoutIds } from "./person-id";

/** Where an applicant finds a dossier. */
export const dossierPath = (locale: Locale, id: number, kind: "ENTERPRISE" | "SCHOOL") =>
  href(locale, kind === "ENTERPRISE" ? "enterprise" : "school", "dossiers", id);

/** Writes to whoever handed the dossiers in last, where the account is still there: one letter a dossier. */
export async function tellApplicants(
  { tx, now }: Context<unknown>,
  ids: readonly number[],
  template: MailTemplate,
  occasion: string,
  note = "",
): Promise<void> {
  const rows = await tx.$queryRaw<
    {
      id: number;
      code: string;
      kind: "ENTERPRISE" | "SCHOOL";
      userId: number;
      email: string;
      locale: string;
      accepted: number;
      refused: number;
    }[]
  >`
    select d.id, d.code, o.kind::text as kind, u.id as "userId", u.email, u.locale,
      (select count(*)::int from "DossierPerson" p where p."dossierId" = d.id and p.decision = 'ACCEPTED') as accepted,
      (select count(*)::int from "DossierPerson" p where p."dossierId" = d.id and p.decision = 'REFUSED') as refused
    from "SubsidyDossier" d join "Organisation" o on o.id = d."organisationId"
      join "DossierVersion" v on v."dossierId" = d.id and v.no = d."currentNo"
      join "User" u on u.id = v."submittedById" and u."disabledAt" is null
    where d.id = any(${[...ids]}) order by d.id`;
  // A letter goes out of the house: an ID that somebody wrote is read in the portal alone.
  const said = withoutIds(note);
  const orders = rows.map((row): MailOrder => {
    const locale = locales.find((known) => known === row.locale) ?? "vi";
    return {
      ...{ to: row.email, locale, template, now },
      params: { dossier: row.code, note: said, accepted: row.accepted, refused: row.refused },
      dedupeKey: `dossier:${row.id}:${occasion}:${row.userId}`,
      path: dossierPath(locale, row.id, row.kind),
    };
  });
  await queueMails(tx, orders);
}

/** Tells applicants that their dossiers were decided. */
export const tellDecided = (context: Context<unknown>, ids: readonly number[]) =>
  tellApplicants(context, ids, "dossierDecided", "decided");

/** Tells whoever asked for a change, where the account is still there, what became of it: a letter and a notice. */
export async function tellAsker(
  { tx, now }: Context<unknown>,
  request: { id: number; dossierId: number; askerId: number | null },
  template: "changeGranted" | "changeRefused",
  { note, amount }: { note: string; amount: number | null },
): Promise<void> {
  const { id, dossierId, askerId } = request;
  const asker = askerId && (await tx.user.findFirst({ where: { id: askerId, disabledAt: null } }));
  if (!asker) return;
  const { code, organisation } = await tx.subsidyDossier.findUniqueOrThrow({
    where: { id: dossierId },
    select: { code: true, organisation: { select: { kind: true } } },
  });
  await tell({ tx, now }, template, [
    {
      to: { userId: asker.id, email: asker.email, locale: asker.locale },
      occasion: String(id),
      params: (locale) => ({
        dossier: code ?? "",
        note,
        amount: amount === null ? "" : formatCount(amount, locale),
      }),
      path: (locale) => dossierPath(locale, dossierId, organisation.kind),
    },
  ]);
}
