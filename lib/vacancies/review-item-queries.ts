import type { Day } from "@/lib/core/day";
import { db } from "@/lib/db/client";
import { contentOfVersion } from "./content";
import { type QueueItem, queueItems } from "./review-queries";
import type { VacancyContent } from "./schema";

/** Something that happened to a vacancy, for its history; newest first. */
export type HistoryEntry =
  | { kind: "submitted"; at: string; no: number; by: string | null }
  | {
      kind: "decided";
      at: string;
      no: number;
      outcome: string;
      by: string;
      reasons: { field: string; reason: string }[];
    }
  | { kind: "published" | "closed"; at: string };

export type ReviewItem = QueueItem & {
  enterpriseFacts: { taxCode: string; headcount: number; lifecycle: string; verified: boolean; openListings: number };
  /** The submission before the last one; null at the first. */
  before: VacancyContent | null;
  occupations: { id: number; nameVi: string; nameEn: string }[];
  parks: { id: number; nameVi: string; nameEn: string }[];
  history: HistoryEntry[];
  slug: string;
  withdrawalNote: string | null;
  /** The one that waits longest besides this, mine or nobody's. */
  next: number | null;
};

/** All that a reviewer needs to judge one vacancy. Drafts are the enterprise's own: they do not exist here. */
export async function reviewItem(id: number, userId: number, today: Day): Promise<ReviewItem | null> {
  const vacancy = await db().vacancy.findFirst({
    where: { id, status: { not: "DRAFT" } },
    select: {
      slug: true,
      submissionNo: true,
      publishedAt: true,
      closedAt: true,
      withdrawalNote: true,
      enterprise: {
        select: {
          taxCode: true,
          headcount: true,
          lifecycle: true,
          verifiedAt: true,
          _count: { select: { vacancies: { where: { status: "PUBLISHED" } } } },
        },
      },
      versions: {
        orderBy: { no: "desc" },
        select: { no: true, submittedAt: true, submittedById: true, content: true },
      },
      decisions: {
        orderBy: { id: "desc" },
        select: { versionNo: true, outcome: true, reasons: true, byUserId: true, at: true },
      },
    },
  });
  const [item] = vacancy ? await queueItems([id], today) : [];
  if (!vacancy || !item) return null;

  const previous = vacancy.versions.find(({ no }) => no === vacancy.submissionNo - 1);
  const before = previous ? contentOfVersion(previous.content) : null;
  const contents = before ? [item.content, before] : [item.content];
  const named = { id: true, nameVi: true, nameEn: true };
  const userIds = [
    ...vacancy.decisions.map(({ byUserId }) => byUserId),
    ...vacancy.versions.map((v) => v.submittedById),
  ];
  const [occupations, parks, users, next] = await Promise.all([
    db().occupation.findMany({
      where: { id: { in: contents.flatMap(({ occupationId }) => occupationId ?? []) } },
      select: named,
    }),
    db().industrialPark.findMany({ where: { id: { in: contents.map(({ parkId }) => parkId) } }, select: named }),
    db().user.findMany({
      where: { id: { in: userIds.filter((who) => who !== null) } },
      select: { id: true, fullName: true },
    }),
    db().vacancy.findFirst({
      where: { status: "SUBMITTED", id: { not: id }, OR: [{ assignedToId: null }, { assignedToId: userId }] },
      orderBy: [{ submittedAt: "asc" }, { id: "asc" }],
      select: { id: true },
    }),
  ]);
  const name = (who: number | null) => users.find((user) => user.id === who)?.fullName ?? null;
  const history: HistoryEntry[] = [
    ...vacancy.versions.map((version) => ({
      kind: "submitted" as const,
      at: version.submittedAt.toISOString(),
      no: version.no,
      by: name(version.submittedById),
    })),
    ...vacancy.decisions.map((decision) => ({
      kind: "decided" as const,
      at: decision.at.toISOString(),
      no: decision.versionNo,
      outcome: decision.outcome,
      by: name(decision.byUserId) ?? "",
      reasons: decision.reasons as { field: string; reason: string }[],
    })),
    ...(vacancy.publishedAt ? [{ kind: "published" as const, at: vacancy.publishedAt.toISOString() }] : []),
    ...(vacancy.closedAt ? [{ kind: "closed" as const, at: vacancy.closedAt.toISOString() }] : []),
  ];
  const { enterprise } = vacancy;
  return {
    ...item,
    slug: vacancy.slug,
    withdrawalNote: vacancy.withdrawalNote,
    enterpriseFacts: {
      taxCode: enterprise.taxCode,
      headcount: enterprise.headcount,
      lifecycle: enterprise.lifecycle,
      verified: enterprise.verifiedAt !== null,
      openListings: enterprise._count.vacancies,
    },
    before,
    occupations,
    parks,
    history: history.sort((a, b) => b.at.localeCompare(a.at)),
    next: next?.id ?? null,
  };
}
