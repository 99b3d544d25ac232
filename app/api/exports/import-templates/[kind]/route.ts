import { getTranslations } from "next-intl/server";
import { streamedWorkbook, workbookType } from "@/lib/documents/streamed-workbook";
import { descriptionOf, importKinds, kindsOf } from "@/lib/imports/kinds";
import { contentDisposition } from "@/lib/web/download";
import { getActor } from "@/lib/web/session";

/** An empty table of a kind with one example row, for those who have none yet. */
export async function GET(
  request: Request,
  context: RouteContext<"/api/exports/import-templates/[kind]">,
): Promise<Response> {
  const actor = await getActor();
  const { kind: asked } = await context.params;
  const kind = importKinds.find((one) => one === asked.toUpperCase());
  if (!kind || !kindsOf(actor).includes(kind))
    return new Response(null, { status: actor.kind === "nobody" ? 401 : 404 });
  const locale = new URL(request.url).searchParams.get("locale") === "en" ? "en" : "vi";
  const t = await getTranslations({ locale, namespace: "imports" });
  const fields = descriptionOf(kind).fields.filter(({ key, example }) => example !== undefined || key === "no");
  async function* example() {
    yield fields.map(({ key, example: value }) => (key === "no" ? 1 : (value ?? null)));
  }
  const columns = fields.map(({ names }) => ({ label: names[locale], width: Math.max(14, names[locale].length + 4) }));
  return new Response(streamedWorkbook(t("templateFile.sheet"), columns, example()), {
    headers: {
      "content-type": workbookType,
      "content-disposition": contentDisposition(`${t("templateFile.name")}-${asked.toLowerCase()}.xlsx`),
      "cache-control": "private, no-store",
    },
  });
}
