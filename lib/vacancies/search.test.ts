import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { asWritten, emptySearch, mistakes, nearestWord, parseSearch, searchString, toggled, tsqueryOf } from "./search";

const today = "2026-11-22";

describe("the address", () => {
  it("has one order, without what is usual", () => {
    expect(searchString(emptySearch)).toBe("");
    const query = parseSearch({
      page: "2",
      sort: "wage",
      shift: ["NIGHT", "DAY"],
      park: "vsip,an-duong",
      q: "  thợ  hàn ",
    });
    expect(searchString(query)).toBe(
      "q=th%E1%BB%A3+h%C3%A0n&park=an-duong&park=vsip&shift=DAY&shift=NIGHT&sort=wage&page=2",
    );
  });

  it("is read back as it was written, whatever stood in it", () => {
    const anything = fc.dictionary(
      fc.constantFrom(
        "q",
        "park",
        "occupation",
        "qualification",
        "wage",
        "shift",
        "package",
        "country",
        "deadline",
        "open",
        "sort",
        "page",
      ),
      fc.oneof(
        fc.string({ unit: "binary" }),
        fc.array(fc.string()),
        fc.constantFrom("DAY", "8", "meals", "KR", "vsip"),
      ),
    );
    fc.assert(
      fc.property(anything, (raw) => {
        const query = parseSearch(raw);
        const params = new URLSearchParams(searchString(query));
        expect(parseSearch(Object.fromEntries([...params.keys()].map((key) => [key, params.getAll(key)])))).toEqual(
          query,
        );
      }),
    );
  });

  it("goes back to the first page when a filter changes", () => {
    const query = { ...emptySearch, page: 4 };
    expect(toggled(query, "park", "vsip")).toEqual({ ...emptySearch, park: ["vsip"] });
    expect(toggled(toggled(query, "park", "vsip"), "park", "vsip")).toEqual(emptySearch);
    expect(toggled(toggled(query, "wage", "8"), "wage", "8")).toEqual(emptySearch);
    const occupations = (...codes: string[]) =>
      codes.reduce((so, code) => toggled(so, "occupation", code), query).occupation;
    expect(occupations("8", "8212")).toEqual(["8212"]);
    expect(occupations("8212", "7212", "8")).toEqual(["7212", "8"]);
    expect(occupations("8212", "8211")).toEqual(["8211", "8212"]);
  });
});

describe("the tsquery", () => {
  it("holds nothing that was typed but words", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), fc.string(), (q, other) => {
        const query = parseSearch({ q, park: other, country: other, shift: other, occupation: other });
        expect(tsqueryOf(query, [[q], [other]], today)).toMatch(
          /^(\('[a-zA-Z0-9.-]+'( \| '[a-zA-Z0-9.-]+')*\)( & )?)*$/,
        );
      }),
    );
  });

  it("asks for the tags of the filters", () => {
    const query = { ...emptySearch, park: ["a", "b"], package: ["bus", "meals"], wage: 11, deadline: 7 };
    expect(tsqueryOf(query, [["han"]], today)).toBe(
      "('han') & ('p.a' | 'p.b') & ('b.bus') & ('b.meals') & ('w.10') & ('d.358' | 'd.359')",
    );
    expect(tsqueryOf({ ...emptySearch, wage: 3 }, [], today)).toBe("");
  });
});

describe("corrections", () => {
  it("counts letters left out, added, changed and swapped", () => {
    expect([
      mistakes("dien", "dein", 2),
      mistakes("han", "hann", 2),
      mistakes("lap", "rap", 2),
      mistakes("a", "abcd", 2),
    ]).toEqual([1, 1, 1, 3]);
    expect(mistakes("tu", "tu", 1)).toBe(0);
  });

  it("takes the nearest, then the one that begins alike, then the most used", () => {
    const known = ["rap", "rau", "lap"].map((word, uses) => ({ word, uses }));
    expect(nearestWord("rpa", known)).toBe("rap");
    expect(
      nearestWord("tuu", [
        { word: "uu", uses: 90 },
        { word: "tu", uses: 2 },
      ]),
    ).toBe("tu");
    expect(nearestWord("zzzz", known)).toBeNull();
  });

  it("writes words as a title does", () => {
    expect(asWritten(["dien", "tu"], "Công nhân lắp ráp điện tử".normalize("NFD"))).toBe("điện tử");
    expect(asWritten(["tu", "dien"], "Công nhân điện tử")).toBeNull();
  });
});
