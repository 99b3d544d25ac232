import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { getLocale, getTranslations, setRequestLocale } from "next-intl/server";
import { MoneyNotice } from "@/components/budget/money-notice";
import { DossierBadge } from "@/components/dossier-review/state-badge";
import { PageHeader } from "@/components/layout/page-header";
import { PaperList } from "@/components/subsidies/dossier-paper-list";
import { VerifiedBadge } from "@/components/subsidies/findings-list";
import { Card } from "@/components/ui/card";
import { DescriptionList } from "@/components/ui/description-list";
import { Notice } from "@/components/ui/notice";
import { Timeline } from "@/components/ui/timeline";
import { dossierMoney } from "@/lib/budget/year-queries";
import { dateToDay, dayOf, formatDay, formatMoment } from "@/lib/core/day";
import { formatCount } from "@/lib/core/money";
import { href, type Locale } from "@/lib/i18n/paths";
import { permissions } from "@/lib/identity/permissions";
import { paperName } from "@/lib/subsidies/finding-words";
import { groupOf, ratesOf } from "@/lib/subsidies/policy";
import { personsQuery } from "@/lib/subsidies/review-schema";
import {
  decisionsOf,
  reviewedDossier,
  reviewedPaper,
  reviewedPersons,
  seenVersion,
  talkOf,
} from "@/lib/subsidies/reviewed-queries";
import { requireStaff } from "@/lib/web/session";
import { DecisionCard } from "../../approvals/_parts/decision-card";
import { ChangeCard } from "../_parts/change-card";
import { AskAt, CorrectionDesk, PaperActs } from "../_parts/correction-desk";
import { OwnLabels } from "../_parts/label-acts";
import { PersonsCard } from "../_parts/persons-card";
import { ReviewHeaderActs } from "../_parts/review-acts";
import { TalkCards } from "../_parts/talk-cards";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("dossierReview"))("dossier") };
}

export default async function DossierPage({ params, searchParams }: PageProps<"/[locale]/staff/dossiers/[id]">) {
  const { id: text, locale: language } = await params;
  setRequestLocale(language as Locale);
  const me = await requireStaff(permissions.readDossiers, permissions.giveOpinions);
  const locale = await getLocale();
  const dossier = /^\d{1,9}$/.test(text) ? await reviewedDossier(me, Number(text)) : null;
  if (!dossier) notFound();
  const query = personsQuery.parse(await searchParams);
  const seenNo = await seenVersion(dossier.id, me.userId);
  const [t, money, persons, talk, decided] = await Promise.all([
    getTranslations("dossierReview"),
    dossierMoney(dossier.id, Number(dayOf(new Date()).slice(0, 4))),
    reviewedPersons(dossier, query, seenNo),
    talkOf(dossier.id),
    decisionsOf(dossier.id),
  ]);
  const reviews = permissions.reviewDossiers(me);
  const examines = reviews && dossier.state === "IN_REVIEW";
  const { course, definition, organisation } = dossier;
  const group = groupOf(definition, dossier.groupCode);
  const here = href(locale, "staff", "dossiers", dossier.id);
  const day = (date: Date) => formatDay(dateToDay(date));
  const askAt = (field: string, what: string) =>
    examines && <AskAt anchor={{ position: null, field, paperCode: null, what }} />;
  return (
    <CorrectionDesk id={dossier.id}>
      <PageHeader
        as={Link}
        back={{
          href: href(locale, "staff", permissions.readDossiers(me) ? "dossiers" : "opinions"),
          label: t("title"),
        }}
        title={t("dossierNo", { code: dossier.code ?? "" })}
        state={<DossierBadge state={dossier.state} />}
        lede={(locale === "en" && organisation.nameEn) || organisation.nameVi}
        actions={
          reviews && (
            <ReviewHeaderActs
              seen={{ id: dossier.id, version: dossier.version }}
              state={dossier.state}
              userId={me.userId}
              holderId={dossier.assignedToId}
              waiting={talk.corrections.filter(({ sentAt }) => sentAt === null).length}
              unseen={seenNo < dossier.currentNo}
              examines={examines}
            />
          )
        }
      />
      <div className="space-y-5">
        {seenNo > 0 && seenNo < dossier.currentNo && (
          <Notice kind="info" title={t("changedSince", { no: seenNo, now: dossier.currentNo, count: persons.changed })}>
            <Link href={`${here}?changed=yes`} className="underline">
              {t("onlyChanged")}
            </Link>
          </Notice>
        )}
        {permissions.readBudget(me) && <MoneyNotice money={money} asked={null} />}
        <Card title={t("about")}>
          <DescriptionList
            columns={2}
            items={[
              {
                label: t("policy"),
                value: `${locale === "en" ? dossier.policy.nameEn : dossier.policy.nameVi} · ${t("versionNo", { no: dossier.policyVersion.no })}`,
              },
              {
                label: t("group"),
                value: group && (
                  <span className="flex flex-wrap gap-2">
                    {group.name[locale]} <VerifiedBadge verified={group.verified} />
                  </span>
                ),
              },
              {
                label: t("course"),
                value: (
                  <>
                    {`${course.programme} · ${course.schoolName} · ${day(course.startsOn)} – ${day(course.endsOn)}`}
                    {askAt("course", t("course"))}
                  </>
                ),
              },
              {
                label: t("tuition"),
                value: (
                  <>
                    {formatCount(Number(course.tuition), locale)}
                    {askAt("tuition", t("tuition"))}
                  </>
                ),
              },
              {
                label: t("rates"),
                value: (
                  <ul>
                    {ratesOf(definition, dossier.groupCode).map((rate) => (
                      <li key={rate.code}>
                        {rate.name[locale]} ({rate.clause[locale]}) <VerifiedBadge verified={rate.verified} />
                      </li>
                    ))}
                  </ul>
                ),
              },
              {
                label: t("persons"),
                value: t("decided", { ...decided, amount: formatCount(decided.amount, locale) }),
              },
              {
                label: t("due"),
                value: dossier.dueOn
                  ? day(dossier.dueOn)
                  : dossier.daysLeft === null
                    ? null
                    : t("paused", { days: dossier.daysLeft }),
              },
              {
                label: t("holder"),
                value: dossier.assignedTo
                  ? t("heldSince", {
                      name: dossier.assignedTo.fullName,
                      at: dossier.assignedAt ? formatMoment(dossier.assignedAt) : "",
                    })
                  : t("holders.none"),
              },
              {
                label: t("list"),
                value: dossier.approvalList && permissions.readApprovals(me) && (
                  <Link href={href(locale, "staff", "approvals", dossier.approvalList.id)} className="underline">
                    {dossier.approvalList.title}
                  </Link>
                ),
              },
              {
                label: t("papers"),
                value: dossier.papers.length > 0 && (
                  <PaperList
                    id={dossier.id}
                    policy={definition}
                    papers={dossier.papers.map(reviewedPaper)}
                    acts={(paper) => {
                      const place = { position: null, field: null, paperCode: paper.code };
                      const anchor = { ...place, what: paperName(definition, paper.code, locale) };
                      return examines && <PaperActs id={dossier.id} paper={paper} anchor={anchor} />;
                    }}
                  />
                ),
              },
              {
                label: t("label"),
                value: (reviews || dossier.labels.length > 0) && (
                  <OwnLabels id={dossier.id} labels={dossier.labels} acts={reviews} />
                ),
              },
            ]}
          />
        </Card>
        {(dossier.state === "APPROVED" || dossier.state === "REFUSED") && permissions.readApprovals(me) && (
          <DecisionCard
            me={me}
            of="dossier"
            seen={{ id: dossier.id, version: dossier.version }}
            document={dossier.document}
          />
        )}
        {dossier.state === "APPROVED" && <ChangeCard dossier={dossier} userId={reviews ? me.userId : null} />}
        <PersonsCard
          dossier={dossier}
          definition={definition}
          query={query}
          persons={persons}
          here={here}
          examines={examines}
        />
        <TalkCards dossier={dossier} talk={talk} reviews={reviews} />
        <Card title={t("history")}>
          <Timeline
            moments={dossier.events.map((event) => ({
              id: event.id,
              title: t(`move.${event.move as "submit"}`),
              meta: [
                event.forUser
                  ? t("actedFor", { by: event.byUser?.fullName ?? "", whom: event.forUser.fullName })
                  : event.byUser?.fullName,
                formatMoment(event.at),
                t("versionNo", { no: event.versionNo }),
              ]
                .filter(Boolean)
                .join(" · "),
              body: event.reason,
            }))}
          />
        </Card>
      </div>
    </CorrectionDesk>
  );
}
