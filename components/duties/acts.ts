import type { TemplateFinding } from "@/lib/reports/template-reader";
import type { Action } from "@/lib/web/action";

type Moved = { id: number; version: number };

/** What who owes a report does with it. */
export type ReporterActs = {
  save: Action<Moved>;
  askSignature: Action<Moved & { colleagues: number }>;
  giveBack: Action<Moved>;
  submit: Action<Moved & { no: number; daysLate: number }>;
  fill: Action<Moved & { findings: TemplateFinding[] }>;
  ask: Action<{ id: number }>;
};
