import { difficultyPage } from "@/lib/cohorts/difficulty-queries";
import { difficultyQuery, themeName } from "@/lib/cohorts/difficulty-schema";
import { permissions } from "@/lib/identity/permissions";
import { nextPage, pagesOf } from "@/lib/web/list-export";
import { type ListExport, mapped, moment } from "./list";

const perPage = 500;

/** Difficulties of schools, each with what was done about it last. */
export const difficulties: ListExport = {
  may: permissions.readSchoolData,
  columns: ["school", "year", "theme", "text", "state", "lastNote", "at", "actor"],
  rows: ({ actor, params, locale, words: { calls: words } }) => {
    const query = difficultyQuery.parse(params);
    const rows = pagesOf(1, async (page: number) => {
      const found = await difficultyPage({ ...query, page }, actor, perPage);
      return { items: found.rows, next: nextPage(page, Math.ceil(found.total / perPage)) };
    });
    return mapped(rows, (row) => {
      const last = row.steps.at(-1);
      return [
        ...[row.school, row.year, themeName(row.theme, locale), row.text, words.difficulty[row.state]],
        ...[last?.note ?? null, moment(last?.at ?? null), last?.by ?? null],
      ];
    });
  },
};
