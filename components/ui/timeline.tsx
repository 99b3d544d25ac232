import type { ReactNode } from "react";
import { Icon, type IconName } from "./icon";

export type Moment = {
  id: string | number;
  icon?: IconName | undefined;
  title: ReactNode;
  /** Who and when, in words. */
  meta?: ReactNode;
  body?: ReactNode;
};

/** What happened to a file, newest first. */
export function Timeline({ moments }: { moments: readonly Moment[] }) {
  return (
    <ol className="space-y-0">
      {moments.map((moment) => (
        <li
          key={moment.id}
          className="relative flex gap-3 pb-5 before:absolute before:top-8 before:bottom-0 before:left-[13px] before:w-px before:bg-mist-200 last:pb-0 last:before:hidden"
        >
          <span className="grid size-7 shrink-0 place-items-center rounded-full bg-harbour-50 text-harbour-600">
            <Icon name={moment.icon ?? "circle-dot"} size={15} />
          </span>
          <div className="min-w-0 pt-0.5">
            <p className="text-mist-900">{moment.title}</p>
            {moment.meta && <p className="text-mist-600 text-sm">{moment.meta}</p>}
            {moment.body && <div className="mt-1.5 text-mist-800 text-sm">{moment.body}</div>}
          </div>
        </li>
      ))}
    </ol>
  );
}
