import { beforeAll, describe, expect, it } from "vitest";
import { actorNames, makeWorld, type World } from "./actors";
import { everyCommand, everyPage, everyRoute } from "./subjects";
import { commands, pages, routes } from "./table";

let world: World;
beforeAll(async () => {
  world = await makeWorld();
});

const byName = (names: Iterable<string>) => [...names].sort();

/** Subjects without a row, and rows whose subject is gone. */
const unequal = (subjects: Iterable<string>, rows: object) => {
  const [there, listed] = [new Set(subjects), new Set(Object.keys(rows))];
  return {
    withoutRow: byName(there).filter((name) => !listed.has(name)),
    gone: byName(listed).filter((name) => !there.has(name)),
  };
};
const complete = { withoutRow: [], gone: [] };

describe("the table is complete: add a row to table.ts for what is missing, take away what is gone", () => {
  it("commands", () => expect(unequal(everyCommand().keys(), commands)).toEqual(complete));
  it("pages", () => expect(unequal(everyPage().keys(), pages)).toEqual(complete));
  it("route handlers", () => expect(unequal(everyRoute().keys(), routes)).toEqual(complete));
});

const known = [...everyCommand()].flatMap(([name, command]) => {
  const row = commands[name];
  return row ? [{ name, command, row }] : [];
});

describe.each(known)("$name", ({ command, row }) => {
  it("is for whom the table says", () => {
    const let_in = actorNames.filter((name) => command.may(world.actors[name]));
    expect(let_in).toEqual(actorNames.filter((name) => row.may.includes(name)));
  });

  it("refuses the others before it looks at anything", async () => {
    for (const name of actorNames.filter((one) => !row.may.includes(one))) {
      const result = await command(world.actors[name], {});
      expect(result, name).toMatchObject({ ok: false, code: name === "nobody" ? "signed_out" : "forbidden" });
    }
  });

  const { foreign } = row;
  if (typeof foreign === "string") return;

  it("does not know a row of others", async () => {
    const result = await command(world.actors[foreign.as], await foreign.other(world));
    expect(result).toMatchObject({ ok: false, code: "not_found" });
  });

  it("knows the actor's own row", async () => {
    const result = await command(world.actors[foreign.as], await foreign.own(world));
    const code = result.ok ? "ok" : result.code;
    expect(["not_found", "forbidden", "signed_out", "invalid_input"]).not.toContain(code);
  });
});

const guard = /\b(requirePerson|requireStaff|requireEnterprise|requireSchool)\(/;
const listed = [...everyPage()].flatMap(([name, page]) => {
  const row = pages[name];
  return row ? [{ name, page, row }] : [];
});

describe("pages", () => {
  it.each(listed.filter(({ page }) => page.file.includes("/(public)/")))(
    "$name never asks who is there: it is the same for everybody",
    ({ page, row }) => {
      expect(row.sees).toBe("everyone");
      expect(page.source).not.toMatch(guard);
      expect(page.source).not.toMatch(/next\/headers|web\/session/);
    },
  );
  it.each(listed.filter(({ row }) => row.sees !== "everyone"))(
    "$name asks itself who is there: a layout's word is not enough",
    ({ page }) => expect(page.source).toMatch(guard),
  );
  it.each(listed.filter(({ name }) => name.includes("[")))("$name has an address to check", ({ row }) =>
    expect(row.path, "`path` of a page with parameters").toBeTruthy(),
  );
});
