import { searchVacancies } from "@/lib/vacancies/search-queries";
import { plansOf } from "../support/plans";
import type { Figure } from "./figures";
import { mixedQueries } from "./search-queries";

/** Every plan that the server ran for the mixed questions. A vacancy table that is read from end to end breaks the budget of none. */
export async function searchPlans(url: string, label: string): Promise<Figure> {
  const nodes = await plansOf(url, async () => {
    for (const query of mixedQueries) await searchVacancies(query, new Date());
  });
  const kinds = new Map<string, number>();
  for (const name of nodes) kinds.set(name, (kinds.get(name) ?? 0) + 1);
  const scans = [...kinds].filter(([name]) => /Scan (on )?.*(Vacancy|SearchTerm)|Index Scan/.test(name));
  const whole = scans.filter(([name]) => /^Seq Scan (Vacancy|VacancySearch)$/.test(name));
  return {
    name: `search ${label}, tables read from end to end`,
    value: whole.reduce((sum, [, count]) => sum + count, 0),
    unit: "",
    most: 0,
    detail: scans
      .sort((a, b) => b[1] - a[1])
      .map(([name, count]) => `${count} ${name}`)
      .join(", "),
  };
}
