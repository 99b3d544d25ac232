import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Field, Input, Select } from "@/components/ui/field";
import type { PeopleFilter } from "@/lib/identity/people-filter";
import { staffRoles } from "@/lib/identity/schema";

/** Looks up accounts; a plain form, so the address is the state. */
export function PeopleSearch({ here, filter }: { here: string; filter: PeopleFilter }) {
  const t = useTranslations("account");
  return (
    <search>
      <form action={here} className="flex flex-wrap items-end gap-3">
        {filter.kind !== "staff" && <input type="hidden" name="kind" value={filter.kind} />}
        <Field id="people-text" label={t("people.find")} className="min-w-0 flex-1 basis-56">
          <Input id="people-text" name="text" type="search" defaultValue={filter.text} />
        </Field>
        {filter.kind === "staff" && (
          <Field id="people-unit" label={t("people.unit")} className="min-w-0 basis-56">
            <Select
              id="people-unit"
              name="unit"
              defaultValue={filter.unit}
              empty={t("people.all")}
              choices={staffRoles.map((value) => ({ value, label: t(`staffRoles.${value}`) }))}
            />
          </Field>
        )}
        <Button type="submit" icon="search">
          {t("people.filter")}
        </Button>
      </form>
    </search>
  );
}
