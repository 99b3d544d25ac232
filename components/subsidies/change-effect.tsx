import { useLocale, useTranslations } from "next-intl";
import { DiffList } from "@/components/ui/diff-list";
import { formatDay } from "@/lib/core/day";
import { formatCount } from "@/lib/core/money";
import type { ChangeRequest, ToldEffect } from "@/lib/subsidies/change";

/** What a change after the decision asks for, in words. */
export function ChangeWords({ change }: { change: ChangeRequest }) {
  const t = useTranslations("dossiers.change");
  const locale = useLocale();
  switch (change.kind) {
    case "DROP_PERSON":
      return t("says.DROP_PERSON", {
        ...{ position: change.position, months: change.monthsAttended },
        day: formatDay(change.droppedOn),
      });
    case "DATES":
      return t("says.DATES", {
        ...{ from: formatDay(change.startsOn), to: formatDay(change.endsOn), months: change.months },
      });
    case "TUITION":
      return t("says.TUITION", { tuition: formatCount(change.tuition, locale) });
  }
}

/** What a change leaves, in đồng: of the whole dossier, and of each person who gets less. */
export function ChangeEffectList({ effect }: { effect: ToldEffect }) {
  const t = useTranslations("dossiers");
  const locale = useLocale();
  const dong = (amount: number) => t("dong", { amount: formatCount(amount, locale) });
  const { before, after, count, persons } = effect;
  return (
    <div className="figures">
      <DiffList
        differences={[
          { key: "sum", label: t("change.sum"), before: dong(before), after: dong(after) },
          ...persons.map((one) => ({
            key: String(one.position),
            label: `${one.position}. ${one.fullName}`,
            before: dong(one.before),
            after: dong(one.after),
          })),
        ]}
      />
      {count === 0 && <p className="text-mist-700">{t("change.nobody")}</p>}
      {count > persons.length && <p className="text-mist-700">{t("change.more", { count: count - persons.length })}</p>}
    </div>
  );
}
