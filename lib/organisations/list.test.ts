import { describe, expect, it } from "vitest";
import { listAddress, readListQuery, searchWords } from "./list";

describe("the register's address", () => {
  it("forgives what is broken", () => {
    expect(
      readListQuery({ page: "-3", sort: "x", lifecycle: "SLEEPING", park: "one", q: "  ", verified: "maybe" }),
    ).toEqual({
      sort: "name",
      dir: "asc",
      page: 1,
    });
  });

  it("goes there and back without what is usual", () => {
    const query = readListQuery({
      q: "điện tử",
      park: "3",
      verified: "no",
      sort: "headcount",
      dir: "desc",
      page: ["2", "9"],
    });
    const address = listAddress(query);
    expect(readListQuery(Object.fromEntries(new URLSearchParams(address)))).toEqual(query);
    expect(listAddress(readListQuery({}))).toBe("");
  });
});

describe("searchWords", () => {
  it("folds words, and reads a tax code however it is spaced", () => {
    expect(searchWords("Điện  tử, Sao")).toEqual(["dien", "tu", "sao"]);
    expect(searchWords("0200 123.456")).toEqual(["0200123456"]);
    expect(searchWords("0200123456-001")).toEqual(["0200123456-001"]);
  });

  it("holds nothing that means something to LIKE", () => {
    expect(searchWords("100%_\\'")).toEqual(["100"]);
  });
});
