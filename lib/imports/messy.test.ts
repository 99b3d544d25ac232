import { describe, expect, it } from "vitest";
import { messyTables } from "../../tests/tables/messy";
import { readTable } from "../../tests/tables/read";

describe("messy tables", () => {
  it("are at least fifteen", () => {
    expect(messyTables.length).toBeGreaterThanOrEqual(15);
  });

  it.each(messyTables.map((table) => [table.name, table] as const))("%s", async (_, table) => {
    const { records, passed } = await readTable(await table.bytes(), table.description);
    const said = (severity: string) =>
      records.flatMap(({ findings }) =>
        findings.filter((one) => one.severity === severity).map(({ address, code }) => `${address} ${code}`),
      );
    expect(records.map(({ values }) => values)).toEqual(table.rows.map((row) => expect.objectContaining(row)));
    expect(said("error")).toEqual(table.errors ?? []);
    expect(said("note")).toEqual(table.notes ?? []);
    if (table.passed) expect(passed.map(({ kind }) => kind)).toEqual(table.passed);
  });
});
