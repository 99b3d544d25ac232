"use client";

import { useTranslations } from "next-intl";
import { createContext, type ReactNode, useContext, useState } from "react";
import { useDossierReviewWords } from "@/components/dossier-review/use-words";
import { FormSelect, FormTextarea } from "@/components/forms/fields";
import { Form } from "@/components/forms/form";
import { SubmitButton } from "@/components/forms/submit-button";
import { useWords } from "@/components/forms/use-words";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { useToast } from "@/components/ui/toast";
import { markedPaper, notedCorrection } from "@/lib/subsidies/review-schema";
import { markAct, noteAct } from "../actions";

/** The place that a correction is asked at, and the same in words. */
export type Anchor = { position: number | null; field: string | null; paperCode: string | null; what: string };
type Asked = { anchor: Anchor; paperId: number | null };

const Asking = createContext<(asked: Asked) => void>(() => {});
const kinds = ["MISSING", "WRONG", "OUTDATED"] as const;

/** One form for all places of a dossier at which a correction can be asked: it opens with its place filled in. */
export function CorrectionDesk({ id, children }: { id: number; children: ReactNode }) {
  const t = useTranslations("dossierReview");
  const words = useDossierReviewWords();
  const toast = useToast();
  const [asked, setAsked] = useState<Asked | null>(null);
  const done = () => {
    setAsked(null);
    toast.done(t("corrected"));
  };
  const paperId = asked?.paperId ?? null;
  const { what, ...place } = asked?.anchor ?? { what: "", position: null, field: null, paperCode: null };
  return (
    <Asking value={setAsked}>
      {children}
      <Dialog
        open={asked !== null}
        onOpenChange={(open) => open || setAsked(null)}
        title={t(paperId === null ? "correctTitle" : "illegibleTitle")}
        description={t("correctAt", { what })}
      >
        {asked && paperId === null && (
          <Form
            id={`correct-at-${id}`}
            schema={notedCorrection}
            action={noteAct}
            fixed={{ id, ...place }}
            defaultValues={{ kind: place.paperCode === null ? "WRONG" : "MISSING", message: "" }}
            words={words}
            onDone={done}
          >
            <FormSelect
              name="kind"
              label={t("kind")}
              choices={kinds.map((value) => ({ value, label: t(`kinds.${value}`) }))}
            />
            <FormTextarea name="message" label={t("message")} rows={3} />
            <div>
              <SubmitButton>{t("noteIt")}</SubmitButton>
            </div>
          </Form>
        )}
        {asked && paperId !== null && (
          <Form
            id={`illegible-${paperId}`}
            schema={markedPaper}
            action={markAct}
            fixed={{ id, paperId, illegible: true }}
            defaultValues={{ message: t("illegibleMessage", { what }) }}
            words={words}
            onDone={done}
          >
            <FormTextarea name="message" label={t("message")} rows={3} />
            <div>
              <SubmitButton>{t("markIllegible")}</SubmitButton>
            </div>
          </Form>
        )}
      </Dialog>
    </Asking>
  );
}

/** Opens the form of a correction at a place; `bare`: its sign alone, where many stand together. */
export function AskAt({ anchor, bare }: { anchor: Anchor; bare?: boolean }) {
  const t = useTranslations("dossierReview");
  const ask = useContext(Asking);
  return (
    <Button
      size="sm"
      variant="quiet"
      icon="pencil"
      className="no-print"
      aria-label={t("askAt", { what: anchor.what })}
      title={t("askHere")}
      onClick={() => ask({ anchor, paperId: null })}
    >
      {!bare && t("askHere")}
    </Button>
  );
}

/** What an officer says of a paper: something is to be mended, it cannot be read, or it can after all. */
export function PaperActs({
  id,
  paper,
  anchor,
}: {
  id: number;
  paper: { id: number; illegible: boolean };
  anchor: Anchor;
}) {
  const t = useTranslations("dossierReview");
  const ask = useContext(Asking);
  const toast = useToast();
  const { sayRefusal } = useWords(useDossierReviewWords());
  return (
    <span className="inline-flex">
      <AskAt anchor={anchor} bare />
      {paper.illegible ? (
        <Button
          size="sm"
          variant="quiet"
          icon="undo-2"
          className="no-print"
          aria-label={t("legibleOf", { what: anchor.what })}
          onClick={async () => {
            const result = await markAct({ id, paperId: paper.id, illegible: false });
            if (result.ok) toast.done(t("legibleDone"));
            else toast.failed(sayRefusal(result));
          }}
        >
          {t("legible")}
        </Button>
      ) : (
        <Button
          size="sm"
          variant="quiet"
          icon="circle-x"
          className="no-print"
          aria-label={t("illegibleOf", { what: anchor.what })}
          title={t("markIllegible")}
          onClick={() => ask({ anchor, paperId: paper.id })}
        />
      )}
    </span>
  );
}
