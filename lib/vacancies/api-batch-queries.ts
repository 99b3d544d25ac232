import { db } from "@/lib/db/client";
import { href } from "@/lib/i18n/paths";
import type { ApiBatch, ApiBatchLine } from "./api";
import { publicBatch } from "./batch-public-queries";
import { batchLines, batchTotals } from "./batch-queries";

/** A published batch with its totals, the same as on screen and in the export; null when the public has none. */
export async function apiBatch(year: number, no: number, origin: string): Promise<ApiBatch | null> {
  const batch = await publicBatch(year, no);
  if (!batch?.publishedAt || batch.status === "COLLECTING" || batch.status === "REVIEWING") return null;
  const totals = await batchTotals(batch.id);
  return {
    year: batch.year,
    no: batch.no,
    month: batch.month,
    status: batch.status,
    asOf: batch.asOf,
    publishedAt: batch.publishedAt,
    withdrawalNote: batch.withdrawalNote,
    url: origin + href("vi", "batches", batch.year, batch.no),
    totals: {
      enterprises: totals.enterprises,
      vacancies: totals.vacancies,
      headcount: totals.headcount,
      byPositionGroup: totals.byPositionGroup,
      byQualification: totals.byQualification,
      byPark: totals.byPark.map(({ code, nameVi, nameEn, headcount }) => ({ code, nameVi, nameEn, headcount })),
      byEnterprise: totals.byEnterprise.map(({ slug, nameVi, nameEn, headcount }) => ({
        slug,
        nameVi,
        nameEn,
        headcount,
      })),
    },
  };
}

/** Published batches, newest first, after one of them. */
export async function apiBatches(query: {
  limit: number;
  after?: { year: number; no: number } | undefined;
  origin: string;
}): Promise<ApiBatch[]> {
  const { after } = query;
  const rows = await db().vacancyBatch.findMany({
    where: {
      publishedAt: { not: null },
      status: { in: ["PUBLISHED", "CLOSED", "WITHDRAWN"] },
      ...(after && { OR: [{ year: { lt: after.year } }, { year: after.year, no: { lt: after.no } }] }),
    },
    orderBy: [{ year: "desc" }, { no: "desc" }],
    take: query.limit,
    select: { year: true, no: true },
  });
  const batches: ApiBatch[] = [];
  for (const { year, no } of rows) {
    const batch = await apiBatch(year, no, query.origin);
    if (batch) batches.push(batch);
  }
  return batches;
}

/** The lines of a batch as published, after a position; null when the public has no such batch. */
export async function apiBatchLines(
  year: number,
  no: number,
  query: { limit: number; after?: number | undefined },
): Promise<ApiBatchLine[] | null> {
  const batch = await publicBatch(year, no);
  if (!batch) return null;
  const lines = await batchLines(batch.id, { limit: query.limit, after: query.after ?? 0 });
  return lines.map(({ position, content }) => ({
    position,
    vacancyId: content.id,
    titleVi: content.titleVi,
    positionGroup: content.positionGroup,
    headcount: content.headcount,
    qualifications: {
      unskilled: content.unskilled,
      elementary: content.elementary,
      intermediate: content.intermediate,
      college: content.college,
      university: content.university,
      postgraduate: content.postgraduate,
    },
    enterprise: { slug: content.enterprise.slug, nameVi: content.enterprise.nameVi },
    park: { code: content.park.code, nameVi: content.park.nameVi },
  }));
}
