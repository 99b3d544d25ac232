import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { problemsOf } from "@/lib/core/problems";
import { type Answers, answersSchema, draftSchema, emptyAnswers, findingsOf } from "./answers";
import { compareAnswers } from "./compare";
import { type FormDefinition, type FormDefinitionInput, formDefinition } from "./definition";
import { figuresOf } from "./figures";

const both = (text: string) => ({ vi: text, en: text });
const option = (value: string) => ({ value, label: both(value) });

const input: FormDefinitionInput = {
  nilAllowed: true,
  sections: [
    {
      key: "main",
      title: both("Main"),
      items: [
        { kind: "integer", key: "workers", label: both("Workers"), required: true, sum: true },
        { kind: "integer", key: "men", label: both("Men") },
        { kind: "integer", key: "women", label: both("Women") },
        { kind: "yesNo", key: "hasUnion", label: both("Union") },
        { kind: "text", key: "union", label: both("Union's name") },
        { kind: "day", key: "from", label: both("From") },
        { kind: "day", key: "to", label: both("To") },
        { kind: "choices", key: "fields", label: both("Fields"), options: [option("electric"), option("mechanic")] },
        { kind: "decimal", key: "share", label: both("Share") },
        {
          kind: "table",
          key: "training",
          label: both("Training"),
          columns: [
            { kind: "integer", key: "all", label: both("All"), sum: true },
            { kind: "integer", key: "women", label: both("Women") },
          ],
          rows: {
            kind: "fixed",
            rows: [
              { key: "welding", label: both("Welding") },
              { key: "it", label: both("IT") },
            ],
          },
        },
        {
          kind: "table",
          key: "needs",
          label: both("Needs"),
          columns: [
            {
              kind: "choice",
              key: "level",
              label: both("Level"),
              options: [option("college"), option("none")],
              required: true,
            },
            { kind: "integer", key: "count", label: both("Count"), required: true, min: 1, sum: true },
          ],
          rows: { kind: "free", most: 3, groupBy: "level" },
        },
      ],
    },
  ],
  rules: [
    { kind: "sumEquals", total: "workers", parts: ["men", "women"] },
    { kind: "notMore", less: "from", than: "to" },
    { kind: "requiredWhen", field: "union", when: "hasUnion", is: { test: "equals", value: "yes" } },
    { kind: "notMore", within: "training", less: "women", than: "all" },
    { kind: "notMore", less: "training.all", than: "workers" },
    { kind: "atLeastOne", fields: ["fields", "share", "needs"] },
  ],
};
const form: FormDefinition = formDefinition.parse(input);
const good = {
  workers: 10,
  men: 4,
  women: 6,
  fields: ["mechanic", "electric"],
  training: { welding: { all: 3, women: 1 }, it: { all: 2 } },
  needs: [
    { level: "college", count: 5 },
    { level: "", count: null },
    { level: "college", count: 2 },
  ],
};
const codes = (content: unknown) => findingsOf(form, content).map(({ path, code }) => `${path.join(".")} ${code}`);
const item = (one: FormDefinitionInput, at: number) => one.sections[0]?.items[at] ?? {};
const refused = (change: (copy: FormDefinitionInput) => void) => {
  const copy = structuredClone(input);
  change(copy);
  const parsed = formDefinition.safeParse(copy);
  return parsed.success ? [] : problemsOf(parsed.error).map(({ path, code }) => `${path.join(".")} ${code}`);
};

describe("a definition", () => {
  it("names the place of what is wrong with it", () => {
    expect(refused((one) => Object.assign(item(one, 8), { key: "men" }))).toEqual([
      "sections.0.items.8.key keyTwice",
      "rules.5.fields.1 unknownReference",
    ]);
    expect(refused((one) => Object.assign(item(one, 1), { key: "constructor" }))[0]).toContain("reservedKey");
    expect(refused((one) => one.sections[0]?.items.splice(1, 1))).toEqual(["rules.0.parts.0 unknownReference"]);
    expect(refused((one) => Object.assign(item(one, 0), { prefill: "enterprise.shoeSize" }))).toEqual([
      "sections.0.items.0.prefill unknownFact",
    ]);
    expect(refused((one) => Object.assign(item(one, 3), { prefill: "enterprise.headcount" }))).toEqual([
      "sections.0.items.3.prefill unknownFact",
    ]);
    expect(refused((one) => Object.assign(item(one, 0), { min: 5, max: 4 }))).toEqual([
      "sections.0.items.0.min minAboveMax",
    ]);
    expect(refused((one) => Object.assign(one.rules?.[0] ?? {}, { total: "union" }))).toEqual([
      "rules.0.total notANumber",
    ]);
    expect(refused((one) => Object.assign(one.rules?.[2] ?? {}, { is: { test: "equals", value: "maybe" } }))).toEqual([
      "rules.2.is.value unknownAnswer",
    ]);
    expect(refused((one) => Object.assign(item(one, 0), { options: [] }))[0]).toContain("sections.0.items.0");
  });

  it("refuses rules that lead in a circle, and says which", () => {
    const copy = structuredClone(input);
    copy.rules?.push({ kind: "sumEquals", total: "men", parts: ["workers", "share"] });
    const parsed = formDefinition.safeParse(copy);
    expect(parsed.success ? null : problemsOf(parsed.error)).toEqual([
      { path: ["rules", 6], code: "circle", params: { path: "workers → men → workers" } },
    ]);
  });
});

describe("answers", () => {
  it("are given back whole, tidied, without empty rows", () => {
    const content = answersSchema(form).parse(good);
    expect(content).toMatchObject({
      fields: ["electric", "mechanic"],
      union: null,
      training: { it: { all: 2, women: null } },
    });
    expect(content.needs).toEqual([
      { level: "college", count: 5 },
      { level: "college", count: 2 },
    ]);
    expect(answersSchema(form).parse(content)).toEqual(content);
  });

  it("are asked for by the rules", () => {
    expect(codes(good)).toEqual([]);
    expect(codes({ ...good, women: 5 })).toEqual(["workers rule_sumEquals"]);
    expect(codes({ ...good, hasUnion: "yes" })).toEqual(["union rule_requiredWhen"]);
    expect(codes({ ...good, from: "2024-02-02", to: "2024-02-01" })).toEqual(["from rule_notMore"]);
    expect(codes({ ...good, training: { it: { all: 2, women: 3 } } })).toEqual(["training.it.women rule_notMore"]);
    expect(codes({ ...good, training: { it: { all: 11 } } })).toEqual(["training.root rule_notMore"]);
    expect(codes({ ...good, fields: [], needs: [{}] })).toEqual(["fields rule_atLeastOne"]);
  });

  it("are refused at their place, and a rule says nothing of what is wrong in itself", () => {
    expect(codes({ ...good, men: "4 người" })).toEqual(["men number"]);
    expect(codes({ ...good, workers: null })).toEqual(["workers required"]);
    expect(codes({ ...good, share: 0.12345 })).toEqual(["share fourDecimals"]);
    expect(codes({ ...good, needs: [{}, { level: "college", count: 0 }] })).toEqual(["needs.1.count tooSmall"]);
    expect(codes({ ...good, needs: [1, 2, 3, 4].map((count) => ({ level: "none", count })) })).toEqual([
      "needs.root tooManyRows",
    ]);
    expect(codes({ ...good, extra: 1 })).toEqual([" unknownField"]);
    for (const bad of [null, 3, "x", []]) expect(codes(bad)).toContain(" invalid");
    expect(codes({ ...good, training: [], needs: {} })).toEqual(["training.root invalid", "needs.root invalid"]);
  });

  it("as a draft keep everything that was typed", () => {
    const typed = {
      ...emptyAnswers(form),
      men: "4 người",
      needs: [
        { level: "", count: "" },
        { level: "college", count: "ba" },
      ],
    };
    const kept = draftSchema(form).parse(typed);
    expect(kept).toMatchObject({ men: "4 người", needs: typed.needs });
    expect(draftSchema(form).parse(kept)).toEqual(kept);
  });

  it("of any kind at all are refused or kept, and never break anything", () => {
    const anything = fc.anything({ withBigInt: true, withDate: true, withMap: true, withNullPrototype: true });
    const near = fc.record(
      Object.fromEntries(
        ["workers", "men", "fields", "from", "training", "needs", "__proto__"].map((key) => [key, anything]),
      ),
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(fc.oneof(anything, near), (raw) => {
        const draft = draftSchema(form).safeParse(raw);
        expect(draft.success).toBe(true);
        const parsed = answersSchema(form).safeParse(raw);
        expect(parsed.success).toBe(findingsOf(form, raw).length === 0);
        if (parsed.success) expect(answersSchema(form).parse(parsed.data)).toEqual(parsed.data);
        if (draft.success) expect(draftSchema(form).parse(draft.data)).toEqual(draft.data);
      }),
      { numRuns: 1_000 },
    );
  });

  it("add up by column, row and group", () => {
    const figures = figuresOf(form, answersSchema(form).parse(good) as Answers);
    expect(figures).toEqual({
      workers: 10,
      "training.all": 5,
      "training.all.welding": 3,
      "training.all.it": 2,
      "needs.count": 7,
      "needs.count.college": 7,
      "needs.count.none": 0,
    });
  });

  it("are compared field by field", () => {
    const before = answersSchema(form).parse(good);
    const after = answersSchema(form).parse({ ...good, fields: ["electric"], needs: [{ level: "college", count: 5 }] });
    expect(compareAnswers(form, before, after, "en")).toEqual([
      { key: "fields", label: "Fields", before: "electric; mechanic", after: "electric" },
      { key: "needs.1.level", label: "Needs · 2 · Level", before: "college", after: "" },
      { key: "needs.1.count", label: "Needs · 2 · Count", before: "2", after: "" },
    ]);
  });
});
