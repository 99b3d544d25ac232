import { beforeAll, describe, expect, it } from "vitest";
import { db } from "@/lib/db/client";
import type { Person } from "@/lib/identity/actor";
import { confirmContact, removeContact, saveContact } from "@/lib/organisations/contact-commands";
import {
  changeLifecycle,
  createEnterprise,
  describeEnterprise,
  editEnterprise,
  unverifyEnterprise,
  verifyEnterprise,
} from "@/lib/organisations/enterprise-commands";
import {
  changesOf,
  contactsOf,
  enterpriseEntry,
  enterpriseList,
  membersOf,
  registerPage,
} from "@/lib/organisations/enterprise-queries";
import { readListQuery } from "@/lib/organisations/list";
import { createMember, createStaff } from "../factories/identity";
import { createBatchRow, createPark, createVacancy } from "../factories/vacancies";

const now = new Date("2026-11-22T03:00:00Z");
const today = "2026-11-22";
let investment: Person;
let supervision: Person;
let labour: Person;
let leader: Person;
let parkId: number;

beforeAll(async () => {
  investment = await createStaff("INVESTMENT");
  supervision = await createStaff("SUPERVISION");
  labour = await createStaff("LABOUR_OFFICER");
  leader = await createStaff("LEADER");
  parkId = (await createPark("Khu công nghiệp Thử Sóng")).id;
});

const fields = {
  taxCode: "0200638946",
  nameVi: "Công ty TNHH Điện tử Sao Mai Thử",
  nameEn: "Sao Mai Test Electronics",
  investorCountry: "KR",
  headcount: 120,
  hasUnion: true,
  hasAgreement: false,
};
const paper = { documentNumber: "9876543210/GCN", documentDate: "2024-03-01" };
const read = (id: number) => db().enterprise.findUniqueOrThrow({ where: { id } });

describe("an enterprise's way through the register", () => {
  let id: number;

  it("begins with investment management, on a paper", async () => {
    const made = await createEnterprise(investment, { ...fields, ...paper, parkId }, { now });
    expect(made).toMatchObject({ ok: true });
    id = made.ok ? made.value.id : 0;
    expect(await read(id)).toMatchObject({
      lifecycle: "INVESTING",
      verifiedAt: null,
      slug: "cong-ty-tnhh-dien-tu-sao-mai-thu",
    });
    expect(await createEnterprise(labour, { ...fields, ...paper, parkId }, { now })).toMatchObject({
      code: "invalid_input",
      fields: [{ path: ["taxCode"], code: "taxCodeTaken" }],
    });
  });

  it("goes on with who may, since when, on what paper", async () => {
    const start = { id, version: 1, move: "start", effectiveOn: "2024-06-01", ...paper };
    expect(await changeLifecycle(labour, start, { now })).toMatchObject({ code: "forbidden" });
    expect(await changeLifecycle(investment, { ...start, effectiveOn: "2026-11-23" }, { now })).toMatchObject({
      fields: [{ path: ["effectiveOn"], code: "notInFuture" }],
    });
    expect(await changeLifecycle(investment, start, { now })).toMatchObject({ ok: true });
    expect(await changeLifecycle(investment, { ...start, version: 2 }, { now })).toMatchObject({
      code: "not_allowed_now",
    });
    const suspend = { ...start, version: 2, move: "suspend", effectiveOn: "2025-01-10" };
    expect(await changeLifecycle(investment, suspend, { now })).toMatchObject({ code: "not_allowed_now" });
    expect(await changeLifecycle(supervision, suspend, { now })).toMatchObject({
      fields: [{ path: ["note"], code: "required" }],
    });
    expect(await changeLifecycle(supervision, { ...suspend, version: 1, note: "Sửa xưởng" }, { now })).toMatchObject({
      code: "changed_meanwhile",
    });
    expect(await changeLifecycle(supervision, { ...suspend, note: "Sửa xưởng" }, { now })).toMatchObject({ ok: true });
    const entry = await enterpriseEntry(id);
    expect(
      entry?.lifecycleEvents.map((event) => [event.unit, event.fromState, event.toState, event.effectiveOn]),
    ).toEqual([
      ["SUPERVISION", "OPERATING", "SUSPENDED", "2025-01-10"],
      ["INVESTMENT", "INVESTING", "OPERATING", "2024-06-01"],
      ["INVESTMENT", null, "INVESTING", "2024-03-01"],
    ]);
  });

  it("keeps what was changed, before and after; a stale screen loses", async () => {
    const { version } = await read(id);
    const edited = { ...fields, parkId, id, version, nameVi: "Công ty TNHH Sao Mai Mới", headcount: 140 };
    expect(await editEnterprise(labour, edited, { now })).toMatchObject({ ok: true });
    expect(await editEnterprise(labour, edited, { now })).toMatchObject({ code: "changed_meanwhile" });
    const [change] = await changesOf(id);
    expect(change).toMatchObject({
      command: "enterprises.edit",
      by: labour.fullName,
      changes: [
        { field: "nameVi", before: fields.nameVi, after: "Công ty TNHH Sao Mai Mới" },
        { field: "headcount", before: 120, after: 140 },
      ],
    });
    expect(await db().organisation.findUnique({ where: { id } })).toMatchObject({ nameVi: "Công ty TNHH Sao Mai Mới" });
    // Printed leaflets lead to the old address for ever.
    expect(await read(id)).toMatchObject({ slug: "cong-ty-tnhh-dien-tu-sao-mai-thu" });
  });

  it("is verified, and no longer, with a reason", async () => {
    const { version } = await read(id);
    expect(await verifyEnterprise(supervision, { id, version }, { now })).toMatchObject({ ok: true });
    expect(await verifyEnterprise(supervision, { id, version: version + 1 }, { now })).toMatchObject({
      code: "not_allowed_now",
    });
    expect(await unverifyEnterprise(labour, { id, version: version + 1, reason: "" }, { now })).toMatchObject({
      code: "invalid_input",
    });
    const reason = "Người nộp không thuộc doanh nghiệp";
    expect(await unverifyEnterprise(labour, { id, version: version + 1, reason }, { now })).toMatchObject({ ok: true });
    expect((await changesOf(id))[0]).toMatchObject({ command: "enterprises.unverify", reason });
  });

  it("speaks for itself only of itself", async () => {
    const member = await createMember(id);
    const { version } = await read(id);
    expect(
      await describeEnterprise(
        member,
        { version, website: "saomai.example", introductionVi: "Lắp ráp mạch." },
        { now },
      ),
    ).toMatchObject({ ok: true });
    expect(await read(id)).toMatchObject({ website: "https://saomai.example", headcount: 140 });
    expect(await describeEnterprise(labour, { version }, { now })).toMatchObject({ code: "forbidden" });
  });

  it("shows its contacts only to those who need them", async () => {
    const member = await createMember(id);
    const contact = { organisationId: id, purpose: "recruitment", fullName: "Táo Gia Lộc", phone: "0225 3 000 001" };
    const saved = await saveContact(member, contact, { now });
    const contactId = saved.ok ? saved.value.id : 0;
    expect(await contactsOf(labour, id)).toMatchObject([{ fullName: "Táo Gia Lộc", confirmedAt: now.toISOString() }]);
    expect(await contactsOf(member, id)).toHaveLength(1);
    for (const stranger of [
      leader,
      investment,
      await createStaff("OFFICE"),
      await createMember((await freshEnterprise()).id),
    ])
      expect(await contactsOf(stranger, id)).toEqual([]);
    expect(await membersOf(leader, id)).toEqual([]);
    expect(await membersOf(labour, id)).toHaveLength(2);

    const later = new Date(now.getTime() + 86_400_000);
    expect(await confirmContact(labour, { id: contactId, organisationId: id }, { now: later })).toMatchObject({
      ok: true,
    });
    expect(await contactsOf(labour, id)).toMatchObject([{ confirmedAt: later.toISOString() }]);
    expect(await removeContact(leader, { id: contactId, organisationId: id }, { now })).toMatchObject({
      code: "forbidden",
    });
    expect(await removeContact(member, { id: contactId, organisationId: id }, { now })).toMatchObject({ ok: true });
    expect(await contactsOf(labour, id)).toEqual([]);
  });
});

let serial = 0;
async function freshEnterprise(more: { nameVi?: string; headcount?: number; investorCountry?: string } = {}) {
  serial += 1;
  const nameVi = more.nameVi ?? `Công ty cổ phần Thử số ${serial}`;
  const { id } = await db().organisation.create({ data: { kind: "ENTERPRISE", nameVi } });
  return db().enterprise.create({
    data: {
      id,
      nameVi,
      taxCode: String(4_000_000_000 + serial),
      slug: `thu-so-${serial}`,
      parkId,
      investorCountry: more.investorCountry ?? "VN",
      headcount: more.headcount ?? 10,
    },
  });
}

describe("the register's list", () => {
  it("finds by words without diacritics, by tax code, by filter; sorts and counts what is open", async () => {
    const big = await freshEnterprise({
      nameVi: "Công ty TNHH Đóng tàu Hoa Gạo",
      headcount: 5_000,
      investorCountry: "JP",
    });
    const batch = await createBatchRow({ collectFrom: "2026-10-01", status: "COLLECTING" });
    for (const deadline of ["2026-11-22", "2026-12-30", "2026-11-21"])
      await createVacancy({ enterpriseId: big.id, parkId, batchId: batch.id, status: "PUBLISHED", now }, { deadline });
    const found = async (params: Record<string, string>) => (await enterpriseList(readListQuery(params), today)).rows;
    expect(await found({ q: "dong TAU gạo" })).toMatchObject([{ id: big.id, open: 2, parkVi: "Thử Sóng" }]);
    expect(await found({ q: `${big.taxCode.slice(0, 4)} ${big.taxCode.slice(4)}` })).toMatchObject([{ id: big.id }]);
    expect(await found({ q: "đóng tàu", country: "KR" })).toEqual([]);
    expect((await found({ country: "JP" })).map((row) => row.id)).toEqual([big.id]);
    expect((await found({ sort: "headcount", dir: "desc" }))[0]?.id).toBe(big.id);
    expect((await found({ sort: "open", dir: "desc" }))[0]?.id).toBe(big.id);
    expect(await found({ verified: "yes" })).toEqual([]);
    expect(await found({ page: "7" })).toEqual([]);
  });

  it("searches by an index at the size of the whole authority and more", async () => {
    await db().$executeRaw`
      with made as (
        insert into "Organisation" (kind, "nameVi")
        select 'ENTERPRISE', 'Công ty TNHH Hàng loạt ' || md5(n::text) from generate_series(1, 20000) n returning id, "nameVi")
      insert into "Enterprise" (id, "taxCode", slug, "nameVi", "parkId", "investorCountry")
      select id, lpad((5000000000 + id)::text, 10, '0'), 'loat-' || id, "nameVi", ${parkId}, 'VN' from made`;
    await db().$executeRaw`vacuum analyze "Enterprise"`;
    const plan = await db().$queryRaw<{ "QUERY PLAN": string }[]>`
      explain ${registerPage(readListQuery({ q: "Electronics sao mai" }), today)}`;
    const text = plan.map((line) => line["QUERY PLAN"]).join("\n");
    expect(text).toContain("Enterprise_searchText_trgm");
    expect(text).not.toContain('Seq Scan on "Enterprise"');
  });
});
