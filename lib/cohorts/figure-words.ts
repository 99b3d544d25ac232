import type { SchoolKind } from "@/lib/db/generated/enums";
import { messages } from "@/lib/i18n/messages";
import type { Locale } from "@/lib/i18n/paths";
import { wordsIn } from "@/lib/i18n/words";
import { provinceName } from "@/lib/organisations/provinces";
import type { CohortDimension, CohortFilters } from "./figures";
import {
  accreditations,
  gradeScales,
  skillGrades,
  type Term,
  terms,
  trainingFields,
  trainingLevels,
} from "./vocabulary";

/** What figures of schools are called, in one language. */
export function cohortWords(locale: Locale) {
  const say = wordsIn(locale, messages[locale].calls);
  const of = (list: readonly Term[]) => (value: string) =>
    list.find((one) => one.value === value)?.label[locale] ?? value;
  const lists = { field: of(trainingFields), level: of(trainingLevels), accreditation: of(accreditations) };
  const key = (dimension: CohortDimension, value: string | null, name?: string | null): string => {
    if (value === null || value === "none") return say("figures.notSaid");
    if (dimension === "kind") return say(`kind.${value as SchoolKind}`);
    if (dimension === "province") return provinceName(value);
    if (dimension === "year") return value;
    if (dimension === "school" || dimension === "programme") return name ?? value;
    return lists[dimension](value);
  };
  return {
    say,
    key,
    term: of(terms),
    scale: of(gradeScales),
    grade: of(skillGrades),
    /** The filters in words, for headings and files. `names`: of the school and the programme. */
    filters: (filters: CohortFilters, names: { school?: string | null; programme?: string | null } = {}): string[] =>
      (["year", "field", "level", "kind", "province", "school", "programme", "accreditation"] as const).flatMap(
        (dimension) => {
          const value = filters[dimension];
          if (value === undefined) return [];
          const name = dimension === "school" ? names.school : dimension === "programme" ? names.programme : null;
          return [`${say(`by.${dimension}`)}: ${key(dimension, String(value), name)}`];
        },
      ),
  };
}
