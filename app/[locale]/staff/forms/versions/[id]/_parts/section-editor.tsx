"use client";

import { useLocale, useTranslations } from "next-intl";
import { useFieldArray, useFormContext, useWatch } from "react-hook-form";
import { BothFields } from "@/components/forms/both-fields";
import { FormText } from "@/components/forms/fields";
import { Fold } from "@/components/forms/fold";
import { ListActs } from "@/components/forms/list-acts";
import { Button } from "@/components/ui/button";
import { fieldOf, freeKey, tableOf } from "@/lib/reports/editing";
import { FieldEditor } from "./field-editor";
import { ItemTitle } from "./item-title";
import { TableEditor } from "./table-editor";

type Item = { key: string; kind: string; label?: { vi?: string; en?: string } };

/** One section of the form that is made, with its questions and tables in order. */
export function SectionEditor({ name }: { name: string }) {
  const t = useTranslations("forms.builder");
  const locale = useLocale();
  const { getValues } = useFormContext();
  const { fields, append, move, remove } = useFieldArray({ name: `${name}.items` });
  const items = (useWatch({ name: `${name}.items` }) ?? []) as Item[];
  const taken = () =>
    ((getValues("definition.sections") ?? []) as { items?: Item[] }[]).flatMap((one) =>
      (one.items ?? []).map(({ key }) => key),
    );
  const add = (made: unknown) => append(made as object, { focusName: `${name}.items.${fields.length}.label.vi` });
  return (
    <div className="flex min-w-0 flex-col gap-3">
      <BothFields name={`${name}.title`} label={t("sectionTitle")} maxLength={200} />
      <BothFields name={`${name}.help`} label={t("sectionHelp")} optional maxLength={2000} />
      <FormText name={`${name}.key`} label={t("key")} maxLength={40} spellCheck={false} fieldClass="max-w-56" />
      {fields.map((item, at) => {
        const own = `${name}.items.${at}`;
        // The list knows of what was just added before those who watch the values do.
        return (
          <Fold
            key={item.id}
            name={own}
            begin={!items[at]?.label?.vi}
            title={<ItemTitle name={own} />}
            acts={
              <ListActs
                list={`${name}.items`}
                at={at}
                count={fields.length}
                least={1}
                title={items[at]?.label?.[locale] || String(at + 1)}
                move={move}
                remove={remove}
              />
            }
          >
            {"columns" in item ? <TableEditor name={own} /> : <FieldEditor name={own} place="field" />}
          </Fold>
        );
      })}
      <div className="flex flex-wrap gap-2">
        <Button size="sm" icon="plus" onClick={() => add(fieldOf("integer", freeKey("field", taken())))}>
          {t("addField")}
        </Button>
        <Button size="sm" icon="plus" onClick={() => add(tableOf(freeKey("table", taken())))}>
          {t("addTable")}
        </Button>
      </div>
    </div>
  );
}
