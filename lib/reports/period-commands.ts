import { dateToDay, dayOf } from "@/lib/core/day";
import { ok, refuse } from "@/lib/core/result";
import { type Context, command } from "@/lib/db/command";
import { unitOf } from "@/lib/deadlines/unit";
import { closedPeriod, reopenedPeriod } from "./period-schema";
import { closesPeriods } from "./scope";

/** The period, where the actor's unit reads its answers; to others it does not exist. */
async function heldPeriod({ tx, actor, input, about }: Context<{ id: number; reason?: string }>) {
  const unit = actor.kind === "person" ? unitOf(actor.staffRole) : null;
  const row = unit && (await tx.reportingPeriod.findFirst({ where: { id: input.id, obligation: { reviewer: unit } } }));
  if (row) about({ type: "period", id: row.id }, input.reason ? { reason: input.reason } : undefined);
  return row;
}

/** Closes a period: from now on its consolidated report is made of what was accepted until this instant. */
export const closePeriod = command({
  name: "periods.close",
  input: closedPeriod,
  may: closesPeriods,
  run: async (context) => {
    const { tx, now } = context;
    const row = await heldPeriod(context);
    if (!row) return refuse("not_found");
    if (dateToDay(row.opensOn) > dayOf(now)) return refuse("not_open", { params: { day: dateToDay(row.opensOn) } });
    const { count } = await tx.reportingPeriod.updateMany({
      where: { id: row.id, closedAt: null },
      data: { closedAt: now },
    });
    return count === 1 ? ok({ closedAt: now }) : refuse("not_allowed_now");
  },
});

/** Opens a closed period again, with the reason: its report then speaks of the present. */
export const reopenPeriod = command({
  name: "periods.reopen",
  input: reopenedPeriod,
  may: closesPeriods,
  run: async (context) => {
    const row = await heldPeriod(context);
    if (!row) return refuse("not_found");
    const { count } = await context.tx.reportingPeriod.updateMany({
      where: { id: row.id, closedAt: { not: null } },
      data: { closedAt: null },
    });
    return count === 1 ? ok({ id: row.id }) : refuse("not_allowed_now");
  },
});
