import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { PageHeader } from "@/components/layout/page-header";
import { MailStateBadge } from "@/components/notifications/mail-state";
import { Badge } from "@/components/ui/badge";
import { LinkButton } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { RowTitle, Table } from "@/components/ui/table";
import { Timeline } from "@/components/ui/timeline";
import { formatDay } from "@/lib/core/day";
import { escalationOf, type Proof } from "@/lib/deadlines/escalation-queries";
import { namedPeriod } from "@/lib/deadlines/recurrence";
import { besideDue } from "@/lib/deadlines/reminders";
import { href, type Locale } from "@/lib/i18n/paths";
import { momentText } from "@/lib/identity/moment";
import { permissions } from "@/lib/identity/permissions";
import { readsFor } from "@/lib/reports/scope";
import { requireStaff } from "@/lib/web/session";
import { CallForm } from "../../_parts/call-form";
import { Contacts } from "../../_parts/contacts";
import { callAct } from "../actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("reminders.late.proof"))("title") };
}

/** One late report and everything that was done to get it: each letter with its fate, calls, official letters. */
export default async function ProofPage({ params }: PageProps<"/[locale]/staff/deadlines/late/[id]">) {
  const { locale: asked, id } = await params;
  const locale = asked as Locale;
  setRequestLocale(locale);
  const me = await requireStaff(permissions.chaseReports);
  const report = /^\d{1,9}$/.test(id) ? await escalationOf(Number(id), me, new Date()) : null;
  if (!report) notFound();
  const [t, units] = [await getTranslations("reminders.late"), await getTranslations("register.unit")];
  const who = report.organisation ?? (report.unit ? units(report.unit) : "");
  const open = report.state === "OWED" || report.state === "DRAFT" || report.state === "RETURNED";
  const how = (one: Proof) =>
    one.step === null
      ? t("proof.byHand", { name: one.by ?? "" })
      : t("proof.step", { ...besideDue(one.step), day: formatDay(one.plannedOn) });
  return (
    <>
      <PageHeader
        title={who}
        lede={namedPeriod(locale === "vi" ? report.obligationVi : report.obligationEn, report.slot)}
        actions={
          <>
            {readsFor(me, report.reviewer) && (
              <LinkButton as={Link} href={href(locale, "staff", "reports", report.id)}>
                {t("proof.open")}
              </LinkButton>
            )}
            {open && report.organisation && permissions.callLateReports(me) && (
              <CallForm action={callAct} id={report.id} of={report.organisation} />
            )}
          </>
        }
      />
      <div className="grid items-start gap-5 lg:grid-cols-[minmax(0,1fr)_320px]">
        <Card title={t("proof.title")} flush>
          <Table
            caption={t("proof.title")}
            rows={report.reminders}
            rowKey={({ id: key }) => key}
            empty={<p className="px-5 py-4 text-mist-700">{t("proof.none")}</p>}
            columns={[
              {
                key: "at",
                label: t("proof.at"),
                primary: true,
                cell: (one) => <RowTitle title={momentText(one.at)} detail={how(one)} />,
              },
              { key: "channel", label: t("proof.channel"), cell: (one) => t(`proof.${one.channel}`) },
              { key: "to", label: t("proof.to"), cell: (one) => <span className="break-all">{one.to}</span> },
              {
                key: "state",
                label: t("proof.state"),
                cell: (one) =>
                  one.mail ? (
                    <>
                      <MailStateBadge state={one.mail.status} />
                      {one.mail.lastError && (
                        <span className="mt-1 block break-words text-mist-600 text-sm">{one.mail.lastError}</span>
                      )}
                    </>
                  ) : one.readAt ? (
                    <Badge tone="done">{t("proof.read", { time: momentText(one.readAt) })}</Badge>
                  ) : (
                    <Badge>{t("proof.unread")}</Badge>
                  ),
              },
            ]}
          />
        </Card>
        <div className="space-y-5">
          <Card title={t("proof.about")}>
            <p>{t("proof.dueOn", { day: formatDay(report.dueOn) })}</p>
            {open && report.daysLate > 0 && <p>{t("proof.late", { days: report.daysLate })}</p>}
            {!open && <p>{t("proof.over")}</p>}
            <p className="mt-2 text-mist-600 text-sm">{report.citation}</p>
          </Card>
          {report.contacts.length > 0 && (
            <Card title={t("contacts")}>
              <Contacts contacts={report.contacts} />
            </Card>
          )}
          {report.calls.length > 0 && (
            <Card title={t("call.history")}>
              <Timeline
                moments={report.calls.map((call) => ({
                  id: call.id,
                  icon: "phone",
                  title: t(`call.${call.outcome}`),
                  meta: `${momentText(call.at)} · ${call.by}`,
                  body: call.note,
                }))}
              />
            </Card>
          )}
          {report.letters.length > 0 && (
            <Card title={t("letters.title")}>
              <ul className="space-y-2">
                {report.letters.map((letter) => (
                  <li key={letter.id}>
                    <a href={`/api/exports/letters/${letter.id}`} className="text-harbour-600 underline" download>
                      {t("letters.numbered", { number: letter.number, day: formatDay(letter.issuedOn) })}
                    </a>{" "}
                    {letter.cancelled && <Badge tone="refused">{t("letters.cancelled")}</Badge>}
                  </li>
                ))}
              </ul>
            </Card>
          )}
        </div>
      </div>
    </>
  );
}
