import { beforeAll, describe, expect, test } from "vitest";
import { db } from "@/lib/db/client";
import { searchWords } from "@/lib/organisations/list";
import { dossierQuery } from "@/lib/subsidies/dossier-list";
import { dossierPage, dossierPeople } from "@/lib/subsidies/dossier-queries";
import { factsOfDossier } from "@/lib/subsidies/facts-queries";
import { dossierQueue, queueChoices, queueStatements, workloads } from "@/lib/subsidies/review-queries";
import { dossierQueueQuery, personsQuery } from "@/lib/subsidies/review-schema";
import { decisionsOf, reviewedPersons } from "@/lib/subsidies/reviewed-queries";
import { rosterQuery } from "@/lib/subsidies/roster-list";
import { rosterPage } from "@/lib/subsidies/roster-queries";
import { decide, type Made, makeDossiers } from "../load/dossier-data";
import { plansOf } from "../support/plans";

const today = "2026-11-23";
const url = () => process.env.DATABASE_URL ?? "";
/** Tables that hold a row for each dossier, or for each person. */
const whole =
  /^Seq Scan (SubsidyDossier|TrainingCourse|DossierPerson|DossierVersion|DossierVersionPerson|DossierPaper|SupportClaim|RosterEntry|Beneficiary)$/;

let made: Made;

// 40,000 dossiers of one person each, most of them decided, as in life.
beforeAll(async () => {
  made = await makeDossiers(url(), 40_000, 1);
  await decide(db(), made);
}, 240_000);

/** Does a view show most of all dossiers? Counting it may then well read the table. */
const showsMost = (query: object) =>
  Object.keys(query).every((key) => key === "tab" || key === "page") && "tab" in query;

describe("among 40,000 dossiers", () => {
  test.each<[string, object, RegExp]>([
    ["what waits, by its day", {}, /^Index Only Scan SubsidyDossier SubsidyDossier_queue$/],
    ["its last page", { page: 24 }, /^Index Only Scan SubsidyDossier SubsidyDossier_queue$/],
    ["what is overdue", { overdue: "yes" }, / SubsidyDossier_queue$/],
    ["nobody's", { holder: "none" }, / SubsidyDossier_queue$/],
    ["an officer's", { holder: "me" }, / SubsidyDossier_(queue|assigned)$/],
    ["a label's", { label: "hẹn gặp" }, / SubsidyDossier_(queue|labels_idx)$/],
    ["what was decided, by its day", { tab: "approved" }, /^Index Only Scan SubsidyDossier SubsidyDossier_by_state$/],
    ["its last page", { tab: "approved", page: 680 }, /^Index Only Scan SubsidyDossier SubsidyDossier_by_state$/],
    [
      "what an officer decided",
      { tab: "approved", holder: "me" },
      /^Index Only Scan SubsidyDossier SubsidyDossier_assigned$/,
    ],
    ["a rare label's, decided", { tab: "approved", label: "hẹn gặp" }, / SubsidyDossier_(labels_idx|by_state)$/],
    ["an applicant's, decided", { tab: "approved", organisation: 1 }, / SubsidyDossier_organisationId_id_idx$/],
    ["one number", { tab: "approved", q: "2026-000220" }, / SubsidyDossier_searchText_trgm$/],
  ])("the queue reads an index, never all of them: %s", async (_, query, index) => {
    const { page, count } = queueStatements(dossierQueueQuery.parse(query), made.officer.userId, today);
    const nodes = await plansOf(url(), async () => {
      await db().$queryRaw(page);
      if (!showsMost(query)) await db().$queryRaw(count);
    });
    expect(nodes.filter((node) => index.test(node))).not.toEqual([]);
    expect(nodes.filter((node) => whole.test(node))).toEqual([]);
  });

  test("every word is found in the number or in the applicant's name, each by its index", async () => {
    const { nameVi } = made.organisation;
    const find = (q: string) =>
      dossierQueue(dossierQueueQuery.parse({ tab: "approved", q }), made.officer.userId, today);
    const [row] = (await find(nameVi)).rows;
    const number = row?.code.slice(-6) ?? "";
    for (const q of [nameVi, `đo hồ sơ ${number}`, `${row?.code} ${nameVi}`, number, "không có"]) {
      const words = searchWords(q).map((word) => `%${word}%`);
      const [expected] = await db().$queryRaw<{ count: number }[]>`
        select count(*)::int as count from "SubsidyDossier" d join "Enterprise" e on e.id = d."organisationId"
        where d.state = 'APPROVED' and (d."searchText" || ' ' || e."searchText") like all (${words})`;
      expect((await find(q)).total, q).toBe(expected?.count);
    }
    expect((await find(`${row?.code} ${nameVi}`)).rows.map(({ id }) => id)).toContain(row?.id);
  });

  test("one dossier's persons and facts, an applicant's lists, the workload are read by their indexes", async () => {
    const { applicant, organisation, handedIn, drafts } = made;
    const other = {
      ...applicant,
      organisation: { ...organisation, kind: "ENTERPRISE" as const, role: "OWNER" as const },
    };
    const nodes = await plansOf(url(), async () => {
      for (const query of [{}, { q: "tran" }, { findings: "any" }])
        await reviewedPersons({ id: handedIn[20], currentNo: 1 }, personsQuery.parse(query), 0);
      await decisionsOf(handedIn[2_000]);
      await factsOfDossier(undefined, drafts[20]);
      await dossierPeople(drafts[2_000], { q: "tran", found: true, page: 1 });
      for (const query of [{}, { q: "2026-0002" }, { sort: "due" }])
        await dossierPage(other, dossierQuery.parse(query));
      for (const query of [{}, { q: "tran van" }]) await rosterPage(organisation.id, rosterQuery.parse(query));
      await workloads(today);
      await queueChoices();
    });
    expect(nodes.filter((node) => whole.test(node))).toEqual([]);
  });
});
