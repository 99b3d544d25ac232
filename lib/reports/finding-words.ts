import { formatDecimal } from "@/lib/core/decimal";
import type { FieldProblem } from "@/lib/core/result";
import { messages } from "@/lib/i18n/messages";
import { wordsIn } from "@/lib/i18n/words";
import type { FormDefinition } from "./definition";
import { blankArguments, ruleWords } from "./rule-words";

type Locale = "vi" | "en";

const speakers = (locale: Locale) => ({
  rule: wordsIn(locale, messages[locale].reports.rule),
  problem: wordsIn(locale, messages[locale].reports.problem),
  usual: wordsIn(locale, messages[locale].common.validation),
});
const says = { vi: speakers("vi"), en: speakers("en") };

/** A problem of answers in words, outside the pages: in a file that goes back, or a letter. */
export function sayFinding(definition: FormDefinition, { code, params = {} }: FieldProblem, locale: Locale): string {
  const values = {
    ...blankArguments,
    ...Object.fromEntries(
      Object.entries(params).map(([name, value]) => [
        name,
        typeof value === "number" ? formatDecimal(value, locale) : value,
      ]),
    ),
  };
  const { rule, problem, usual } = says[locale];
  const broken = code.startsWith("rule_") ? definition.rules[Number(params.rule)] : undefined;
  if (broken) {
    const words = ruleWords(definition, broken, locale);
    return words.own ?? rule(words.key, { ...values, ...words.values });
  }
  if (Object.hasOwn(messages[locale].reports.problem, code)) return problem(code as "wholeNumber", values);
  const known = Object.hasOwn(messages[locale].common.validation, code) ? code : "invalid";
  return usual(known as "invalid", values);
}
