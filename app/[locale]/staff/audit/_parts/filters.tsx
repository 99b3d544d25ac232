import { useTranslations } from "next-intl";
import { useAuditWords } from "@/components/audit/words";
import { Button } from "@/components/ui/button";
import { SelectField, TextField } from "@/components/ui/field";
import type { AuditFilter } from "@/lib/audit/schema";

/** An ordinary form whose answer is an address: it works without script and can be sent to a colleague. */
export function AuditFilters({
  action,
  filter,
  choices,
}: {
  action: string;
  filter: AuditFilter;
  choices: { commands: string[]; subjectTypes: string[] };
}) {
  const t = useTranslations("admin.audit.filter");
  const outcomes = useTranslations("admin.audit.outcome");
  const words = useAuditWords();
  return (
    <form method="get" action={action} className="mb-5 grid grid-cols-2 items-end gap-3 lg:grid-cols-4">
      <SelectField
        name="command"
        fieldClass="max-sm:col-span-2"
        label={t("command")}
        empty={t("allCommands")}
        defaultValue={filter.command ?? ""}
        choices={choices.commands.map((value) => ({ value, label: words.command(value) }))}
      />
      <TextField
        name="person"
        fieldClass="max-sm:col-span-2"
        type="search"
        label={t("person")}
        defaultValue={filter.person}
        maxLength={100}
      />
      <SelectField
        name="subjectType"
        fieldClass="max-sm:col-span-2"
        label={t("subjectType")}
        empty={t("allSubjects")}
        defaultValue={filter.subjectType ?? ""}
        choices={choices.subjectTypes.map((value) => ({ value, label: words.subject(value) }))}
      />
      <TextField
        name="subjectId"
        fieldClass="max-sm:col-span-2"
        label={t("subjectId")}
        defaultValue={filter.subjectId}
        maxLength={100}
      />
      <TextField name="from" type="date" label={t("from")} defaultValue={filter.from} />
      <TextField name="to" type="date" label={t("to")} defaultValue={filter.to} />
      <SelectField
        name="outcome"
        fieldClass="max-sm:col-span-2"
        label={t("outcome")}
        empty={t("allOutcomes")}
        defaultValue={filter.outcome ?? ""}
        choices={[
          { value: "ok", label: outcomes("ok") },
          { value: "refused", label: outcomes("refused") },
        ]}
      />
      <Button type="submit" icon="funnel" className="justify-self-start">
        {t("apply")}
      </Button>
    </form>
  );
}
