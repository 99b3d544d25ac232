import { useFormatter, useLocale, useTranslations } from "next-intl";
import { EffectView } from "@/components/deadlines/effect-view";
import { Card } from "@/components/ui/card";
import { DiffList } from "@/components/ui/diff-list";
import { Timeline } from "@/components/ui/timeline";
import { formatDay, isDay } from "@/lib/core/day";
import { effectOf, obligationDifference, type ToldField } from "@/lib/deadlines/difference";
import type { obligationChanges } from "@/lib/deadlines/obligation-queries";
import { audienceWords, recurrenceWords, stepWords } from "@/lib/deadlines/rule-words";
import { audience, ladder, recurrence } from "@/lib/deadlines/schema";
import { countryName } from "@/lib/organisations/countries";

/** What was changed, by whom, what it was before and after, and what that did. */
export function Changes({ changes }: { changes: Awaited<ReturnType<typeof obligationChanges>> }) {
  const t = useTranslations("deadlines");
  const format = useFormatter();
  const said = useSaid();
  if (changes.length === 0) return <Card title={t("detail.history")}>{t("detail.noHistory")}</Card>;
  return (
    <Card title={t("detail.history")}>
      <Timeline
        moments={changes.map((change) => {
          const differences = obligationDifference(change.before, change.after);
          const moved = differences.find(({ field }) => field === "state");
          const title = moved ? t(`detail.became.${moved.after as "LIVE"}`) : t("detail.changed");
          return {
            id: change.id,
            icon: moved ? ("circle-dot" as const) : ("pencil" as const),
            title,
            meta: [change.byUser?.fullName, format.dateTime(change.at, { dateStyle: "short", timeStyle: "short" })]
              .filter(Boolean)
              .join(" · "),
            body: (
              <>
                <DiffList
                  differences={differences
                    .filter(({ field }) => field !== "state")
                    .map(({ field, before, after }) => ({
                      key: field,
                      label: t(`field.${field}`),
                      before: said(field, before),
                      after: said(field, after),
                    }))}
                />
                <details className="mt-1">
                  <summary className="tap cursor-pointer text-harbour-600">{t("detail.effect")}</summary>
                  <div className="mt-2">
                    <EffectView effect={effectOf(change.effect)} />
                  </div>
                </details>
              </>
            ),
          };
        })}
      />
    </Card>
  );
}

/** A field's value in words. */
function useSaid() {
  const t = useTranslations("deadlines");
  const rules = useTranslations("deadlines.rule");
  const units = useTranslations("register.unit");
  const locale = useLocale();
  return (field: ToldField, value: unknown): string => {
    if (value === null || value === undefined) return "";
    if (typeof value === "boolean") return t(value ? "verified" : "toVerify");
    if (field === "recurrence") return recurrenceWords(recurrence.parse(value), rules);
    if (field === "ladder")
      return ladder
        .parse(value)
        .map((one) => `${stepWords(one, rules)}: ${t(`form.act.${one.act}`)}`)
        .join("; ");
    if (field === "audience")
      return audienceWords(audience.parse(value), rules, {
        park: (id) => `#${id}`,
        country: (code) => countryName(code, locale),
        unit: (role) => units(role as "OFFICE"),
      });
    if (field === "dayOffRule") return rules(value as "AS_IT_IS");
    if (field === "reviewer") return units(value as "OFFICE");
    return typeof value === "string" && isDay(value) ? formatDay(value) : String(value);
  };
}
