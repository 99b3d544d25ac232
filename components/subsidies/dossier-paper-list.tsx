import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Badge } from "@/components/ui/badge";
import type { FileState } from "@/lib/db/generated/enums";
import { fileAddress } from "@/lib/files/place";
import { paperName } from "@/lib/subsidies/finding-words";
import type { Policy } from "@/lib/subsidies/policy";
import type { DossierActs } from "./dossier-acts";
import { TakeBackPaper } from "./dossier-paper-acts";

type Paper = {
  id: number;
  code: string;
  fileName: string;
  illegible: boolean;
  key: string | null;
  /** How far its file is checked, where that is to be seen. */
  state?: FileState | null | undefined;
};

/** Papers that are there, to look at and, while one types, to take back; `acts`: what else can be done with each. */
export function PaperList<P extends Paper>({
  id,
  policy,
  papers,
  acts,
  takeBack,
}: {
  id: number;
  policy: Policy;
  papers: readonly P[];
  acts?: ((paper: P) => ReactNode) | undefined;
  /** Left out where nothing can be changed. */
  takeBack?: DossierActs["takeBack"] | undefined;
}) {
  const t = useTranslations("dossiers.papers");
  const locale = useLocale();
  if (papers.length === 0) return null;
  const asked = policy.groups.flatMap((group) => group.papers.map(({ code }) => code));
  return (
    <ul className="space-y-1 text-sm">
      {papers
        .toSorted((a, b) => asked.indexOf(a.code) - asked.indexOf(b.code))
        .map((paper) => (
          <li key={paper.id} className="flex flex-wrap items-center gap-x-2">
            <span className="text-mist-700">{paperName(policy, paper.code, locale)}:</span>
            {paper.key ? (
              <a className="link break-all" href={fileAddress(paper.key)}>
                {paper.fileName}
              </a>
            ) : (
              <span className="break-all">{paper.fileName}</span>
            )}
            {paper.state && paper.state !== "READY" && (
              <Badge tone={paper.state === "REFUSED" ? "refused" : "waiting"}>{t(`fileState.${paper.state}`)}</Badge>
            )}
            {paper.illegible && <Badge tone="refused">{t("illegible")}</Badge>}
            {acts?.(paper)}
            {takeBack && <TakeBackPaper id={id} paperId={paper.id} name={paper.fileName} takeBack={takeBack} />}
          </li>
        ))}
    </ul>
  );
}
