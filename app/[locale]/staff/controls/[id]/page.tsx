import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { getLocale, getTranslations, setRequestLocale } from "next-intl/server";
import { PageHeader } from "@/components/layout/page-header";
import { ControlBadge } from "@/components/payments/control-badge";
import { LinkButton } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { DescriptionList } from "@/components/ui/description-list";
import { dayOf, formatDay, formatMoment } from "@/lib/core/day";
import { formatCount } from "@/lib/core/money";
import { fileAddress } from "@/lib/files/place";
import { href, type Locale } from "@/lib/i18n/paths";
import { permissions } from "@/lib/identity/permissions";
import { controlCase } from "@/lib/payments/control-queries";
import { requireStaff } from "@/lib/web/session";
import { ConcludeActs, JudgeAct, ReturnAct } from "../_parts/control-acts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("payments"))("control.case") };
}

export default async function ControlPage({ params }: PageProps<"/[locale]/staff/controls/[id]">) {
  const { id: text, locale: language } = await params;
  setRequestLocale(language as Locale);
  const me = await requireStaff(permissions.readControls);
  const locale = await getLocale();
  const row = /^\d{1,9}$/.test(text) ? await controlCase(Number(text)) : null;
  if (!row) notFound();
  const t = await getTranslations("payments");
  const count = (value: number) => formatCount(value, locale);
  const seen = { id: row.id, version: row.version };
  const judging = ["ASKED", "ANSWERED", "JUDGED"].includes(row.state) && permissions.proposeControls(me);
  const deciding = row.state === "JUDGED" && permissions.decideControls(me) && row.judgedById !== me.userId;
  return (
    <>
      <PageHeader
        as={Link}
        back={{ href: href(locale, "staff", "controls"), label: t("control.title") }}
        title={row.fullName}
        state={<ControlBadge state={row.state} />}
        lede={`${row.dossier.code} · ${row.dossier.organisation.nameVi}`}
        actions={
          <>
            {judging && <JudgeAct {...seen} paid={row.paid} />}
            {deciding && <ConcludeActs {...seen} />}
            {row.state === "DEMANDED" && permissions.preparePayments(me) && (
              <ReturnAct {...seen} left={row.amount - row.returned} today={dayOf(new Date())} />
            )}
            {row.decidedAt && row.amount > 0 && (
              <LinkButton href={`/api/exports/controls/${row.id}`} icon="download" download>
                {t("control.letter")}
              </LinkButton>
            )}
          </>
        }
      />
      <div className="space-y-5">
        <Card>
          <DescriptionList
            items={[
              {
                label: t("control.dossier"),
                value: (
                  <Link className="link" href={href(locale, "staff", "dossiers", row.dossierId)}>
                    {row.dossier.code}
                  </Link>
                ),
              },
              { label: t("control.paid"), value: count(row.paid) },
              {
                label: t("control.why"),
                value:
                  row.signals.length > 0
                    ? `${row.signals.map((signal) => t(`signal.${signal as "left"}`)).join(", ")} · ${t("control.points", { score: row.score })}`
                    : t("control.chance"),
              },
              { label: t("control.due"), value: row.dueOn && formatDay(row.dueOn) },
              {
                label: t("control.answer"),
                value: row.answer && (
                  <>
                    {row.answer}
                    {row.answeredBy && row.answeredAt && (
                      <span className="block text-mist-600 text-sm">
                        {row.answeredBy.fullName}, {formatMoment(row.answeredAt)}
                      </span>
                    )}
                    {row.files.map(({ fileName, file }) => (
                      <a key={file.key} className="link block" href={fileAddress(file.key)}>
                        {fileName}
                      </a>
                    ))}
                  </>
                ),
              },
              {
                label: t("control.found"),
                value: row.outcome && (
                  <>
                    {t(`controlOutcome.${row.outcome}`)}: {row.finding}
                    <span className="block text-mist-600 text-sm">
                      {row.judgedBy?.fullName}
                      {row.decidedBy && ` · ${t("control.decidedBy", { name: row.decidedBy.fullName })}`}
                    </span>
                  </>
                ),
              },
              {
                label: t("control.amount"),
                value:
                  row.amount > 0
                    ? t("control.demanded", { amount: count(row.amount), returned: count(row.returned) })
                    : null,
              },
              ...row.returns.map((one) => ({
                key: `return-${one.id}`,
                label: t("control.returned"),
                value: `${count(one.amount)} · ${formatDay(one.returnedOn)} · ${one.document} · ${one.byUser.fullName}`,
              })),
            ]}
          />
        </Card>
      </div>
    </>
  );
}
