import { ok, refuse } from "@/lib/core/result";
import { command } from "@/lib/db/command";
import { userIdOf } from "@/lib/identity/actor";
import { permissions } from "@/lib/identity/permissions";
import { saidTerms } from "./schema";

/** Says when a policy's money falls due and who gets what may be paid to either; what was said before stays in the list. */
export const sayTerms = command({
  name: "payments.sayTerms",
  input: saidTerms,
  may: permissions.preparePayments,
  run: async ({ tx, actor, now, input, about }) => {
    const known = await tx.supportPolicy.findUnique({ where: { id: input.policyId }, select: { id: true } });
    if (!known) return refuse("not_found");
    const { id } = await tx.paymentTerms.create({ data: { ...input, byUserId: userIdOf(actor), at: now } });
    about({ type: "policy", id: known.id });
    return ok({ id });
  },
});
