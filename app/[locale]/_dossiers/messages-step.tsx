import { getTranslations } from "next-intl/server";
import { WriteMessage } from "@/components/subsidies/dossier-hand-in";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/states";
import { formatMoment } from "@/lib/core/day";
import type { OwnDossier } from "@/lib/subsidies/dossier-queries";
import { write } from "./actions";

/** Messages between the applicant and the officer. */
export async function MessagesStep({ dossier, owner }: { dossier: OwnDossier; owner: number }) {
  const t = await getTranslations("dossiers.messages");
  return (
    <Card title={t("title")} className="max-w-measure">
      {dossier.messages.length === 0 && (
        <EmptyState icon="message-square" title={t("none")}>
          {dossier.currentNo === 0 ? t("notYet") : undefined}
        </EmptyState>
      )}
      <ol className="mb-5 space-y-4">
        {dossier.messages.map(({ id, body, at, byUser }) => (
          <li key={id}>
            <p className="text-mist-600 text-sm">
              {byUser?.staffRole ? t("authority") : byUser?.fullName} · {formatMoment(at)}
            </p>
            <p className="whitespace-pre-line">{body}</p>
          </li>
        ))}
      </ol>
      {dossier.currentNo > 0 && <WriteMessage id={dossier.id} owner={owner} write={write} />}
    </Card>
  );
}
