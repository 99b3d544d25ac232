import { createElement } from "react";
import { classes } from "./classes";
import { type Shape, shapes } from "./icon-shapes";

export type IconName = keyof typeof shapes;

/** A line icon of 1.75 stroke. It always stands beside a word (or in a button with a label) and is hidden from readers. */
export function Icon({
  name,
  size = 18,
  className,
}: {
  name: IconName;
  size?: number | undefined;
  className?: string | undefined;
}) {
  const shape: Shape = shapes[name];
  return (
    <svg
      viewBox="0 0 24 24"
      width={size}
      height={size}
      fill="none"
      stroke="currentColor"
      strokeWidth={1.75}
      strokeLinecap="round"
      strokeLinejoin="round"
      className={classes("shrink-0", className)}
      aria-hidden="true"
    >
      {shape.map(([tag, attributes]) => createElement(tag, { key: Object.values(attributes).join(), ...attributes }))}
    </svg>
  );
}
