"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Form } from "@/components/forms/form";
import { SubmitButton } from "@/components/forms/submit-button";
import { FormNumber } from "@/components/forms/typed-fields";
import { usePaperWords } from "@/components/papers/use-paper-words";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { startedRegister } from "@/lib/papers/document-schema";
import { start } from "../actions";

/** Takes a year's register over from paper: the number after which the portal counts on. */
export function StartRegister({ registerId, symbol, year }: { registerId: number; symbol: string; year: number }) {
  const t = useTranslations("papers.documents");
  const words = usePaperWords();
  const [open, setOpen] = useState(false);
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      title={t("startTitle", { symbol, year: String(year) })}
      description={t("startBody")}
      trigger={
        <Button size="sm" variant="quiet">
          {t("start")}
        </Button>
      }
    >
      <Form
        id={`start-${registerId}`}
        schema={startedRegister}
        action={start}
        words={words}
        fixed={{ registerId, year }}
        defaultValues={{ lastNo: null }}
        onDone={() => setOpen(false)}
      >
        <FormNumber name="lastNo" label={t("lastNo")} />
        <div>
          <SubmitButton>{t("startSave")}</SubmitButton>
        </div>
      </Form>
    </Dialog>
  );
}
