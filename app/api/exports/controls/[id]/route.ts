import { dayOf } from "@/lib/core/day";
import { permissions } from "@/lib/identity/permissions";
import { controlCase } from "@/lib/payments/control-queries";
import { demandLetter } from "@/lib/payments/demand-letter";
import { download } from "@/lib/web/download";
import { getActor } from "@/lib/web/session";

/** The letter by which the money of a control case is asked back, as a Word draft; for staff who read controls. */
export async function GET(_: Request, context: RouteContext<"/api/exports/controls/[id]">): Promise<Response> {
  const actor = await getActor();
  if (!permissions.readControls(actor)) return new Response(null, { status: actor.kind === "nobody" ? 401 : 404 });
  const { id } = await context.params;
  const row = /^\d{1,9}$/.test(id) ? await controlCase(Number(id)) : null;
  if (!row?.decidedAt || row.amount === 0) return new Response(null, { status: 404 });
  const content = await demandLetter({
    ...{ applicant: row.dossier.organisation.nameVi, dossier: row.dossier.code ?? "", fullName: row.fullName },
    ...{
      paid: row.paid,
      amount: row.amount,
      returned: row.returned,
      finding: row.finding ?? "",
      basis: row.round.basis,
    },
    decidedOn: dayOf(row.decidedAt),
  });
  const type = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
  return download({ name: `hoan-tra-${row.dossier.code}-${row.id}.docx`, type, content });
}
