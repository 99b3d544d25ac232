import { beforeEach, describe, expect, it } from "vitest";
import { db } from "@/lib/db/client";
import type { Person } from "@/lib/identity/actor";
import { addEntry, editEntry, leaveEntry, removeEntry, returnEntry } from "@/lib/subsidies/roster-commands";
import { rosterQuery } from "@/lib/subsidies/roster-list";
import { rosterCounts, rosterEntry, rosterPage } from "@/lib/subsidies/roster-queries";
import { createMember, createOrganisation } from "../factories/identity";
import { invalidPlaceId, onRoster, workerInput } from "../factories/roster";

const now = new Date("2026-11-20T03:00:00Z");
let one: Person;
let other: Person;
let school: Person;

beforeEach(async () => {
  one = await createMember((await createOrganisation("ENTERPRISE")).id);
  other = await createMember((await createOrganisation("ENTERPRISE")).id);
  school = await createMember((await createOrganisation("SCHOOL")).id);
});

const idOf = (actor: Person) => actor.organisation?.id ?? 0;
const list = (actor: Person, query: object = {}) => rosterPage(idOf(actor), rosterQuery.parse(query));

describe("a roster", () => {
  it("has a person once, and says which row it is", async () => {
    const personId = invalidPlaceId();
    const first = await addEntry(one, workerInput({ personId }), { now });
    expect(first.ok).toBe(true);
    const again = await addEntry(one, workerInput({ personId: personId.replace(/(.{3})/g, "$1 "), fullName: "Khác" }));
    expect(again).toMatchObject({
      ok: false,
      code: "already_on_roster",
      params: { id: first.ok && first.value.id, name: "Nguyễn Văn Mẫu" },
    });
    const many = await Promise.all(
      Array.from({ length: 6 }, () => addEntry(other, workerInput({ personId }), { now })),
    );
    expect(many.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await db().rosterEntry.count({ where: { organisationId: idOf(other) } })).toBe(1);
  });

  it("keeps one identity of a person at two employers, and tells neither of the other", async () => {
    const personId = invalidPlaceId();
    const a = await onRoster(one, { personId, job: "Thợ hàn bí mật", phone: "0912 000 001" });
    const b = await onRoster(other, { personId, job: "Lái xe nâng" });
    expect(b.beneficiaryId).toBe(a.beneficiaryId);
    expect(JSON.stringify(await rosterEntry(idOf(other), b.id))).not.toMatch(/bí mật|0912 000 001/);
    expect(await rosterEntry(idOf(other), a.id)).toBeNull();
    expect((await list(other)).rows.map(({ id }) => id)).toEqual([b.id]);
  });

  it("keeps the row of who left, and gives who comes back a new one", async () => {
    const entry = await onRoster(one, { contractType: "FIXED_TERM", contractFrom: "2024-01-01" });
    const seen = { id: entry.id, version: entry.version };
    expect(await leaveEntry(one, { ...seen, leftOn: "2026-12-01" }, { now })).toMatchObject({ code: "invalid_input" });
    expect(await leaveEntry(one, { ...seen, leftOn: "2026-11-01" }, { now })).toMatchObject({ ok: true });
    expect(await list(one)).toMatchObject({ total: 0 });
    expect(await list(one, { here: "left" })).toMatchObject({ total: 1 });
    const back = await returnEntry(one, { id: entry.id, version: entry.version + 1 }, { now });
    if (!back.ok) throw new Error(back.code);
    expect(await rosterEntry(idOf(one), back.value.id)).toMatchObject({
      fullName: entry.fullName,
      leftOn: null,
      contractType: null,
      times: [{ id: entry.id, leftOn: "2026-11-01" }],
    });
    expect(await returnEntry(one, { id: entry.id, version: entry.version + 1 }, { now })).toMatchObject({
      code: "already_on_roster",
    });
    expect(await rosterCounts(idOf(one))).toEqual({ yes: 1, left: 1, all: 2 });
  });

  it("shows the ID masked, with what seems wrong, and takes another one for it", async () => {
    const entry = await onRoster(one, { personId: "000085000777", birthDate: "1990-01-02" });
    expect(await rosterEntry(idOf(one), entry.id)).toMatchObject({
      maskedId: "••••••••0777",
      doubts: ["idProvince", "idBirthYear"],
    });
    const { personId: _, ...fields } = workerInput({ birthDate: "1985-01-02" });
    const seen = { id: entry.id, version: entry.version };
    expect(await editEntry(one, { ...fields, ...seen, personId: "" }, { now })).toMatchObject({ ok: true });
    expect(await rosterEntry(idOf(one), entry.id)).toMatchObject({ maskedId: "••••••••0777", doubts: ["idProvince"] });
    const changed = await editEntry(one, { ...fields, id: entry.id, version: 2, personId: "000085000778" }, { now });
    expect(changed).toMatchObject({ ok: true });
    expect(await rosterEntry(idOf(one), entry.id)).toMatchObject({ maskedId: "••••••••0778" });
    // Nobody is named by the mistyped ID any more: nothing of it stays.
    expect(await db().beneficiary.findUnique({ where: { id: entry.beneficiaryId } })).toBeNull();
  });

  it("refuses what cannot be, at its field", async () => {
    const codes = async (actor: Person, more: object) => {
      const result = await addEntry(actor, workerInput(more), { now });
      return result.ok ? [] : (result.fields ?? []).map(({ path, code }) => `${path.join(".")}: ${code}`);
    };
    expect(await codes(one, { personId: "12345" })).toEqual(["personId: personId"]);
    expect(await codes(one, { birthDate: "2030-01-01" })).toEqual(["birthDate: birthDate"]);
    expect(await codes(one, { birthDate: "1890-01-01" })).toEqual(["birthDate: birthDate"]);
    expect(await codes(one, { kind: "STUDENT" })).toEqual(["kind: choice"]);
    expect(await codes(school, { kind: "WORKER" })).toEqual(["kind: choice"]);
    expect(await codes(one, { contractFrom: "2025-02-01", contractTo: "2025-01-01" })).toEqual([
      "contractTo: daysInOrder",
    ]);
    expect(await db().rosterEntry.count({ where: { organisationId: { in: [idOf(one), idOf(school)] } } })).toBe(0);
  });

  it("is searched without diacritics, filtered, sorted and paged in the database", async () => {
    for (let at = 0; at < 55; at++)
      await onRoster(one, {
        fullName: `Trần Thị Mẫu ${String(at).padStart(3, "0")}`,
        job: at % 2 ? "Thợ hàn" : "Đóng gói",
      });
    await onRoster(one, { fullName: "Đỗ Văn Mẫu", kind: "EXPERT", staffCode: "KT-07" });
    expect(await list(one, { q: "do van" })).toMatchObject({ total: 1 });
    expect(await list(one, { q: "kt-07" })).toMatchObject({ total: 1 });
    expect(await list(one, { job: "tho han" })).toMatchObject({ total: 27 });
    expect(await list(one, { kind: "EXPERT" })).toMatchObject({ total: 1 });
    const last = await list(one, { q: "tran", sort: "name", direction: "desc", page: 2 });
    expect(last).toMatchObject({ total: 55, pages: 2 });
    expect(last.rows.map(({ fullName }) => fullName).at(-1)).toBe("Trần Thị Mẫu 000");
  });

  it("takes away a row that was a mistake, with the person whom nobody else names", async () => {
    const entry = await onRoster(one);
    expect(await removeEntry(one, { id: entry.id, version: 9 })).toMatchObject({ code: "changed_meanwhile" });
    expect(await removeEntry(one, { id: entry.id, version: 1 })).toMatchObject({ ok: true });
    expect(await db().beneficiary.findUnique({ where: { id: entry.beneficiaryId } })).toBeNull();
  });
});
