import { type FormDefinition, formDefinition } from "@/lib/reports/definition";
import type { CallQuestion } from "./call-schema";

/** Section of a call's own questions; `formWith` puts it before this one. */
const own = "questions";
const before = "contact";

/** The school form with a call's own questions. */
export function formWith(base: FormDefinition, questions: readonly CallQuestion[]): FormDefinition {
  const sections = base.sections.filter(({ key }) => key !== own);
  const at = sections.findIndex(({ key }) => key === before);
  const section = {
    key: own,
    title: { vi: "Nội dung riêng của đợt này", en: "Questions of this call" },
    items: questions.map(({ kind, vi, en, required }, no) => ({
      ...{ kind, key: `own${no + 1}`, label: { vi, en }, required },
      ...(kind === "integer" && { sum: true, max: 1_000_000 }),
    })),
  };
  return formDefinition.parse({ ...base, sections: [...sections.slice(0, at), section, ...sections.slice(at)] });
}

/** The own questions that a form holds. */
export const questionsIn = (definition: FormDefinition): CallQuestion[] =>
  (definition.sections.find(({ key }) => key === own)?.items ?? []).flatMap((item) =>
    item.kind === "longText" || item.kind === "text" || item.kind === "integer" || item.kind === "yesNo"
      ? [{ kind: item.kind, vi: item.label.vi, en: item.label.en, required: item.required }]
      : [],
  );
