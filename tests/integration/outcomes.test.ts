import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { saveOutcomes } from "@/lib/cohorts/outcome-commands";
import { ownOutcomes, retention } from "@/lib/cohorts/outcome-queries";
import { outcomes, savedOutcomes } from "@/lib/cohorts/outcome-schema";
import { db } from "@/lib/db/client";
import type { Person } from "@/lib/identity/actor";
import { loadReferenceData } from "@/prisma/seed/reference";
import { seedSample } from "@/prisma/seed/sample";
import { actorOf, createMember, createOrganisation } from "../factories/identity";

let school: Person;
let year: number;
beforeAll(async () => {
  await loadReferenceData(db());
  await seedSample(new Date());
  const user = await db().user.findUniqueOrThrow({ where: { email: "nha-truong@hezaworks.example" } });
  school = await actorOf(user.id);
  year = (await db().cohortAnswer.findFirstOrThrow({ where: { replacedAt: null } })).year;
}, 120_000);
const idOf = (actor: Person) => actor.organisation?.id ?? 0;

const split = (graduates: number, inParks: number) => ({
  ...{ graduates, inParks, elsewhere: graduates - inParks },
  ...{ studying: 0, seeking: 0, unknown: 0 },
});

describe("graduates' outcomes", () => {
  it("begin with who was expected to graduate, add up line by line, and are told apart by six and twelve months", async () => {
    await db().graduateOutcome.deleteMany({ where: { schoolId: idOf(school) } });
    const { rows, version, saved } = await ownOutcomes(idOf(school), year, 6);
    expect(saved).toBe(false);
    const expected = await db().cohortGraduates.aggregate({
      where: { answer: { schoolId: idOf(school), replacedAt: null, year } },
      _sum: { count: true },
    });
    expect(rows.reduce((sum, row) => sum + (row.graduates ?? 0), 0)).toBe(expected._sum.count);
    const say = (actor: Person, more: object) => saveOutcomes(actor, { year, months: 6, version, ...more });
    const all = rows.map(({ code, graduates }) => ({
      code,
      ...split(graduates ?? 0, Math.floor((graduates ?? 0) / 2)),
    }));
    const [first] = all;
    if (!first) throw new Error("no programme");
    expect(await say(school, { rows: [{ ...first, inParks: first.inParks + 1 }] })).toMatchObject({
      fields: [{ path: ["rows", 0, "graduates"], code: "sumOff", params: { sum: first.graduates + 1 } }],
    });
    expect(await say(school, { rows: [first, first] })).toMatchObject({ fields: [{ code: "programmeTwice" }] });
    expect(await say(school, { rows: [{ ...first, code: "0" }] })).toMatchObject({
      fields: [{ code: "programmeUnknown" }],
    });
    expect(await say(school, { rows: [{ ...first, inParks: -1 }] })).toMatchObject({ code: "invalid_input" });
    expect(await say(school, { rows: all })).toMatchObject({ ok: true });
    // Somebody else saved meanwhile.
    expect(await say(school, { rows: all })).toMatchObject({ code: "changed_meanwhile" });
    // A school without programmes, or another one's, has none to say it of.
    const other = await createMember((await createOrganisation("SCHOOL")).id);
    expect(await saveOutcomes(other, { year, months: 6, version: 0, rows: [first] })).toMatchObject({
      fields: [{ code: "programmeUnknown" }],
    });
    expect((await ownOutcomes(idOf(other), year, 6)).rows).toEqual([]);
    const later = await ownOutcomes(idOf(school), year, 12);
    expect(later.rows.map(({ graduates }) => graduates)).toEqual(all.map(({ graduates }) => graduates));
    expect(later.rows.every(({ inParks }) => inParks === null)).toBe(true);
  });

  it("add up to the same by school and by field", async () => {
    const [bySchool, byField] = [await retention(year, "school"), await retention(year, "field")];
    expect(bySchool.length).toBeGreaterThan(0);
    for (const name of ["graduates6", "inParks6", "elsewhere6", "studying6", "graduates12", "inParks12"] as const) {
      const sum = (rows: typeof bySchool) => rows.reduce((all, row) => all + row[name], 0);
      expect(sum(byField), name).toBe(sum(bySchool));
    }
  });

  it("are refused wherever a line does not add up, whatever is typed", () => {
    const count = fc.nat({ max: 30 });
    const line = fc.record({
      graduates: count,
      inParks: count,
      elsewhere: count,
      studying: count,
      seeking: count,
      unknown: count,
    });
    fc.assert(
      fc.property(line, (row) => {
        const sum = outcomes.reduce((all, name) => all + row[name], 0);
        const parse = (graduates: number) =>
          savedOutcomes.safeParse({ year: 2026, months: 6, version: 0, rows: [{ code: "1", ...row, graduates }] })
            .success;
        expect(parse(row.graduates)).toBe(sum === row.graduates);
        expect(parse(sum)).toBe(true);
      }),
    );
  });

  it("that do not add up are not taken by the database either", async () => {
    await expect(
      db().graduateOutcome.create({
        data: {
          ...{ schoolId: idOf(school), year, months: 6, code: "x", codeKey: "x", name: "x", field: "IT" },
          ...{ level: "COLLEGE", ...split(10, 4), graduates: 11 },
        },
      }),
    ).rejects.toThrow(/GraduateOutcome_sum/);
  });
});
