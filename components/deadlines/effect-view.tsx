import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Icon, type IconName } from "@/components/ui/icon";
import { formatDay } from "@/lib/core/day";
import { formatCount } from "@/lib/core/money";
import type { RuleEffect } from "@/lib/deadlines/effect";

/** What a rule does or did: periods that appear, move, go or are kept, and who begins or ceases to owe. */
export function EffectView({ effect }: { effect: RuleEffect }) {
  const t = useTranslations("deadlines.effect");
  const locale = useLocale();
  const count = (number: number) => formatCount(number, locale);
  const { added, moved, removed, kept, owing, names } = effect;
  if (added.length + moved.length + removed.length + kept.length + owing.length === 0) return <p>{t("nothing")}</p>;
  return (
    <div className="space-y-4">
      <Group icon="plus" title={t("added", { count: added.length })} show={added.length > 0}>
        {added.map(({ slot, dueOn }) => (
          <Line key={slot}>{formatDay(dueOn)}</Line>
        ))}
      </Group>
      <Group icon="arrow-right" title={t("moved", { count: moved.length })} show={moved.length > 0}>
        {moved.map(({ slot, from, to }) => (
          <Line key={slot}>{t("fromTo", { from: formatDay(from), to: formatDay(to) })}</Line>
        ))}
      </Group>
      <Group icon="minus" title={t("removed", { count: removed.length })} show={removed.length > 0}>
        {removed.map(({ slot, dueOn }) => (
          <Line key={slot}>{formatDay(dueOn)}</Line>
        ))}
      </Group>
      <Group icon="lock" title={t("kept", { count: kept.length })} show={kept.length > 0}>
        {kept.map(({ slot, dueOn }) => (
          <Line key={slot}>{formatDay(dueOn)}</Line>
        ))}
      </Group>
      <Group icon="users" title={t("owing")} show={owing.length > 0}>
        {owing
          .toSorted((a, b) => a.dueOn.localeCompare(b.dueOn))
          .map((one) => (
            <Line key={one.slot}>
              {t("owingLine", {
                due: formatDay(one.dueOn),
                joined: count(one.joined),
                left: count(one.left),
                now: count(one.now),
              })}
            </Line>
          ))}
      </Group>
      {names.joined.length > 0 && <p className="text-sm">{t("joinedNames", { names: names.joined.join("; ") })}</p>}
      {names.left.length > 0 && <p className="text-sm">{t("leftNames", { names: names.left.join("; ") })}</p>}
    </div>
  );
}

function Group({ icon, title, show, children }: { icon: IconName; title: string; show: boolean; children: ReactNode }) {
  if (!show) return null;
  return (
    <div className="flex gap-2.5">
      <Icon name={icon} className="mt-0.5 text-harbour-600" />
      <div className="min-w-0">
        <p className="font-semibold text-harbour-900">{title}</p>
        <ul className="mt-0.5 flex flex-col gap-0.5">{children}</ul>
      </div>
    </div>
  );
}

const Line = ({ children }: { children: ReactNode }) => <li className="figures text-mist-800 text-sm">{children}</li>;
