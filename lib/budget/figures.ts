import { z } from "zod";

/** What people of training support are counted by, and what of them is counted. */
export const figureDimensions = ["park", "enterprise", "occupation", "group", "school", "quarter"] as const;
export type FigureDimension = (typeof figureDimensions)[number];
export const figureMeasures = ["registered", "inReview", "approved", "refused", "paid"] as const;
export type FigureMeasure = (typeof figureMeasures)[number];

/** In an address: rows of a dimension that nothing is known of. */
export const unknownKey = "none";

const filter = (most: number) => z.string().trim().min(1).max(most).optional().catch(undefined);
const ref = z
  .string()
  .regex(/^(\d{1,9}|none)$/)
  .optional()
  .catch(undefined);

export const figuresQuery = z.object({
  by: z.enum(figureDimensions).catch("park"),
  policy: z
    .string()
    .regex(/^\d{1,9}$/)
    .optional()
    .catch(undefined),
  /** Of the day on which somebody registered, was handed in, decided on, paid. */
  year: z
    .string()
    .regex(/^20\d\d$/)
    .optional()
    .catch(undefined),
  quarter: z
    .string()
    .regex(/^(20\d\d-[1-4]|none)$/)
    .optional()
    .catch(undefined),
  park: ref,
  enterprise: ref,
  occupation: filter(40),
  group: filter(40),
  school: filter(200),
  /** Which people are listed; none: the table of figures. */
  measure: z.enum(figureMeasures).optional().catch(undefined),
  /** Of those refused: code of the reason. */
  reason: filter(40),
  page: z.coerce.number().int().min(1).max(100_000).catch(1),
});
export type FiguresQuery = z.output<typeof figuresQuery>;
export type FigureFilters = Omit<FiguresQuery, "by" | "page" | "measure">;

/** The address of a view of the figures: only what is set stands in it. */
export function figuresAddress(query: Partial<FiguresQuery>): string {
  const params = new URLSearchParams();
  for (const [key, value] of Object.entries(query))
    if (value !== undefined && !(key === "page" && value === 1) && !(key === "by" && value === "park"))
      params.set(key, String(value));
  const text = params.toString();
  return text ? `?${text}` : "";
}

/** People and đồng of each measure. */
export type Figures = Record<FigureMeasure, number> & Record<"askedAmount" | "approvedAmount" | "paidAmount", number>;
export const noFigures: Figures = {
  ...{ registered: 0, inReview: 0, approved: 0, refused: 0, paid: 0 },
  ...{ askedAmount: 0, approvedAmount: 0, paidAmount: 0 },
};

/** What the keys of rows and filters are called, by dimension. */
export type FigureNames = Record<
  "park" | "enterprise" | "occupation" | "group" | "policy",
  ReadonlyMap<string, { vi: string; en: string }>
>;
