import { useLocale, useTranslations } from "next-intl";
import { fieldWords } from "@/components/subsidies/correction-field";
import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { Timeline } from "@/components/ui/timeline";
import { dateToDay, formatDay, formatMoment } from "@/lib/core/day";
import { paperName } from "@/lib/subsidies/finding-words";
import type { ReviewedDossier, talkOf } from "@/lib/subsidies/reviewed-queries";
import { CorrectionActs, MessageForm } from "./talk-acts";

/** Corrections, opinions of other units, messages and notes of a dossier. */
export function TalkCards({
  dossier,
  talk,
  reviews,
}: {
  dossier: ReviewedDossier;
  talk: Awaited<ReturnType<typeof talkOf>>;
  reviews: boolean;
}) {
  const t = useTranslations("dossierReview");
  const asked = useTranslations("dossiers.corrections");
  const locale = useLocale();
  return (
    <div className="grid items-start gap-5 lg:grid-cols-2">
      <Card title={t("corrections")}>
        {talk.corrections.length === 0 && <p className="text-mist-700">{t("noCorrections")}</p>}
        <ul className="divide-y divide-mist-100">
          {talk.corrections.map((one) => (
            <li key={one.id} className="space-y-1 py-2.5">
              <p className="flex flex-wrap gap-2">
                <Badge tone="waiting">{t(`kinds.${one.kind}`)}</Badge>
                <Badge tone={one.state === "SETTLED" ? "done" : "neutral"}>
                  {t(one.sentAt ? `correctionState.${one.state}` : "correctionState.NOTED")}
                </Badge>
                {one.position !== null && t("ofPerson", { position: one.position })}
                {one.field && ` · ${fieldWords(one.field, asked)}`}
                {one.paperCode && ` · ${paperName(dossier.definition, one.paperCode, locale)}`}
              </p>
              <p>{one.message}</p>
              {one.answer && <p className="text-mist-700">{t("answer", { answer: one.answer })}</p>}
              {reviews && (
                <CorrectionActs
                  id={dossier.id}
                  correctionId={one.id}
                  act={one.sentAt === null ? "drop" : one.state === "ANSWERED" ? "settle" : null}
                />
              )}
            </li>
          ))}
        </ul>
      </Card>
      <Card title={t("opinions")}>
        {dossier.opinions.length === 0 && <p className="text-mist-700">{t("noOpinions")}</p>}
        <ul className="divide-y divide-mist-100">
          {dossier.opinions.map((one) => (
            <li key={one.id} className="space-y-1 py-2.5">
              <p className="flex flex-wrap gap-2">
                {t(`unit.${one.unit as "SUPERVISION"}`)}
                <Badge tone={one.verdict ? "done" : "waiting"}>
                  {one.verdict
                    ? t(`verdict.${one.verdict}`)
                    : t("answerByDay", { day: formatDay(dateToDay(one.dueOn)) })}
                </Badge>
              </p>
              <p>{one.question}</p>
              {one.answer && <p className="text-mist-700">{t("answer", { answer: one.answer })}</p>}
            </li>
          ))}
        </ul>
      </Card>
      <Card title={t("messages")} className="lg:col-span-2">
        {reviews && <MessageForm id={dossier.id} />}
        <Timeline
          moments={talk.messages
            .filter(({ internal }) => reviews || !internal)
            .map((one) => ({
              id: one.id,
              icon: one.internal ? "pencil" : "mail",
              title: one.body,
              meta: [t(one.internal ? "internal" : "visible"), one.byUser?.fullName, formatMoment(one.at)]
                .filter(Boolean)
                .join(" · "),
            }))}
        />
      </Card>
    </div>
  );
}
