import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { dayOf, formatDay } from "@/lib/core/day";
import type { ApiKeyRow } from "@/lib/identity/api-key-queries";
import { momentText } from "@/lib/identity/moment";
import type { FormAct } from "@/lib/web/form-action";
import { AskFirst } from "./ask-first";
import { PlainForm } from "./plain-form";

/** An enterprise's keys; whoever may end one gets `revoke`. */
export function ApiKeyList({ keys, now, revoke }: { keys: readonly ApiKeyRow[]; now: Date; revoke: FormAct | null }) {
  const t = useTranslations("account.apiKeys.list");
  if (keys.length === 0) return <p className="text-mist-700">{t("none")}</p>;
  return (
    <ul className="divide-y divide-mist-100">
      {keys.map((key) => {
        const state = key.revokedAt ? "revoked" : key.expiresAt <= now ? "expired" : "active";
        return (
          <li
            key={key.id}
            className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2 py-3 first:pt-0 last:pb-0"
          >
            <div className="min-w-0">
              <p className="font-semibold">{key.name}</p>
              <p className="mt-1 flex flex-wrap items-center gap-2 text-mist-700 text-sm">
                <code>{key.prefix}…</code>
                <Badge tone={state === "active" ? "done" : "neutral"}>{t(state)}</Badge>
              </p>
              <p className="mt-1 text-mist-600 text-sm">
                {t("made", { day: formatDay(dayOf(key.createdAt)), name: key.createdBy.fullName })} ·{" "}
                {t("until", { day: formatDay(dayOf(key.expiresAt)) })} ·{" "}
                {key.lastUsedAt ? t("used", { time: momentText(key.lastUsedAt) }) : t("unused")}
              </p>
            </div>
            {revoke && state === "active" && (
              <AskFirst label={t("revokeOpen")} of={key.name}>
                <p className="mb-3 text-sm">{t("revokeAsk")}</p>
                <PlainForm
                  id={`revoke-${key.id}`}
                  act={revoke}
                  fixed={{ keyId: key.id }}
                  submit={t("revoke")}
                  submitLabel={`${t("revoke")}: ${key.name}`}
                  look={{ size: "sm", variant: "danger" }}
                  inline
                />
              </AskFirst>
            )}
          </li>
        );
      })}
    </ul>
  );
}
