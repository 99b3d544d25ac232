import { figurePaths } from "./figure-paths";
import { type Figure, figureKeys } from "./figures";
import { type Outlier, outliersOf } from "./outliers";
import type { OrganisationRow, Period } from "./period";
import type { Including } from "./period-schema";
import { organisationRows } from "./totals-queries";

/** Figures that are looked at: fields and sums of columns, not their parts. */
const looked = 12;
/** What is told; who has more to correct looks again after these. */
const told = 20;
const lot = 1_000;

async function valuesOf(periodId: number, paths: readonly { path: string }[], asOf: Date, including: Including) {
  const found: Pick<OrganisationRow, "id" | "organisationId" | "who" | "headcount" | "values">[] = [];
  for (let after = 0; ; ) {
    const rows = await organisationRows(periodId, paths, asOf, including, after, lot);
    for (const { id, organisationId, who, headcount, values } of rows)
      if (values.length > 0) found.push({ id, organisationId, who, headcount, values });
    if (rows.length < lot) return found;
    after = rows.at(-1)?.id ?? after;
  }
}

export type NamedOutlier = Outlier & { who: string; figure: Figure };

/** Answers of a period that are unlike the organisation's own earlier one, or unlike those of its size. */
export async function periodOutliers(
  period: Period,
  earlier: Period | undefined,
  asOf: Date,
  including: Including,
): Promise<NamedOutlier[]> {
  if (!period.definition) return [];
  const all = figureKeys(period.definition);
  const paths = new Map(figurePaths(period.definition).map(({ key, path }) => [key, path]));
  // A part is told by its whole.
  const figures = all.filter(({ key }) => key.split(".").length < 3).slice(0, looked);
  const listed = figures.map(({ key }) => ({ path: paths.get(key) as string }));
  const before = new Map(
    earlier?.definition ? figurePaths(earlier.definition).map(({ key, path }) => [key, path]) : [],
  );
  const shared = figures.filter(({ key }) => before.has(key));
  const [now, then] = await Promise.all([
    valuesOf(period.id, listed, asOf, including),
    earlier && shared.length > 0
      ? valuesOf(
          earlier.id,
          shared.map(({ key }) => ({ path: before.get(key) as string })),
          asOf,
          including,
        )
      : [],
  ]);
  const said = new Map(then.map((row) => [row.organisationId, row.values]));
  const names = new Map(now.map(({ id, who }) => [id, who ?? ""]));
  return figures
    .flatMap((figure, at) => {
      const place = shared.indexOf(figure);
      const compared = now.flatMap(({ id, organisationId, headcount, values }) =>
        organisationId === null
          ? []
          : [{ id, headcount, value: values[at] ?? 0, earlier: said.get(organisationId)?.[place] ?? null }],
      );
      return outliersOf(compared).map((one) => ({ ...one, figure, who: names.get(one.id) ?? "" }));
    })
    .sort((a, b) => b.score - a.score)
    .slice(0, told);
}
