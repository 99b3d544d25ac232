import { getLocale, getTranslations } from "next-intl/server";
import { ChangeEffectList, ChangeWords } from "@/components/subsidies/change-effect";
import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { formatMoment } from "@/lib/core/day";
import { formatCount } from "@/lib/core/money";
import { type DecidedDossier, effectOf, toldOf } from "@/lib/subsidies/change";
import { contentOf, decidedDossier, grantedSums } from "@/lib/subsidies/granted-queries";
import type { ReviewedDossier } from "@/lib/subsidies/reviewed-queries";
import { ChangeActs } from "./change-acts";

const decidedBy = {
  GRANTED: "changeGrantedBy",
  REFUSED: "changeRefusedBy",
  WITHDRAWN: "changeWithdrawn",
} as const;
const tones = { REQUESTED: "waiting", GRANTED: "done", REFUSED: "refused", WITHDRAWN: "neutral" } as const;
type Request = ReviewedDossier["changes"][number];

/** A request that waits: what it would leave, and the two ways to decide on it. */
function Waiting({ request, decided, userId }: { request: Request; decided: DecidedDossier; userId: number | null }) {
  const effect = effectOf(decided, contentOf(request.content));
  return (
    <>
      <ChangeEffectList effect={toldOf(effect)} />
      {userId !== null && userId !== request.requestedById && (
        <ChangeActs
          seen={{ id: request.dossierId, requestId: request.id, version: request.version }}
          after={effect.after}
        />
      )}
    </>
  );
}

/** Changes that the applicant asked for after the decision. `userId`: whoever may decide on them; null: nobody. */
export async function ChangeCard({ dossier, userId }: { dossier: ReviewedDossier; userId: number | null }) {
  const [t, r, locale, decided, sums] = await Promise.all([
    getTranslations("dossiers"),
    getTranslations("dossierReview"),
    getLocale(),
    decidedDossier(undefined, dossier.id),
    grantedSums(dossier.id),
  ]);
  if (!decided || dossier.changes.length === 0) return null;
  const dong = (amount: number) => t("dong", { amount: formatCount(amount, locale) });
  return (
    <Card title={t("change.asked")}>
      <p className="text-mist-700">{r("grantedNow", { decided: dong(sums.decided), amount: dong(sums.amount) })}</p>
      <ul className="divide-y divide-mist-100">
        {dossier.changes.map((one) => (
          <li key={one.id} className="space-y-2 py-3">
            <p className="flex flex-wrap items-center gap-2">
              <Badge tone={tones[one.state]}>{t(`change.state.${one.state}`)}</Badge>
              <span className="text-mist-600 text-sm">
                {[one.requestedBy?.fullName, formatMoment(one.requestedAt)].filter(Boolean).join(" · ")}
              </span>
            </p>
            <p className="font-semibold">
              <ChangeWords change={contentOf(one.content)} />
            </p>
            <p className="whitespace-pre-line text-mist-700">{one.reason}</p>
            {one.state === "REQUESTED" ? (
              <Waiting request={one} decided={decided} userId={userId} />
            ) : (
              <p className="text-sm">
                {r(decidedBy[one.state], {
                  name: one.decidedBy?.fullName ?? "",
                  at: one.decidedAt ? formatMoment(one.decidedAt) : "",
                })}
                {one.note && ` ${t("change.answer", { note: one.note })}`}
              </p>
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}
