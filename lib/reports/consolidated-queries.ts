import { listChoices } from "@/lib/organisations/enterprise-queries";
import { figurePaths } from "./figure-paths";
import { figureKeys } from "./figures";
import type { Consolidated, OrganisationRow, Period } from "./period";
import { earlierPeriods, periodProgress } from "./period-queries";
import type { Including } from "./period-schema";
import { organisationRows, periodTotals, totalsByPark } from "./totals-queries";

/** The numbers of a period's consolidated report; `rowsOf` gives its organisations. */
export async function consolidated(period: Period, asOf: Date, including: Including): Promise<Consolidated> {
  const { definition } = period;
  const [earlier] = await earlierPeriods(period, 1);
  const [progress, totals, byPark, before, choices] = await Promise.all([
    periodProgress(period.id, asOf),
    definition ? periodTotals(period.id, definition, asOf, including) : { answers: 0, sums: {} },
    definition ? totalsByPark(period.id, definition, asOf, including) : [],
    earlier?.definition ? periodTotals(earlier.id, earlier.definition, asOf, including) : null,
    listChoices(),
  ]);
  return {
    period,
    asOf,
    including,
    figures: definition ? figureKeys(definition) : [],
    totals,
    before: earlier && before ? { period: earlier, totals: before } : null,
    progress: progress.all,
    parks: choices.parks.flatMap((park) => {
      const counts = progress.parks.get(park.id);
      if (!counts) return [];
      const sums = byPark.find(({ parkId }) => parkId === park.id)?.sums ?? {};
      return [{ id: park.id, nameVi: park.shortNameVi, nameEn: park.shortNameEn, progress: counts, sums }];
    }),
  };
}

const lot = 500;

/** The reports of a period one after the other, read by pages at the same cut-off. */
export async function* rowsOf(
  { period, asOf, including }: Pick<Consolidated, "period" | "asOf" | "including">,
  withFigures = true,
): AsyncGenerator<OrganisationRow, void, undefined> {
  const paths = withFigures && period.definition ? figurePaths(period.definition) : [];
  for (let after = 0; ; ) {
    const rows = await organisationRows(period.id, paths, asOf, including, after, lot);
    yield* rows;
    if (rows.length < lot) return;
    after = rows.at(-1)?.id ?? after;
  }
}
