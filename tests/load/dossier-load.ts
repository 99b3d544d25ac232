import { dayOf } from "@/lib/core/day";
import type { PrismaClient } from "@/lib/db/generated/client";
import { migrate } from "@/lib/runtime/migrate";
import type { Postgres } from "@/lib/runtime/postgres";
import { recreateDatabase } from "@/lib/runtime/seeding";
import { recomputeDossier } from "@/lib/subsidies/dossier-commands";
import { dossierQuery } from "@/lib/subsidies/dossier-list";
import { dossierPage, dossierPeople, ownDossier } from "@/lib/subsidies/dossier-queries";
import { dossierQueue, queueChoices, workloads } from "@/lib/subsidies/review-queries";
import { dossierQueueQuery, personsQuery, queuePerPage } from "@/lib/subsidies/review-schema";
import { decisionsOf, reviewedDossier, reviewedPersons, talkOf } from "@/lib/subsidies/reviewed-queries";
import { rosterQuery } from "@/lib/subsidies/roster-list";
import { rosterPage } from "@/lib/subsidies/roster-queries";
import { dropDatabase } from "./databases";
import { decide, type Made, makeDossiers, type sizes } from "./dossier-data";
import { type Figure, median, spread } from "./figures";
import { clientOf, on } from "./search-load";
import { asked, growth, inTurns, type Times, type Work, type Works } from "./turns";

/** What officers ask of the queue. The last page is of the very rows that the view has. */
async function queueWorks({ officer, organisation }: Made, now: Date): Promise<Works> {
  const today = dayOf(now);
  const read = (query: object) => dossierQueue(dossierQueueQuery.parse(query), officer.userId, today);
  const last = async (query: object) => ({ ...query, page: Math.ceil((await read(query)).total / queuePerPage) || 1 });
  const asked: Record<string, object> = {
    "first page": {},
    "last page": await last({}),
    "by label": { label: "hẹn gặp" },
    "by a usual label": { label: "thiếu giấy tờ" },
    mine: { holder: "me" },
    "nobody's": { holder: "none" },
    overdue: { overdue: "yes" },
    "by number": { q: "2026-000203" },
    "by name": { q: organisation.nameVi.replace("Công ty TNHH ", "") },
    "by a usual name": { q: "công ty tnhh" },
    "decided, first page": { tab: "approved" },
    "decided, last page": await last({ tab: "approved" }),
    "decided, mine": { tab: "approved", holder: "me" },
    "decided, by label": { tab: "approved", label: "hẹn gặp" },
    "decided, by organisation": { tab: "approved", organisation: organisation.id },
    "decided, by number": { tab: "approved", q: "2026-000220" },
    "decided, by a usual name": { tab: "approved", q: "công ty tnhh" },
    "decided, by name": { tab: "approved", q: organisation.nameVi.replace("Công ty TNHH ", "") },
  };
  return {
    ...Object.fromEntries(
      Object.entries(asked).map(([name, query]): [string, Work] => [`queue, ${name}`, () => read(query)]),
    ),
    "queue, its choices": queueChoices,
    "queue, workload": () => workloads(today),
  };
}

/** The applicant's own lists. */
function ownWorks({ applicant, organisation }: Made): Works {
  const other = {
    ...applicant,
    organisation: { ...organisation, kind: "ENTERPRISE" as const, role: "OWNER" as const },
  };
  return {
    "applicant's dossiers": () => dossierPage(other, dossierQuery.parse({})),
    "applicant's dossiers, by number": () => dossierPage(other, dossierQuery.parse({ q: "2026-0002" })),
    "applicant's roster": () => rosterPage(organisation.id, rosterQuery.parse({})),
    "applicant's roster, by name": () => rosterPage(organisation.id, rosterQuery.parse({ q: "tran van" })),
  };
}

const dossierTitles = [
  "opened",
  "filtered by name",
  "filtered by findings",
  "opened by the applicant",
  "filtered by the applicant",
];

/** One dossier, opened and filtered by an officer and by its applicant. */
function dossierWorks({ officer, applicant, drafts, handedIn }: Made, size: (typeof sizes)[number]): Works {
  const [draft, id] = [drafts[size], handedIn[size]];
  const persons = async (query: object) => reviewedPersons({ id, currentNo: 1 }, personsQuery.parse(query), 0);
  const works: Work[] = [
    async () => {
      await reviewedDossier(officer, id);
      await Promise.all([persons({}), talkOf(id), decisionsOf(id)]);
    },
    () => persons({ q: "tran" }),
    () => persons({ findings: "any", page: 1 }),
    async () => {
      await ownDossier(applicant, draft);
      await Promise.all([
        dossierPeople(draft, { q: "", found: true, page: 1 }),
        dossierPeople(draft, { q: "", found: false, page: 1 }),
      ]);
    },
    () => dossierPeople(draft, { q: "tran", found: true, page: 1 }),
  ];
  return Object.fromEntries(dossierTitles.map((title, at): [string, Work] => [title, works[at] ?? (async () => {})]));
}

/** All persons judged: once where nothing changed, once where the course's tuition did, so that everybody is written anew. */
function judging(client: PrismaClient, { applicant, drafts }: Made, size: (typeof sizes)[number], now: Date): Works {
  const id = drafts[size];
  const judge = async (changed: number) => {
    const result = await recomputeDossier(applicant, { id }, { now });
    if (!result.ok) throw new Error(`refused: ${result.code}`);
    if (result.value.changed !== changed)
      throw new Error(`${result.value.changed} of ${size} persons changed, not ${changed}`);
  };
  let tuition = 12_345_678;
  return {
    "validated, everybody otherwise": async () => {
      tuition += 1_000;
      await client.trainingCourse.update({ where: { id }, data: { tuition } });
      await judge(size);
    },
    // After the other: what was written then stands.
    validated: () => judge(0),
  };
}

type Size = (typeof sizes)[number];
type Side = { name: string; client: PrismaClient; made: Made; seconds: number };

async function prepare(postgres: Postgres, dossiers: number): Promise<Side> {
  const name = `dossiers_bench_${dossiers}`;
  const url = postgres.url(name);
  await recreateDatabase(url);
  await migrate(url);
  const since = performance.now();
  const made = await makeDossiers(url, dossiers);
  return { name, client: clientOf(url), made, seconds: (performance.now() - since) / 1_000 };
}

const lastPage = (question: string) => question.endsWith("last page");
const searched = (question: string) => /^queue, .*by (number|name)$/.test(question);
/** What looks at every dossier: a hundred times that is a hundred times the work. */
const counts = (question: string) => /^queue, (workload|its choices|.*by a usual name)$/.test(question);
const firstPage = (question: string) => question === "queue, first page";

/**
 * A dossier of 2,000 persons opened, filtered and judged, against one of 20 among as many others; the officers' queue and the
 * applicants' lists among `100,000` dossiers of a million persons, against a hundredth of them, first with all of them waiting,
 * then as in life, with most decided.
 */
export async function measureDossiers(postgres: Postgres, quick: boolean, rounds: number): Promise<Figure[]> {
  const now = new Date();
  const sides: Side[] = [];
  try {
    for (const dossiers of quick ? [100, 10_000] : [1_000, 100_000]) sides.push(await prepare(postgres, dossiers));
    const [few, many] = sides;
    if (!few || !many) throw new Error("nothing was made");
    const queue = async (side: Side) => asked(side, await on(side.client, () => queueWorks(side.made, now)));
    const waiting = await inTurns(await queue(few), await queue(many), rounds);
    for (const { client, made } of sides) await decide(client, made);
    const life = await inTurns(await queue(few), await queue(many), rounds);
    const own = await inTurns(asked(few, ownWorks(few.made)), asked(many, ownWorks(many.made)), rounds);
    const one = (size: Size) => asked(many, dossierWorks(many.made, size));
    const judged = (size: Size) => asked(many, judging(many.client, many.made, size, now));
    return figuresOf(many, {
      ...{ waiting, life, own, opened: await inTurns(one(20), one(2_000), rounds) },
      judged: await inTurns(judged(20), judged(2_000), rounds),
    });
  } finally {
    for (const { client, name } of sides) {
      await client.$disconnect();
      await dropDatabase(postgres.url(), name);
    }
  }
}

type Measured = Record<"waiting" | "life" | "own" | "opened" | "judged", [few: Times, many: Times]>;

function figuresOf(many: Side, { waiting, life, own, opened, judged }: Measured): Figure[] {
  const grown = "a hundred times the dossiers";
  const queue = (label: string, times: [Times, Times]): Figure[] => [
    growth(`queue, ${label}, first page, ${grown}`, 12, times, firstPage),
    growth(`queue, ${label}, last page, ${grown}`, 12, times, lastPage),
    growth(`queue, ${label}, search, ${grown}`, 12, times, searched),
    growth(`queue, ${label}, workload, choices, a word that every name bears, ${grown}`, 100, times, counts),
    growth(
      `queue, ${label}, filters, ${grown}`,
      12,
      times,
      (question) => ![lastPage, searched, firstPage, counts].some((of) => of(question)),
    ),
  ];
  const [small, large] = judged;
  const perPerson = (title: string): Figure => {
    const [less, more] = [median(small.get(title) ?? []), median(large.get(title) ?? [])];
    return {
      name: `dossier of 2,000 persons ${title}: time a person to that of 20`,
      value: more / 2_000 / (less / 20),
      unit: "×",
      most: 1.5,
      detail: `${less.toFixed(0)} and ${more.toFixed(0)} ms (${spread(large.get(title) ?? [])}); 1 is linear`,
    };
  };
  return [
    {
      ...{ name: `${many.made.dossiers} dossiers, made`, value: many.seconds, unit: "s" },
      detail: `${many.made.persons} persons`,
    },
    growth("dossier of 2,000 persons to one of 20", 12, opened, () => true),
    perPerson("validated"),
    perPerson("validated, everybody otherwise"),
    ...queue("all waiting", waiting),
    ...queue("most decided", life),
    growth(`applicant's lists, ${grown}`, 3, own, () => true),
  ];
}
