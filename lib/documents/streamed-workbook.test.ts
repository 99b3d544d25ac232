import { expect, test } from "vitest";
import { streamedWorkbook } from "./streamed-workbook";

const columns = [{ label: "TT" }, { label: "Họ tên" }];

/** Rows without an end, and what became of them. */
function endless() {
  const seen = { rows: 0, ended: false };
  async function* rows() {
    try {
      for (;;) {
        seen.rows++;
        yield [seen.rows, crypto.randomUUID().repeat(20)];
        if (seen.rows % 100 === 0) await new Promise((resolve) => setImmediate(resolve));
      }
    } finally {
      seen.ended = true;
    }
  }
  return { seen, rows };
}

/** What was under way when nobody read on has come to rest. */
async function atRest(seen: { rows: number }): Promise<number> {
  for (let before = -1; before !== seen.rows; ) {
    before = seen.rows;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  return seen.rows;
}

test("whoever stops reading the file stops the reading of its rows, and whoever goes away ends it", async () => {
  const { seen, rows } = endless();
  const reader = streamedWorkbook("Danh sách", columns, rows()).getReader();
  await reader.read();
  const first = await atRest(seen);
  expect(first).toBeLessThan(10_000);
  for (let at = 0; at < 20; at++) await reader.read();
  const more = await atRest(seen);
  expect(more).toBeGreaterThan(first);
  expect(more - first).toBeLessThan(10_000);
  await reader.cancel();
  await atRest(seen);
  expect(seen.ended).toBe(true);
}, 20_000);
