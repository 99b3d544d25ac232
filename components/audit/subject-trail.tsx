import Link from "next/link";
import { useFormatter, useTranslations } from "next-intl";
import { LinkButton } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Timeline } from "@/components/ui/timeline";
import { type AuditActor, type AuditLine, noteOf } from "@/lib/audit/schema";
import { useAuditWords } from "./words";

/**
 * What was done to an enterprise, a vacancy or a batch, newest first: who, when, what. `here` is the address of the page,
 * which reads the cursor `trail` from its query. People of the other side are named where the reader may see them.
 */
export function SubjectTrail({
  lines,
  next,
  cursor,
  here,
  namesOthers,
}: {
  lines: readonly AuditLine[];
  next: string | null;
  cursor: string | undefined;
  here: string;
  namesOthers: boolean;
}) {
  const t = useTranslations("admin.audit");
  const format = useFormatter();
  const words = useAuditWords();
  const who = (actor: AuditActor) => {
    if (actor.kind !== "person" || actor.staff) return words.actor(actor);
    const { name, organisation } = actor;
    if (namesOthers) return organisation ? `${name} (${organisation})` : name;
    return organisation ? t("trail.someoneOf", { organisation }) : t("trail.someone");
  };
  return (
    <Card title={t("trail.title")} id="trail">
      {lines.length === 0 && <p className="text-mist-700">{t("trail.none")}</p>}
      <Timeline
        moments={lines.map((line) => ({
          id: line.id,
          icon: "history" as const,
          title: words.command(line.command),
          meta: `${who(line.actor)} · ${format.dateTime(line.at, { dateStyle: "short", timeStyle: "short" })}`,
          body: noteOf(line),
        }))}
      />
      {(next || cursor) && (
        <div className="mt-3 flex flex-wrap gap-2">
          {cursor && (
            <LinkButton as={Link} size="sm" variant="quiet" href={`${here}#trail`}>
              {t("newest")}
            </LinkButton>
          )}
          {next && (
            <LinkButton as={Link} size="sm" href={`${here}?trail=${next}#trail`}>
              {t("older")}
            </LinkButton>
          )}
        </div>
      )}
    </Card>
  );
}
