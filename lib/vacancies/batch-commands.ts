import { z } from "zod";
import { addDays, type Day, dateToDay, dayOf, dayToDate } from "@/lib/core/day";
import { ok, type Refusal, type Result, refuse } from "@/lib/core/result";
import type { Tx } from "@/lib/db/client";
import { type Context, command } from "@/lib/db/command";
import { Prisma } from "@/lib/db/generated/client";
import type { BatchStatus } from "@/lib/db/generated/enums";
import { isSystem, staff } from "@/lib/identity/actor";
import { batchForNeeds } from "./batch-queries";
import { batchPartyOf, namedBatch } from "./batch-rules";
import { editedBatch, newBatch, seenBatch } from "./batch-schema";
import { type BatchMove, batchWorkflow } from "./batch-workflow";

const reviewers = staff("LABOUR_OFFICER", "LABOUR_HEAD");
const head = staff("LABOUR_HEAD");

type Window = { collectFrom: Day; collectTo: Day };
const columns = <F extends Window & { asOf: Day }>({ asOf, collectFrom, collectTo, ...rest }: F) => ({
  ...rest,
  asOf: dayToDate(asOf),
  collectFrom: dayToDate(collectFrom),
  collectTo: dayToDate(collectTo),
});

/**
 * Does a write whose limits the database keeps: the exclusion constraint on windows and the unique number decide, not a
 * look beforehand. A savepoint keeps the transaction alive, so that the refusal can name the batch in the way.
 */
async function withinLimits<T>(
  tx: Tx,
  fields: Window & { id?: number },
  write: () => Promise<T>,
): Promise<T | Refusal> {
  // Two overlapping inserts at once would wait for each other until one is shot as a deadlock; batches are rare.
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended('VacancyBatch windows', 0))`;
  await tx.$executeRaw`savepoint limits`;
  try {
    return await write();
  } catch (error) {
    if (!(error instanceof Prisma.PrismaClientKnownRequestError)) throw error;
    await tx.$executeRaw`rollback to savepoint limits`;
    if (error.code === "P2002") return refuse("number_taken", { fields: [{ path: ["no"], code: "numberTaken" }] });
    if (!JSON.stringify(error.meta).includes("VacancyBatch_windows_apart")) throw error;
    const other = await tx.vacancyBatch.findFirstOrThrow({
      where: {
        status: { not: "WITHDRAWN" },
        collectFrom: { lte: dayToDate(fields.collectTo) },
        collectTo: { gte: dayToDate(fields.collectFrom) },
        ...(fields.id && { id: { not: fields.id } }),
      },
      orderBy: { collectFrom: "asc" },
    });
    const params = namedBatch({
      ...other,
      collectFrom: dateToDay(other.collectFrom),
      collectTo: dateToDay(other.collectTo),
    });
    return refuse("windows_overlap", { params, fields: [{ path: ["collectFrom"], code: "windowsOverlap", params }] });
  }
}

const isRefusal = (value: unknown): value is Refusal => typeof value === "object" && value !== null && "ok" in value;

/** Needs that wait without a batch (sent in while none was collecting) go to the batch that collects next. */
async function adoptWaiting(tx: Tx, today: Day): Promise<number> {
  const batchId = await batchForNeeds(tx, today);
  if (batchId === null) return 0;
  const { count } = await tx.vacancy.updateMany({
    where: { batchId: null, status: { in: ["SUBMITTED", "RETURNED", "APPROVED"] } },
    data: { batchId },
  });
  return count;
}

/** Opens a batch. Refusals: `windows_overlap` (params vi, en: the other's name; from, to), `number_taken`. */
export const createBatch = command({
  name: "batches.create",
  input: newBatch,
  may: reviewers,
  run: async ({ tx, input, now, about }) => {
    const made = await withinLimits(tx, input, () => tx.vacancyBatch.create({ data: columns(input) }));
    if (isRefusal(made)) return made;
    const adopted = await adoptWaiting(tx, dayOf(now));
    about({ type: "batch", id: made.id }, { adopted });
    return ok({ id: made.id, adopted });
  },
});

/** Changes number, dates or window while nothing is published yet. Refusals as for `batches.create`. */
export const editBatch = command({
  name: "batches.edit",
  input: editedBatch,
  may: reviewers,
  run: async ({ tx, input, about }) => {
    const { id, version, ...fields } = input;
    about({ type: "batch", id });
    const batch = await tx.vacancyBatch.findUnique({ where: { id } });
    if (!batch) return refuse("not_found");
    if (batch.status !== "COLLECTING" && batch.status !== "REVIEWING") return refuse("not_allowed_now");
    const written = await withinLimits(tx, input, () =>
      tx.vacancyBatch.updateMany({
        where: { id, version, status: batch.status },
        data: { ...columns(fields), version: { increment: 1 } },
      }),
    );
    if (isRefusal(written)) return written;
    return written.count === 1 ? ok({ id }) : refuse("changed_meanwhile");
  },
});

type Seen = z.output<typeof seenBatch>;

/**
 * The guard that every move of a batch passes: it exists, the workflow allows the move to this actor, and the screen was
 * not stale. Writes the new state; answers the batch as it was before.
 */
export async function moveBatch<I extends Seen>(
  { tx, actor, input, about }: Context<I>,
  move: BatchMove,
  data: Prisma.VacancyBatchUpdateManyMutationInput = {},
) {
  about({ type: "batch", id: input.id });
  const batch = await tx.vacancyBatch.findUnique({ where: { id: input.id } });
  const party = batchPartyOf(actor);
  if (!batch || !party) return refuse("not_found");
  if (!batchWorkflow.can(move, batch.status, party)) return refuse("not_allowed_now");
  const { count } = await tx.vacancyBatch.updateMany({
    where: { id: batch.id, version: input.version, status: batch.status },
    data: { ...data, status: batchWorkflow.moves[move].to, version: { increment: 1 } },
  });
  return count === 1 ? ok(batch) : refuse("changed_meanwhile");
}

/** Ends the collecting, when the window is over or before. What is sent in from now on goes to the next batch. */
export const startReview = command({
  name: "batches.startReview",
  input: seenBatch,
  may: reviewers,
  run: async (context) => {
    const moved = await moveBatch(context, "review");
    return moved.ok ? ok({ id: moved.value.id }) : moved;
  },
});

/** Opens the collecting again. Refuses `window_over` when the window has passed: its end must be moved first. */
export const collectAgain = command({
  name: "batches.collectAgain",
  input: seenBatch,
  may: head,
  run: async (context) => {
    const moved = await moveBatch(context, "collectAgain");
    if (!moved.ok) return moved;
    if (dateToDay(moved.value.collectTo) < dayOf(context.now)) return refuse("window_over");
    return ok({ id: moved.value.id });
  },
});

/** Closes a published batch. Refuses `listings_open` (params count) while listings of it are still open. */
export const closeBatch = command({
  name: "batches.close",
  input: seenBatch,
  may: head,
  run: async (context) => {
    const moved = await moveBatch(context, "close", { closedAt: context.now });
    if (!moved.ok) return moved;
    const count = await context.tx.vacancy.count({ where: { batchId: moved.value.id, status: "PUBLISHED" } });
    if (count > 0) return refuse("listings_open", { params: { count } });
    context.changed("public", "batches");
    return ok({ id: moved.value.id });
  },
});

/** By job, daily: batches whose window is over go under review; published ones with nothing open are closed. */
export const moveDueBatches = command({
  name: "batches.moveDue",
  input: z.object({}),
  may: isSystem,
  run: async ({ tx, now, about, changed }): Promise<Result<{ reviewing: number[]; closed: number[] }>> => {
    const today = dayToDate(dayOf(now));
    const reviewing = await tx.vacancyBatch.updateManyAndReturn({
      where: { status: "COLLECTING", collectTo: { lt: today } },
      data: { status: "REVIEWING" satisfies BatchStatus, version: { increment: 1 } },
      select: { id: true },
    });
    const closed = await tx.vacancyBatch.updateManyAndReturn({
      // A hire may fall through on the day that a batch's last listing ends: it is closed from the day after.
      where: {
        status: "PUBLISHED",
        publishedAt: { lt: dayToDate(addDays(dayOf(now), -1)) },
        vacancies: { none: { status: "PUBLISHED" } },
      },
      data: { status: "CLOSED" satisfies BatchStatus, closedAt: now, version: { increment: 1 } },
      select: { id: true },
    });
    if (closed.length) changed("public", "batches");
    const moved = { reviewing: reviewing.map(({ id }) => id), closed: closed.map(({ id }) => id) };
    about({ type: "batches", id: "due" }, moved);
    return ok(moved);
  },
});
