import { describe, expect, it } from "vitest";
import { columnsOf, contentOf, contentOfVersion, contentSelect, copyOf, differences } from "./content";
import { contentFields, emptyVacancy } from "./schema";

const content = { ...emptyVacancy(3), titleVi: "Công nhân lắp ráp", deadline: "2026-12-24", headcount: 12 };

describe("content of a row", () => {
  it("survives the way to the columns and back", () => {
    expect(contentOf(columnsOf(content))).toEqual(content);
    expect(columnsOf(content).deadline).toEqual(new Date("2026-12-24T00:00:00Z"));
  });

  it("leaves behind what is no content", () => {
    const row = { ...columnsOf(content), id: 7, version: 3, status: "PUBLISHED", searchContext: "x" };
    expect(Object.keys(contentOf(row)).sort()).toEqual([...contentFields].sort());
    expect(Object.keys(contentSelect).sort()).toEqual([...contentFields].sort());
  });

  it("reads a stored version that is older than a field", () => {
    const { openToDemobilised: _, ...older } = content;
    expect(contentOfVersion(JSON.parse(JSON.stringify(older)))).toEqual(content);
    expect(() => contentOfVersion("nothing")).toThrow(TypeError);
  });
});

describe("differences", () => {
  it("names each changed field with both values, in the order of the form", () => {
    const after = { ...content, headcount: 20, wageMin: 7_000_000, titleVi: "Công nhân lắp ráp ca đêm" };
    expect(differences(content, after)).toEqual([
      { field: "titleVi", before: "Công nhân lắp ráp", after: "Công nhân lắp ráp ca đêm" },
      { field: "headcount", before: 12, after: 20 },
      { field: "wageMin", before: null, after: 7_000_000 },
    ]);
    expect(differences(content, { ...content })).toEqual([]);
  });
});

describe("a copy", () => {
  it("has everything but the old round's deadline", () => {
    expect(differences(content, copyOf(content)).map((change) => change.field)).toEqual(["deadline"]);
  });
});
