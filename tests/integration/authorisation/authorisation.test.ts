import { beforeAll, describe, expect, it } from "vitest";
import { actorNames, makeWorld, type World } from "./actors";
import { everyCommand, everyPage, everyRoute } from "./subjects";
import { commands, pages, routes } from "./table";

let world: World;
beforeAll(async () => {
  world = await makeWorld();
});

const byName = (names: Iterable<string>) => [...names].sort();

describe("the table is complete: add a row to table.ts for what is missing, take away what is gone", () => {
  it("has a row for every command", () => expect(byName(everyCommand().keys())).toEqual(byName(Object.keys(commands))));
  it("has a row for every page", () => expect(byName(everyPage().keys())).toEqual(byName(Object.keys(pages))));
  it("has a row for every route handler", () =>
    expect(byName(everyRoute().keys())).toEqual(byName(Object.keys(routes))));
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

const guard = /\b(requirePerson|requireStaff|requireEnterprise|requireSchool|getActor)\(/;

describe.each(byName(Object.keys(pages)))("page %s", (name) => {
  const row = pages[name];
  const page = everyPage().get(name);
  if (!row || !page) return;

  if (page.file.includes("/(public)/"))
    it("is the same for everybody: it never asks who is there", () => {
      expect(row.sees).toBe("everyone");
      expect(page.source).not.toMatch(guard);
      expect(page.source).not.toMatch(/next\/headers|web\/session/);
    });
  if (row.sees !== "everyone")
    it("asks itself who is there; a layout's word is not enough", () => expect(page.source).toMatch(guard));
  if (name.includes("["))
    it("has an address to check", () => expect(row.path, "path of a page with parameters").toBeTruthy());
});
