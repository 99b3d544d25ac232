import { z } from "zod";
import { isDay } from "@/lib/core/day";

const word = z.string().trim().min(1).max(100).optional().catch(undefined);
const day = z.string().refine(isDay).optional().catch(undefined);

/** Filters of the trail as they stand in an address; what cannot be read is left out. */
export const auditFilter = z.object({
  command: word,
  /** `ok`, or `refused` for whatever was not done. */
  outcome: z.enum(["ok", "refused"]).optional().catch(undefined),
  /** Part of a name or an e-mail address. */
  person: word,
  subjectType: word,
  subjectId: word,
  /** First and last day, of Hải Phòng. */
  from: day,
  to: day,
  cursor: word,
});
export type AuditFilter = z.output<typeof auditFilter>;

/** A place in the trail: the next page begins after it. */
export type Place = { at: Date; id: bigint };

export const writeCursor = ({ at, id }: Place): string => `${at.getTime()}-${id}`;

/** The place that a cursor names; undefined for anything that is none. */
export function readCursor(cursor: string | undefined): Place | undefined {
  const found = /^(\d{1,15})-(\d{1,18})$/.exec(cursor ?? "");
  return found ? { at: new Date(Number(found[1])), id: BigInt(found[2] ?? 0) } : undefined;
}

export type AuditActor =
  | { kind: "person"; userId: number; name: string; email: string; staff: boolean; organisation: string | null }
  /** An enterprise's own software. */
  | { kind: "key"; keyId: number; organisation: string }
  /** The worker, the seed. */
  | { kind: "system"; name: string }
  | { kind: "nobody" };

export type AuditLine = {
  id: string;
  at: Date;
  command: string;
  /** `ok` or the refusal's code. */
  outcome: string;
  actor: AuditActor;
  subjectType: string | null;
  subjectId: string | null;
  /** `input`: what was asked; `more`: what the command wanted remembered. */
  detail: unknown;
  requestId: string | null;
};

const explained = z.object({ input: z.object({ note: z.string().optional(), reason: z.string().optional() }) });

/** The words with which somebody explained the act, where the command asks for them. */
export function noteOf({ detail }: Pick<AuditLine, "detail">): string | null {
  const found = explained.safeParse(detail);
  return found.success ? (found.data.input.note ?? found.data.input.reason ?? null) : null;
}

/** The cursor in the query of a page that shows a subject's trail. */
export const trailCursor = (query: Record<string, string | string[] | undefined>): string | undefined =>
  typeof query.trail === "string" && readCursor(query.trail) ? query.trail : undefined;
