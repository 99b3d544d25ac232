"use client";

import { useLocale, useTranslations } from "next-intl";
import { useDeferredValue, useEffect, useState } from "react";
import { useFormContext, useWatch } from "react-hook-form";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Notice } from "@/components/ui/notice";
import type { SchoolAnswer } from "@/lib/cohorts/answer";
import { proposedFirstYears, rollForward } from "@/lib/cohorts/roll-forward";
import { formatCount } from "@/lib/core/money";

const typed = (rows: unknown): number =>
  (Array.isArray(rows) ? rows : []).filter((row: Record<string, unknown> | null) =>
    Object.values(row ?? {}).some(
      (value) => value !== null && value !== "" && !(Array.isArray(value) && !value.length),
    ),
  ).length;

/**
 * Takes last year's answer over into the form: shows first what comes and what goes, says what it would replace, and can be
 * taken back.
 */
export function RollForward({
  previous,
  year,
  onProposed,
}: {
  previous: SchoolAnswer;
  /** Of the answers that are being typed. */
  year: number;
  /** Told the paths of what is only proposed, whenever they change. */
  onProposed: (paths: string[]) => void;
}) {
  const t = useTranslations("cohorts.roll");
  const locale = useLocale();
  const { getValues, setValue } = useFormContext();
  const [open, setOpen] = useState(false);
  const [before, setBefore] = useState<Record<string, unknown> | null>(null);
  const [undone, setUndone] = useState(false);
  const rolled = rollForward(previous, year);
  const { content, leaving, movedUp } = rolled;
  const proposed = proposedFirstYears(previous, useDeferredValue(useWatch({ name: "content.programmes" }))).join(" ");
  useEffect(() => onProposed(proposed.split(" ")), [proposed, onProposed]);
  const number = (count: number) => formatCount(count, locale);
  const put = (values: Record<string, unknown>) => {
    for (const [key, value] of Object.entries(values)) setValue(`content.${key}`, value, { shouldDirty: true });
  };
  const replaced = open ? typed(getValues("content.programmes")) + typed(getValues("content.graduates")) : 0;
  return (
    <div className="flex flex-wrap items-center gap-3">
      <Dialog
        wide
        open={open}
        onOpenChange={setOpen}
        title={t("title", { year: String(year - 1) })}
        trigger={<Button icon="copy">{t("act")}</Button>}
        footer={
          <>
            <Button onClick={() => setOpen(false)}>{t("cancel")}</Button>
            <Button
              variant="primary"
              onClick={() => {
                const kept = getValues("content") as Record<string, unknown>;
                setBefore(structuredClone(Object.fromEntries(Object.keys(content).map((key) => [key, kept[key]]))));
                // A table keeps a row to type into.
                put({ ...content, graduates: content.graduates.length ? content.graduates : [{}] });
                setUndone(false);
                setOpen(false);
              }}
            >
              {t("confirm")}
            </Button>
          </>
        }
      >
        <div className="space-y-3">
          {replaced > 0 && <Notice kind="waiting" title={t("replaces", { count: replaced })} />}
          <p>{t("what", { programmes: number(content.programmes.length), moved: number(movedUp) })}</p>
          {leaving.length === 0 ? (
            <p>{t("none")}</p>
          ) : (
            <>
              <p>{t("leaving", { count: number(leaving.reduce((all, { count }) => all + count, 0)) })}</p>
              <ul className="max-h-56 list-disc overflow-y-auto pl-5">
                {leaving.map((one) => (
                  <li key={`${one.code}-${one.year}`}>
                    {t("leavingOne", {
                      ...{ name: one.name, code: one.code, year: String(one.year) },
                      ...{ count: number(one.count), women: number(one.women) },
                    })}
                  </li>
                ))}
              </ul>
            </>
          )}
          <p className="text-mist-600">{t("notTaken")}</p>
        </div>
      </Dialog>
      <p role="status" className="text-mist-700 text-sm">
        {before ? t("done", { year: String(year - 1), moved: number(movedUp) }) : undone ? t("undone") : ""}
      </p>
      {before && (
        <Button
          size="sm"
          variant="quiet"
          onClick={() => {
            put(before);
            setBefore(null);
            setUndone(true);
          }}
        >
          {t("undo")}
        </Button>
      )}
    </div>
  );
}
