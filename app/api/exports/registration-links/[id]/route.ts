import { env } from "@/lib/config/env";
import { dateToDay } from "@/lib/core/day";
import { messages } from "@/lib/i18n/messages";
import { href } from "@/lib/i18n/paths";
import { permissions } from "@/lib/identity/permissions";
import { linkOf } from "@/lib/subsidies/registration-queries";
import { registrationSheet } from "@/lib/subsidies/registration-sheet";
import { download } from "@/lib/web/download";
import { getActor } from "@/lib/web/session";

/** The sheet of a registration link for the notice board of the organisation that opened it. */
export async function GET(
  request: Request,
  context: RouteContext<"/api/exports/registration-links/[id]">,
): Promise<Response> {
  const actor = await getActor();
  const { id } = await context.params;
  const organisation = actor.kind === "person" ? actor.organisation : null;
  const link =
    organisation && permissions.keepRoster(actor) && /^\d{1,9}$/.test(id)
      ? await linkOf(organisation.id, Number(id))
      : null;
  if (!link) return new Response(null, { status: actor.kind === "nobody" ? 401 : 404 });
  const locale = new URL(request.url).searchParams.get("locale") === "en" ? "en" : "vi";
  const { nameVi, nameEn } = link.organisation;
  const content = await registrationSheet(
    {
      organisation: (locale === "en" && nameEn) || nameVi,
      people: messages[locale].roster.kind[link.kind],
      address: `${env().PUBLIC_URL.replace(/\/$/, "")}${href(locale, "learning", link.code)}`,
      closesOn: link.closesOn && dateToDay(link.closesOn),
    },
    locale,
  );
  return download({ name: `${messages[locale].registration.sheet.file}.pdf`, type: "application/pdf", content });
}
