import { beforeEach, describe, expect, it } from "vitest";
import { db } from "@/lib/db/client";
import { type Person, system } from "@/lib/identity/actor";
import { applyImport, setMapping, startImport } from "@/lib/imports/import-commands";
import { landImport } from "@/lib/imports/landing-commands";
import { readImport } from "@/lib/jobs/import-reading";
import { openId } from "@/lib/subsidies/beneficiary-commands";
import { createMember } from "../factories/identity";
import { onRoster, policyOfTest } from "../factories/roster";
import { createEnterprise, createPark } from "../factories/vacancies";
import { toXlsx, type Value } from "../tables/encode";

const now = new Date("2026-11-22T03:00:00Z");
let one: Person;
const idOf = (actor: Person) => actor.organisation?.id ?? 0;

beforeEach(async () => {
  const park = await createPark();
  await policyOfTest();
  one = await createMember((await createEnterprise(park.id)).id, "OWNER");
});

const bytesOf = async (rows: Value[][]) => new Uint8Array(await toXlsx([{ name: "DS", rows }]));

/** Brings a table and has it tried, with the columns as they were proposed. */
async function tried(rows: Value[][]): Promise<number> {
  const started = await startImport(one, { kind: "ROSTER", name: "ds.xlsx", bytes: await bytesOf(rows) }, { now });
  if (!started.ok) throw new Error(started.code);
  const { id } = started.value;
  const { run } = await db().tableImport.findUniqueOrThrow({ where: { id } });
  await readImport(id, run, () => now);
  const row = await db().tableImport.findUniqueOrThrow({ where: { id } });
  const columns = (row.layout as { columns: { column: number; field: string | null }[] }).columns;
  const fields = Object.fromEntries(columns.map(({ column, field }) => [String(column), field]));
  const mapped = await setMapping(one, { id, version: row.version, fields }, { now });
  if (!mapped.ok) throw new Error(JSON.stringify(mapped));
  await readImport(id, run + 1, () => now);
  return id;
}

async function landed(id: number): Promise<void> {
  const { version } = await db().tableImport.findUniqueOrThrow({ where: { id } });
  const input = { id, version, policy: "accepted", handIn: false, again: false };
  const applied = await applyImport(one, input, { now });
  if (!applied.ok) throw new Error(applied.code);
  expect(await landImport(system("worker"), { importId: id }, { now })).toMatchObject({ ok: true });
}

const rowsOf = (importId: number) => db().tableImportRow.findMany({ where: { importId }, orderBy: { row: "asc" } });
const codesOf = (row: { findings: unknown } | undefined) =>
  ((row?.findings ?? []) as { code: string }[]).map(({ code }) => code);

const messy: Value[][] = [
  ["CÔNG TY TNHH MẪU"],
  ["DANH SÁCH NGƯỜI LAO ĐỘNG ĐĂNG KÝ HỌC NGHỀ"],
  [],
  [
    "TT",
    "Họ tên",
    "Số CCCD",
    "Ngày tháng năm sinh",
    "SĐT",
    "Trình độ văn hóa",
    "Chức danh",
    "Trình độ",
    "Loại HĐLĐ",
    "Ngày vào làm",
    "Nghề",
  ],
  [
    1,
    "Nguyễn Văn Mẫu 1",
    "031 090 000 001",
    "17/05/90",
    "912345678",
    "12/12",
    "Công nhân",
    "LĐPT",
    "KXĐTH",
    "01/03/2021",
    "Điện tử",
  ],
  [
    2,
    "Nguyễn Văn Mẫu 2",
    31091000002,
    "17-05-1991",
    "0912.345.679",
    "THCS",
    "Thợ hàn",
    "Sơ cấp nghề",
    "12 tháng",
    "2021-03-01",
    "Hàn",
  ],
  [
    3,
    "Nguyễn Văn Mẫu 3",
    1092000003,
    "ngày 1 tháng 2 năm 1992",
    null,
    "9/12",
    "Lái xe",
    "Trung cấp",
    "Xác định thời hạn",
    44256,
    "Nấu ăn",
  ],
  [4, "Nguyễn Văn Mẫu 4", "3.109E+10", "01/01/1993", null, null, null, null, null, null, null],
  [5, "Nguyễn Văn Mẫu 5", "031090000001", "17/05/1990", null, null, null, null, null, null, null],
  [6, "Nguyễn Văn Mẫu 6", "031 994 000 006", "30/02/1994", null, null, null, null, null, null, null],
  ["Tổng cộng", null, null, null, null, null, null, null, null, null, null],
  ["Người lập biểu"],
];

describe("a roster that comes as a table", () => {
  it("is read as messy as it is: each row taken or told why not", async () => {
    const id = await tried(messy);
    const rows = await rowsOf(id);
    const state = rows.map((row) => [row.row, row.state]);
    expect(state).toEqual([
      [5, "ACCEPTED"],
      [6, "ACCEPTED"],
      [7, "ACCEPTED"],
      [8, "REFUSED"],
      [9, "REFUSED"],
      [10, "REFUSED"],
    ]);
    expect(codesOf(rows[0])).toEqual(expect.arrayContaining(["centuryAssumed", "leadingZero"]));
    expect(codesOf(rows[1])).toContain("idZero");
    expect(codesOf(rows[2])).toEqual(expect.arrayContaining(["idZero", "occupationOther"]));
    expect(codesOf(rows[3])).toContain("idScientific");
    expect(codesOf(rows[4])).toContain("personTwice");
    expect(codesOf(rows[5])).toContain("date");
    await landed(id);
    const entries = await db().rosterEntry.findMany({
      where: { organisationId: idOf(one) },
      orderBy: { fullName: "asc" },
      include: { beneficiary: true },
    });
    expect(entries.map((entry) => openId(entry.beneficiary))).toEqual(["031090000001", "031091000002", "001092000003"]);
    expect(entries).toMatchObject([
      {
        birthDate: new Date("1990-05-17"),
        education: "UPPER_SECONDARY",
        contractType: "INDEFINITE",
        source: "IMPORTED",
      },
      { education: "LOWER_SECONDARY", qualificationHeld: "ELEMENTARY", occupationCode: "welding" },
      { qualificationHeld: "INTERMEDIATE", contractFrom: new Date("2021-03-01"), occupationCode: null },
    ]);
  });

  it("brings who is there up to date instead of entering them twice, and leaves open fields as they are", async () => {
    const entry = await onRoster(one, {
      personId: "000085000321",
      birthDate: "1985-02-03",
      job: "Thợ cũ",
      phone: "0912 000 999",
    });
    const id = await tried([
      ["Họ và tên", "CCCD", "Ngày sinh", "Chức danh"],
      ["Nguyễn Văn Mẫu", "000 085 000 321", "03/02/1985", "Thợ mới"],
      ["Nguyễn Văn Mẫu Khác", "000 085 000 322", "03/02/1985", "Thợ"],
    ]);
    expect(codesOf((await rowsOf(id))[0])).toContain("alreadyThere");
    await landed(id);
    expect(await db().rosterEntry.count({ where: { organisationId: idOf(one) } })).toBe(2);
    expect(await db().rosterEntry.findUniqueOrThrow({ where: { id: entry.id } })).toMatchObject({
      job: "Thợ mới",
      phone: "0912 000 999",
      version: 2,
    });
  });

  it("keeps no ID in clear but in the file itself, which goes after a month", async () => {
    const id = await tried(messy);
    const plain = (_: string, value: unknown) => (typeof value === "bigint" ? String(value) : value);
    const stored = [
      await db().tableImport.findUniqueOrThrow({ where: { id } }),
      await rowsOf(id),
      await db().auditEntry.findMany(),
      await db().outboxMessage.findMany(),
    ];
    const kept = JSON.stringify(stored, plain).replace(/[\s.-]/g, "");
    expect(kept).toContain("••••••••0001");
    for (const digits of ["31090000001", "31091000002", "1092000003"]) expect(kept).not.toContain(digits);
  });

  it("takes 2,000 people", async () => {
    const rows: Value[][] = [["Họ và tên", "Số CCCD", "Ngày sinh", "Điện thoại"]];
    for (let at = 0; at < 2_000; at++)
      rows.push([`Trần Thị Mẫu ${at}`, `000085${String(at).padStart(6, "0")}`, "05/06/1985", "0912 000 000"]);
    const id = await tried(rows);
    await landed(id);
    expect(await db().rosterEntry.count({ where: { organisationId: idOf(one) } })).toBe(2_000);
  });
});
