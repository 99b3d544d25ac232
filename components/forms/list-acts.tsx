"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { controlId, useFormInfo } from "./form-context";

type Acts = {
  /** Name of the list in the form. */
  list: string;
  at: number;
  count: number;
  /** What the line is, for readers. */
  title: string;
  /** Fewer than this there may not be. */
  least?: number;
  move: (from: number, to: number) => void;
  remove: (at: number) => void;
};

/** Up, down and away, for a line of a list. The focus stays with the line that moved, so that it can go on moving. */
export function ListActs({ list, at, count, title, least = 0, move, remove }: Acts) {
  const t = useTranslations("forms.builder");
  const { id } = useFormInfo();
  const idOf = (act: string, where: number) => controlId(id, `${list}.${where}.${act}`);
  const go = (act: "up" | "down", to: number) => {
    if (to < 0 || to >= count) return;
    move(at, to);
    requestAnimationFrame(() => document.getElementById(idOf(act, to))?.focus());
  };
  const act = { size: "sm", variant: "quiet" } as const;
  return (
    <span className="flex shrink-0 items-center">
      <Button
        {...act}
        id={idOf("up", at)}
        icon="arrow-up"
        aria-label={t("up", { title })}
        aria-disabled={at === 0 || undefined}
        onClick={() => go("up", at - 1)}
      />
      <Button
        {...act}
        id={idOf("down", at)}
        icon="arrow-down"
        aria-label={t("down", { title })}
        aria-disabled={at === count - 1 || undefined}
        onClick={() => go("down", at + 1)}
      />
      <Button
        {...act}
        icon="trash"
        aria-label={t("remove", { title })}
        aria-disabled={count <= least || undefined}
        onClick={() => {
          if (count <= least) return;
          remove(at);
          requestAnimationFrame(() => document.getElementById(idOf("up", Math.max(0, at - 1)))?.focus());
        }}
      />
    </span>
  );
}
