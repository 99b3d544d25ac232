import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import type { Result } from "@/lib/core/result";
import { db } from "@/lib/db/client";
import { wordText } from "@/lib/documents/word-template";
import { approveList, checkList } from "@/lib/subsidies/approval-commands";
import { gatherList, proposeList } from "@/lib/subsidies/approval-list-commands";
import { approvalList } from "@/lib/subsidies/approval-queries";
import { decidePersons } from "@/lib/subsidies/decision-commands";
import { dossierQuery } from "@/lib/subsidies/dossier-list";
import { dossierPage, dossierPeople, ownDossier } from "@/lib/subsidies/dossier-queries";
import { releaseRate } from "@/lib/subsidies/policy-commands";
import { dossierQueue } from "@/lib/subsidies/review-queries";
import { dossierQueueQuery, personsQuery } from "@/lib/subsidies/review-schema";
import { decisionsOf, reviewedPersons } from "@/lib/subsidies/reviewed-queries";
import { decisionDownload } from "@/lib/web/decision-download";
import { dossierDownload } from "@/lib/web/dossier-download";
import { loadReferenceData } from "@/prisma/seed/reference";
import { giveEnough } from "../factories/budget";
import { createStaff } from "../factories/identity";
import { createDossier } from "../factories/reviewed-dossiers";
import { add, amountsIn, amountsOfSheet } from "../support/decision-files";

const today = "2026-11-23";
const at = { now: new Date(`${today}T09:00:00+07:00`) };
type Staff = Awaited<ReturnType<typeof createStaff>>;
let officer: Staff;
let head: Staff;
let leader: Staff;

function good<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`${result.code} ${JSON.stringify(result.fields ?? result.params)}`);
  return result.value;
}

beforeAll(async () => {
  await loadReferenceData(db());
  await giveEnough();
  [officer, head, leader] = await Promise.all([
    createStaff("LABOUR_OFFICER"),
    createStaff("LABOUR_HEAD"),
    createStaff("LEADER"),
  ]);
  const { id } = await db().supportPolicyVersion.findFirstOrThrow({ where: { state: "IN_FORCE" } });
  good(await releaseRate(leader, { versionId: id, rateCode: "hoc-phi", reason: "Theo chỉ đạo của Trưởng ban" }, at));
});

const request = (query = "") => new Request(`https://thu.example/api/exports${query}`);
type Made = Awaited<ReturnType<typeof createDossier>>;

/** What each place says of a dossier that was handed in: its sum, and the amounts of its persons; đồng. */
async function toldOf({ id, applicant }: Made): Promise<Record<string, { sum: number; persons: number[] }>> {
  const persons = (rows: readonly { amount: number }[]) => rows.map(({ amount }) => amount);
  const [own, list, queue, reviewed, people, frozen] = await Promise.all([
    ownDossier(applicant, id),
    dossierPage(applicant, dossierQuery.parse({})),
    dossierQueue(dossierQueueQuery.parse({ organisation: applicant.organisation.id }), officer.userId, today),
    reviewedPersons({ id, currentNo: 1 }, personsQuery.parse({}), 0),
    dossierPeople(id, { q: "", found: false, page: 1 }),
    db().dossierVersion.findFirstOrThrow({
      where: { dossierId: id },
      include: { people: { orderBy: { position: "asc" } } },
    }),
  ]);
  return {
    "the applicant's page": { sum: own?.amount ?? -1, persons: persons(people.rows) },
    "the applicant's list": { sum: list.rows[0]?.amount ?? -1, persons: persons(people.rows) },
    "the officers' queue": { sum: queue.rows[0]?.amount ?? -1, persons: persons(reviewed.rows) },
    "the frozen version": { sum: Number(frozen.amount), persons: frozen.people.map(({ amount }) => Number(amount)) },
    "the formulas' lines": {
      sum: add(reviewed.rows.flatMap(({ lines }) => persons(lines))),
      persons: reviewed.rows.map(({ lines }) => add(persons(lines))),
    },
    "the applicant's Excel": await excelOf(await dossierDownload(request(), applicant, String(id))),
    "its Excel with notes": await excelOf(await dossierDownload(request("?notes=1&locale=en"), applicant, String(id))),
  };
}

/** The column of money is the seventh; what was found may stand behind it. */
async function excelOf(response: Response) {
  const { rows } = await amountsOfSheet(response);
  const amounts = rows.slice(1).map((row) => Number(row[6]));
  return { sum: amounts.pop() ?? -1, persons: amounts };
}

async function shown(listId: number) {
  const { version, dossierCount, persons, amount } = await db().approvalList.findUniqueOrThrow({
    where: { id: listId },
  });
  return { id: listId, version, seen: { dossiers: dossierCount, persons, amount: Number(amount) } };
}

/** Decides and approves a dossier alone in its list; the list's id. */
async function approve({ id }: Made, refused: number): Promise<number> {
  const people = await db().dossierPerson.findMany({
    where: { dossierId: id },
    orderBy: { position: "asc" },
    take: refused,
    select: { id: true, version: true },
  });
  const refusal = { id, decision: "REFUSED", reasonCode: "papers_wrong", persons: people };
  if (refused > 0) good(await decidePersons(officer, refusal, at));
  good(await decidePersons(officer, { id, decision: "ACCEPTED", persons: "undecided" }, at));
  const list = good(await gatherList(officer, { title: `Đợt ${id}`, dossiers: [id] }, at));
  good(await proposeList(officer, await shown(list.id), at));
  good(await checkList(head, await shown(list.id), at));
  good(await approveList(leader, await shown(list.id), at));
  return list.id;
}

const anyDossier = fc
  .record({
    tuition: fc.integer({ min: 100_000, max: 90_000_000 }),
    dropped: fc.array(fc.option(fc.integer({ min: 1, max: 11 }), { freq: 2 }), { minLength: 1, maxLength: 8 }),
    refused: fc.nat(7),
  })
  .map((one) => ({ ...one, refused: Math.min(one.refused, one.dropped.length - 1) }));

test("screens, Excel, Word and lists tell one sum of any dossier, and it is the sum of its persons", () =>
  fc.assert(
    fc.asyncProperty(anyDossier, async ({ tuition, dropped, refused }) => {
      const made = await createDossier({ persons: dropped.length, tuition, dropped });
      const places = await toldOf(made);
      const rule = dropped.map((months) => {
        const half = Math.floor(tuition / 2);
        return months === null ? half : Math.floor((half * months) / 12);
      });
      for (const [place, told] of Object.entries(places))
        expect(told, place).toEqual({ sum: add(rule), persons: rule });

      const listId = await approve(made, refused);
      const granted = rule.slice(refused);
      expect(await decisionsOf(made.id)).toMatchObject({ accepted: granted.length, refused, amount: add(granted) });
      const list = await approvalList(listId, 1);
      expect(list?.totals).toEqual({ dossiers: 1, persons: granted.length, amount: add(granted) });
      expect(list?.dossiers[0]).toMatchObject({ accepted: granted.length, amount: add(granted) });
      const claims = await db().supportClaim.findMany({ where: { dossierId: made.id, state: "GRANTED" } });
      expect(add(claims.map(({ amount }) => Number(amount)))).toBe(add(granted));
      for (const [of, id] of [
        ["dossier", made.id],
        ["list", listId],
      ] as const) {
        const word = await decisionDownload(request(), leader, of, String(id));
        const letter = amountsIn(await wordText(new Uint8Array(await word.arrayBuffer())));
        expect(letter, of).toEqual({ said: add(granted), persons: granted, sum: add(granted) });
        const sheet = await amountsOfSheet(await decisionDownload(request("?format=xlsx"), leader, of, String(id)));
        expect(sheet.sum, of).toBe(add(granted));
        expect(add(sheet.persons), of).toBe(add(granted));
      }
    }),
    { numRuns: 4, seed: 20_261_123 },
  ));
