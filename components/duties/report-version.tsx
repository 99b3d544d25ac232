"use client";

import { createContext, type ReactNode, useContext, useState } from "react";

type Known = { version: number; learn: (version: number) => void };

const VersionContext = createContext<Known | null>(null);

/**
 * The version of a report that all acts on its page send along: the form that saves while one types tells the others
 * what it has become, so that none of them is refused as stale by one's own typing.
 */
export function ReportVersion({ version, children }: { version: number; children: ReactNode }) {
  const [learned, learn] = useState(version);
  // Versions only grow: whichever of page and form knows more is right.
  return <VersionContext value={{ version: Math.max(version, learned), learn }}>{children}</VersionContext>;
}

export function useReportVersion(): Known {
  const known = useContext(VersionContext);
  if (!known) throw new Error("an act on a report stands outside <ReportVersion>");
  return known;
}
