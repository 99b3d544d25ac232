"use client";

import { useTranslations } from "next-intl";
import { useDutyWords } from "@/components/duties/use-duty-words";
import { BulkBar } from "@/components/ui/bulk-bar";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { useSelection } from "@/components/ui/selection";
import { useToast } from "@/components/ui/toast";
import { accept } from "../actions";

/** Accepts the ticked reports at once. */
export function AcceptBar({ container }: { container: string }) {
  const t = useTranslations("duties.review");
  const common = useTranslations("common.refusals");
  const { refused } = useDutyWords();
  const { ids, set } = useSelection(container);
  const toast = useToast();
  if (ids.length === 0) return null;
  return (
    <BulkBar label={t("bar")}>
      <span>{t("ticked", { count: ids.length })}</span>
      <ConfirmDialog
        trigger={
          <Button size="sm" icon="check">
            {t("accept.act")}
          </Button>
        }
        title={t("accept.many", { count: ids.length })}
        confirm={t("accept.act")}
        onConfirm={async () => {
          const reports = ids.map((value) => {
            const [id, version] = value.split(":").map(Number);
            return { id, version };
          });
          const result = await accept({ reports });
          if (!result.ok) {
            const code = result.code as "changed_meanwhile";
            return refused(code) ?? common(common.has(code) ? code : "not_allowed_now", { reference: "–" });
          }
          set(false);
          toast.done(t("accept.done"));
          return undefined;
        }}
      >
        <p>{t("accept.body")}</p>
      </ConfirmDialog>
    </BulkBar>
  );
}
