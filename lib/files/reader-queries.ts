import type { Prisma } from "@/lib/db/client";
import type { Actor } from "@/lib/identity/actor";
import { controlReader } from "@/lib/payments/control-queries";
import { paperReader } from "@/lib/subsidies/dossier-scope-queries";
import type { FileReader } from "./reader";

/**
 * Who reads what others have handed in. A domain exports a `FileReader` from its own queries and adds it here, e.g.
 * `{ purpose: "dossier.paper", where: (actor) => (reviews(actor) ? { paper: { dossier: scopeOfReviewer(actor) } } : null) }`.
 * Files of which it says nothing are read by their owner alone.
 */
export const fileReaders: readonly FileReader<Prisma.UploadedFileWhereInput>[] = [paperReader, controlReader];

/** Whoever handed it in, and the members of the organisation for which they did. */
function owned(actor: Actor): Prisma.UploadedFileWhereInput[] {
  if (actor.kind === "key") return [{ organisationId: actor.organisation.id }];
  if (actor.kind !== "person") return [];
  const own: Prisma.UploadedFileWhereInput[] = [{ uploadedById: actor.userId, organisationId: null }];
  return actor.organisation ? [...own, { organisationId: actor.organisation.id }] : own;
}

/** The files that an actor may read, as a condition; nothing, for whom there are none. */
export async function readableBy(
  actor: Actor,
  readers: readonly FileReader<Prisma.UploadedFileWhereInput>[] = fileReaders,
): Promise<Prisma.UploadedFileWhereInput> {
  const others = await Promise.all(
    readers.map(async ({ purpose, where }) => {
      const scope = await where(actor);
      // Nobody but the owner sees a file that is no part of anything yet.
      return scope ? [{ AND: [scope, { purpose, attachedAt: { not: null } }] }] : [];
    }),
  );
  // An empty list of alternatives would leave the condition out, and everything would be theirs.
  const readable = [...owned(actor), ...others.flat()];
  return readable.length > 0 ? { OR: readable } : { id: { in: [] } };
}
