import { useFormatter, useTranslations } from "next-intl";
import { Timeline } from "@/components/ui/timeline";
import type { AuditLine } from "@/lib/audit/schema";
import { useAuditWords } from "./words";

const minute = { day: "2-digit", month: "2-digit", year: "numeric", hour: "2-digit", minute: "2-digit" } as const;

/** What was done to a file, newest first: who, what, when. For a page that has shown the file itself. */
export function History({ lines }: { lines: readonly AuditLine[] }) {
  const t = useTranslations("admin.audit");
  const format = useFormatter();
  const words = useAuditWords();
  if (lines.length === 0) return <p className="text-mist-600">{t("noHistory")}</p>;
  return (
    <Timeline
      moments={lines.map((line) => ({
        id: line.id,
        icon: line.actor.kind === "system" ? "clock" : "user",
        title: words.command(line.command),
        meta: `${words.actor(line.actor)} · ${format.dateTime(line.at, minute)}`,
      }))}
    />
  );
}
