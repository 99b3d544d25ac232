import { expect, it } from "vitest";
import { builtInForms } from "../../prisma/seed/forms/built-in";
import { formDefinition } from "./definition";
import { editedDefinition, fieldOf, opened, referencesIn, ruleOf, sectionOf, tableOf } from "./editing";
import { fieldKinds } from "./field";
import { resolve, ruleKinds } from "./rules";

it.each(builtInForms.map(({ code, definition }) => [code, formDefinition.parse(definition)] as const))(
  "%s opens on the screen and is kept the same",
  (_, definition) => {
    expect(editedDefinition.parse(opened(definition))).toEqual(definition);
  },
);

it("offers every reference that a rule may name, and none else", () => {
  for (const { definition } of builtInForms) {
    const whole = formDefinition.parse(definition);
    const offered = referencesIn(whole.sections, "", "vi").map(({ value }) => value);
    for (const text of offered) expect(resolve(whole, text, null)).not.toBeNull();
    for (const rule of whole.rules)
      if (rule.kind === "sumEquals" && rule.within === null) expect(offered).toContain(rule.total);
  }
});

it("begins what is new with all that the schema asks for but words", () => {
  const words = (made: unknown) =>
    JSON.parse(JSON.stringify(made).replaceAll('""', '"x"').replaceAll('"prefill":"x"', '"prefill":""'));
  for (const kind of fieldKinds) {
    const section = { ...(sectionOf("s", "f") as object), items: [fieldOf(kind, "f"), { ...tableOf("t") }] };
    expect(
      editedDefinition.safeParse({ sections: [words(section)], rules: [], nilAllowed: false }).error,
    ).toBeUndefined();
  }
  for (const kind of ruleKinds) expect(ruleOf(kind)).toMatchObject({ kind, within: "" });
});

it("keeps words and options when a question changes its kind", () => {
  const choice = {
    ...fieldOf("choice", "f"),
    label: { vi: "Hỏi", en: "Ask" },
    options: [{ value: "a", label: { vi: "A", en: "A" } }],
  };
  expect(fieldOf("choices", "f", choice)).toMatchObject({
    kind: "choices",
    label: choice.label,
    options: choice.options,
  });
  expect(fieldOf("integer", "f", choice)).not.toHaveProperty("options");
});
