import type { ReactNode } from "react";
import { Icon, type IconName } from "./icon";

/** A list without rows: what would stand here, and the nearest next step. */
export function EmptyState({
  title,
  children,
  actions,
  icon = "inbox",
}: {
  title: ReactNode;
  children?: ReactNode;
  actions?: ReactNode;
  icon?: IconName | undefined;
}) {
  return (
    <div className="flex flex-col items-center gap-2 px-5 py-12 text-center">
      <span className="mb-1 grid size-12 place-items-center rounded-full bg-harbour-50 text-harbour-600">
        <Icon name={icon} size={24} />
      </span>
      <p className="font-semibold text-harbour-900 text-lg">{title}</p>
      {children && <div className="max-w-[52ch] text-mist-700">{children}</div>}
      {actions && <div className="mt-3 flex flex-wrap justify-center gap-2">{actions}</div>}
    </div>
  );
}

/** Something that could not be shown: what to do next, and the number to tell us. */
export function ErrorState({
  title,
  children,
  actions,
  reference,
}: {
  title: ReactNode;
  children?: ReactNode;
  actions?: ReactNode;
  /** Label and number, as `["Mã lỗi", "abc123"]`. */
  reference?: readonly [label: string, value: string] | undefined;
}) {
  return (
    <div className="mx-auto flex max-w-[62ch] flex-col items-start gap-3 px-5 py-16">
      <span className="grid size-12 place-items-center rounded-full bg-brick-50 text-brick">
        <Icon name="warning" size={24} />
      </span>
      <h1 className="text-2xl">{title}</h1>
      {children && <div className="text-mist-700">{children}</div>}
      {reference && (
        <p className="text-mist-600 text-sm">
          {reference[0]}:{" "}
          <code className="rounded bg-mist-100 px-1.5 py-0.5 font-mono text-mist-800">{reference[1]}</code>
        </p>
      )}
      {actions && <div className="mt-2 flex flex-wrap gap-2">{actions}</div>}
    </div>
  );
}
