"use client";

import { useTranslations } from "next-intl";
import { type ReactElement, useState } from "react";
import { FormText, FormTextarea } from "@/components/forms/fields";
import { Form } from "@/components/forms/form";
import { SubmitButton } from "@/components/forms/submit-button";
import { FormDay, FormNumber } from "@/components/forms/typed-fields";
import { useWords } from "@/components/forms/use-words";
import { BulkBar } from "@/components/ui/bulk-bar";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { Dialog } from "@/components/ui/dialog";
import { useSelection } from "@/components/ui/selection";
import { useToast } from "@/components/ui/toast";
import { recordedPeople } from "@/lib/subsidies/course-schema";
import type { Action } from "@/lib/web/action";
import { useCourseWords } from "./use-course-words";

type What = "attended" | "completed" | "dropped";

/** A recording for the people who are ticked. */
function Recording({
  what,
  courseId,
  ids,
  months,
  today,
  record,
  trigger,
  onDone,
}: {
  what: What;
  courseId: number;
  ids: number[];
  months: number;
  today: string;
  record: Action<unknown>;
  trigger: ReactElement;
  onDone: () => void;
}) {
  const t = useTranslations("courses.people");
  const [open, setOpen] = useState(false);
  const words = useCourseWords();
  return (
    <Dialog open={open} onOpenChange={setOpen} title={t(`heading.${what}`, { count: ids.length })} trigger={trigger}>
      <Form
        id={`record-${what}`}
        schema={recordedPeople}
        action={record}
        fixed={{ courseId, participantIds: ids, what }}
        defaultValues={{ months: what === "completed" ? months : null, on: today, certificateNo: "", reason: "" }}
        words={words}
        onDone={() => {
          setOpen(false);
          onDone();
        }}
      >
        {what !== "attended" && <FormDay name="on" label={t(`${what}On`)} max={today} />}
        <FormNumber name="months" label={t("months")} help={t("monthsHelp", { months })} />
        {what === "completed" && ids.length === 1 && (
          <FormText name="certificateNo" label={t("certificateNo")} optional />
        )}
        {what === "dropped" && <FormTextarea name="reason" label={t("reason")} rows={2} />}
        <SubmitButton>{t("record")}</SubmitButton>
      </Form>
    </Dialog>
  );
}

/** What can be done with the people of a course who are ticked; stands over the list's foot while somebody is. */
export function CoursePeopleBar({
  container,
  courseId,
  months,
  today,
  open,
  record,
  remove,
}: {
  container: string;
  courseId: number;
  months: number;
  today: string;
  /** The course runs or has ended: how far people came can be recorded. */
  open: boolean;
  record: Action<unknown>;
  remove: Action<unknown>;
}) {
  const t = useTranslations("courses.people");
  const { ids, set } = useSelection(container);
  const { sayRefusal } = useWords(useCourseWords());
  const toast = useToast();
  const participantIds = ids.map(Number);
  if (ids.length === 0) return null;
  const done = () => {
    toast.done(t("recorded"));
    set(false);
  };
  const given = { courseId, months, today, record, ids: participantIds, onDone: done };
  return (
    <BulkBar label={t("bulk")}>
      <p>{t("chosen", { count: ids.length })}</p>
      {open && (
        <>
          {(["attended", "completed", "dropped"] as const).map((what) => (
            <Recording key={what} what={what} {...given} trigger={<Button size="sm">{t(what)}</Button>} />
          ))}
          <Button
            size="sm"
            onClick={async () => {
              const result = await record({ courseId, participantIds, what: "again" });
              if (result.ok) done();
              else toast.failed(sayRefusal(result));
            }}
          >
            {t("again")}
          </Button>
        </>
      )}
      <ConfirmDialog
        danger
        title={t("removeTitle", { count: ids.length })}
        confirm={t("remove")}
        trigger={<Button size="sm">{t("remove")}</Button>}
        onConfirm={async () => {
          const result = await remove({ courseId, participantIds });
          if (!result.ok) return sayRefusal(result);
          done();
          return undefined;
        }}
      />
    </BulkBar>
  );
}

type Add = Action<{ added: number }>;

/** Puts people in, once however often one clicks, and says how many. */
function useAdding(add: Add): { pending: boolean; run: (input: object) => Promise<boolean> } {
  const t = useTranslations("courses.people");
  const { sayRefusal } = useWords(useCourseWords());
  const toast = useToast();
  const [pending, setPending] = useState(false);
  const run = async (input: object) => {
    if (pending) return false;
    setPending(true);
    const result = await add(input);
    setPending(false);
    if (result.ok) toast.done(t("added", { count: result.value.added }));
    else toast.failed(sayRefusal(result));
    return result.ok;
  };
  return { pending, run };
}

/** Takes the people who are ticked into the course. */
export function ChooseBar({ container, courseId, add }: { container: string; courseId: number; add: Add }) {
  const t = useTranslations("courses.people");
  const { ids, set } = useSelection(container);
  const { pending, run } = useAdding(add);
  if (ids.length === 0) return null;
  return (
    <BulkBar label={t("bulk")}>
      <p>{t("chosen", { count: ids.length })}</p>
      <Button
        size="sm"
        aria-disabled={pending || undefined}
        onClick={async () => {
          if (await run({ courseId, entryIds: ids.map(Number) })) set(false);
        }}
      >
        {t("add")}
      </Button>
    </BulkBar>
  );
}

/** Takes everybody whom the search finds into the course, however many pages they fill. */
export function AddFound({ courseId, q, count, add }: { courseId: number; q: string; count: number; add: Add }) {
  const t = useTranslations("courses.people");
  const { pending, run } = useAdding(add);
  return (
    <Button size="sm" icon="users" aria-disabled={pending || undefined} onClick={() => run({ courseId, found: q })}>
      {t("addFound", { count })}
    </Button>
  );
}
