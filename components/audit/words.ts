import { useTranslations } from "next-intl";
import type { AuditActor } from "@/lib/audit/schema";

/** Words of the trail; what has none yet is shown as it is written. */
export function useAuditWords() {
  const t = useTranslations("admin.audit");
  const known = (key: string, otherwise: string) => {
    const path = key as Parameters<typeof t.has>[0];
    return t.has(path) ? t(path as Parameters<typeof t>[0] & "title") : otherwise;
  };
  return {
    command: (name: string) => known(`commands.${name}`, name),
    subject: (type: string) => known(`subjects.${type}`, type),
    outcome: (code: string) => (code === "ok" ? t("outcome.ok") : t("outcome.refused")),
    actor: (actor: AuditActor) =>
      actor.kind === "person"
        ? actor.name
        : actor.kind === "key"
          ? t("actor.key", { organisation: actor.organisation, id: String(actor.keyId) })
          : actor.kind === "system"
            ? t("actor.system", { name: actor.name })
            : t("actor.nobody"),
  };
}
