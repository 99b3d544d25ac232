"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { useFieldArray } from "react-hook-form";
import { MovedList } from "@/components/deadlines/moved-list";
import { useDeadlineWords } from "@/components/deadlines/use-deadline-words";
import { AskDialog } from "@/components/forms/ask-dialog";
import { FormCheckbox, FormSelect, FormText, FormTextarea } from "@/components/forms/fields";
import { Form } from "@/components/forms/form";
import { SubmitButton } from "@/components/forms/submit-button";
import { FormDay } from "@/components/forms/typed-fields";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { useToast } from "@/components/ui/toast";
import type { CalendarOutcome, MovedByCalendar } from "@/lib/deadlines/calendar-commands";
import { calendarChange, calendarDayKinds } from "@/lib/deadlines/schema";
import type { Action } from "@/lib/web/action";
import { add, change, preview } from "../actions";

export type DecisionValues = {
  citation: string;
  issuedOn: string | null;
  verified: boolean;
  note: string;
  days: { day: string | null; kind: string; nameVi: string; nameEn: string }[];
};

/** A decision on days off and on. What it would move is shown before it is saved; what it moved, after. */
export function DecisionForm({ id, content, back }: { id: number | null; content: DecisionValues; back: string }) {
  const t = useTranslations("deadlines.calendar");
  const words = useDeadlineWords();
  const toast = useToast();
  const router = useRouter();
  const sent = useRef<{ content?: unknown }>({});
  const [shown, setShown] = useState<{ answer: MovedByCalendar[] } | null>(null);
  const ask: Action<CalendarOutcome> = (input) => {
    sent.current = input as { content?: unknown };
    return preview(input);
  };
  return (
    <>
      <Form
        id={id === null ? "calendar-new" : `calendar-${id}`}
        schema={calendarChange}
        action={ask}
        fixed={{ id }}
        words={words}
        defaultValues={{ content }}
        onDone={({ moved }) => setShown({ answer: moved })}
      >
        <Card className="max-w-3xl">
          <div className="flex flex-col gap-5">
            <FormText name="content.citation" label={t("citation")} help={t("citationHelp")} />
            <FormDay name="content.issuedOn" label={t("issuedOn")} optional />
            <FormCheckbox name="content.verified" label={t("verifiedLabel")} help={t("verifiedHelp")} />
            <FormTextarea name="content.note" label={t("note")} optional rows={2} />
          </div>
        </Card>
        <Days />
        <div>
          <SubmitButton>{t("see")}</SubmitButton>
        </div>
      </Form>
      <AskDialog
        given={shown}
        onClose={() => setShown(null)}
        title={t("seeTitle")}
        show={(moved) => <MovedList moved={moved} />}
        confirm={t("save")}
        words={words}
        act={() => (id === null ? add(sent.current.content) : change({ id, content: sent.current.content }))}
        onDone={({ moved }) => {
          toast.done(t("saved"), t("moves", { count: moved.length }));
          router.push(back);
        }}
      />
    </>
  );
}

function Days() {
  const t = useTranslations("deadlines");
  const { fields, append, remove } = useFieldArray({ name: "content.days" });
  const kinds = calendarDayKinds.map((value) => ({ value, label: t(`dayKind.${value}`) }));
  return (
    <Card title={t("calendar.days")} className="max-w-3xl">
      <ol className="divide-y divide-mist-200">
        {fields.map((field, at) => (
          <li key={field.id} className="grid gap-x-4 gap-y-3 py-4 first:pt-0 sm:grid-cols-2">
            <FormDay name={`content.days.${at}.day`} label={t("calendar.day", { number: at + 1 })} />
            <FormSelect name={`content.days.${at}.kind`} label={t("calendar.kind")} choices={kinds} />
            <FormText name={`content.days.${at}.nameVi`} label={t("calendar.nameVi")} lang="vi" />
            <FormText name={`content.days.${at}.nameEn`} label={t("calendar.nameEn")} lang="en" />
            {fields.length > 1 && (
              <div>
                <Button size="sm" variant="quiet" icon="trash" onClick={() => remove(at)}>
                  {t("calendar.dropDay", { number: at + 1 })}
                </Button>
              </div>
            )}
          </li>
        ))}
      </ol>
      <Button
        size="sm"
        icon="plus"
        onClick={() => append({ day: null, kind: "HOLIDAY", nameVi: "", nameEn: "" })}
        className="mt-2"
      >
        {t("calendar.addDay")}
      </Button>
    </Card>
  );
}
