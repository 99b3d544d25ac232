import { db } from "@/lib/db/client";
import type { PaperTemplateKind } from "@/lib/db/generated/enums";

/** A kept version of a template. */
export type TemplateVersion = {
  id: number;
  no: number;
  fileName: string;
  size: number;
  fields: string[];
  note: string | null;
  inForce: boolean;
  uploadedBy: string | null;
  uploadedAt: string;
  /** Letters that bear a number and were made with it. */
  letters: number;
};

/** The versions of a kind, newest first. */
export async function templateVersions(kind: PaperTemplateKind): Promise<TemplateVersion[]> {
  const rows = await db().paperTemplate.findMany({
    where: { kind },
    orderBy: { no: "desc" },
    select: {
      id: true,
      no: true,
      fields: true,
      note: true,
      inForce: true,
      uploadedAt: true,
      file: { select: { name: true, size: true } },
      uploadedBy: { select: { fullName: true } },
      _count: { select: { documents: true } },
    },
  });
  return rows.map(({ file, uploadedBy, uploadedAt, _count, ...row }) => ({
    ...row,
    fileName: file.name,
    size: file.size,
    uploadedBy: uploadedBy?.fullName ?? null,
    uploadedAt: uploadedAt.toISOString(),
    letters: _count.documents,
  }));
}

/** The file of a version; null when there is none. */
export async function templateFile(id: number) {
  const row = await db().paperTemplate.findUnique({
    where: { id },
    select: { no: true, file: { select: { name: true, contentType: true, content: true } } },
  });
  return row && { no: row.no, ...row.file };
}
