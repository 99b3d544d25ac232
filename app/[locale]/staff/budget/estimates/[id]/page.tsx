import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { getLocale, getTranslations, setRequestLocale } from "next-intl/server";
import { EstimateBadge } from "@/components/budget/estimate-badge";
import { PageHeader } from "@/components/layout/page-header";
import { LinkButton } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Notice } from "@/components/ui/notice";
import { Timeline } from "@/components/ui/timeline";
import { chosenOf, type Estimate } from "@/lib/budget/estimate";
import { estimateWords } from "@/lib/budget/estimate-file";
import { estimate } from "@/lib/budget/estimate-queries";
import { estimateView } from "@/lib/budget/estimate-schema";
import { estimateWorkflow } from "@/lib/budget/estimate-workflow";
import { dateToDay, formatDay, formatMoment } from "@/lib/core/day";
import { formatCount } from "@/lib/core/money";
import { href, type Locale } from "@/lib/i18n/paths";
import { permissions } from "@/lib/identity/permissions";
import { requireStaff } from "@/lib/web/session";
import { EstimateActs } from "../_parts/estimate-acts";
import { EstimateLines } from "../_parts/estimate-lines";
import { ScenarioForm } from "../_parts/scenario-form";
import { ScenarioTable } from "../_parts/scenario-table";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("estimates"))("one") };
}

/** đồng of lines that rest on a rate. */
const restingOn = ({ lines }: Estimate, code: string): number =>
  lines.reduce((sum, { rates, amount }) => sum + (rates.includes(code) ? amount : 0), 0);

const parties = { LABOUR_HEAD: "head", OFFICE: "office", LEADER: "leader" } as const;

/** One estimate: what is asked for, its scenarios side by side, each line, and its way. */
export default async function EstimatePage({
  params,
  searchParams,
}: PageProps<"/[locale]/staff/budget/estimates/[id]">) {
  const { id: text, locale: language } = await params;
  setRequestLocale(language as Locale);
  const me = await requireStaff(permissions.readBudget);
  const locale = await getLocale();
  const view = estimateView.parse(await searchParams);
  const shown = /^\d{1,9}$/.test(text) ? await estimate(Number(text), view.no) : null;
  if (!shown) notFound();
  const t = await getTranslations("estimates");
  const words = estimateWords(shown, locale);
  const here = href(locale, "staff", "budget", "estimates", shown.id);
  const asked = chosenOf(shown);
  const looked = shown.results.find(({ scenario }) => scenario.code === view.scenario) ?? asked;
  const party = me.staffRole && me.staffRole in parties ? parties[me.staffRole as keyof typeof parties] : null;
  const moves = party && shown.no === null ? estimateWorkflow.allowed(shown.state, party) : [];
  const written =
    shown.no === null && permissions.writeEstimates(me) && (shown.state === "DRAFT" || shown.state === "RETURNED");
  const count = (value: number) => formatCount(value, locale);
  const own = locale === "vi" ? shown.policyNameVi : shown.policyNameEn;
  const file = (format: string) =>
    `/api/exports/estimates/${shown.id}?${new URLSearchParams({ format, locale, ...(shown.no && { no: String(shown.no) }) })}`;
  const { proposal } = shown;
  return (
    <>
      <PageHeader
        as={Link}
        back={{ href: href(locale, "staff", "budget", "estimates"), label: t("title") }}
        title={shown.title}
        state={<EstimateBadge state={shown.state} />}
        lede={`${t(`kind.${shown.kind}`)} · ${shown.year} · ${own}`}
        actions={
          <>
            <LinkButton href={file("xlsx")} icon="download">
              {t("excel")}
            </LinkButton>
            <LinkButton href={file("docx")} icon="download">
              {t("word")}
            </LinkButton>
            <EstimateActs
              estimate={{ id: shown.id, version: shown.version }}
              proposal={proposal && { id: proposal.id, version: proposal.version }}
              moves={moves}
              gathers={written}
              amount={count(asked.asked)}
            />
          </>
        }
      />
      <div className="space-y-5">
        {shown.no !== null && (
          <Notice title={t("frozen", { no: String(shown.no) })}>
            <Link href={here} className="tap underline">
              {t("asItStands")}
            </Link>
          </Notice>
        )}
        {words.rates(asked.unverified).map(({ code, name, clause }) => (
          <Notice
            key={code}
            kind="waiting"
            title={t("unverifiedRate", { rate: name[locale], amount: count(restingOn(asked, code)) })}
          >
            {clause[locale]}
          </Notice>
        ))}
        {asked.withoutTuition > 0 && (
          <Notice kind="waiting" title={t("withoutTuition", { count: asked.withoutTuition })} />
        )}
        {shown.basis.leftOut > 0 && <Notice title={t("leftOut", { count: shown.basis.leftOut })} />}
        {proposal && (
          <Notice kind={proposal.state === "APPROVED" ? "done" : "info"} title={t(`proposal.${proposal.state}`)}>
            <Link href={href(locale, "staff", "budget")} className="tap underline">
              {t("proposalOf", { document: proposal.document, day: formatDay(dateToDay(proposal.documentOn)) })}
            </Link>
          </Notice>
        )}
        <Card title={t("scenarios")}>
          <p className="mb-4 text-mist-600 text-sm">{t("cutOff", { at: formatMoment(shown.basisAt) })}</p>
          <ScenarioTable shown={shown} looked={looked.scenario.code} here={here} />
        </Card>
        {written && (
          <Card title={t("assumptions")}>
            <ScenarioForm estimate={shown} />
          </Card>
        )}
        <EstimateLines shown={shown} estimate={looked} page={view.page} here={here} />
        {shown.acts.length > 0 && (
          <Card title={t("history")}>
            <Timeline
              moments={[
                ...shown.acts.map((act) => ({
                  id: act.id,
                  title: t(`act.${act.move as "submit"}.done`),
                  meta: [act.byUser?.fullName, formatMoment(act.at), t("sum", { amount: count(Number(act.amount)) })]
                    .filter(Boolean)
                    .join(" · "),
                  body: act.reason,
                })),
              ]}
            />
            {shown.versions.length > 0 && (
              <ul className="mt-3 border-mist-100 border-t pt-3">
                {shown.versions.map((one) => (
                  <li key={one.no}>
                    <Link href={`${here}?no=${one.no}`} className="tap underline">
                      {t("versionOf", {
                        no: String(one.no),
                        at: formatMoment(one.submittedAt),
                        amount: count(one.amount),
                      })}
                    </Link>
                  </li>
                ))}
              </ul>
            )}
          </Card>
        )}
      </div>
    </>
  );
}
