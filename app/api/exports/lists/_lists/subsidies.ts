import { dayOf, formatDay } from "@/lib/core/day";
import { permissions } from "@/lib/identity/permissions";
import { coursePage } from "@/lib/subsidies/course-queries";
import { courseQuery } from "@/lib/subsidies/course-schema";
import { trainingSupport } from "@/lib/subsidies/policy";
import { policyInForce } from "@/lib/subsidies/policy-queries";
import { rosterQuery } from "@/lib/subsidies/roster-list";
import { type RosterRow, rosterPage } from "@/lib/subsidies/roster-queries";
import { nextPage, pagesOf } from "@/lib/web/list-export";
import { type ListExport, mapped } from "./list";

const day = (value: string | null) => value && formatDay(value);

/** The people of the actor's organisation; without the personal ID, which leaves the portal in no list. */
export const roster: ListExport = {
  may: permissions.keepRoster,
  columns: [
    ...(["name", "personKind", "staffCode", "birth", "phone", "email", "education", "job", "occupation"] as const),
    ...(["held", "required", "contract", "contractFrom", "contractTo", "insured", "leftOn"] as const),
  ],
  rows: async function* ({ actor, params, locale, words: { roster: words }, now }) {
    const organisation = actor.kind === "person" ? actor.organisation : null;
    if (!organisation) return;
    const query = rosterQuery.parse(params);
    const policy = (await policyInForce(dayOf(now), trainingSupport))?.definition;
    const occupations = new Map(policy?.occupations.map(({ code, name }) => [code, name[locale]]));
    const level = (value: RosterRow["qualificationHeld"]) => value && words.level[value];
    const rows = pagesOf(1, async (page) => {
      const found = await rosterPage(organisation.id, { ...query, page });
      return { items: found.rows, next: nextPage(page, found.pages) };
    });
    for await (const row of rows)
      yield [
        row.fullName,
        words.kind[row.kind],
        row.staffCode,
        formatDay(row.birthDate),
        row.phone,
        row.email,
        row.education && words.education[row.education],
        row.job,
        row.occupationCode && (occupations.get(row.occupationCode) ?? row.occupationCode),
        level(row.qualificationHeld),
        level(row.qualificationRequired),
        row.contractType && words.contract[row.contractType],
        day(row.contractFrom),
        day(row.contractTo),
        day(row.insuredSince),
        day(row.leftOn),
      ];
  },
};

/** The training courses of the actor's organisation. */
export const courses: ListExport = {
  may: permissions.keepRoster,
  columns: [
    ...(["programme", "school", "level", "state", "startsOn", "endsOn", "months", "tuition", "places"] as const),
    "learners",
  ],
  rows: ({ actor, params, words }) => {
    const organisationId = (actor.kind === "person" && actor.organisation?.id) || 0;
    const query = courseQuery.parse(params);
    const rows = pagesOf(1, async (page) => {
      const found = await coursePage(organisationId, { ...query, page });
      return { items: found.rows, next: nextPage(page, found.pages) };
    });
    return mapped(rows, (row) => [
      row.programme,
      row.schoolName,
      words.roster.level[row.level],
      words.courses.state[row.state],
      formatDay(row.startsOn),
      formatDay(row.endsOn),
      row.months,
      row.tuition,
      row.places,
      row.people,
    ]);
  },
};
