import type { PositionGroup } from "@/lib/db/generated/enums";
import type { Qualification } from "./schema";

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
