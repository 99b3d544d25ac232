"use client";

import { useLocale, useTranslations } from "next-intl";
import { memo } from "react";
import { Button } from "@/components/ui/button";
import { classes } from "@/components/ui/classes";
import { Icon, type IconName } from "@/components/ui/icon";
import { useFileWords } from "./use-file-words";
import type { UploadLine } from "./use-uploads";

const icons = {
  waiting: "clock",
  sending: "upload",
  stopped: "wifi-off",
  checking: "hourglass",
  ready: "circle-check",
  refused: "circle-x",
} as const satisfies Record<UploadLine["state"], IconName>;

const tones: Record<UploadLine["state"], string> = {
  waiting: "text-mist-600",
  sending: "text-harbour-600",
  stopped: "text-amber",
  checking: "text-harbour-600",
  ready: "text-leaf",
  refused: "text-brick",
};

/**
 * A file of an upload field: its name and size, how far it is, what is wrong with it, and what can be done. Drawn again only
 * when something of it changes: of hundreds of files one moves at a time.
 */
export const UploadLineView = memo(function UploadLineView({
  line,
  canGoOn,
  onGoOn,
  onRemove,
}: {
  line: UploadLine;
  canGoOn: boolean;
  onGoOn: (id: string) => void;
  onRemove: (line: UploadLine) => void;
}) {
  const t = useTranslations("files");
  const locale = useLocale();
  const { sayProblem, sayRefusal } = useFileWords();
  const { name, size, sent, state, why } = line;
  const percent = size > 0 ? Math.floor((sent / size) * 100) : 0;
  const amount = new Intl.NumberFormat(locale, { maximumFractionDigits: 1, minimumFractionDigits: 1 }).format(
    size / 1e6,
  );
  const under = state === "waiting" || state === "sending" || state === "checking" || state === "stopped";
  return (
    <li className="flex flex-col gap-1.5 border-mist-200 border-b px-3 py-2.5 last:border-b-0">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1.5">
        <Icon name={icons[state]} className={tones[state]} />
        <span className="wrap-anywhere min-w-0 flex-1 basis-40 font-medium">{name}</span>
        <span className="figures text-mist-600 text-sm">{t("size", { amount })}</span>
        <span className={classes("font-medium text-sm", tones[state])}>{t(`state.${state}`, { percent })}</span>
        <span className="flex gap-1">
          {state === "stopped" && canGoOn && (
            <Button
              size="sm"
              icon="rotate-ccw"
              aria-label={t("actions.goOn", { name })}
              onClick={() => onGoOn(line.id)}
            >
              {t("actions.goOnShort")}
            </Button>
          )}
          <Button
            size="sm"
            variant="quiet"
            icon="x"
            aria-label={t(under ? "actions.cancel" : "actions.remove", { name })}
            onClick={() => onRemove(line)}
          >
            {t(under ? "actions.cancelShort" : "actions.removeShort")}
          </Button>
        </span>
      </div>
      {(state === "sending" || state === "stopped") && (
        <progress
          className="h-1.5 w-full accent-harbour-600"
          max={100}
          value={percent}
          aria-label={t("field.progress", { name, percent })}
        />
      )}
      {why && (
        <p className={classes("font-medium text-sm", "stopped" in why ? "text-mist-700" : "text-brick")}>
          {"stopped" in why && t(`stopped.${why.stopped}`, { name })}
          {"refusal" in why && sayRefusal({ ...why.refusal, params: { name, ...why.refusal.params } })}
          {"problem" in why && sayProblem(why.problem, { name, ...why.params })}
        </p>
      )}
    </li>
  );
});
