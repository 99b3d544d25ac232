import type { ElementType } from "react";
import { classes } from "./classes";
import { Icon } from "./icon";

export type Step = { label: string; href?: string | undefined; state: "done" | "current" | "todo" | "wrong" };

/** The steps of a long form. On a phone only the current one has its name. */
export function Stepper({
  label,
  steps,
  as: Anchor = "a",
}: {
  label: string;
  steps: readonly Step[];
  as?: ElementType | undefined;
}) {
  return (
    <nav aria-label={label}>
      <ol className="flex items-center gap-2 max-sm:flex-wrap max-sm:gap-1">
        {steps.map((step, index) => {
          const dot = (
            <>
              <span
                className={classes(
                  "figures grid size-7 shrink-0 place-items-center rounded-full font-semibold text-xs",
                  step.state === "done" && "bg-leaf-50 text-leaf",
                  step.state === "current" && "bg-deep text-on-deep",
                  step.state === "todo" && "border border-mist-400 text-mist-700",
                  step.state === "wrong" && "bg-brick-50 text-brick",
                )}
              >
                {step.state === "done" ? (
                  <Icon name="check" size={15} />
                ) : step.state === "wrong" ? (
                  <Icon name="warning" size={15} />
                ) : (
                  index + 1
                )}
              </span>
              <span
                className={classes(
                  "text-sm",
                  step.state === "current" ? "font-semibold text-harbour-900" : "text-mist-700 max-lg:sr-only",
                )}
              >
                {step.label}
              </span>
            </>
          );
          return (
            <li
              key={step.label}
              aria-current={step.state === "current" ? "step" : undefined}
              className="flex items-center gap-2 not-last:after:h-px not-last:after:w-5 not-last:after:bg-mist-300 max-sm:not-last:after:w-2"
            >
              {step.href && step.state !== "current" ? (
                <Anchor
                  href={step.href}
                  className="flex items-center gap-2 rounded-md hover:underline thumb:min-h-11 thumb:min-w-8"
                >
                  {dot}
                </Anchor>
              ) : (
                <span className="flex items-center gap-2">{dot}</span>
              )}
            </li>
          );
        })}
      </ol>
    </nav>
  );
}
