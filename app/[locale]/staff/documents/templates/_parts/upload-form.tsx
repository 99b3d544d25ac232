"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { FormText } from "@/components/forms/fields";
import { FormFile } from "@/components/forms/file-field";
import { Form } from "@/components/forms/form";
import { SubmitButton } from "@/components/forms/submit-button";
import { usePaperWords } from "@/components/papers/use-paper-words";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { useToast } from "@/components/ui/toast";
import { uploadedTemplate } from "@/lib/papers/template-schema";
import { upload } from "../../actions";

/** Uploads a version of the letter's template; what is wrong in it is listed with its place. */
export function UploadForm() {
  const t = useTranslations("papers.templates");
  const words = usePaperWords();
  const toast = useToast();
  const [open, setOpen] = useState(false);
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      title={t("upload")}
      description={t("uploadBody")}
      trigger={
        <Button variant="primary" icon="plus">
          {t("upload")}
        </Button>
      }
    >
      <Form
        id="template"
        schema={uploadedTemplate}
        action={upload}
        words={words}
        fixed={{ kind: "LETTER" }}
        defaultValues={{ file: null, note: "" }}
        onDone={({ no }) => {
          setOpen(false);
          toast.done(t("uploadedAs", { no }), t("uploadedHint"));
        }}
      >
        <FormFile
          name="file"
          label={t("file")}
          help={t("fileHelp")}
          accept=".docx,application/vnd.openxmlformats-officedocument.wordprocessingml.document"
        />
        <FormText name="note" label={t("note")} optional />
        <div>
          <SubmitButton>{t("upload")}</SubmitButton>
        </div>
      </Form>
    </Dialog>
  );
}
