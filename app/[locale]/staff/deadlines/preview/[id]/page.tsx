import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { z } from "zod";
import { PageHeader } from "@/components/layout/page-header";
import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { Notice } from "@/components/ui/notice";
import { Pagination } from "@/components/ui/pagination";
import { EmptyState } from "@/components/ui/states";
import { RowTitle, Table } from "@/components/ui/table";
import { formatDay } from "@/lib/core/day";
import { formatCount } from "@/lib/core/money";
import { periodName } from "@/lib/deadlines/recurrence";
import {
  obligationName,
  type PlannedStep,
  plannedReceivers,
  plannedSteps,
  receiversPerPage,
} from "@/lib/deadlines/reminder-preview-queries";
import { besideDue } from "@/lib/deadlines/reminders";
import { dayText } from "@/lib/deadlines/schema";
import { href, type Locale } from "@/lib/i18n/paths";
import { permissions } from "@/lib/identity/permissions";
import { requireStaff } from "@/lib/web/session";

const stepsPerPage = 40;

const query = z.object({
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
  /** Whose receivers are listed. */
  slot: z.string().max(20).optional().catch(undefined),
  due: dayText.optional().catch(undefined),
  names: z.coerce.number().int().min(1).max(10_000).catch(1),
});

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("reminders.preview"))("title") };
}

/** Who gets what, when: the ladder of an obligation in days and people, also before it goes live. */
export default async function PreviewPage({
  params,
  searchParams,
}: PageProps<"/[locale]/staff/deadlines/preview/[id]">) {
  const { locale: asked, id: text } = await params;
  const locale = asked as Locale;
  setRequestLocale(locale);
  const me = await requireStaff(permissions.chaseReports);
  const { page, slot, due, names } = query.parse(await searchParams);
  const id = /^\d{1,9}$/.test(text) ? Number(text) : 0;
  const now = new Date();
  const [t, units, obligation, steps] = await Promise.all([
    getTranslations("reminders.preview"),
    getTranslations("register.unit"),
    obligationName(id),
    plannedSteps(id, now),
  ]);
  if (!obligation || !steps) notFound();
  const receivers = slot && due ? await plannedReceivers(id, { slot, dueOn: due, page: names }, me, now) : null;
  const here = href(locale, "staff", "deadlines", "preview", id);
  const count = (number: number) => formatCount(number, locale);
  const namesOf = (one: Pick<PlannedStep, "slot" | "dueOn">, at = 1) =>
    `${here}?page=${page}&slot=${one.slot}&due=${one.dueOn}&names=${at}#names`;
  return (
    <>
      <PageHeader title={t("title")} lede={locale === "vi" ? obligation.nameVi : obligation.nameEn} />
      {obligation.state === "DRAFT" && (
        <Notice title={t("draft")} className="mb-5">
          {t("draftBody")}
        </Notice>
      )}
      <Card flush as="div">
        <Table
          caption={t("title")}
          rows={steps.slice((page - 1) * stepsPerPage, page * stepsPerPage)}
          rowKey={(one) => `${one.periodId}-${one.dueOn}-${one.act}-${one.step}`}
          empty={<EmptyState icon="bell" title={t("empty")} />}
          columns={[
            {
              key: "on",
              label: t("on"),
              primary: true,
              cell: (one) => (
                <RowTitle
                  title={formatDay(one.on)}
                  detail={t("step", { ...besideDue(one.step), day: formatDay(one.dueOn) })}
                />
              ),
            },
            { key: "act", label: t("act"), cell: (one) => t(one.act) },
            { key: "period", label: t("period"), cell: (one) => periodName(one.slot) || "–" },
            { key: "reports", label: t("reports"), numeric: true, cell: (one) => count(one.reports) },
            {
              key: "people",
              label: t("people"),
              numeric: true,
              cell: (one) => (one.act === "MESSAGE" ? count(one.people + one.contacts) : "–"),
            },
            { key: "silent", label: t("silent"), numeric: true, cell: (one) => count(one.silent) },
            {
              key: "names",
              label: t("names"),
              hideLabel: true,
              cell: (one) => (
                <Link href={namesOf(one)} className="text-harbour-600 underline">
                  {t("names")}
                  <span className="sr-only">: {formatDay(one.on)}</span>
                </Link>
              ),
            },
          ]}
        />
      </Card>
      <div className="mt-5">
        <Pagination
          as={Link}
          page={page}
          pages={Math.max(1, Math.ceil(steps.length / stepsPerPage))}
          href={(next) => `${here}?page=${next}`}
        />
      </div>
      {receivers && slot && due && (
        <Card title={t("namesOf", { slot, count: receivers.total })} id="names" flush className="mt-5">
          <Table
            caption={t("namesOf", { slot, count: receivers.total })}
            rows={receivers.rows}
            rowKey={({ key }) => key}
            empty={<EmptyState icon="users" title={t("empty")} />}
            columns={[
              {
                key: "who",
                label: t("who"),
                primary: true,
                cell: (one) => one.organisation ?? (one.unit ? units(one.unit) : ""),
              },
              { key: "person", label: t("person"), cell: (one) => one.fullName ?? "–" },
              { key: "to", label: t("to"), cell: (one) => <span className="break-all">{one.to ?? "–"}</span> },
              {
                key: "how",
                label: t("how"),
                cell: (one) => <Badge tone={one.how === "nobody" ? "refused" : "neutral"}>{t(one.how)}</Badge>,
              },
            ]}
          />
          <Pagination
            as={Link}
            page={names}
            pages={Math.max(1, Math.ceil(receivers.total / receiversPerPage))}
            href={(next) => namesOf({ slot, dueOn: due }, next)}
          />
        </Card>
      )}
    </>
  );
}
