import { env } from "@/lib/config/env";
import { permissions } from "@/lib/identity/permissions";
import { builtInLetter } from "@/lib/papers/letter-template";
import { makePaper } from "@/lib/papers/outputs";
import { samplePaper } from "@/lib/papers/sample";
import { templateFile } from "@/lib/papers/template-queries";
import { download } from "@/lib/web/download";
import { getActor } from "@/lib/web/session";

/** A version of the letter's template (`built-in`: the one that comes along): as it is (`file`), or filled with sample rows (`preview`). */
export async function GET(_: Request, context: RouteContext<"/api/exports/templates/[id]/[form]">): Promise<Response> {
  const actor = await getActor();
  if (!permissions.uploadTemplates(actor)) return new Response(null, { status: actor.kind === "nobody" ? 401 : 404 });
  const { id, form } = await context.params;
  const kept = /^\d{1,9}$/.test(id) ? await templateFile(Number(id)) : null;
  if ((!kept && id !== "built-in") || (form !== "file" && form !== "preview"))
    return new Response(null, { status: 404 });
  const template = kept?.content ?? null;
  const made = await makePaper("letter", samplePaper(env().PUBLIC_URL.replace(/\/+$/, "")), "vi", template);
  const version = kept ? `v${kept.no}` : "mac-dinh";
  return download({
    name: `${form === "file" ? "mau-cong-van" : "xem-thu-cong-van"}-${version}.docx`,
    type: made.type,
    content: form === "file" ? (template ?? (await builtInLetter())) : made.content,
  });
}
