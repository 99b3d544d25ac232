import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { DeskReports } from "@/components/duties/desk-reports";
import { PageHeader } from "@/components/layout/page-header";
import { ContactList } from "@/components/organisations/contact-list";
import { LinkButton } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Notice } from "@/components/ui/notice";
import { dayOf } from "@/lib/core/day";
import { href, type Locale } from "@/lib/i18n/paths";
import { contactsOf } from "@/lib/organisations/enterprise-queries";
import { isStaleContact } from "@/lib/organisations/rules";
import { owedFirst } from "@/lib/reports/owed-queries";
import { requireSchool } from "@/lib/web/session";
import { confirmContactPoint, dropContact, keepContact } from "./actions";

export async function generateMetadata({ params }: PageProps<"/[locale]/school">): Promise<Metadata> {
  const t = await getTranslations({ locale: (await params).locale as Locale, namespace: "common.workspaces" });
  return { title: t("school") };
}

export default async function SchoolPage({ params }: PageProps<"/[locale]/school">) {
  const locale = (await params).locale as Locale;
  setRequestLocale(locale);
  const me = await requireSchool();
  const { organisation } = me;
  const now = new Date();
  const [t, contact, duties, contacts] = await Promise.all([
    getTranslations("account.school"),
    getTranslations("cohorts.contact"),
    owedFirst(me, now),
    contactsOf(me, organisation.id),
  ]);
  // One that was confirmed within the year is enough.
  const stale = contacts.every(({ confirmedAt }) => isStaleContact(confirmedAt, now));
  const doors = [
    { text: t("nowInternships"), label: t("internships"), to: href(locale, "school", "internships") },
    { text: t("nowJobs"), label: t("jobs"), to: href(locale, "jobs") },
    { text: t("nowBatches"), label: t("batches"), to: href(locale, "batches") },
    { text: t("nowMembers"), label: t("members"), to: href(locale, "school", "members") },
  ];
  return (
    <>
      <PageHeader title={organisation.nameVi} lede={t("lede")} />
      <div className="mb-5 empty:hidden">
        <DeskReports {...duties} base={href(locale, "school", "reports")} today={dayOf(now)} me={me.userId} />
      </div>
      <Card title={contact("title")} className="mb-5">
        {stale && (
          <Notice kind="waiting" title={contact(contacts.length === 0 ? "none" : "ask")} className="mb-4">
            {contact(contacts.length === 0 ? "noneBody" : "body")}
          </Notice>
        )}
        <ContactList
          organisationId={organisation.id}
          contacts={contacts}
          acts={{ save: keepContact, confirm: confirmContactPoint, remove: dropContact }}
        />
      </Card>
      <ul className="grid gap-4 sm:grid-cols-2 xl:grid-cols-4">
        {doors.map((door) => (
          <Card key={door.to} as="li" className="flex flex-col items-start justify-between gap-4">
            <p>{door.text}</p>
            <LinkButton href={door.to}>{door.label}</LinkButton>
          </Card>
        ))}
      </ul>
    </>
  );
}
