"use client";

import Link from "next/link";
import { useFormatter, useLocale, useTranslations } from "next-intl";
import { ReasonForm } from "@/components/papers/reason-form";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/states";
import { type Sort, Table } from "@/components/ui/table";
import { formatDay } from "@/lib/core/day";
import { href } from "@/lib/i18n/paths";
import type { RegisterLine } from "@/lib/papers/document-queries";
import { cancelledDocument, writtenNumber } from "@/lib/papers/document-schema";
import { batchName } from "@/lib/vacancies/batch-rules";
import { cancel } from "../actions";

/** The register of outgoing documents; a cancelled number is struck out and says why. */
export function RegisterTable({
  lines,
  sort,
  addresses,
  filtered,
  mayCancel,
}: {
  lines: readonly RegisterLine[];
  sort: Sort;
  /** Where a sort by a column leads, by `column-direction`. */
  addresses: Record<string, string>;
  filtered: boolean;
  mayCancel: boolean;
}) {
  const t = useTranslations("papers.documents");
  const kinds = useTranslations("papers.documentKind");
  const format = useFormatter();
  const locale = useLocale();
  const day = (instant: string) => format.dateTime(new Date(instant), { dateStyle: "short" });
  return (
    <Table
      as={Link}
      caption={t("title")}
      rows={lines}
      rowKey={({ id }) => id}
      sort={sort}
      sortHref={({ key, direction }) => addresses[`${key}-${direction}`] ?? ""}
      empty={<EmptyState icon="file-text" title={t(filtered ? "emptyFiltered" : "empty")} />}
      columns={[
        {
          key: "number",
          label: t("number"),
          primary: true,
          sortable: true,
          className: "md:whitespace-nowrap",
          cell: (line) => (
            <span
              className={
                line.cancelled ? "figures text-mist-600 line-through" : "figures font-semibold text-harbour-900"
              }
            >
              {writtenNumber(line)}
            </span>
          ),
        },
        {
          key: "issued",
          label: t("issuedOn"),
          numeric: true,
          sortable: true,
          cell: (line) => formatDay(line.issuedOn),
        },
        {
          key: "subject",
          label: t("subject"),
          cell: (line) => (
            <>
              <span className="block text-mist-900">{line.subject}</span>
              <span className="block text-mist-600 text-sm">
                {[kinds(line.kind), line.recipients, line.signerName].filter(Boolean).join(" · ")}
              </span>
              {line.cancelled && (
                <span className="mt-1 block text-sm">
                  <Badge tone="refused">{t("cancelled")}</Badge>{" "}
                  {t("cancelledBy", {
                    name: line.cancelled.by ?? "–",
                    day: day(line.cancelled.at),
                    reason: line.cancelled.reason,
                  })}
                </span>
              )}
            </>
          ),
        },
        {
          key: "batch",
          label: t("batch"),
          cell: (line) =>
            line.batch && (
              <Link className="link" href={href(locale, "staff", "batches", line.batch.id)}>
                {batchName(locale, line.batch)}
              </Link>
            ),
        },
        {
          key: "givenBy",
          label: t("givenBy"),
          wideOnly: true,
          cell: (line) => (
            <>
              {line.givenBy ?? "–"}
              <span className="block text-mist-600 text-sm">{day(line.givenAt)}</span>
            </>
          ),
        },
        ...(mayCancel
          ? [
              {
                key: "acts",
                label: t("acts"),
                hideLabel: true,
                cell: (line: RegisterLine) =>
                  !line.cancelled && (
                    <ReasonForm
                      id={`cancel-${line.id}`}
                      action={cancel}
                      schema={cancelledDocument}
                      fixed={{ id: line.id, version: line.version }}
                      trigger={
                        <Button size="sm" variant="quiet" aria-label={t("cancelOne", { number: writtenNumber(line) })}>
                          {t("cancel")}
                        </Button>
                      }
                      words={{
                        title: t("cancelOne", { number: writtenNumber(line) }),
                        body: t("cancelBody"),
                        reason: t("reason"),
                        confirm: t("cancel"),
                      }}
                    />
                  ),
              },
            ]
          : []),
      ]}
    />
  );
}
