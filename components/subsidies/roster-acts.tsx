"use client";

import Link from "next/link";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Form } from "@/components/forms/form";
import { SubmitButton } from "@/components/forms/submit-button";
import { FormDay } from "@/components/forms/typed-fields";
import { useWords } from "@/components/forms/use-words";
import { Button, LinkButton } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { Dialog } from "@/components/ui/dialog";
import { useToast } from "@/components/ui/toast";
import { leaving } from "@/lib/subsidies/roster-schema";
import type { Action } from "@/lib/web/action";
import { useRosterWords } from "./use-roster-words";

export type RosterActs = {
  leave: Action<{ id: number; version: number }>;
  back: Action<{ id: number; version: number }>;
  remove: Action<{ id: number }>;
};

/** What may be done with a person of the roster. */
export function RosterActions({
  seen,
  name,
  left,
  base,
  today,
  acts,
}: {
  seen: { id: number; version: number };
  name: string;
  left: boolean;
  base: string;
  today: string;
  acts: RosterActs;
}) {
  const t = useTranslations("roster.entry");
  const router = useRouter();
  const toast = useToast();
  const words = useRosterWords();
  const { sayRefusal } = useWords(words);
  const [leaves, setLeaves] = useState(false);
  return (
    <>
      <LinkButton as={Link} href={`${base}/${seen.id}/edit`} icon="pencil">
        {t("edit")}
      </LinkButton>
      {left ? (
        <Button
          icon="rotate-ccw"
          onClick={async () => {
            const result = await acts.back(seen);
            if (!result.ok) return toast.failed(sayRefusal(result));
            toast.done(t("returned"));
            router.push(`${base}/${result.value.id}`);
          }}
        >
          {t("return")}
        </Button>
      ) : (
        <Dialog
          open={leaves}
          onOpenChange={setLeaves}
          title={t("leaveTitle", { name })}
          description={t("leaveBody")}
          trigger={<Button icon="log-out">{t("leave")}</Button>}
        >
          <Form
            id={`leave-${seen.id}`}
            schema={leaving}
            action={acts.leave}
            fixed={seen}
            defaultValues={{ leftOn: today }}
            words={words}
            onDone={() => setLeaves(false)}
          >
            <LeftOn today={today} />
            <SubmitButton>{t("leave")}</SubmitButton>
          </Form>
        </Dialog>
      )}
      <ConfirmDialog
        danger
        title={t("removeTitle", { name })}
        confirm={t("remove")}
        trigger={
          <Button variant="quiet" icon="trash">
            {t("remove")}
          </Button>
        }
        onConfirm={async () => {
          const result = await acts.remove(seen);
          if (!result.ok) return sayRefusal(result);
          toast.done(t("removed"));
          router.push(base);
          return undefined;
        }}
      >
        {t("removeBody")}
      </ConfirmDialog>
    </>
  );
}

function LeftOn({ today }: { today: string }) {
  const t = useTranslations("roster.field");
  return <FormDay name="leftOn" label={t("leftOn")} max={today} />;
}
