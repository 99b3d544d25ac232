import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { PageHeader } from "@/components/layout/page-header";
import { LifecycleBadge, VerifiedBadge } from "@/components/organisations/badges";
import { ContactList } from "@/components/organisations/contact-list";
import { EntryData } from "@/components/organisations/entry-data";
import { Card } from "@/components/ui/card";
import type { Locale } from "@/lib/i18n/paths";
import { contactsOf, enterpriseEntry } from "@/lib/organisations/enterprise-queries";
import { requireEnterprise } from "@/lib/web/session";
import { SelfDescription } from "./_parts/self-description";
import { confirmContactPoint, describe, dropContact, keepContact } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("register.profile"))("title") };
}

export default async function ProfilePage({ params }: PageProps<"/[locale]/enterprise/profile">) {
  setRequestLocale((await params).locale as Locale);
  const me = await requireEnterprise();
  const { id } = me.organisation;
  const [t, entry, contacts] = await Promise.all([
    getTranslations("register"),
    enterpriseEntry(id),
    contactsOf(me, id),
  ]);
  if (!entry) notFound();
  return (
    <>
      <PageHeader
        title={t("profile.title")}
        lede={t("profile.lede")}
        state={
          <>
            <LifecycleBadge lifecycle={entry.lifecycle} />
            <VerifiedBadge verified={entry.verifiedAt !== null} />
          </>
        }
      />
      <div className="grid gap-5 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <div className="flex min-w-0 flex-col gap-5">
          <EntryData entry={entry} own />
          <Card title={t("profile.self")}>
            <p className="mb-3 text-mist-600 text-sm">{t("profile.selfHelp")}</p>
            <SelfDescription
              id={id}
              version={entry.version}
              values={{
                website: entry.website ?? "",
                introductionVi: entry.introductionVi ?? "",
                introductionEn: entry.introductionEn ?? "",
              }}
              action={describe}
            />
          </Card>
        </div>
        <Card title={t("contact.title")} className="self-start">
          <p className="mb-3 text-mist-600 text-sm">{t("contact.lede")}</p>
          <ContactList
            organisationId={id}
            contacts={contacts}
            acts={{ save: keepContact, confirm: confirmContactPoint, remove: dropContact }}
          />
        </Card>
      </div>
    </>
  );
}
