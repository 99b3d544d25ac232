"use client";

import { Tooltip as Base } from "@base-ui/react/tooltip";
import type { ReactElement, ReactNode } from "react";

/** A few words more about a control, on hover and focus. Never the only place of something one must know. */
export const Tooltip = ({ children, words }: { children: ReactElement; words: ReactNode }) => (
  <Base.Root>
    <Base.Trigger render={children} />
    <Base.Portal>
      <Base.Positioner sideOffset={8} className="z-50">
        <Base.Popup className="max-w-72 rounded-md bg-deep px-2.5 py-1.5 text-on-deep text-sm shadow-float transition-opacity duration-100 data-ending-style:opacity-0 data-starting-style:opacity-0">
          {words}
        </Base.Popup>
      </Base.Positioner>
    </Base.Portal>
  </Base.Root>
);
