import { useTranslations } from "next-intl";
import { isEntryField, useFieldValue } from "@/components/organisations/field-value";
import { Card } from "@/components/ui/card";
import { DiffList } from "@/components/ui/diff-list";
import { type Moment, Timeline } from "@/components/ui/timeline";
import { dayOf, formatDay } from "@/lib/core/day";
import type { EnterpriseChange, EnterpriseEntry } from "@/lib/organisations/enterprise-queries";

const on = (instant: string) => formatDay(dayOf(new Date(instant)));

const acts = {
  "enterprises.create": "create",
  "enterprises.edit": "edit",
  "enterprises.describe": "describe",
  "enterprises.verify": "verify",
  "enterprises.unverify": "unverify",
} as const;
const isAct = (command: string): command is keyof typeof acts => command in acts;

/** What happened to an entry: its lifecycle on paper, and every change of its data, newest first. */
export function EntryHistory({
  events,
  changes,
  names,
}: {
  events: EnterpriseEntry["lifecycleEvents"];
  changes: EnterpriseChange[];
  names: Record<string, string>;
}) {
  const t = useTranslations("register");
  const { label, value } = useFieldValue(names);
  const recorded = (by: string | null, at: string) =>
    by ? t("history.by", { name: by, day: on(at) }) : t("history.recorded", { day: on(at) });

  const moments: (Moment & { at: string })[] = [
    ...events.map((event) => ({
      id: `event-${event.id}`,
      at: event.at,
      icon: "factory" as const,
      title: (
        <strong className="font-semibold text-harbour-900">
          {event.fromState
            ? t("history.moved", {
                from: t(`lifecycle.${event.fromState}`),
                to: t(`lifecycle.${event.toState}`),
              })
            : t("history.entered", { to: t(`lifecycle.${event.toState}`) })}
          , {t("history.effective", { day: formatDay(event.effectiveOn) })}
        </strong>
      ),
      meta: recorded(event.by, event.at),
      body: (
        <>
          <p>{t(`unit.${event.unit}`)}</p>
          <p>{t("history.paper", { number: event.documentNumber, day: formatDay(event.documentDate) })}</p>
          {event.note && <p className="mt-1">{event.note}</p>}
        </>
      ),
    })),
    ...changes.flatMap((change) =>
      isAct(change.command)
        ? [
            {
              id: `change-${change.id}`,
              at: change.at,
              icon: "pencil" as const,
              title: t(`history.${acts[change.command]}`),
              meta: recorded(change.by, change.at),
              body: (change.changes.length > 0 || change.reason) && (
                <>
                  {change.reason && <p>{change.reason}</p>}
                  <DiffList
                    differences={change.changes.flatMap(({ field, before, after }) =>
                      isEntryField(field)
                        ? [
                            {
                              key: field,
                              label: label(field),
                              before: value(field, before),
                              after: value(field, after),
                            },
                          ]
                        : [],
                    )}
                  />
                </>
              ),
            },
          ]
        : [],
    ),
  ].sort((a, b) => b.at.localeCompare(a.at));
  return (
    <Card title={t("entry.history")} className="self-start">
      <Timeline moments={moments} />
    </Card>
  );
}
