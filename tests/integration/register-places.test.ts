import { beforeAll, describe, expect, it } from "vitest";
import { db } from "@/lib/db/client";
import type { Person } from "@/lib/identity/actor";
import { saveParkAliases, saveParkRegion, saveWageDecree } from "@/lib/places/commands";
import { parkEntry, parkList, unitList, wageDecrees } from "@/lib/places/queries";
import { loadReferenceData } from "@/prisma/seed/reference";
import { createStaff } from "../factories/identity";

let head: Person;
let trangDue: number;

beforeAll(async () => {
  await loadReferenceData(db());
  head = await createStaff("LABOUR_HEAD");
  trangDue = (await db().industrialPark.findUniqueOrThrow({ where: { code: "TRANG_DUE" } })).id;
});

const counts = async () => ({
  units: await db().administrativeUnit.count(),
  lineage: await db().administrativeUnitLineage.count(),
  zones: await db().economicZone.count(),
  parks: await db().industrialPark.count(),
  aliases: await db().industrialParkAlias.count(),
  regions: await db().parkWageRegion.count(),
  wages: await db().regionalMinimumWage.count(),
  occupations: await db().occupation.count(),
});

describe("reference data", () => {
  it("holds the units of 1/7/2025: 67 communes, 45 wards, 2 special zones", async () => {
    const present = await db().administrativeUnit.groupBy({ by: ["type"], where: { validTo: null }, _count: true });
    expect(Object.fromEntries(present.map((row) => [row.type, row._count]))).toEqual({
      Xã: 67,
      Phường: 45,
      "Đặc khu": 2,
    });
    // Two names that fold to the same letters are two units.
    const alike = await unitList({ words: ["cam", "giang"], ended: false });
    expect(alike.map((unit) => unit.code).sort()).toEqual(["10888", "10903"]);
  });

  it("gives every park a wage region today; of the islands it is still to be confirmed", async () => {
    const parks = await parkList("2026-11-22");
    expect(parks).toHaveLength(19);
    expect(parks.map((park) => park.region)).toEqual(Array(19).fill("I"));
    expect(parks.filter((park) => !park.regionVerified).map((park) => park.code)).toEqual(
      expect.arrayContaining(["DEEP_C_3", "XUAN_CAU"]),
    );
  });

  it("may be loaded again without doubling anything", async () => {
    const before = await counts();
    await loadReferenceData(db());
    expect(await counts()).toEqual(before);
  });
});

describe("a decree on minimum wages", () => {
  const decree = {
    citation: "Nghị định thử nghiệm",
    verified: false,
    I: 5_600_000,
    II: 5_000_000,
    III: 4_400_000,
    IV: 3_900_000,
  };

  it("ends the one before it the day before, and leaves the past alone", async () => {
    const before = await wageDecrees();
    expect(await saveWageDecree(head, { ...decree, validFrom: "2025-12-31", latest: "2026-01-01" })).toMatchObject({
      fields: [{ path: ["validFrom"], code: "beforeLatest" }],
    });
    expect(await saveWageDecree(head, { ...decree, validFrom: "2027-01-01", latest: "2024-07-01" })).toMatchObject({
      code: "changed_meanwhile",
    });
    expect(await saveWageDecree(head, { ...decree, validFrom: "2027-01-01", latest: "2026-01-01" })).toMatchObject({
      ok: true,
    });
    const after = await wageDecrees();
    expect(after).toHaveLength(before.length + 1);
    expect(after[0]).toMatchObject({
      validFrom: "2027-01-01",
      validTo: null,
      monthly: { I: 5_600_000, IV: 3_900_000 },
    });
    expect(after[1]).toEqual({ ...before[0], validTo: "2026-12-31" });
    expect(after.slice(2)).toEqual(before.slice(1));
  });

  it("is not undone by loading the reference data again", async () => {
    const before = await wageDecrees();
    await loadReferenceData(db());
    expect(await wageDecrees()).toEqual(before);
  });

  it("puts the latest right when its first day is the same", async () => {
    const latest = "2027-01-01";
    expect(
      await saveWageDecree(head, { ...decree, I: 5_700_000, verified: true, validFrom: latest, latest }),
    ).toMatchObject({ ok: true });
    expect((await wageDecrees())[0]).toMatchObject({ verified: true, monthly: { I: 5_700_000, II: 5_000_000 } });
  });
});

describe("a park", () => {
  it("changes its wage region from a day on", async () => {
    const latest = (await parkEntry(trangDue))?.wageRegions[0]?.validFrom ?? null;
    const change = {
      parkId: trangDue,
      region: "II",
      validFrom: "2027-07-01",
      citation: "Nghị định thử nghiệm",
      verified: false,
    };
    expect(await saveParkRegion(head, { ...change, latest: "2000-01-01" })).toMatchObject({
      code: "changed_meanwhile",
    });
    expect(await saveParkRegion(head, { ...change, latest })).toMatchObject({ ok: true });
    const [now, past] = (await parkEntry(trangDue))?.wageRegions ?? [];
    expect(now).toMatchObject({ region: "II", validFrom: "2027-07-01", validTo: null });
    expect(past).toMatchObject({ region: "I", validTo: "2027-06-30" });
  });

  it("takes other names, one a line, and notices that somebody else was faster", async () => {
    const known = (await parkEntry(trangDue))?.aliases ?? [];
    const aliases = `${known[0]}\n  Tràng   Duệ cũ \n\nTràng Duệ cũ`;
    expect(await saveParkAliases(head, { parkId: trangDue, aliases, known })).toMatchObject({ ok: true });
    expect((await parkEntry(trangDue))?.aliases).toEqual([known[0], "Tràng Duệ cũ"]);
    expect(await saveParkAliases(head, { parkId: trangDue, aliases, known })).toMatchObject({
      code: "changed_meanwhile",
    });
  });
});
