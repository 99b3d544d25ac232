import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { LinesField } from "@/components/account/plain-fields";
import { PlainForm } from "@/components/account/plain-form";
import { RegistrationBadge } from "@/components/account/registration-badge";
import { PageHeader } from "@/components/layout/page-header";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { DescriptionList } from "@/components/ui/description-list";
import { Field, Input } from "@/components/ui/field";
import { dayOf, formatDay } from "@/lib/core/day";
import { tidy } from "@/lib/core/text";
import { href, type Locale } from "@/lib/i18n/paths";
import { permissions } from "@/lib/identity/permissions";
import { candidates, registrationById } from "@/lib/identity/registration-queries";
import { id as knownId } from "@/lib/identity/schema";
import { requireStaff } from "@/lib/web/session";
import { rejectAct } from "../actions";
import { CandidateList } from "./_parts/candidate-list";

export async function generateMetadata({ params }: PageProps<"/[locale]/staff/registrations/[id]">): Promise<Metadata> {
  const t = await getTranslations({ locale: (await params).locale as Locale, namespace: "account.registrations" });
  return { title: t("title") };
}

export default async function RegistrationPage({
  params,
  searchParams,
}: PageProps<"/[locale]/staff/registrations/[id]">) {
  const { locale: asked, id } = await params;
  const locale = asked as Locale;
  setRequestLocale(locale);
  await requireStaff(permissions.decideRegistrations);
  const number = knownId.max(2_147_483_647).safeParse(id);
  const registration = number.success ? await registrationById(number.data) : null;
  if (!registration) notFound();
  const { q } = await searchParams;
  const text = typeof q === "string" ? tidy(q).slice(0, 100) : "";
  const open = registration.status === "PENDING";
  const [t, proposed] = [
    await getTranslations("account.registrations"),
    open ? await candidates(registration, text || undefined) : [],
  ];
  const { park, enterprise, decidedBy, decidedAt } = registration;
  const named = (both: { nameVi: string; nameEn: string | null } | null) =>
    both && ((locale === "en" && both.nameEn) || both.nameVi);
  return (
    <>
      <PageHeader
        title={registration.nameVi}
        as={Link}
        back={{ href: href(locale, "staff", "registrations"), label: t("back") }}
        state={<RegistrationBadge status={registration.status} />}
      />
      <div className="grid items-start gap-5 lg:grid-cols-2">
        <div className="space-y-5">
          <Card title={t("given")}>
            <DescriptionList
              items={[
                { label: t("taxCode"), value: <span className="figures">{registration.taxCode}</span> },
                { label: t("park"), value: named(park) ?? t("noPark") },
                { label: t("applicant"), value: registration.applicant.fullName },
                { label: t("email"), value: <span className="break-all">{registration.applicant.email}</span> },
                { label: t("phone"), value: registration.phone },
                { label: t("sent"), value: formatDay(dayOf(registration.createdAt)) },
              ]}
            />
          </Card>
          {open && (
            <Card title={t("rejectTitle")}>
              <PlainForm
                id="reject"
                act={rejectAct}
                fixed={{ registrationId: registration.id, version: registration.version }}
                submit={t("reject")}
                look={{ variant: "danger" }}
              >
                <LinesField name="reason" label={t("reason")} help={t("reasonHelp")} />
              </PlainForm>
            </Card>
          )}
        </div>
        {open ? (
          <Card title={t("matchTitle")}>
            <p className="mb-4 text-mist-700 text-sm">{t("matchLede")}</p>
            <CandidateList locale={locale} registration={registration} candidates={proposed} />
            <form className="mt-5 flex flex-wrap items-end gap-3 border-mist-100 border-t pt-4">
              <Field id="find" label={t("findOther")} help={t("findHelp")} className="flex-1 basis-52">
                <Input id="find" name="q" type="search" defaultValue={text} aria-describedby="find-help" />
              </Field>
              <Button type="submit" icon="search">
                {t("findOther")}
              </Button>
            </form>
          </Card>
        ) : (
          <Card as="div">
            <p>
              {t("decidedBy", {
                name: decidedBy?.fullName ?? "–",
                day: decidedAt ? formatDay(dayOf(decidedAt)) : "–",
              })}
            </p>
            {enterprise && <p>{t("matchedTo", { enterprise: named(enterprise) ?? "" })}</p>}
            {registration.reason && <p className="mt-2 whitespace-pre-line">{registration.reason}</p>}
          </Card>
        )}
      </div>
    </>
  );
}
