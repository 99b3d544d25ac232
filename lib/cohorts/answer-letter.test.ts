import fc from "fast-check";
import { expect, test } from "vitest";
import { formatCount } from "@/lib/core/money";
import { wordText } from "@/lib/documents/word-template";
import { sampleSchoolAnswer } from "@/prisma/seed/school-answers";
import { schoolAnswerOf } from "./answer";
import { answerLetter } from "./answer-letter";

const persons = fc.nat({ max: 3_000 });
const yearCounts = fc.record({ y1: persons, y2: persons, y3: persons, y4: persons, intake: persons });

/** The cells of a table's last line, "Cộng" first. */
function sumsAfter(text: string, title: string): string[] {
  const from = text.indexOf(title);
  const [, line = ""] = /\nCộng\n([\s\S]*?)\n(?:\p{L}|\d\. )/u.exec(text.slice(from)) ?? [];
  return line.split("\n").filter((cell) => cell !== "");
}
const shown = (counts: number[]) => counts.filter((count) => count > 0).map((count) => formatCount(count, "vi"));

test("the letter's sums are those of the answer: students, intake, each year, graduates, interns, workers", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(yearCounts, { minLength: 1, maxLength: 8 }),
      fc.array(persons, { minLength: 1, maxLength: 4 }),
      async (counts, others) => {
        const programmes = counts.map((row, at) => ({
          ...{ code: `65${at}`, name: `Nghề ${at}`, field: "IT", level: "COLLEGE" },
          ...row,
        }));
        const answer = schoolAnswerOf({
          ...sampleSchoolAnswer(0, "Trường thử", 2026),
          programmes,
          graduates: others.map((count, at) => ({ programme: "650", month: at + 1, year: 2026, count, women: 0 })),
          internships: others.map((count) => ({ enterprise: "Công ty A", inParks: "no", term: "HK1", count })),
        });
        const text = wordText(await answerLetter({ school: "Trường thử", year: 2026, answer }));
        const sum = (key: "y1" | "y2" | "y3" | "y4" | "intake") => counts.reduce((all, row) => all + row[key], 0);
        const years = [sum("y1"), sum("y2"), sum("y3"), sum("y4")];
        const students = years.reduce((all, count) => all + count, 0);
        const all = others.reduce((total, count) => total + count, 0);
        expect(sumsAfter(text, "Sinh viên theo ngành, nghề")).toEqual(shown([students, sum("intake")]));
        expect(sumsAfter(text, "Dự kiến tốt nghiệp theo tháng")).toEqual(shown([all]));
        expect(sumsAfter(text, "Sinh viên theo năm học")).toEqual(shown(years));
        expect(sumsAfter(text, "Thực tập tại doanh nghiệp")).toEqual(shown([all]));
        for (const { name } of programmes) expect(text).toContain(name);
      },
    ),
    { numRuns: 25 },
  );
});
