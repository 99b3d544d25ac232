import { env } from "@/lib/config/env";
import { type Locale, locales } from "@/lib/i18n/paths";
import type { PaperKind } from "@/lib/papers/kinds";
import { makePaper } from "@/lib/papers/outputs";
import { paperOf } from "@/lib/papers/paper-queries";
import { download } from "@/lib/web/download";
import { sharedCaching } from "@/lib/web/shared-caching";
import { readBatch } from "./read-batch";

/** A paper of a published batch for everybody; any cache may keep it for some minutes. A withdrawn batch has none. */
export async function publicPaper(
  kind: PaperKind,
  params: Promise<{ locale: string; year: string; no: string }>,
): Promise<Response> {
  const asked = await params;
  const locale = locales.find((known): known is Locale => known === asked.locale);
  const batch = locale && (await readBatch(asked));
  if (!locale || !batch || batch.status === "WITHDRAWN") return new Response(null, { status: 404 });
  const { paper } = await paperOf(batch, new Date(), env().PUBLIC_URL);
  return download(await makePaper(kind, paper, locale), sharedCaching);
}
