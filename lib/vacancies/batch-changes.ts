import type { Day } from "@/lib/core/day";
import type { VacancyStatus } from "@/lib/db/generated/enums";
import type { VacancyContent } from "./schema";

/** A vacancy as it was published, with the names of that day. */
export type PublishedContent = VacancyContent & {
  id: number;
  slug: string;
  verifyCode: string;
  versionNo: number;
  enterprise: { id: number; slug: string; nameVi: string; nameEn: string | null; investorCountry: string };
  park: {
    id: number;
    code: string;
    slug: string;
    nameVi: string;
    nameEn: string;
    shortNameVi: string;
    shortNameEn: string;
  };
  occupation: { id: number; code: string; nameVi: string; nameEn: string } | null;
};

/** What has become of a line since. */
export type LineNow = {
  status: VacancyStatus;
  filledCount: number;
  deadline: Day | null;
  withdrawalNote: string | null;
};

export type BatchLine = { position: number; content: PublishedContent; now: LineNow };

/** A line as a paper prints it: what has become of it since does not matter there. */
export type PaperLine = Pick<BatchLine, "position" | "content">;

/** A published line with what its vacancy says of its contact now. */
export type ChangedLine = BatchLine & {
  contact: Pick<VacancyContent, "contactName" | "contactPhone" | "contactEmail">;
};

/** A key of `batches.changes` with its parameters. */
export type LineChange =
  | { code: "filled"; params: { filled: number; of: number } }
  | { code: "complete" | "expired" | "contact"; params: Record<string, never> }
  | { code: "withdrawn"; params: { note: string } }
  | { code: "extended"; params: { before: string; after: string } };

/** What has changed since a line was frozen: the frozen content against the vacancy of now. */
export function changesOf({ content, now, contact }: ChangedLine): LineChange[] {
  const changes: LineChange[] = [];
  if (now.status === "WITHDRAWN") changes.push({ code: "withdrawn", params: { note: now.withdrawalNote ?? "" } });
  if (now.status === "EXPIRED") changes.push({ code: "expired", params: {} });
  if (now.status === "FILLED" || now.filledCount >= content.headcount) changes.push({ code: "complete", params: {} });
  else if (now.filledCount > 0)
    changes.push({ code: "filled", params: { filled: now.filledCount, of: content.headcount } });
  if (content.deadline && now.deadline && now.deadline !== content.deadline)
    changes.push({ code: "extended", params: { before: content.deadline, after: now.deadline } });
  const fields = ["contactName", "contactPhone", "contactEmail"] as const;
  if (fields.some((field) => contact[field] !== content[field])) changes.push({ code: "contact", params: {} });
  return changes;
}
