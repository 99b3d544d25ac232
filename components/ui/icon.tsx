import { createElement, Fragment } from "react";
import { classes } from "./classes";
import { type Shape, shapes } from "./icon-shapes";

export type IconName = keyof typeof shapes;

/** A line icon of 1.75 stroke (`.icon` of globals.css). It always stands beside a word (or in a button with a label) and is hidden from readers. */
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
    <svg viewBox="0 0 24 24" width={size} height={size} className={classes("icon", className)} aria-hidden="true">
      {/* Spread, not a list: a list would send every shape's key beside the shape. */}
      {createElement(Fragment, null, ...shape.map(([tag, attributes]) => createElement(tag, attributes)))}
    </svg>
  );
}
