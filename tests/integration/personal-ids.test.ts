import pino from "pino";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import * as subsidies from "@/app/api/exports/lists/_lists/subsidies";
import { log } from "@/lib/config/log";
import { db } from "@/lib/db/client";
import { messages } from "@/lib/i18n/messages";
import { nobody, type Person, system } from "@/lib/identity/actor";
import { applyImport, setMapping, startImport } from "@/lib/imports/import-commands";
import { landImport } from "@/lib/imports/landing-commands";
import { readImport } from "@/lib/jobs/import-reading";
import { writeReviewMessage } from "@/lib/subsidies/correction-commands";
import { createDossier, recomputeDossier, withdrawDossier } from "@/lib/subsidies/dossier-commands";
import { addPersons, answerPerson } from "@/lib/subsidies/dossier-person-commands";
import { submitDossier } from "@/lib/subsidies/dossier-submit-commands";
import { writeMessage } from "@/lib/subsidies/dossier-talk-commands";
import { confirmRegistrations, declineRegistrations, register, withdraw } from "@/lib/subsidies/registration-commands";
import { registrationOfToken, registrationPage } from "@/lib/subsidies/registration-queries";
import { addEntry, editEntry, leaveEntry } from "@/lib/subsidies/roster-commands";
import { rosterQuery } from "@/lib/subsidies/roster-list";
import { rosterEntry, rosterPage } from "@/lib/subsidies/roster-queries";
import { dossierDownload } from "@/lib/web/dossier-download";
import { loggedPath } from "@/lib/web/server-log";
import { loadReferenceData } from "@/prisma/seed/reference";
import { createEnterpriseWith } from "../factories/deadlines";
import { bringPapers, createCourse } from "../factories/dossiers";
import { createMember, createStaff } from "../factories/identity";
import { aLink, registrationInput, workerInput } from "../factories/roster";
import { amountsOfSheet } from "../support/decision-files";
import { toXlsx } from "../tables/encode";

const at = { now: new Date("2026-11-23T09:00:00+07:00"), requestId: "thu-so-dinh-danh" };
/** IDs of a place that does not exist: of no real person. Typed, registered, in a table, of two employers. */
const ids = ["000090777001", "000091777002", "000092777003", "000093777004"] as const;
const [typed, registered, listed, shared] = ids;
/** As people type it. */
const spaced = (id: string) => id.replace(/(.{3})(?!$)/g, "$1 ");
const dotted = (id: string) => id.replace(/(.{4})(?!$)/g, "$1.");

/** Everything that was said: answers, refusals, errors, pages' data, log lines, what was printed. */
const said: string[] = [];
const plain = (_: string, value: unknown) => (typeof value === "bigint" ? String(value) : value);
async function hear<T>(work: Promise<T>): Promise<T | undefined> {
  try {
    const answer = await work;
    said.push(JSON.stringify(answer, plain) ?? "");
    return answer;
  } catch (error) {
    said.push(error instanceof Error ? `${error.message} ${error.stack} ${JSON.stringify(error)}` : String(error));
    log().error({ err: error }, "command failed");
    return undefined;
  }
}

/** Texts in which one of the IDs stands, with or without signs between its digits. */
const bearing = (texts: readonly string[]) =>
  texts.filter((text) => ids.some((id) => text.replace(/(?<=\d)[\s.\-–']+(?=\d)/g, "").includes(id)));

let one: Person;
let other: Person;
const idOf = (actor: Person) => actor.organisation?.id ?? 0;

beforeAll(async () => {
  await loadReferenceData(db());
  const park = (await db().industrialPark.findFirstOrThrow()).id;
  const employer = async () => createMember(await createEnterpriseWith(park, [["2020-01-01", "OPERATING"]]), "OWNER");
  [one, other] = [await employer(), await employer()];
  log().level = "trace";
  const stream = Reflect.get(log(), pino.symbols.streamSym) as { write: (line: string) => boolean };
  vi.spyOn(stream, "write").mockImplementation((line) => said.push(line) > 0);
  for (const out of [process.stdout, process.stderr])
    vi.spyOn(out, "write").mockImplementation((chunk) => said.push(String(chunk)) > 0);
});
afterAll(() => vi.restoreAllMocks());

/** A roster's table with the IDs as people have them, brought and taken over. */
async function takeTable(): Promise<void> {
  const rows = [
    ["Họ và tên", "CCCD", "Ngày sinh", "Chức danh"],
    ["Nguyễn Văn Thử", spaced(listed), "01/02/1992", `Thợ hàn, CCCD ${dotted(listed)}`],
    ["Nguyễn Văn Thử", listed, "01/02/1992", "Thợ hàn"],
    ["Trần Thị Thử", `${typed}x`, "31/02/1990", typed],
  ];
  const bytes = new Uint8Array(await toXlsx([{ name: "DS", rows }]));
  const started = await hear(startImport(one, { kind: "ROSTER", name: "ds.xlsx", bytes }, at));
  if (!started?.ok) throw new Error("the table was not taken");
  const { id } = started.value;
  const row = () => db().tableImport.findUniqueOrThrow({ where: { id } });
  await readImport(id, (await row()).run, () => at.now);
  const { columns } = (await row()).layout as { columns: { column: number; field: string | null }[] };
  const fields = Object.fromEntries(columns.map(({ column, field }) => [String(column), field]));
  await hear(setMapping(one, { id, version: (await row()).version, fields }, at));
  await readImport(id, (await row()).run, () => at.now);
  said.push(JSON.stringify(await db().tableImportRow.findMany({ where: { importId: id } }), plain));
  const { version } = await row();
  await hear(applyImport(one, { id, version, policy: "accepted", handIn: false, again: false }, at));
  await hear(landImport(system("worker"), { importId: id }, at));
}

/** People on rosters, typed and registered, with what goes wrong on the way. */
async function keepRosters(): Promise<void> {
  const first = await hear(addEntry(one, workerInput({ personId: spaced(typed) }), at));
  await hear(addEntry(one, workerInput({ personId: dotted(typed), fullName: "Người khác" }), at));
  await hear(addEntry(one, workerInput({ personId: typed, birthDate: "2999-01-01" }), at));
  await hear(addEntry(one, workerInput({ personId: `${typed}9` }), at));
  await hear(addEntry(one, workerInput({ personId: typed, phone: "không có", email: `${typed}@` }), at));
  await hear(addEntry(nobody, workerInput({ personId: typed }), at));
  if (first?.ok) {
    const { id } = first.value;
    const seen = { id, version: 1 };
    await hear(editEntry(one, { ...workerInput({ personId: shared }), ...seen, version: 9 }, at));
    await hear(leaveEntry(one, { ...seen, leftOn: typed }, at));
    await hear(rosterEntry(idOf(one), id));
  }
  for (const actor of [one, other])
    await hear(
      addEntry(
        actor,
        workerInput({
          ...{ personId: shared, birthDate: "1993-02-03", occupationCode: "welding", contractFrom: "2022-01-01" },
          ...{ qualificationHeld: "UNSKILLED", qualificationRequired: "INTERMEDIATE", contractType: "INDEFINITE" },
        }),
        at,
      ),
    );
  await hear(rosterPage(idOf(one), rosterQuery.parse({ q: typed })));

  const { code } = await aLink(one);
  const made = await hear(register(nobody, registrationInput(code, { personId: dotted(registered) }), at));
  await hear(register(nobody, registrationInput(code, { personId: registered }), at));
  await hear(register(nobody, registrationInput(code, { personId: registered, consent: "no" }), at));
  await hear(register(nobody, registrationInput(code, { personId: registered, occupationCode: registered }), at));
  const token = made?.ok ? made.value.token : "";
  await hear(registrationOfToken(token));
  await hear(registrationPage(idOf(one), "WAITING", 1));
  const row = await db().selfRegistration.findFirstOrThrow();
  await hear(declineRegistrations(one, { ids: [row.id, 0], reason: `Sai số ${spaced(registered)}` }, at));
  await hear(confirmRegistrations(one, { ids: [row.id] }, at));
  await hear(withdraw(nobody, { token }, at));
}

/** Dossiers of one person at two employers: one is handed in, the other is refused; both withdrawn with a reason. */
async function keepDossiers(): Promise<void> {
  const seen = async (id: number) => {
    const { version } = await db().subsidyDossier.findUniqueOrThrow({ where: { id } });
    return { id, version };
  };
  for (const actor of [one, other]) {
    const { id: courseId } = await createCourse(idOf(actor));
    await hear(createDossier(actor, { groupCode: "a", courseId: String(courseId), note: 5, personId: shared }, at));
    const made = await hear(createDossier(actor, { groupCode: "a", courseId: String(courseId), note: "" }, at));
    if (!made?.ok) throw new Error("no dossier");
    const { id } = made.value;
    const person = await db().rosterEntry.findFirstOrThrow({
      where: { organisationId: idOf(actor), birthDate: new Date("1993-02-03") },
    });
    await hear(addPersons(actor, { id, rosterEntryIds: [person.id] }, at));
    await hear(submitDossier(actor, await seen(id), at));
    await bringPapers(id);
    const row = await db().dossierPerson.findFirstOrThrow({ where: { dossierId: id } });
    await hear(answerPerson(actor, { id, personId: row.id, answers: { education: shared } }, at));
    await hear(recomputeDossier(actor, { id }, at));
    await hear(submitDossier(actor, await seen(id), at));
    await hear(submitDossier(actor, { id, version: 1 }, at));
    await hear(writeMessage(actor, { id, body: "" }, at));
    const { rows } = await amountsOfSheet(
      await dossierDownload(new Request("https://thu.example/x?notes=1"), actor, String(id)),
    );
    said.push(JSON.stringify(rows));
    await hear(withdrawDossier(actor, { id, version: 99, reason: `Sai CCCD ${shared}` }, at));
    await hear(withdrawDossier(nobody, { id, version: 99, reason: `Sai CCCD ${shared}` }, at));
  }
}

/** Tables in which an ID stands, by name. */
async function tablesBearing(): Promise<string[]> {
  const tables = await db().$queryRaw<{ name: string }[]>`
    select relname as name from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace order by 1`;
  const found: string[] = [];
  for (const { name } of tables) {
    const [row] = await db().$queryRawUnsafe<{ count: number }[]>(
      `select count(*)::int as count from "${name}" t where regexp_replace(t::text, '(\\d)[\\s.''–-]+(?=\\d)', '\\1', 'g') ~ $1`,
      ids.join("|"),
    );
    if (row?.count) found.push(name);
  }
  return found;
}

test("an ID that somebody typed stands in no log, answer, error, row, event, mail or list, however it is written", async () => {
  await takeTable();
  await keepRosters();
  await keepDossiers();
  const words = messages.vi;
  for (const list of Object.values(subsidies))
    if (list.may(one))
      for await (const row of list.rows({ actor: one, params: {}, locale: "vi", words, now: at.now }))
        said.push(JSON.stringify(row));
  // What the acts came to: without them, silence would prove nothing.
  expect(await db().beneficiary.count()).toBe(4);
  expect(await db().selfRegistration.count({ where: { state: "DECLINED" } })).toBe(0);
  expect(await db().supportClaim.count({ where: { state: "IN_FLIGHT" } })).toBe(1);
  const refused = await db().auditEntry.groupBy({ by: ["outcome"], where: { requestId: at.requestId } });
  expect(refused.map(({ outcome }) => outcome)).toEqual(
    expect.arrayContaining([
      "already_on_roster",
      "already_waiting",
      "invalid_input",
      "already_supported",
      "signed_out",
    ]),
  );
  expect(said.length).toBeGreaterThan(40);
  log().info("nghe được sổ nhật ký");
  expect(said.at(-1)).toContain("nghe được sổ nhật ký");
  expect(bearing(said)).toEqual([]);
  expect(await tablesBearing()).toEqual([]);
});

test("what staff and applicants write to each other stands where it was written, and in no trail, outbox or letter", async () => {
  const id = (await db().subsidyDossier.findFirstOrThrow({ where: { currentNo: 1 } })).id;
  const officer = await createStaff("LABOUR_OFFICER");
  const body = `Người có số ${spaced(shared)} thiếu bằng`;
  await hear(writeReviewMessage(officer, { id, body, internal: false }, at));
  await hear(writeReviewMessage(officer, { id, body, internal: true }, at));
  await hear(writeMessage(one, { id, body }, at));
  expect(await db().dossierMessage.count({ where: { dossierId: id } })).toBe(3);
  expect(await db().mail.count({ where: { template: "dossierMessage" } })).toBe(1);
  expect(await tablesBearing()).toEqual(["DossierMessage"]);
  expect(bearing(said)).toEqual([]);
});

test("a path that is logged bears no ID that was searched for, and no private link", () => {
  expect(loggedPath("/dang-ky-hoc-nghe/trang-thai/bi-mat")).not.toContain("bi-mat");
});
