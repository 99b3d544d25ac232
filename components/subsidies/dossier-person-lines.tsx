import { useLocale, useTranslations } from "next-intl";
import { formatCount } from "@/lib/core/money";
import type { SupportLine } from "@/lib/subsidies/amounts";
import { formulaWords, rateName } from "@/lib/subsidies/finding-words";
import type { Policy } from "@/lib/subsidies/policy";
import { VerifiedBadge } from "./findings-list";

/** What a person is granted, line by line, with the formula that can be checked by hand. */
export function SupportLines({ policy, lines }: { policy: Policy; lines: readonly SupportLine[] }) {
  const t = useTranslations("subsidies");
  const d = useTranslations("dossiers");
  const locale = useLocale();
  return (
    <ul className="space-y-1 text-left text-sm">
      {lines.map((line) => (
        <li key={line.rate}>
          <span className="text-mist-700">{rateName(policy, line.rate, locale)}: </span>
          <span className="figures">
            {formulaWords(line, locale, t)} = {d("dong", { amount: formatCount(line.amount, locale) })}
          </span>{" "}
          {!line.verified && <VerifiedBadge verified={false} />}
        </li>
      ))}
    </ul>
  );
}
