import { useLocale, useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { fileAddress } from "@/lib/files/place";
import { paperName } from "@/lib/subsidies/finding-words";
import type { Policy } from "@/lib/subsidies/policy";
import type { DossierActs } from "./dossier-acts";
import { TakeBackPaper } from "./dossier-paper-acts";

type Paper = { id: number; code: string; fileName: string; illegible: boolean; key: string | null };

/** Papers that are there, to look at and, while one types, to take back. */
export function PaperList({
  id,
  policy,
  papers,
  takeBack,
}: {
  id: number;
  policy: Policy;
  papers: readonly Paper[];
  /** Left out where nothing can be changed. */
  takeBack?: DossierActs["takeBack"] | undefined;
}) {
  const t = useTranslations("dossiers.papers");
  const locale = useLocale();
  if (papers.length === 0) return null;
  return (
    <ul className="space-y-1 text-sm">
      {papers.map((paper) => (
        <li key={paper.id} className="flex flex-wrap items-center gap-x-2">
          <span className="text-mist-700">{paperName(policy, paper.code, locale)}:</span>
          {paper.key ? (
            <a className="link break-all" href={fileAddress(paper.key)}>
              {paper.fileName}
            </a>
          ) : (
            <span className="break-all">{paper.fileName}</span>
          )}
          {paper.illegible && <Badge tone="refused">{t("illegible")}</Badge>}
          {takeBack && <TakeBackPaper id={id} paperId={paper.id} name={paper.fileName} takeBack={takeBack} />}
        </li>
      ))}
    </ul>
  );
}
