"use client";

import { useLocale } from "next-intl";
import { type ReactNode, useMemo } from "react";
import { z } from "zod";
import { Form, type FormProps } from "@/components/forms/form";
import type { OwnWords } from "@/components/forms/use-words";
import { Card } from "@/components/ui/card";
import { answersSchema, openedAnswers } from "@/lib/reports/answers";
import type { FormDefinition } from "@/lib/reports/definition";
import { FieldInput } from "./field-input";
import { type NotesOf, TableInput } from "./table-input";
import { useReportWords } from "./use-report-words";

/** Where the answers lie in the input of the command that takes them. */
const place = "content";

export type ReportNotes = {
  /** What the reviewer said, by path: `workers`, `training`, `training.welding.women`, `needs.0.count`. */
  reasons?: Readonly<Record<string, string>> | undefined;
  /** Paths of what was filled with what the portal knows. */
  known?: readonly string[] | undefined;
  /** Paths of what is only proposed. */
  proposed?: readonly string[] | undefined;
};

/** The questions of a form, within `<Form>`; answers are kept under `content`. */
export function ReportFields({ definition, reasons, known, proposed }: { definition: FormDefinition } & ReportNotes) {
  const locale = useLocale();
  const notes: NotesOf = (path) => ({
    ...(reasons?.[path] && { reason: reasons[path] }),
    ...(known?.includes(path) && { known: true }),
    ...(proposed?.includes(path) && { proposed: true }),
  });
  return definition.sections.map((section) => (
    <Card key={section.key} title={section.title[locale]}>
      <div className="flex min-w-0 flex-col gap-6">
        {section.help && <p className="max-w-measure text-mist-600">{section.help[locale]}</p>}
        {section.items.map((item) =>
          item.kind === "table" ? (
            <TableInput key={item.key} table={item} name={`${place}.${item.key}`} notes={notes} />
          ) : (
            <div
              key={item.key}
              className={item.kind === "longText" || item.kind === "choices" ? undefined : "max-w-xl"}
            >
              <FieldInput field={item} name={`${place}.${item.key}`} notes={notes(item.key)} />
            </div>
          ),
        )}
      </div>
    </Card>
  ));
}

/**
 * Any form as a page to fill in, by its definition alone: kept on the device and by `save` while one types, checked by the
 * form's own schema, handed in by `action` as `{ ...fixed, content }`. `children` are what stands below: the acts.
 */
export function ReportForm<T>({
  definition,
  content,
  reasons,
  known,
  proposed,
  fixed,
  beside,
  head,
  refusal,
  children,
  ...form
}: {
  definition: FormDefinition;
  content: unknown;
  /** Kept and sent beside the answers. */
  beside?: Readonly<Record<string, unknown>> | undefined;
  /** Stands above the questions. */
  head?: ReactNode;
  /** Why the act was refused, where the form's own words do not say it. */
  refusal?: OwnWords["refusal"];
  children?: ReactNode;
} & ReportNotes &
  Pick<FormProps<T>, "id" | "action" | "fixed" | "onDone" | "autosave">) {
  const own = useReportWords(definition);
  const words: OwnWords = { ...own, refusal: (refused) => own.refusal?.(refused) ?? refusal?.(refused) };
  const schema = useMemo(() => z.looseObject({ [place]: answersSchema(definition) }), [definition]);
  const values = useMemo(
    () => ({ ...beside, [place]: openedAnswers(definition, content) }),
    [definition, content, beside],
  );
  return (
    <Form {...form} schema={schema} words={words} defaultValues={values} fixed={fixed}>
      {head}
      <ReportFields definition={definition} reasons={reasons} known={known} proposed={proposed} />
      {children}
    </Form>
  );
}
