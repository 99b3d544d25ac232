import { useFormatter, useLocale, useTranslations } from "next-intl";
import { Badge, type Tone } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import type { OwnAnswer } from "@/lib/cohorts/own-answers-queries";
import { difficultyThemes } from "@/lib/cohorts/vocabulary";
import type { DifficultyState } from "@/lib/db/generated/enums";

const tones: Record<DifficultyState, Tone> = {
  OPEN: "neutral",
  IN_PROGRESS: "waiting",
  RESOLVED: "done",
  REFERRED: "info",
};
const day = { day: "2-digit", month: "2-digit", year: "numeric" } as const;

/** A school's difficulties, latest year first, each with what the Authority did about it. */
export function DifficultyList({ answers }: { answers: readonly Pick<OwnAnswer, "year" | "difficulties">[] }) {
  const t = useTranslations("cohorts.difficulty");
  const locale = useLocale();
  const format = useFormatter();
  const all = answers.flatMap(({ year, difficulties }) => difficulties.map((one) => ({ ...one, year })));
  return (
    <Card title={t("title")}>
      {all.length === 0 && <p className="text-mist-600">{t("none")}</p>}
      <ul className="divide-y divide-mist-200">
        {all.map(({ id, year, theme, text, state, steps }) => (
          <li key={id} className="py-3 first:pt-0 last:pb-0">
            <p className="flex flex-wrap items-center gap-2">
              <span className="font-semibold text-harbour-900">
                {difficultyThemes.find(({ value }) => value === theme)?.label[locale] ?? theme}
              </span>
              <span className="text-mist-600 text-sm">{year}</span>
              <Badge tone={tones[state]}>{t(`state.${state}`)}</Badge>
            </p>
            <p className="mt-1 max-w-measure whitespace-pre-line">{text}</p>
            {steps.length > 0 && (
              <ul className="mt-2 space-y-1 border-mist-200 border-l-2 pl-3 text-sm">
                {steps.map((step) => (
                  <li key={step.id}>
                    <span className="text-mist-600">
                      {format.dateTime(step.at, day)} · {t(`state.${step.state}`)} ·{" "}
                    </span>
                    <span className="whitespace-pre-line">{step.note}</span>
                  </li>
                ))}
              </ul>
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}
