import type { ReactNode } from "react";
import { Icon, type IconName } from "./icon";

export type Tone = "neutral" | "info" | "done" | "waiting" | "refused" | "hot";

const tones: Record<Tone, string> = {
  neutral: "bg-mist-100 text-mist-700",
  info: "bg-harbour-100 text-harbour-700",
  done: "bg-leaf-50 text-leaf",
  waiting: "bg-amber-50 text-amber",
  refused: "bg-brick-50 text-brick",
  hot: "bg-phuong-50 text-phuong-700",
};

const icons: Record<Tone, IconName> = {
  neutral: "circle-dot",
  info: "info",
  done: "check",
  waiting: "clock",
  refused: "circle-x",
  hot: "warning",
};

/** A state in an icon and a word. */
export function Badge({
  tone = "neutral",
  icon,
  children,
}: {
  tone?: Tone | undefined;
  icon?: IconName | undefined;
  children: ReactNode;
}) {
  return (
    <span
      className={`inline-flex max-w-full items-center gap-1.5 rounded-md px-2 py-0.5 align-middle font-semibold text-xs ${tones[tone]}`}
    >
      <Icon name={icon ?? icons[tone]} size={15} />
      <span className="min-w-0">{children}</span>
    </span>
  );
}
