import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { SubjectTrail } from "@/components/audit/subject-trail";
import { PageHeader } from "@/components/layout/page-header";
import { auditOf } from "@/lib/audit/queries";
import { trailCursor } from "@/lib/audit/schema";
import { callAnswers, callEntry, schoolsCalled } from "@/lib/cohorts/call-queries";
import { callQuery } from "@/lib/cohorts/call-schema";
import { dayOf, formatDay } from "@/lib/core/day";
import { href, type Locale } from "@/lib/i18n/paths";
import { permissions } from "@/lib/identity/permissions";
import { registersIn } from "@/lib/papers/document-queries";
import { requireStaff } from "@/lib/web/session";
import { CallActions } from "../_parts/call-actions";
import { CallAnswers } from "../_parts/call-answers";
import { CallBadge } from "../_parts/call-badge";
import { CallForm } from "../_parts/call-form";
import { CallSummary } from "../_parts/call-summary";
import { valuesOf } from "../_parts/form-values";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("calls"))("title") };
}

export default async function SchoolCallPage({ params, searchParams }: PageProps<"/[locale]/staff/school-calls/[id]">) {
  const { locale: asked, id } = await params;
  const locale = asked as Locale;
  setRequestLocale(locale);
  const me = await requireStaff(permissions.readSchoolData);
  const now = new Date();
  const call = /^\d{1,9}$/.test(id) ? await callEntry(Number(id), me, now) : null;
  if (!call) notFound();
  const said = await searchParams;
  const query = callQuery.parse(said);
  const cursor = trailCursor(said);
  const today = dayOf(now);
  const draft = call.state === "DRAFT";
  const [t, schools, registers, answers, trail] = await Promise.all([
    getTranslations("calls"),
    draft ? schoolsCalled(call.audience) : [],
    draft ? registersIn(Number(today.slice(0, 4))) : [],
    call.period ? callAnswers(call.period.id, query, now) : null,
    auditOf("dataCall", call.id, { cursor }),
  ]);
  const list = href(locale, "staff", "school-calls");
  const here = `${list}/${call.id}`;
  const seen = { id: call.id, version: call.version };
  const manages = permissions.manageCalls(me);
  return (
    <>
      <PageHeader
        as={Link}
        back={{ href: list, label: t("title") }}
        title={locale === "vi" ? call.obligation.nameVi : call.obligation.nameEn}
        state={<CallBadge state={call.state} />}
        lede={t("window", {
          from: formatDay(call.period?.opensOn ?? call.content.opensOn),
          to: formatDay(call.period?.dueOn ?? call.content.dueOn),
        })}
        actions={
          <CallActions
            call={call}
            schools={schools.length}
            registers={registers.map((one) => ({
              id: one.id,
              label: `${one.symbol} · ${locale === "vi" ? one.nameVi : one.nameEn}`,
            }))}
            today={today}
            manages={manages}
          />
        }
      />
      <div className="space-y-5">
        <CallSummary call={call} schools={schools} />
        {draft && manages && (
          <CallForm
            key={call.version}
            seen={seen}
            list={list}
            known={schools.map(({ id: value, nameVi: label }) => ({ value, label }))}
            values={valuesOf(call.content)}
          />
        )}
        {answers && <CallAnswers call={call} {...answers} query={query} here={here} today={today} />}
        <SubjectTrail lines={trail.items} next={trail.next} cursor={cursor} here={here} namesOthers />
      </div>
    </>
  );
}
