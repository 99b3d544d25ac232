"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { FormSelect, FormTextarea } from "@/components/forms/fields";
import { Form } from "@/components/forms/form";
import { SubmitButton } from "@/components/forms/submit-button";
import { FormDay } from "@/components/forms/typed-fields";
import { useWords } from "@/components/forms/use-words";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { Dialog } from "@/components/ui/dialog";
import { useToast } from "@/components/ui/toast";
import { callReason, openedCall } from "@/lib/cohorts/call-schema";
import type { Day } from "@/lib/core/day";
import { close, open, remove, reopen } from "../actions";
import { useCallWords } from "./use-call-words";

type Seen = { id: number; version: number };

/** Throws a draft away. */
export function RemoveCall({ seen, list }: { seen: Seen; list: string }) {
  const t = useTranslations("calls.acts");
  const router = useRouter();
  const { sayRefusal } = useWords(useCallWords());
  return (
    <ConfirmDialog
      trigger={
        <Button variant="quiet" icon="trash">
          {t("remove")}
        </Button>
      }
      title={t("removeTitle")}
      confirm={t("remove")}
      danger
      onConfirm={async () => {
        const result = await remove(seen);
        if (!result.ok) return sayRefusal(result);
        router.push(list);
        return undefined;
      }}
    >
      {t("removeBody")}
    </ConfirmDialog>
  );
}

/** Numbers the letter and asks the schools: told before how many. */
export function OpenCall({
  seen,
  schools,
  registers,
  today,
}: {
  seen: Seen;
  schools: number;
  registers: readonly { id: number; label: string }[];
  today: Day;
}) {
  const t = useTranslations("calls.acts");
  const toast = useToast();
  const words = useCallWords();
  const [shown, setShown] = useState(false);
  return (
    <Dialog
      open={shown}
      onOpenChange={setShown}
      title={t("openTitle")}
      description={t("openBody", { count: schools })}
      trigger={
        <Button variant="primary" icon="send">
          {t("open")}
        </Button>
      }
    >
      <Form
        id={`call-open-${seen.id}`}
        schema={openedCall}
        action={open}
        fixed={seen}
        words={words}
        defaultValues={{ registerId: registers[0]?.id ?? null, issuedOn: today }}
        onDone={({ number, people }) => {
          setShown(false);
          toast.done(t("opened", { number, count: people }));
        }}
      >
        <FormSelect
          name="registerId"
          label={t("register")}
          numeric
          choices={registers.map(({ id, label }) => ({ value: String(id), label }))}
        />
        <FormDay name="issuedOn" label={t("issuedOn")} max={today} />
        <div>
          <SubmitButton>{t("openNow")}</SubmitButton>
        </div>
      </Form>
    </Dialog>
  );
}

const moveWords = {
  close: { title: "closeTitle", body: "closeBody", done: "closeDone" },
  reopen: { title: "reopenTitle", body: "reopenBody", done: "reopenDone" },
} as const;

/** Closes or reopens a call, with the reason. */
export function MoveCall({ seen, move }: { seen: Seen; move: "close" | "reopen" }) {
  const t = useTranslations("calls.acts");
  const toast = useToast();
  const words = useCallWords();
  const [shown, setShown] = useState(false);
  return (
    <Dialog
      open={shown}
      onOpenChange={setShown}
      title={t(moveWords[move].title)}
      description={t(moveWords[move].body)}
      trigger={<Button icon={move === "close" ? "check" : "undo-2"}>{t(move)}</Button>}
    >
      <Form
        id={`call-${move}-${seen.id}`}
        schema={callReason}
        action={move === "close" ? close : reopen}
        fixed={seen}
        words={words}
        defaultValues={{ reason: "" }}
        onDone={() => {
          setShown(false);
          toast.done(t(moveWords[move].done));
        }}
      >
        <FormTextarea name="reason" label={t("reason")} rows={3} />
        <div>
          <SubmitButton>{t(move)}</SubmitButton>
        </div>
      </Form>
    </Dialog>
  );
}
