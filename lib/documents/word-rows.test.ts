import { expect, test } from "vitest";
import { grid, textWidth, wordFile } from "./word";
import { wordText } from "./word-template";

const table = () =>
  grid({
    columns: [
      { label: "STT", width: 1 },
      { label: "Tên", width: 4 },
    ],
    foot: ["", "Cộng"],
    width: textWidth,
  });
const written = async (rows: string[][]) => wordText(await wordFile({ title: "Bảng", children: [table()], rows }));

test("each row is written once, text as text", async () => {
  expect(
    await written([
      ["1", "May & mặc <Mây>"],
      ["2", "Hai\ndòng"],
    ]),
  ).toBe("STT\nTên\n1\nMay & mặc <Mây>\n2\nHai\ndòng\n\nCộng");
});

test("without rows heading and sums remain", async () => {
  expect(await written([])).toBe("STT\nTên\n\nCộng");
});

test("5,000 rows cost seconds, not minutes", async () => {
  const before = process.cpuUsage();
  const rows = Array.from({ length: 5_000 }, (_, at) => [String(at), "Công ty TNHH Nắng Hanh"]);
  expect((await written(rows)).split("\n")).toHaveLength(2 + 10_000 + 2);
  expect(process.cpuUsage(before).user).toBeLessThan(10_000_000);
});
