import fc from "fast-check";
import { openXlsx, saveXlsx, writeXlsx } from "hucre/xlsx";
import { describe, expect, it } from "vitest";
import { type Answers, answersSchema, emptyAnswers, type RowAnswers, type Value } from "./answers";
import { type FormDefinition, type FormDefinitionInput, formDefinition } from "./definition";
import { type Field, type FieldKind, fieldKinds, limitsOf, type Table } from "./field";
import { partsOf } from "./rules";
import { reportTemplate, rowCode, type TemplateFor } from "./template";
import { annotatedTemplate } from "./template-notes";
import { readTemplate } from "./template-reader";

const to: TemplateFor = {
  form: { code: "test", nameVi: "Biểu thử", nameEn: "Test form", versionNo: 3 },
  assignmentId: 12,
  organisation: "Công ty TNHH Mẫu",
  period: { from: "2024-01-01", to: "2024-06-30", dueOn: "2024-07-15" },
  locale: "vi",
};
const expected = { formCode: "test", versionNo: 3, assignmentId: 12 };
const today = "2024-07-01";

const name = fc
  .string({ unit: "grapheme", minLength: 1, maxLength: 30 })
  .filter((text) => text.trim() !== "" && !text.includes(";"));
const label = fc.tuple(name, fc.nat(1e6)).map(([text, at]) => ({ vi: `${text} ${at}`, en: `en ${text} ${at}` }));
const options = fc
  .uniqueArray(label, { minLength: 1, maxLength: 4, selector: ({ vi }) => vi.toLowerCase().normalize("NFD") })
  .map((labels) =>
    labels.map((one, at) => ({ value: `o${at}`, label: { vi: `${one.vi} ${at}`, en: `${one.en} ${at}` } })),
  );

const fieldOf = (key: string): fc.Arbitrary<Field> =>
  fc.record({ kind: fc.constantFrom<FieldKind>(...fieldKinds), label, options, negative: fc.boolean() }).map(
    ({ kind, label: own, options: list, negative }) =>
      ({
        kind,
        key,
        label: own,
        ...(kind.startsWith("choice") && { options: list }),
        ...(["integer", "decimal"].includes(kind) && negative && { min: -1_000 }),
      }) as unknown as Field,
  );

const keys = (count: number, prefix: string) => Array.from({ length: count }, (_, at) => `${prefix}${at}`);
const fields = (prefix: string) =>
  fc.integer({ min: 1, max: 4 }).chain((count) => fc.tuple(...keys(count, prefix).map((key) => fieldOf(key))));
const tableOf = (key: string) =>
  fc
    .record({
      columns: fields("c"),
      label,
      fixed: fc.boolean(),
      count: fc.integer({ min: 1, max: 3 }),
      rowLabel: label,
    })
    .map(({ columns, label: own, fixed, count, rowLabel }) => ({
      kind: "table",
      key,
      label: own,
      columns,
      rows: fixed
        ? { kind: "fixed", rows: keys(count, "r").map((row) => ({ key: row, label: rowLabel })) }
        : { kind: "free", most: count },
    }));
const definition: fc.Arbitrary<FormDefinition> = fc
  .tuple(fields("f"), tableOf("t1"), tableOf("t2"), label)
  .map(([own, one, two, title]) =>
    formDefinition.parse({
      sections: [{ key: "s", title, items: [...own, one, two] }],
    } as unknown as FormDefinitionInput),
  );

const words = (most: number) => fc.string({ unit: "binary", maxLength: most });
function answerTo(field: Field): fc.Arbitrary<Value> {
  const { least, most } = limitsOf(field);
  switch (field.kind) {
    case "integer":
    case "money":
      return fc.maxSafeInteger().map((value) => Math.min(Math.max(value, least ?? 0), most ?? 0));
    case "decimal":
    case "percent":
      return fc
        .integer({ min: (least ?? 0) * 10_000, max: Math.min((most ?? 0) * 10_000, 1e15) })
        .map((value) => value / 10_000 || 0);
    case "day":
      return fc
        .date({ min: new Date("1900-01-01"), max: new Date("2199-12-31"), noInvalidDate: true })
        .map((date) => date.toISOString().slice(0, 10));
    case "text":
      return fc.oneof(
        words(100),
        fc.constantFrom("=1+1", "0225 3 123 456", "-", "_x0041_", "12", "2024-01-01", "'a", "a  b"),
      );
    case "longText":
      return fc.oneof(words(300), fc.constant("dòng một\n\n =dòng hai "), fc.constant("_x000D_\r\nx"));
    case "choice":
      return fc.constantFrom(...field.options.map(({ value }) => value));
    case "choices":
      return fc.subarray(field.options.map(({ value }) => value));
    case "yesNo":
      return fc.constantFrom("yes", "no");
  }
}
const maybe = (field: Field) => fc.option(answerTo(field), { freq: 4 });
const rowOf = (table: Table): fc.Arbitrary<RowAnswers> =>
  fc.record(Object.fromEntries(table.columns.map((column) => [column.key, maybe(column)])));
const contentOf = (one: FormDefinition): fc.Arbitrary<Answers> =>
  fc
    .record(
      Object.fromEntries(
        partsOf(one).map((part): [string, fc.Arbitrary<unknown>] => [
          part.key,
          part.kind !== "table"
            ? maybe(part)
            : part.rows.kind === "fixed"
              ? fc.record(Object.fromEntries(part.rows.rows.map(({ key }) => [key, rowOf(part)])))
              : fc.array(rowOf(part), { maxLength: part.rows.most }),
        ]),
      ),
    )
    .map((raw) => answersSchema(one).parse(raw));

describe("a template", () => {
  it("of any form with any answers reads back the same", async () => {
    await fc.assert(
      fc.asyncProperty(
        definition.chain((one) => fc.tuple(fc.constant(one), contentOf(one))),
        fc.constantFrom("vi" as const, "en" as const),
        async ([one, content], locale) => {
          const bytes = Buffer.from(await reportTemplate(one, content, { ...to, locale }));
          const read = await readTemplate(bytes, one, expected, today);
          expect(read).toMatchObject({ ok: true, findings: [] });
          if (read.ok) expect(answersSchema(one).parse(read.content)).toEqual(content);
        },
      ),
      { numRuns: 40 },
    );
  });

  const small = formDefinition.parse({
    sections: [
      {
        key: "s",
        title: { vi: "A", en: "A" },
        items: [{ kind: "integer", key: "count", label: { vi: "Số", en: "Number" } }],
      },
    ],
  });
  it.each([
    [
      { ...expected, versionNo: 4 },
      { code: "template_outdated", params: { found: "3", current: 4 } },
    ],
    [{ ...expected, assignmentId: 13 }, { code: "template_of_other_assignment" }],
    [
      { ...expected, formCode: "other" },
      { code: "template_of_other_form", params: { found: "test", expected: "other" } },
    ],
  ])("is refused for anything else", async (wanted, refusal) => {
    const bytes = Buffer.from(await reportTemplate(small, emptyAnswers(small), to));
    expect(await readTemplate(bytes, small, wanted, today)).toMatchObject({ ok: false, ...refusal });
  });

  it("says in each cell what it takes, once for the rows of a table, and can be typed into nowhere else", async () => {
    const form = formDefinition.parse({
      sections: [
        {
          key: "s",
          title: { vi: "Phần", en: "Part" },
          items: [
            {
              kind: "table",
              key: "needs",
              label: { vi: "Nhu cầu", en: "Needs" },
              columns: [
                { kind: "integer", key: "count", label: { vi: "Số", en: "Number" }, max: 50 },
                {
                  kind: "choice",
                  key: "level",
                  label: { vi: "Bậc", en: "Level" },
                  options: [{ value: "a", label: { vi: "Cao đẳng, đại học", en: "College, university" } }],
                },
              ],
              rows: { kind: "free", most: 300 },
            },
          ],
        },
      ],
    });
    const book = await openXlsx(Buffer.from(await reportTemplate(form, emptyAnswers(form), to)), { readStyles: true });
    const [sheet, lists, identity] = book.sheets;
    expect(
      sheet?.dataValidations?.map(({ type, formula1, formula2, range }) => [type, formula1, formula2, range]),
    ).toEqual([
      ["whole", "0", "50", expect.stringMatching(/^C\d+:C\d+$/)],
      ["list", "_lists!$A$1:$A$1", undefined, expect.stringMatching(/^D\d+:D\d+$/)],
    ]);
    expect(lists?.rows).toEqual([["Cao đẳng, đại học"]]);
    expect([lists?.veryHidden, identity?.veryHidden, sheet?.protection?.sheet]).toEqual([true, true, true]);
    const unlocked = [...(sheet?.cells ?? [])].filter(([, { style }]) => style?.protection?.locked === false);
    expect(unlocked).toHaveLength(600);
  });

  it("is refused when it is no file to read, as every table is", async () => {
    const bytes = Buffer.from(await reportTemplate(small, emptyAnswers(small), to));
    const refused = async (content: Buffer) => {
      const read = await readTemplate(content, small, expected, today);
      return read.ok ? null : (read.params?.reason ?? read.code);
    };
    expect(await refused(Buffer.from("<html><table><tr><td>1</td></tr></table></html>"))).toBe("html");
    expect(await refused(Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0]))).toBe("legacy_xls");
    expect(await refused(Buffer.alloc(0))).toBe("empty");
    expect(await refused(bytes.subarray(0, bytes.length - 400))).toBe("damaged");
    expect(await refused(Buffer.from("count;5\n"))).toBe("template_not_ours");
    expect(await refused(Buffer.from(await writeXlsx({ sheets: [{ name: "Báo cáo", rows: [["Số", 5]] }] })))).toBe(
      "template_not_ours",
    );
  });

  it("that people filled in as people do is read, and asked back where it is not clear", async () => {
    const both = (text: string) => ({ vi: text, en: `en ${text}` });
    const form = formDefinition.parse({
      sections: [
        {
          key: "s",
          title: both("Phần"),
          items: [
            { kind: "integer", key: "people", label: both("Số người") },
            { kind: "integer", key: "range", label: both("Khoảng") },
            { kind: "money", key: "wage", label: both("Lương") },
            { kind: "decimal", key: "area", label: both("Diện tích") },
            { kind: "decimal", key: "unclear", label: both("Không rõ") },
            { kind: "percent", key: "share", label: both("Tỷ lệ") },
            { kind: "day", key: "on", label: both("Ngày") },
            { kind: "yesNo", key: "union", label: both("Công đoàn") },
            {
              kind: "choice",
              key: "level",
              label: both("Bậc"),
              options: [{ value: "college", label: both("Cao đẳng") }],
            },
            { kind: "integer", key: "broken", label: both("Hỏng") },
          ],
        },
      ],
    });
    const book = await openXlsx(Buffer.from(await reportTemplate(form, emptyAnswers(form), to)), { readStyles: true });
    const [sheet] = book.sheets;
    const put = (key: string, cell: object) => {
      const row = sheet?.rows.findIndex(([code]) => code === rowCode.field(key)) ?? -1;
      const place = `${row},2`;
      sheet?.cells?.set(place, { ...sheet.cells.get(place), ...cell } as never);
      const values = sheet?.rows[row];
      if (values) values[2] = "value" in cell ? (cell.value as string) : null;
    };
    const text = (value: string) => ({ value, type: "string" });
    put("people", text("1.200 người"));
    put("range", text("10-15"));
    put("wage", text("7.500.000 đ"));
    put("area", { value: 100 / 3, formula: "100/3", formulaResult: 100 / 3, type: "formula" });
    put("unclear", text("1.234"));
    put("share", text("12,5 %"));
    put("on", text("30/7/2024"));
    put("union", text("x"));
    put("level", text("CAO DANG"));
    put("broken", { value: "#REF!", type: "error" });
    const read = await readTemplate(Buffer.from(await saveXlsx(book)), form, expected, today);
    if (!read.ok) throw new Error(read.code);
    expect(read.content).toEqual({
      people: 1200,
      range: "10-15",
      wage: 7_500_000,
      area: 33.3333,
      unclear: "1.234",
      share: 12.5,
      on: "2024-07-30",
      union: "yes",
      level: "college",
      broken: null,
    });
    expect(read.findings.map(({ path, code, cell }) => [path[0], code, /^C\d+$/.test(cell ?? "")])).toEqual([
      ["range", "countRange", true],
      ["unclear", "ambiguousNumber", true],
      ["broken", "cellError", true],
    ]);
    const back = Buffer.from(await annotatedTemplate(await saveXlsx(book), form, read.findings, "vi"));
    const again = await openXlsx(back, { readStyles: true });
    const said = [...(again.sheets[0]?.cells?.values() ?? [])].flatMap(({ comment }) => comment?.text ?? []);
    expect(said).toEqual([
      "“10-15” là một khoảng. Hãy nhập một số",
      "“1.234” không rõ là số nào. Hãy nhập số, ví dụ 12,5",
      "Ô có lỗi công thức #REF!. Hãy sửa công thức hoặc nhập giá trị",
    ]);
    // The file that goes back is still the form: what is put right in it can be handed in.
    expect(await readTemplate(back, form, expected, today)).toMatchObject({ ok: true, findings: read.findings });
  });

  it("whose rows are gone or doubled is refused with what is missing", async () => {
    const book = await openXlsx(Buffer.from(await reportTemplate(small, emptyAnswers(small), to)), {
      readStyles: true,
    });
    const [sheet] = book.sheets;
    const row = sheet?.rows.findIndex(([code]) => code === rowCode.field("count")) ?? -1;
    sheet?.rows.splice(row, 1);
    sheet?.cells?.delete(`${row},0`);
    const read = await readTemplate(Buffer.from(await saveXlsx(book)), small, expected, today);
    expect(read).toMatchObject({ ok: false, code: "template_altered", params: { missing: "Số" } });
  });
});
