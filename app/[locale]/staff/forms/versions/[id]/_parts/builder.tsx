"use client";

import { useLocale, useTranslations } from "next-intl";
import { useFieldArray, useFormContext, useWatch } from "react-hook-form";
import { FormCheckbox } from "@/components/forms/fields";
import { Fold } from "@/components/forms/fold";
import { Form } from "@/components/forms/form";
import { SaveStatus } from "@/components/forms/form-messages";
import { ListActs } from "@/components/forms/list-acts";
import { SubmitButton } from "@/components/forms/submit-button";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { useToast } from "@/components/ui/toast";
import type { FormDefinition } from "@/lib/reports/definition";
import { freeKey, opened, referencesIn, ruleOf, sectionOf } from "@/lib/reports/editing";
import type { RuleKind } from "@/lib/reports/rules";
import { formDraft } from "@/lib/reports/schema";
import { useFormWords } from "../../../_parts/use-form-words";
import { save } from "../../../actions";
import { RuleEditor } from "./rule-editor";
import { SectionEditor } from "./section-editor";

type Written = { key: string; title?: { vi?: string; en?: string }; items?: { key: string }[] };

type WrittenRule = {
  kind: RuleKind;
  within?: string;
  total?: string;
  less?: string;
  field?: string;
  fields?: string[];
};

function Sections() {
  const t = useTranslations("forms.builder");
  const locale = useLocale();
  const { fields, append, move, remove } = useFieldArray({ name: "definition.sections" });
  const sections = (useWatch({ name: "definition.sections" }) ?? []) as Written[];
  return (
    <>
      {fields.map((section, at) => {
        const title = sections[at]?.title?.[locale] || t("section", { number: at + 1 });
        return (
          <Card
            key={section.id}
            title={title}
            actions={
              <ListActs
                list="definition.sections"
                at={at}
                count={fields.length}
                least={1}
                title={title}
                move={move}
                remove={remove}
              />
            }
          >
            <SectionEditor name={`definition.sections.${at}`} />
          </Card>
        );
      })}
      <div>
        <Button
          icon="plus"
          onClick={() =>
            append(
              sectionOf(
                freeKey(
                  "section",
                  sections.map(({ key }) => key),
                ),
                freeKey(
                  "field",
                  sections.flatMap(({ items }) => (items ?? []).map(({ key }) => key)),
                ),
              ),
              { focusName: `definition.sections.${fields.length}.title.vi` },
            )
          }
        >
          {t("addSection")}
        </Button>
      </div>
    </>
  );
}

function Rules() {
  const t = useTranslations("forms.builder");
  const kinds = useTranslations("forms.rule");
  const { getValues } = useFormContext();
  const { fields, append, move, remove } = useFieldArray({ name: "definition.rules" });
  const locale = useLocale();
  const rules = (useWatch({ name: "definition.rules" }) ?? []) as WrittenRule[];
  const sections = useWatch({ name: "definition.sections" });
  /** What the rule is about: the label of the first thing it names. */
  const about = (rule: WrittenRule | undefined) => {
    const first = rule?.total || rule?.less || rule?.field || rule?.fields?.[0];
    return referencesIn(sections, rule?.within ?? "", locale).find(({ value }) => value === first)?.label ?? "";
  };
  /** Nothing is chosen yet: it was just added. */
  const isNew = (at: number) => {
    const { total, less, field, fields: some } = getValues(`definition.rules.${at}`) ?? {};
    return !(total || less || field || some?.[0]);
  };
  return (
    <Card title={t("rules")}>
      <div className="flex min-w-0 flex-col gap-3">
        <p className="max-w-measure text-mist-600">{t("rulesLede")}</p>
        {fields.map((rule, at) => {
          const kind = rules[at]?.kind ?? "sumEquals";
          const title = `${at + 1}. ${kinds(kind)}`;
          return (
            <Fold
              key={rule.id}
              name={`definition.rules.${at}`}
              begin={isNew(at)}
              title={
                <>
                  <span className="font-semibold text-harbour-900">{title}</span>
                  <span className="text-mist-600 text-sm">{about(rules[at])}</span>
                </>
              }
              acts={
                <ListActs
                  list="definition.rules"
                  at={at}
                  count={fields.length}
                  title={title}
                  move={move}
                  remove={remove}
                />
              }
            >
              <RuleEditor name={`definition.rules.${at}`} />
            </Fold>
          );
        })}
        <div>
          <Button
            size="sm"
            icon="plus"
            onClick={() => append(ruleOf("sumEquals"), { focusName: `definition.rules.${fields.length}.total` })}
          >
            {t("addRule")}
          </Button>
        </div>
      </div>
    </Card>
  );
}

/** Makes the questions of a draft: sections, questions, tables, rules, in order. Kept on the device while one types. */
export function Builder({
  id,
  version,
  definition,
  owner,
}: {
  id: number;
  version: number;
  definition: FormDefinition;
  owner: number;
}) {
  const t = useTranslations("forms.builder");
  const toast = useToast();
  return (
    <Form
      id={`form-version-${id}`}
      schema={formDraft}
      action={save}
      words={useFormWords()}
      fixed={{ id, version }}
      autosave={{ owner }}
      defaultValues={{ definition: opened(definition) }}
      onDone={() => toast.done(t("saved"))}
    >
      <Sections />
      <Rules />
      <Card title={t("whole")}>
        <FormCheckbox name="definition.nilAllowed" label={t("nilAllowed")} help={t("nilHelp")} />
      </Card>
      <div className="sticky bottom-0 z-10 flex flex-wrap items-center gap-4 border-mist-200 border-t bg-card px-4 py-3">
        <SubmitButton>{t("save")}</SubmitButton>
        <SaveStatus />
      </div>
    </Form>
  );
}
