"use client";

import { useLocale, useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { UploadField } from "@/components/files/upload-field";
import { FormSelect } from "@/components/forms/fields";
import { Form } from "@/components/forms/form";
import { SubmitButton } from "@/components/forms/submit-button";
import { useWords } from "@/components/forms/use-words";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Notice } from "@/components/ui/notice";
import { useToast } from "@/components/ui/toast";
import type { Proposal } from "@/lib/subsidies/dossier-paper-commands";
import { mostFiles, placedFiles } from "@/lib/subsidies/dossier-schema";
import { paperName } from "@/lib/subsidies/finding-words";
import { onePaper } from "@/lib/subsidies/paper-form";
import type { Policy, PolicyPaper } from "@/lib/subsidies/policy";
import type { DossierActs } from "./dossier-acts";
import { useDossierWords } from "./use-dossier-words";

/** Takes one paper back. */
export function TakeBackPaper({
  id,
  paperId,
  name,
  takeBack,
}: {
  id: number;
  paperId: number;
  name: string;
  takeBack: DossierActs["takeBack"];
}) {
  const t = useTranslations("dossiers.papers");
  const toast = useToast();
  const { sayRefusal } = useWords(useDossierWords());
  return (
    <Button
      size="sm"
      variant="quiet"
      icon="x"
      className="no-print"
      aria-label={t("takeBackOf", { name })}
      onClick={async () => {
        const result = await takeBack({ id, paperId });
        if (!result.ok) toast.failed(sayRefusal(result));
      }}
    >
      {t("takeBack")}
    </Button>
  );
}

/** Sends a form with files when all of them have come: what is still on its way would be left out. */
function SendFiles({ underWay, children }: { underWay: number; children: ReactNode }) {
  const t = useTranslations("dossiers.papers");
  return (
    <SubmitButton aria-disabled={underWay > 0 || undefined} onClick={(event) => underWay > 0 && event.preventDefault()}>
      {underWay > 0 ? t("underWay", { count: underWay }) : children}
    </SubmitButton>
  );
}

/** Brings one paper of a person, or of the dossier (`personId` null); one that is there already is replaced. */
export function BringPaper({
  id,
  personId,
  name,
  papers,
  megabytes,
  attach,
}: {
  id: number;
  personId: number | null;
  /** Whose paper it is, for the dialog's title. */
  name: string;
  papers: readonly PolicyPaper[];
  megabytes: number;
  attach: DossierActs["attach"];
}) {
  const t = useTranslations("dossiers.papers");
  const locale = useLocale();
  const words = useDossierWords();
  const [open, setOpen] = useState(false);
  const [underWay, setUnderWay] = useState(0);
  const send: DossierActs["attach"] = (input, meta) => {
    const { file, code } = onePaper.parse(input);
    return attach({ id, papers: [{ key: file[0], code, personId }] }, meta);
  };
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      title={t("bringTitle", { name })}
      trigger={
        <Button size="sm" icon="upload">
          {t("bring")}
        </Button>
      }
    >
      <Form
        id={`paper-${id}-${personId ?? "dossier"}`}
        schema={onePaper}
        action={send}
        defaultValues={{ code: papers[0]?.code ?? "", file: [] }}
        words={words}
        onDone={() => setOpen(false)}
      >
        <FormSelect
          name="code"
          label={t("which")}
          choices={papers.map(({ code, name: called }) => ({ value: code, label: called[locale] }))}
        />
        <UploadField
          name="file"
          label={t("file")}
          purpose="dossier.paper"
          megabytes={megabytes}
          most={1}
          onUnderWay={setUnderWay}
        />
        <SendFiles underWay={underWay}>{t("attach")}</SendFiles>
      </Form>
    </Dialog>
  );
}

/** Many files at once: the portal reads from their names whose they are and which paper, and asks before it puts them there. */
export function BringMany({
  id,
  policy,
  megabytes,
  place,
  attach,
}: {
  id: number;
  policy: Policy;
  megabytes: number;
  place: DossierActs["place"];
  attach: DossierActs["attach"];
}) {
  const t = useTranslations("dossiers.papers");
  const locale = useLocale();
  const words = useDossierWords();
  const { sayRefusal } = useWords(words);
  const toast = useToast();
  const [proposal, setProposal] = useState<Proposal | null>(null);
  /** What a form begins with: nothing, or files of the one before that have no place yet. */
  const [round, setRound] = useState<{ no: number; keys: string[] }>({ no: 0, keys: [] });
  const [underWay, setUnderWay] = useState(0);
  return (
    <div className="space-y-4">
      <Form
        key={round.no}
        id={`papers-${id}`}
        schema={placedFiles}
        action={place}
        fixed={{ id }}
        defaultValues={{ keys: round.keys }}
        words={words}
        onDone={setProposal}
      >
        <UploadField
          name="keys"
          label={t("many")}
          help={t("manyHelp", { most: mostFiles, maximum: megabytes })}
          purpose="dossier.paper"
          megabytes={megabytes}
          most={mostFiles}
          onUnderWay={setUnderWay}
        />
        <div>
          <SendFiles underWay={underWay}>{t("propose")}</SendFiles>
        </div>
      </Form>
      {proposal && (
        <Notice
          kind={proposal.unplaced.length > 0 ? "waiting" : "info"}
          live
          title={t("proposed", { count: proposal.places.length })}
        >
          {proposal.places.length > 0 && (
            <ul className="mt-1 max-h-72 list-disc overflow-y-auto pl-5">
              {proposal.places.map((one) => (
                <li key={one.key}>
                  {t("goesTo", {
                    file: one.name,
                    paper: paperName(policy, one.code, locale),
                    person: one.fullName ?? t("wholeDossier"),
                  })}
                  {one.replaces && ` ${t("replaces")}`}
                </li>
              ))}
            </ul>
          )}
          {proposal.unplaced.length > 0 && (
            <p className="mt-2">{t("unplaced", { names: proposal.unplaced.map(({ name }) => name).join(", ") })}</p>
          )}
          {proposal.places.length > 0 && (
            <Button
              className="mt-3"
              onClick={async () => {
                const papers = proposal.places.map(({ key, code, personId }) => ({ key, code, personId }));
                const result = await attach({ id, papers });
                if (!result.ok) return toast.failed(sayRefusal(result));
                toast.done(t("attached", { count: papers.length }));
                setProposal(null);
                setRound({ no: round.no + 1, keys: proposal.unplaced.map(({ key }) => key) });
              }}
            >
              {t("confirm", { count: proposal.places.length })}
            </Button>
          )}
        </Notice>
      )}
    </div>
  );
}
