import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { SubjectTrail } from "@/components/audit/subject-trail";
import { PageHeader } from "@/components/layout/page-header";
import { LifecycleBadge, VerifiedBadge } from "@/components/organisations/badges";
import { ContactList } from "@/components/organisations/contact-list";
import { EntryData } from "@/components/organisations/entry-data";
import { LinkButton } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { auditOf } from "@/lib/audit/queries";
import { trailCursor } from "@/lib/audit/schema";
import { dayOf } from "@/lib/core/day";
import { href, type Locale } from "@/lib/i18n/paths";
import {
  changesOf,
  contactsOf,
  enterpriseEntry,
  membersOf,
  placeChoices,
  vacanciesOf,
} from "@/lib/organisations/enterprise-queries";
import { keepsRegister, seesContacts, verifiesEnterprises } from "@/lib/organisations/rules";
import { allowedMoves } from "@/lib/organisations/workflow";
import { requireStaff } from "@/lib/web/session";
import { confirmContactPoint, dropContact, keepContact, move, unverify, verify } from "../actions";
import { EntryHistory } from "./_parts/entry-history";
import { MoveDialog } from "./_parts/move-dialog";
import { Members, Vacancies } from "./_parts/related";
import { Verification } from "./_parts/verification";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("register.list"))("title") };
}

export default async function EnterprisePage({ params, searchParams }: PageProps<"/[locale]/staff/enterprises/[id]">) {
  const { locale: spoken, id: asked } = await params;
  const locale = spoken as Locale;
  setRequestLocale(locale);
  const me = await requireStaff();
  const entry = /^\d{1,9}$/.test(asked) ? await enterpriseEntry(Number(asked)) : null;
  if (!entry) notFound();
  const { id, version } = entry;
  const cursor = trailCursor(await searchParams);
  const [t, contacts, members, vacancies, changes, places, trail] = await Promise.all([
    getTranslations("register"),
    contactsOf(me, id),
    membersOf(me, id),
    vacanciesOf(id),
    changesOf(id),
    placeChoices(),
    auditOf("enterprise", id, { cursor }),
  ]);
  const moves = allowedMoves(me, entry.lifecycle);
  const name = (row: { nameVi: string; nameEn: string }) => (locale === "vi" ? row.nameVi : row.nameEn);
  const names = Object.fromEntries([
    ...places.parks.map((park) => [`parkId:${park.id}`, name(park)]),
    ...places.units.map((unit) => [`administrativeUnitId:${unit.id}`, name(unit)]),
  ]);
  const reviews = me.staffRole === "LABOUR_OFFICER" || me.staffRole === "LABOUR_HEAD";
  return (
    <>
      <PageHeader
        as={Link}
        title={entry.nameVi}
        lede={<span className="figures">{[entry.nameEn, entry.taxCode].filter(Boolean).join(" · ")}</span>}
        state={
          <>
            <LifecycleBadge lifecycle={entry.lifecycle} />
            <VerifiedBadge verified={entry.verifiedAt !== null} />
          </>
        }
        back={{ href: href(locale, "staff", "enterprises"), label: t("entry.back") }}
        actions={
          <>
            {keepsRegister(me) && (
              <LinkButton as={Link} href={href(locale, "staff", "enterprises", id, "edit")} icon="pencil">
                {t("entry.edit")}
              </LinkButton>
            )}
            {moves.length > 0 && (
              <MoveDialog
                seen={{ id, version }}
                moves={moves}
                today={dayOf(new Date())}
                openListings={vacancies.open}
                action={move}
              />
            )}
          </>
        }
      />
      <div className="grid gap-5 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <div className="flex min-w-0 flex-col gap-5">
          <EntryData
            entry={entry}
            verification={
              verifiesEnterprises(me) && (
                <Verification
                  seen={{ id, version }}
                  name={entry.nameVi}
                  verified={entry.verifiedAt !== null}
                  verify={verify}
                  unverify={unverify}
                />
              )
            }
          />
          <Vacancies
            {...vacancies}
            itemHref={reviews ? (vacancyId) => href(locale, "staff", "review", vacancyId) : undefined}
          />
          {seesContacts(me) && (
            <Card title={t("contact.title")}>
              <p className="mb-3 text-mist-600 text-sm">{t("contact.lede")}</p>
              <ContactList
                organisationId={id}
                contacts={contacts}
                acts={{ save: keepContact, confirm: confirmContactPoint, remove: dropContact }}
              />
            </Card>
          )}
          {seesContacts(me) && <Members members={members} />}
        </div>
        <div className="flex min-w-0 flex-col gap-5">
          <EntryHistory events={entry.lifecycleEvents} changes={changes} names={names} />
          <SubjectTrail
            lines={trail.items}
            next={trail.next}
            cursor={cursor}
            here={href(locale, "staff", "enterprises", id)}
            namesOthers={seesContacts(me)}
          />
        </div>
      </div>
    </>
  );
}
