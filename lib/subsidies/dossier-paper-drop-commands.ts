import type { Context } from "@/lib/db/command";
import type { Prisma } from "@/lib/db/generated/client";
import { releaseFiles } from "@/lib/files/attach-commands";

/**
 * Takes papers out of a dossier. What was never handed in is gone with its file; what a version may hold stays beside it,
 * removed, so that it can still be read.
 */
export async function dropPapers(
  { tx, now }: Context<unknown>,
  dossier: { id: number; currentNo: number },
  which: Prisma.DossierPaperWhereInput,
): Promise<number> {
  const where = { AND: [{ dossierId: dossier.id, removedAt: null }, which] };
  const papers = await tx.dossierPaper.findMany({ where, select: { id: true, fileId: true } });
  if (dossier.currentNo > 0) {
    await tx.dossierPaper.updateMany({ where, data: { removedAt: now } });
    return papers.length;
  }
  await tx.dossierPaper.deleteMany({ where });
  await releaseFiles(
    tx,
    papers.flatMap(({ fileId }) => fileId ?? []),
  );
  return papers.length;
}
