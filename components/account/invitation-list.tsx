import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { momentText } from "@/lib/identity/moment";
import type { FormAct } from "@/lib/web/form-action";
import { PlainForm } from "./plain-form";

export type InvitationRow = { id: number; email: string; to: string; expiresAt: Date };

/** Invitations that are neither accepted nor taken back; each can be sent again or taken back. */
export function InvitationList({
  rows,
  now,
  resend,
  revoke,
}: {
  rows: readonly InvitationRow[];
  now: Date;
  resend: FormAct;
  revoke: FormAct;
}) {
  const t = useTranslations("account.invitations");
  if (rows.length === 0) return <p className="text-mist-700">{t("none")}</p>;
  return (
    <ul className="divide-y divide-mist-100">
      {rows.map((row) => (
        <li key={row.id} className="flex flex-wrap items-center justify-between gap-3 py-3 first:pt-0 last:pb-0">
          <div className="min-w-0">
            <p className="break-all font-semibold">{row.email}</p>
            <p className="text-mist-600 text-sm">{row.to}</p>
            <p className="mt-1 text-sm">
              {row.expiresAt > now ? (
                <Badge tone="waiting">{t("until", { time: momentText(row.expiresAt) })}</Badge>
              ) : (
                <Badge tone="refused">{t("expired")}</Badge>
              )}
            </p>
          </div>
          <div className="flex flex-wrap items-start gap-2">
            <PlainForm
              id={`resend-${row.id}`}
              act={resend}
              fixed={{ invitationId: row.id }}
              submit={t("resend")}
              submitLabel={`${t("resend")}: ${row.email}`}
              look={{ size: "sm" }}
              inline
            />
            <PlainForm
              id={`revoke-${row.id}`}
              act={revoke}
              fixed={{ invitationId: row.id }}
              submit={t("revoke")}
              submitLabel={`${t("revoke")}: ${row.email}`}
              look={{ size: "sm", variant: "quiet" }}
              inline
            />
          </div>
        </li>
      ))}
    </ul>
  );
}
