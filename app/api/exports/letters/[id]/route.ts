import { lateLetterFile } from "@/lib/deadlines/escalation-letter";
import { lateLetter } from "@/lib/deadlines/escalation-work-queries";
import { permissions } from "@/lib/identity/permissions";
import { download } from "@/lib/web/download";
import { getActor } from "@/lib/web/session";

/** An official letter about late reports as a Word file, as it was issued. */
export async function GET(_: Request, context: RouteContext<"/api/exports/letters/[id]">): Promise<Response> {
  const actor = await getActor();
  if (!permissions.chaseReports(actor)) return new Response(null, { status: actor.kind === "nobody" ? 401 : 404 });
  const { id } = await context.params;
  const letter = /^\d{1,9}$/.test(id) ? await lateLetter(Number(id), actor) : null;
  if (!letter) return new Response(null, { status: 404 });
  return download({
    name: `cong-van-don-doc-${letter.number.replace(/[^\p{L}\p{N}-]+/gu, "-")}.docx`,
    type: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    content: await lateLetterFile(letter),
  });
}
