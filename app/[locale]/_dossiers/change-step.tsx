import { getTranslations } from "next-intl/server";
import { ChangeEffectList, ChangeWords } from "@/components/subsidies/change-effect";
import { ChangeForm } from "@/components/subsidies/dossier-change-form";
import { TakeChangeBack } from "@/components/subsidies/take-change-back";
import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { Notice } from "@/components/ui/notice";
import { formatMoment } from "@/lib/core/day";
import { formatCount } from "@/lib/core/money";
import type { Locale } from "@/lib/i18n/paths";
import { effectOf, toldOf } from "@/lib/subsidies/change";
import type { OwnDossier } from "@/lib/subsidies/dossier-queries";
import { contentOf, decidedDossier, grantedSums } from "@/lib/subsidies/granted-queries";
import { askChange, previewChange, takeChangeBack } from "./actions";

const tones = { REQUESTED: "waiting", GRANTED: "done", REFUSED: "refused", WITHDRAWN: "neutral" } as const;

/** Changes after the decision: what is granted now, what was asked for, and the next request. */
export async function ChangeStep({
  dossier,
  locale,
  owner,
  person,
}: {
  dossier: OwnDossier;
  locale: Locale;
  owner: number;
  person: number | undefined;
}) {
  const [t, decided, sums] = await Promise.all([
    getTranslations("dossiers"),
    decidedDossier(undefined, dossier.id),
    grantedSums(dossier.id),
  ]);
  if (!decided) return null;
  const waiting = dossier.changes.find(({ state }) => state === "REQUESTED");
  const dong = (amount: number) => t("dong", { amount: formatCount(amount, locale) });
  const there = decided.persons.some(({ position }) => position === person);
  return (
    <div className="grid items-start gap-5 lg:grid-cols-[minmax(0,1fr)_minmax(0,1fr)]">
      <Card title={t("change.title")}>
        <p className="mb-5 text-mist-700">
          {t("change.body", { decided: dong(sums.decided), amount: dong(sums.amount) })}
        </p>
        {waiting ? (
          <Notice kind="waiting" title={t("change.waits")}>
            <ChangeEffectList effect={toldOf(effectOf(decided, contentOf(waiting.content)))} />
            <p className="mt-3">
              <TakeChangeBack
                seen={{ id: dossier.id, requestId: waiting.id, version: waiting.version }}
                takeChangeBack={takeChangeBack}
              />
            </p>
          </Notice>
        ) : (
          <ChangeForm
            key={dossier.version}
            seen={{ id: dossier.id, version: dossier.version }}
            owner={owner}
            course={decided.course}
            persons={decided.persons.map(({ position, fullName }) => ({
              ...{ value: String(position), label: `${position}. ${fullName}` },
            }))}
            position={there && person !== undefined ? person : null}
            previewChange={previewChange}
            askChange={askChange}
          />
        )}
      </Card>
      <Card title={t("change.asked")}>
        {dossier.changes.length === 0 && <p className="text-mist-700">{t("change.none")}</p>}
        <ul className="divide-y divide-mist-100">
          {dossier.changes.map((one) => (
            <li key={one.id} className="space-y-1 py-2.5">
              <p className="flex flex-wrap items-center gap-2">
                <Badge tone={tones[one.state]}>{t(`change.state.${one.state}`)}</Badge>
                <span className="text-mist-600 text-sm">{formatMoment(one.requestedAt)}</span>
              </p>
              <p>
                <ChangeWords change={contentOf(one.content)} />
              </p>
              <p className="whitespace-pre-line text-mist-700">{one.reason}</p>
              {one.note && <p>{t("change.answer", { note: one.note })}</p>}
            </li>
          ))}
        </ul>
      </Card>
    </div>
  );
}
