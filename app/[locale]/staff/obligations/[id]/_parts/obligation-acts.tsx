"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { EffectView } from "@/components/deadlines/effect-view";
import { useDeadlineWords } from "@/components/deadlines/use-deadline-words";
import { AskDialog } from "@/components/forms/ask-dialog";
import { useWords } from "@/components/forms/use-words";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import type { ObligationState } from "@/lib/db/generated/enums";
import { end, previewAct, remove, resume, start } from "../../actions";

const acts = {
  start: { to: "LIVE", act: start, danger: false },
  end: { to: "ENDED", act: end, danger: true },
  resume: { to: "LIVE", act: resume, danger: false },
} as const;

const allowed: Record<ObligationState, keyof typeof acts> = { DRAFT: "start", LIVE: "end", ENDED: "resume" };

/** Start, end or resume, each with what it would do; a draft that nobody ever owed can be removed. */
export function ObligationActs({
  seen,
  state,
  removable,
  list,
}: {
  seen: { id: number; version: number };
  state: ObligationState;
  removable: boolean;
  list: string;
}) {
  const t = useTranslations("deadlines.acts");
  const router = useRouter();
  const words = useDeadlineWords();
  const { sayRefusal } = useWords(words);
  const name = allowed[state];
  const { to, act, danger } = acts[name];
  return (
    <>
      {removable && (
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
      )}
      <AskDialog
        key={state}
        trigger={<Button variant={danger ? "secondary" : "primary"}>{t(`${name}.word`)}</Button>}
        title={t(`${name}.title`)}
        ask={() => previewAct({ id: seen.id, state: to })}
        show={(effect) => (
          <>
            <p className="mb-4 text-mist-700">{t(`${name}.body`)}</p>
            <EffectView effect={effect} />
          </>
        )}
        confirm={t(`${name}.word`)}
        danger={danger}
        words={words}
        act={() => act(seen)}
      />
    </>
  );
}
