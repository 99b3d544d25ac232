import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { PageHeader } from "@/components/layout/page-header";
import { href } from "@/lib/i18n/paths";
import type { ImportEntry, ShownImport } from "@/lib/imports/import-queries";
import { descriptionOf } from "@/lib/imports/kinds";
import type { ImportPart } from "@/lib/imports/list";
import { importWorkflow } from "@/lib/imports/workflow";
import { Discard } from "./discard";
import { Columns, type ImportActs, Trial, Waiting } from "./import-view";
import { type ImportPlace, kindWords } from "./places";
import { ImportBadge } from "./state-badge";

/** A table on its way, in the workspace of an enterprise, a school or of staff. */
export function ImportDetail({
  entry,
  at,
  shown,
  place,
  acts,
}: {
  entry: ImportEntry;
  at: ImportPart;
  shown: ShownImport;
  place: ImportPlace;
  acts: ImportActs;
}) {
  const t = useTranslations("imports");
  const locale = useLocale();
  const description = descriptionOf(entry.kind);
  return (
    <>
      <PageHeader
        as={Link}
        title={entry.fileName}
        state={<ImportBadge state={entry.state} />}
        lede={t(`kind.${kindWords(entry.kind, place)}`)}
        back={{ href: href(locale, place, "imports"), label: t("list.back") }}
        actions={
          importWorkflow.can("discard", entry.state, "owner") && (
            <Discard id={entry.id} version={entry.version} action={acts.discardImport} />
          )
        }
      />
      {at.part === "columns" && <Columns entry={entry} description={description} acts={acts} />}
      {at.part === "trial" && (
        <Trial
          entry={entry}
          description={description}
          {...shown}
          show={at.show}
          page={at.page}
          place={place}
          acts={acts}
        />
      )}
      {at.part === "waiting" && <Waiting entry={entry} />}
    </>
  );
}
