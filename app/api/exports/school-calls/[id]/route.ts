import { schoolLetterFile } from "@/lib/cohorts/call-letter";
import { schoolLetter } from "@/lib/cohorts/call-queries";
import { slugify } from "@/lib/core/text";
import { download } from "@/lib/web/download";
import { getActor } from "@/lib/web/session";

/** The letter of a call to schools as a Word file, to all or with `?school` to one; a school gets its own. */
export async function GET(
  request: Request,
  context: RouteContext<"/api/exports/school-calls/[id]">,
): Promise<Response> {
  const actor = await getActor();
  const { id } = await context.params;
  const school = new URL(request.url).searchParams.get("school");
  const known = /^\d{1,9}$/.test(id) && (school === null || /^\d{1,9}$/.test(school));
  const found = known ? await schoolLetter(Number(id), school === null ? null : Number(school), actor) : null;
  if (!found) return new Response(null, { status: actor.kind === "nobody" ? 401 : 404 });
  const { letter } = found;
  const number = (letter.numbered?.number ?? "ban-thao").replace(/[^\p{L}\p{N}-]+/gu, "-");
  return download({
    name: `cong-van-truong-${number}${found.school === null ? "" : `-${slugify(found.school)}`}.docx`,
    type: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    content: await schoolLetterFile(letter, found.school),
  });
}
