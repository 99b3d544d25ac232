import { ok, type Result, refuse } from "@/lib/core/result";
import type { Context } from "@/lib/db/command";
import type { Person } from "@/lib/identity/actor";
import { keepDraft } from "@/lib/reports/submission-commands";
import { callReports, reportOfTable } from "./intake-queries";
import { takenProgramme, withProgrammes } from "./merge";

/** Whoever brought a table, acting for the school, as the draft's own command knows them. */
async function bringer({ tx }: Context<unknown>, userId: number, organisationId: number): Promise<Person> {
  const { fullName, email } = await tx.user.findUniqueOrThrow({ where: { id: userId } });
  const { nameVi, kind } = await tx.organisation.findUniqueOrThrow({ where: { id: organisationId } });
  const organisation = { id: organisationId, kind, nameVi, role: "MEMBER" as const };
  return { kind: "person", userId, sessionId: null, fullName, email, staffRole: null, organisation };
}

/**
 * Takes judged programmes over into the draft of a school's report, as its own command would keep it. Refuses
 * `taken_meanwhile` where the draft is no longer the one that was judged, `call_closed` where the call or the report is.
 *
 * @returns by row of the table the report's id
 */
export async function takeInProgrammes(
  context: Context<unknown>,
  table: { organisationId: number; userId: number; reportId: number; reportVersion: number },
  rows: { row: number; content: unknown }[],
): Promise<Result<Map<number, number>>> {
  const { organisationId, userId, reportId, reportVersion } = table;
  const open = await callReports(organisationId, context.now, context.tx);
  if (!open.some(({ id }) => id === reportId)) return refuse("call_closed");
  const found = await reportOfTable(organisationId, reportId);
  if (!found || found.report.version !== reportVersion) return refuse("taken_meanwhile");
  const content = withProgrammes(
    found.content,
    rows.map((row) => takenProgramme.parse(row.content)),
  );
  // The trail's entry is the taking over's; the report is one of the things that it touches.
  const acting = { ...context, actor: await bringer(context, userId, organisationId), about: () => {} };
  const kept = await keepDraft(acting, { id: reportId, version: reportVersion, content });
  if (!kept.ok) return refuse(kept.code === "changed_meanwhile" ? "taken_meanwhile" : kept.code);
  return ok(new Map(rows.map(({ row }) => [row, reportId])));
}
