import type { ReactNode } from "react";

type Figure = { value: ReactNode; label: ReactNode };

/** The navy strip: a line of context, a few big numbers, one way on. */
export function StatStrip({
  context,
  figures,
  action,
}: {
  context: ReactNode;
  figures: readonly Figure[];
  action?: ReactNode;
}) {
  return (
    <div className="flex flex-wrap items-center justify-between gap-x-8 gap-y-3 rounded-card bg-deep px-6 py-5 text-on-deep">
      <div>
        <p className="text-on-deep-quiet text-sm">{context}</p>
        <p className="mt-0.5 flex flex-wrap items-baseline gap-x-7 gap-y-1">
          {figures.map((figure, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the figures of a strip never move
            <span key={index} className="flex items-baseline gap-1.5">
              <span className="figures font-bold text-2xl">{figure.value}</span>
              <span>{figure.label}</span>
            </span>
          ))}
        </p>
      </div>
      {action}
    </div>
  );
}

/** A link inside `StatStrip` or another navy surface. */
export const DeepLink = ({ href, children }: { href: string; children: ReactNode }) => (
  <a
    href={href}
    className="tap underline decoration-1 decoration-on-deep-quiet underline-offset-6 hover:decoration-on-deep"
  >
    {children}
  </a>
);
