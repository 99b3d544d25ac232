import { internshipFigures } from "@/lib/cohorts/internship-queries";
import { offerQuery } from "@/lib/cohorts/internship-schema";
import { outcomeYears, retention } from "@/lib/cohorts/outcome-queries";
import { outcomeQuery } from "@/lib/cohorts/outcome-schema";
import { labelOf, trainingFields } from "@/lib/cohorts/vocabulary";
import type { StreamedValue } from "@/lib/documents/streamed-workbook";
import type { Locale } from "@/lib/i18n/paths";
import { permissions } from "@/lib/identity/permissions";
import type { ListExport } from "./list";

const nameOf = (row: { key: string; nameVi: string; nameEn: string | null }, field: boolean, locale: Locale) =>
  field ? labelOf(trainingFields, row.key, locale) : (locale === "en" && row.nameEn) || row.nameVi;

/** Internships by enterprise, park, term or field, as on the page. */
export const internships: ListExport = {
  may: permissions.readInternships,
  columns: [
    "groupName",
    "internOffers",
    "internPlaces",
    "internsConfirmed",
    "women",
    "internsRunning",
    "internsCompleted",
  ],
  rows: async function* ({ params, locale }): AsyncGenerator<readonly StreamedValue[]> {
    const { by } = offerQuery.parse(params);
    for (const row of await internshipFigures(by))
      yield [
        nameOf(row, by === "field", locale),
        ...[row.offers, row.places, row.confirmed, row.women, row.running, row.completed],
      ];
  },
};

/** What became of a year's graduates after 6 and 12 months, by school or field. */
export const outcomes: ListExport = {
  may: permissions.readInternships,
  columns: [
    "groupName",
    ...(["graduates6", "inParks6", "elsewhere6", "studying6"] as const),
    ...(["graduates12", "inParks12", "elsewhere12", "studying12"] as const),
  ],
  rows: async function* ({ params, locale }): AsyncGenerator<readonly StreamedValue[]> {
    const query = outcomeQuery.parse(params);
    const year = query.year ?? (await outcomeYears())[0];
    for (const row of year === undefined ? [] : await retention(year, query.by))
      yield [
        nameOf(row, query.by === "field", locale),
        ...[row.graduates6, row.inParks6, row.elsewhere6, row.studying6],
        ...[row.graduates12, row.inParks12, row.elsewhere12, row.studying12],
      ];
  },
};
