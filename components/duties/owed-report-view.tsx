import Link from "next/link";
import { useFormatter, useLocale, useTranslations } from "next-intl";
import { ExplainedFindings } from "@/components/cohorts/explained-findings";
import { PageHeader } from "@/components/layout/page-header";
import { ReportView } from "@/components/reports/report-view";
import { Badge } from "@/components/ui/badge";
import { LinkButton } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { DescriptionList } from "@/components/ui/description-list";
import { Notice } from "@/components/ui/notice";
import { type ExplainedFinding, plausibility } from "@/lib/cohorts/plausibility";
import { type Day, formatDay } from "@/lib/core/day";
import type { Answers } from "@/lib/reports/answers";
import type { OwedReportDetail } from "@/lib/reports/owed-queries";
import { openStates } from "@/lib/reports/workflow";
import type { ReporterActs } from "./acts";
import { Due } from "./due";
import { excuseWords } from "./excuse-words";
import { ExtensionForm } from "./extension-form";
import { ByFile, Fill } from "./fill";
import { ReportBadge } from "./report-badge";
import { ReportVersion } from "./report-version";
import { Signing } from "./signing";
import { reasonsOf, Versions } from "./versions";

const minute = { day: "2-digit", month: "2-digit", hour: "2-digit", minute: "2-digit" } as const;

/** What is unlike last year in answers that are not handed in yet, with what is said of it so far. */
const explainedSoFar = ({ call, draft, explanations }: OwedReportDetail): ExplainedFinding[] =>
  call
    ? plausibility(draft, call.previous, call.year).map((one) => ({ ...one, explanation: explanations[one.key] ?? "" }))
    : [];

/** One report that is owed: what it is and rests on, the form to fill in, and what was handed in before. */
export function OwedReportView({
  report,
  content,
  known,
  base,
  owner,
  today,
  members,
  acts,
}: {
  report: OwedReportDetail;
  /** What the form opens with: the draft, or what the portal knows. */
  content: unknown;
  known: string[];
  base: string;
  owner: number;
  today: Day;
  /** Where colleagues are invited. */
  members: string;
  acts: ReporterActs;
}) {
  const t = useTranslations("duties");
  const locale = useLocale();
  const format = useFormatter();
  const own = (vi: string | null, en: string | null) => (locale === "vi" ? vi : en);
  const open = (openStates as readonly string[]).includes(report.state);
  const opened = report.opensOn <= today;
  const fillable = open && opened && report.form;
  const last = report.submissions[0];
  const refusedExtension = report.extensions.find(({ state, note }) => state === "REFUSED" && note !== "submitted");
  const { signing, toSign } = report;
  const files = `/api/exports/reports/${report.id}?locale=${locale}`;
  const form = fillable && report.form && (
    <Fill
      id={report.id}
      version={report.version}
      owner={owner}
      definition={report.form.definition}
      content={content}
      reasons={report.state === "RETURNED" ? reasonsOf(last) : {}}
      prefilled={known}
      signed={signing !== null}
      call={report.call}
      explanations={report.explanations}
      acts={acts}
    />
  );
  return (
    <ReportVersion version={report.version}>
      <PageHeader
        as={Link}
        back={{ href: base, label: t("title") }}
        title={own(report.nameVi, report.nameEn)}
        state={<ReportBadge state={report.state} />}
        lede={<Due report={report} today={today} />}
        actions={
          fillable &&
          report.form && (
            <>
              <ByFile id={report.id} definition={report.form.definition} template={files} fill={acts.fill} />
              {!report.asked && !last && <ExtensionForm id={report.id} ask={acts.ask} />}
            </>
          )
        }
      />
      <div className="max-w-[60rem] space-y-5">
        {report.state === "RETURNED" && last && (
          <Notice
            kind="refused"
            title={t("returned.title", { name: last.decidedBy?.fullName ?? t(`unit.${report.reviewer}`) })}
          >
            {last.note && <p className="whitespace-pre-line">{last.note}</p>}
            {Object.keys(reasonsOf(last)).length > 0 && (
              <p>{t("returned.fields", { count: Object.keys(reasonsOf(last)).length })}</p>
            )}
          </Notice>
        )}
        {report.asked && <Notice kind="waiting" title={t("extension.waiting", { day: formatDay(report.asked) })} />}
        {refusedExtension && !report.asked && open && (
          <Notice kind="info" title={t("extension.refused", { day: formatDay(refusedExtension.untilOn) })}>
            {refusedExtension.note}
          </Notice>
        )}
        {report.state === "EXCUSED" && (
          <Notice kind="info" title={t("excused.title")}>
            {excuseWords(t, report.excuse)}
          </Notice>
        )}
        {open && !opened && <Notice kind="info" title={t("notOpen", { day: formatDay(report.opensOn) })} />}
        {report.state === "SUBMITTED" && (
          <Notice kind="done" title={t("submitted", { unit: t(`unit.${report.reviewer}`) })} />
        )}
        <Card title={t("about.title")}>
          {own(report.instructionsVi, report.instructionsEn) && (
            <p className="mb-4 max-w-measure whitespace-pre-line">
              {own(report.instructionsVi, report.instructionsEn)}
            </p>
          )}
          <DescriptionList
            items={[
              {
                label: t("about.covers"),
                value: t("covers", { from: formatDay(report.coversFrom), to: formatDay(report.coversTo) }),
              },
              {
                label: t("about.basis"),
                value: (
                  <>
                    {report.citation} {!report.verified && <Badge tone="waiting">{t("about.unverified")}</Badge>}
                  </>
                ),
              },
              { label: t("about.reader"), value: t(`unit.${report.reviewer}`) },
            ]}
          />
        </Card>
        {open && report.call?.closedOn && (
          <Notice kind="waiting" title={t("refusal.call_closed", { day: formatDay(report.call.closedOn) })} />
        )}
        {fillable && signing?.colleagues === 0 && (
          <Notice
            kind="waiting"
            title={t("sign.alone")}
            actions={
              <LinkButton as={Link} size="sm" href={members}>
                {t("sign.invite")}
              </LinkButton>
            }
          >
            {t("sign.aloneBody")}
          </Notice>
        )}
        {fillable && signing?.note && (
          <Notice kind="refused" title={t("sign.refused", { name: signing.note.by ?? t("sign.someone") })}>
            <p className="whitespace-pre-line">{signing.note.text}</p>
          </Notice>
        )}
        {toSign && report.form ? (
          <Signing
            key={report.version}
            seen={{ id: report.id, version: report.version }}
            mine={toSign.byId === owner}
            by={signing?.askedBy ?? null}
            at={format.dateTime(toSign.at, minute)}
            acts={acts}
            read={
              <>
                <ExplainedFindings findings={explainedSoFar(report)} />
                <ReportView definition={report.form.definition} content={(report.draft ?? {}) as Answers} whole />
              </>
            }
            edit={form}
          />
        ) : (
          form
        )}
        {last && !last.nil && (
          <div className="acts">
            <LinkButton href={`${files}&version=last`} icon="download" download>
              {t("file.filled")}
            </LinkButton>
            {report.call && (
              <LinkButton href={`${files}&version=last&as=letter`} icon="download" download>
                {t("file.letter")}
              </LinkButton>
            )}
          </div>
        )}
        {report.submissions.length > 0 && <Versions versions={report.submissions} />}
      </div>
    </ReportVersion>
  );
}
