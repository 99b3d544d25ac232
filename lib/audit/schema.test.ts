import { expect, test } from "vitest";
import { auditFilter, readCursor, writeCursor } from "./schema";

test("a cursor comes back as it went, anything else is none", () => {
  const place = { at: new Date("2024-07-10T02:00:00.123Z"), id: 12n };
  expect(readCursor(writeCursor(place))).toEqual(place);
  for (const bad of [undefined, "", "1", "-1-2", "1-2;drop", "1".repeat(40)]) expect(readCursor(bad)).toBeUndefined();
});

test("a filter that cannot be read is left out", () => {
  const filter = auditFilter.parse({
    command: " vacancies.submit ",
    from: "2024-02-30",
    to: "2024-07-01",
    outcome: "x",
  });
  expect(filter).toEqual({ command: "vacancies.submit", to: "2024-07-01" });
  expect(auditFilter.parse({ person: ["a", "b"], subjectId: "x".repeat(200) })).toEqual({});
});
