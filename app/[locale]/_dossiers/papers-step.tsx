import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { BringMany, BringPaper } from "@/components/subsidies/dossier-paper-acts";
import { PaperList } from "@/components/subsidies/dossier-paper-list";
import { SubsidyFindings, VerifiedBadge } from "@/components/subsidies/findings-list";
import { Badge } from "@/components/ui/badge";
import { LinkButton } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { env } from "@/lib/config/env";
import type { Locale } from "@/lib/i18n/paths";
import type { OwnDossier } from "@/lib/subsidies/dossier-queries";
import type { Finding } from "@/lib/subsidies/findings";
import { groupOf } from "@/lib/subsidies/policy";
import { attach, place, takeBack } from "./actions";

/** What the group asks for, the dossier's own papers, and many files at once. */
export async function PapersStep({
  dossier,
  locale,
  at,
  editable,
  whole,
}: {
  dossier: OwnDossier;
  locale: Locale;
  at: string;
  editable: boolean;
  whole: readonly Finding[];
}) {
  const t = await getTranslations("dossiers.papers");
  const { id, definition: policy } = dossier;
  const papers = groupOf(policy, dossier.groupCode)?.papers ?? [];
  const megabytes = env().FILES_LARGEST_MB;
  const own = papers.filter(({ per }) => per === "DOSSIER");
  return (
    <>
      <Card title={t("asked")}>
        <ul className="space-y-2">
          {papers.map((paper) => (
            <li key={paper.code} className="flex flex-wrap items-center gap-2">
              <span>{paper.name[locale]}</span>
              <Badge tone="neutral">{t(`per.${paper.per}`)}</Badge>
              {!paper.required && <Badge tone="info">{t("optional")}</Badge>}
              {!paper.verified && <VerifiedBadge verified={false} />}
            </li>
          ))}
        </ul>
      </Card>
      {own.length > 0 && (
        <Card title={t("ofDossier")}>
          <div className="space-y-3">
            <PaperList id={id} policy={policy} papers={dossier.papers} takeBack={editable ? takeBack : undefined} />
            <SubsidyFindings policy={policy} findings={whole} />
            {editable && (
              <BringPaper
                id={id}
                personId={null}
                name={t("wholeDossier")}
                papers={own}
                megabytes={megabytes}
                attach={attach}
              />
            )}
          </div>
        </Card>
      )}
      <Card title={t("ofPersons")}>
        {editable && <BringMany id={id} policy={policy} megabytes={megabytes} place={place} attach={attach} />}
        <p className="mt-4">
          <LinkButton as={Link} href={`${at}?step=persons&found=1`}>
            {t("stillMissing")}
          </LinkButton>
        </p>
      </Card>
    </>
  );
}
