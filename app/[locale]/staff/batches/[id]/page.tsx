import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { getFormatter, getLocale, getTranslations, setRequestLocale } from "next-intl/server";
import { SubjectTrail } from "@/components/audit/subject-trail";
import { BatchBadge } from "@/components/batches/batch-badge";
import { ChangesList } from "@/components/batches/changes-list";
import { Comparison } from "@/components/batches/comparison";
import { TotalsView } from "@/components/batches/totals-view";
import { ExportLink } from "@/components/layout/export-link";
import { PageHeader } from "@/components/layout/page-header";
import { NumberForm } from "@/components/papers/number-form";
import { LinkButton } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { DescriptionList } from "@/components/ui/description-list";
import { Notice } from "@/components/ui/notice";
import { auditOf } from "@/lib/audit/queries";
import { trailCursor } from "@/lib/audit/schema";
import { dayOf, formatDay } from "@/lib/core/day";
import { href, type Locale } from "@/lib/i18n/paths";
import { permissions } from "@/lib/identity/permissions";
import { sendingsOf } from "@/lib/papers/dissemination-queries";
import { documentsOf, registersIn } from "@/lib/papers/document-queries";
import { writtenNumber } from "@/lib/papers/document-schema";
import { usualSigner } from "@/lib/papers/letter-fields";
import {
  batchById,
  batchLines,
  batchProgress,
  batchTotals,
  changedLines,
  earlierBatches,
  provisionalTotals,
} from "@/lib/vacancies/batch-queries";
import { batchName, batchPartyOf, isPublic } from "@/lib/vacancies/batch-rules";
import { batchWorkflow } from "@/lib/vacancies/batch-workflow";
import { queueAddress } from "@/lib/vacancies/review-schema";
import { requireStaff } from "@/lib/web/session";
import { give } from "../../documents/actions";
import { BatchActs } from "../_parts/batch-acts";
import { LinesTable } from "../_parts/lines-table";
import { PapersCard } from "../_parts/papers-card";
import { SendingsCard } from "../_parts/sendings-card";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("batches"))("title") };
}

const pageOfLines = 100;
const mostChanges = 200;

export default async function BatchPage({ params, searchParams }: PageProps<"/[locale]/staff/batches/[id]">) {
  const { locale: asked, id } = await params;
  setRequestLocale(asked as Locale);
  const me = await requireStaff(permissions.readBatches);
  const batch = (/^\d{1,9}$/.test(id) && (await batchById(Number(id)))) || notFound();
  const locale = await getLocale();
  const query = await searchParams;
  const after = Number(query.after) || 0;
  const cursor = trailCursor(query);
  const frozen = batch.publishedAt !== null;
  const today = dayOf(new Date());
  const [t, format, totals, progress, lines, changes, earlier, trail, papers, documents, registers, sendings] =
    await Promise.all([
      getTranslations("batches"),
      getFormatter(),
      frozen ? batchTotals(batch.id) : provisionalTotals(batch.id, today),
      batchProgress(batch.id),
      frozen ? batchLines(batch.id, { after, limit: pageOfLines }) : [],
      frozen ? changedLines(batch.id, { limit: mostChanges }) : [],
      earlierBatches(5, batch.collectFrom),
      auditOf("batch", batch.id, { cursor }),
      getTranslations({ locale: "vi", namespace: "papers" }),
      documentsOf(batch.id),
      registersIn(Number(today.slice(0, 4))),
      sendingsOf(batch.id),
    ]);
  const letter = documents.find(({ kind, cancelled }) => kind === "OFFICIAL_LETTER" && !cancelled);
  const name = batchName(locale, batch);
  const party = batchPartyOf(me);
  const moves = party ? batchWorkflow.allowed(batch.status, party) : [];
  const open = batch.status === "COLLECTING" || batch.status === "REVIEWING";
  const here = href(locale, "staff", "batches", batch.id);
  const instant = (text: string | null) =>
    text && format.dateTime(new Date(text), { dateStyle: "short", timeStyle: "short" });
  const last = lines.at(-1);

  return (
    <>
      <PageHeader
        as={Link}
        back={{ href: href(locale, "staff", "batches"), label: t("title") }}
        title={name}
        state={<BatchBadge status={batch.status} />}
        lede={
          open
            ? t("progress", { waiting: progress.waiting, returned: progress.returned, approved: progress.approved })
            : progress.open > 0
              ? t("openListings", { count: progress.open })
              : undefined
        }
        actions={
          <>
            {frozen && <ExportLink list="lines" query={{ batch: batch.id }} />}
            {frozen && (
              <LinkButton href={`/api/exports/batches/${batch.id}?locale=${locale}`} icon="download" download>
                {t("export")}
              </LinkButton>
            )}
            {isPublic(batch) && (
              <LinkButton href={href(locale, "batches", batch.year, batch.no)} icon="external-link">
                {t("publicPage")}
              </LinkButton>
            )}
            <BatchActs
              batch={{ id: batch.id, version: batch.version }}
              name={name}
              values={{
                year: batch.year,
                no: batch.no,
                month: batch.month,
                asOf: batch.asOf,
                collectFrom: batch.collectFrom,
                collectTo: batch.collectTo,
              }}
              moves={moves}
              editable={open && party !== null}
              published={frozen}
              open={progress.open}
            />
            {moves.includes("publish") && (
              <LinkButton as={Link} variant="primary" href={href(locale, "staff", "batches", batch.id, "publish")}>
                {t("act.publish")}
              </LinkButton>
            )}
          </>
        }
      />
      <div className="space-y-5">
        {batch.withdrawalNote && (
          <Notice kind="refused" title={t("withdrawn")}>
            {batch.withdrawalNote}
          </Notice>
        )}
        <Card as="div">
          <TotalsView
            totals={totals}
            context={t("publish.summary", { batch: name, asOf: formatDay(batch.asOf) })}
            action={
              open && party ? (
                <LinkButton
                  as={Link}
                  variant="deep"
                  href={href(locale, "staff", "review") + queueAddress({ batch: batch.id })}
                >
                  {t("queue")}
                </LinkButton>
              ) : undefined
            }
          />
          <p className="mt-5 text-mist-600 text-sm">{t(frozen ? "totals.frozen" : "totals.provisional")}</p>
        </Card>
        {(frozen || open) && (
          <PapersCard batch={batch} draft={!frozen} letters={documents}>
            {isPublic(batch) && batch.status !== "WITHDRAWN" && permissions.numberDocuments(me) && !letter && (
              <NumberForm
                action={give}
                today={today}
                registers={registers.map(({ id, symbol }) => ({ id, label: symbol }))}
                batches={[]}
                batch={{ id: batch.id, subject: papers("letterSubject", { batch: batchName("vi", batch) }) }}
                signerTitle={usualSigner}
              />
            )}
          </PapersCard>
        )}
        {batch.publishedAt && (
          <SendingsCard
            batchId={batch.id}
            published={dayOf(new Date(batch.publishedAt))}
            today={today}
            current={sendings.current}
            ended={sendings.ended}
            documents={letter ? [{ id: letter.id, label: writtenNumber(letter) }] : []}
            mayRecord={permissions.recordSendings(me)}
          />
        )}
        <Card title={t("facts.title")}>
          <DescriptionList
            columns={2}
            items={[
              { label: t("facts.asOf"), value: formatDay(batch.asOf) },
              {
                label: t("facts.window"),
                value: t("window", { from: formatDay(batch.collectFrom), to: formatDay(batch.collectTo) }),
              },
              { label: t("facts.publishedAt"), value: instant(batch.publishedAt) },
              { label: t("facts.closedAt"), value: instant(batch.closedAt) },
              { label: t("facts.withdrawnAt"), value: instant(batch.withdrawnAt) },
            ]}
          />
        </Card>
        <Card title={t("compare.title")}>
          <Comparison
            rows={[
              {
                id: batch.id,
                year: batch.year,
                no: batch.no,
                month: batch.month,
                vacancies: totals.vacancies,
                enterprises: totals.enterprises,
                headcount: totals.headcount,
                byPositionGroup: totals.byPositionGroup,
              },
              ...earlier,
            ]}
          />
        </Card>
        {frozen && (
          <>
            <Card title={t("changes.title")}>
              <ChangesList lines={changes} limit={mostChanges} />
            </Card>
            <Card title={t("lines.title")} flush>
              <LinesTable lines={lines} />
              {last && lines.length === pageOfLines && (
                <p className="border-mist-200 border-t px-5 py-3">
                  <Link href={`${here}?after=${last.position}`} className="text-harbour-600 underline">
                    {t("lines.more", { from: last.position + 1 })}
                  </Link>
                </p>
              )}
            </Card>
          </>
        )}
        <SubjectTrail lines={trail.items} next={trail.next} cursor={cursor} here={here} namesOthers={party !== null} />
      </div>
    </>
  );
}
