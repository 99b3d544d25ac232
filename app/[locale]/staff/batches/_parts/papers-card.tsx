import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Badge } from "@/components/ui/badge";
import { LinkButton } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Notice } from "@/components/ui/notice";
import { formatDay } from "@/lib/core/day";
import { href } from "@/lib/i18n/paths";
import type { RegisterLine } from "@/lib/papers/document-queries";
import { writtenNumber } from "@/lib/papers/document-schema";
import { kinds, onlyVietnamese, type PaperKind, paperKinds } from "@/lib/papers/kinds";

/** Everything that a batch is sent out with, from the same rows; drafts before the publication. */
export function PapersCard({
  batch,
  draft,
  letters,
  children,
}: {
  batch: { id: number };
  draft: boolean;
  /** Numbers that were given to the batch's letter, the one that counts first. */
  letters: readonly RegisterLine[];
  /** The act that gives a number. */
  children?: ReactNode;
}) {
  const t = useTranslations("papers");
  const locale = useLocale();
  const of = (kind: PaperKind) => <span className="sr-only">: {t(`kind.${kind}`)}</span>;
  const address = (kind: string, language: string) => `/api/exports/batches/${batch.id}/${kind}?locale=${language}`;
  return (
    <Card title={t("title")} id="papers" actions={children}>
      {draft ? (
        <Notice kind="waiting" className="mb-4">
          {t("draftLede")}
        </Notice>
      ) : (
        <p className="mb-4 text-mist-700">{t("lede")}</p>
      )}
      {letters.length > 0 && (
        <ul className="mb-4 space-y-1">
          {letters.map((line) => (
            <li key={line.id} className="flex flex-wrap items-center gap-2">
              <span
                className={
                  line.cancelled ? "figures text-mist-600 line-through" : "figures font-semibold text-harbour-900"
                }
              >
                {t("letterNumber", { number: writtenNumber(line), day: formatDay(line.issuedOn) })}
              </span>
              {line.cancelled && <Badge tone="refused">{t("documents.cancelled")}</Badge>}
            </li>
          ))}
        </ul>
      )}
      <ul className="divide-y divide-mist-100">
        {paperKinds.map((kind) => (
          <li key={kind} className="flex flex-wrap items-center gap-x-4 gap-y-2 py-2.5">
            <div className="min-w-0 flex-1 basis-60">
              <p className="font-medium text-harbour-900">{t(`kind.${kind}`)}</p>
              <p className="text-mist-600 text-sm">{t(`about.${kind}`)}</p>
            </div>
            <div className="flex gap-2">
              <LinkButton size="sm" icon="download" download href={address(kind, "vi")}>
                {kinds[kind].extension.toUpperCase()}
                {of(kind)}
              </LinkButton>
              {!onlyVietnamese(kind) && (
                <LinkButton size="sm" variant="quiet" download href={address(kind, "en")}>
                  {t("english")}
                  {of(kind)}
                </LinkButton>
              )}
            </div>
          </li>
        ))}
        <li className="flex flex-wrap items-center gap-x-4 gap-y-2 py-2.5">
          <div className="min-w-0 flex-1 basis-60">
            <p className="font-medium text-harbour-900">{t("kind.print")}</p>
            <p className="text-mist-600 text-sm">{t("about.print")}</p>
          </div>
          <LinkButton as={Link} size="sm" icon="printer" href={href(locale, "staff", "batches", batch.id, "print")}>
            {t("openPrint")}
          </LinkButton>
        </li>
      </ul>
    </Card>
  );
}
