import type { PositionGroup } from "@/lib/db/generated/enums";
import { type Qualification, qualifications } from "./schema";

/**
 * Totals of a batch, persons. Computed in one place (`batchTotals` in batch-queries.ts, from the batch's lines), shown on
 * screen, in the export and in the API: they cannot differ.
 */
export type BatchTotals = {
  enterprises: number;
  vacancies: number;
  headcount: number;
  byPositionGroup: Record<PositionGroup, number>;
  byQualification: Record<Qualification, number>;
  byPark: {
    parkId: number;
    code: string;
    slug: string;
    nameVi: string;
    nameEn: string;
    headcount: number;
    vacancies: number;
  }[];
  byEnterprise: {
    enterpriseId: number;
    slug: string;
    nameVi: string;
    nameEn: string | null;
    headcount: number;
    vacancies: number;
  }[];
};

/** One row of the grouping: exactly one of the three keys is set, or none for the sum of all. */
export type TotalsRow = {
  positionGroup: PositionGroup | null;
  parkId: number | null;
  enterpriseId: number | null;
  enterprises: number;
  vacancies: number;
  headcount: number | null;
  parkCode: string | null;
  parkSlug: string | null;
  parkVi: string | null;
  parkEn: string | null;
  enterpriseSlug: string | null;
  enterpriseVi: string | null;
  enterpriseEn: string | null;
} & Record<Qualification, number | null>;

export const noTotals = (): BatchTotals => ({
  enterprises: 0,
  vacancies: 0,
  headcount: 0,
  byPositionGroup: { MANAGER: 0, HIGH_TECHNICAL: 0, MID_TECHNICAL: 0, OTHER: 0 },
  byQualification: { unskilled: 0, elementary: 0, intermediate: 0, college: 0, university: 0, postgraduate: 0 },
  byPark: [],
  byEnterprise: [],
});

/** Sorts the grouping's rows into their places. An empty batch still has its row of the sum, with nothing in it. */
export function totalsOfRows(rows: TotalsRow[]): BatchTotals {
  const totals = noTotals();
  for (const row of rows) {
    const headcount = row.headcount ?? 0;
    const { vacancies } = row;
    if (row.positionGroup !== null) totals.byPositionGroup[row.positionGroup] = headcount;
    else if (row.parkId !== null)
      totals.byPark.push({
        parkId: row.parkId,
        code: row.parkCode ?? "",
        slug: row.parkSlug ?? "",
        nameVi: row.parkVi ?? "",
        nameEn: row.parkEn ?? "",
        headcount,
        vacancies,
      });
    else if (row.enterpriseId !== null)
      totals.byEnterprise.push({
        enterpriseId: row.enterpriseId,
        slug: row.enterpriseSlug ?? "",
        nameVi: row.enterpriseVi ?? "",
        nameEn: row.enterpriseEn,
        headcount,
        vacancies,
      });
    else {
      Object.assign(totals, { headcount, vacancies, enterprises: row.enterprises });
      for (const level of qualifications) totals.byQualification[level] = row[level] ?? 0;
    }
  }
  return totals;
}
