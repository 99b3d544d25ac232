import { dayToDate } from "@/lib/core/day";
import { slugify } from "@/lib/core/text";
import type { Tx } from "@/lib/db/client";
import type { StaffRole } from "@/lib/db/generated/enums";
import { newEnterprise } from "./schema";
import { vsicVersion } from "./vsic";

/**
 * Enters judged rows in the register, each as one that is investing, as `enterprises.create` does. Rows whose tax code has
 * been taken meanwhile are left out and told.
 *
 * @returns by row of the table the enterprise's id; rows that were left out
 */
export async function takeInEntries(
  tx: Tx,
  rows: { row: number; content: unknown }[],
  by: { userId: number; unit: StaffRole; now: Date },
): Promise<{ ids: Map<number, number>; taken: number[]; parkIds: number[] }> {
  const { userId, unit, now } = by;
  const entries = rows.map(({ row, content }) => ({ row, ...newEnterprise.parse(content) }));
  // In one order, so that two imports at once wait for each other instead of for ever.
  for (const { taxCode } of [...entries].sort((a, b) => a.taxCode.localeCompare(b.taxCode)))
    await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`taxCode:${taxCode}`}, 0))`;
  const present = await tx.enterprise.findMany({
    where: {
      OR: [
        { taxCode: { in: entries.map(({ taxCode }) => taxCode) } },
        { slug: { in: entries.map(({ nameVi }) => slugify(nameVi)) } },
      ],
    },
    select: { taxCode: true, slug: true },
  });
  const codes = new Set(present.map(({ taxCode }) => taxCode));
  const slugs = new Set(present.map(({ slug }) => slug));
  const free = entries.filter(({ taxCode }) => !codes.has(taxCode));
  const organisations = await tx.organisation.createManyAndReturn({
    data: free.map(({ nameVi, nameEn }) => ({ kind: "ENTERPRISE" as const, nameVi, nameEn, createdAt: now })),
    select: { id: true },
  });
  const ids = new Map<number, number>();
  await tx.enterprise.createMany({
    data: free.map(({ row, documentNumber: _, documentDate: __, ...fields }, at) => {
      const id = organisations[at]?.id ?? 0;
      ids.set(row, id);
      const base = slugify(fields.nameVi);
      const slug = slugs.has(base) ? `${base}-${fields.taxCode}` : base;
      slugs.add(slug);
      return { id, ...fields, vsicVersion: fields.vsicCode && vsicVersion, slug, createdAt: now };
    }),
  });
  await tx.enterpriseLifecycleEvent.createMany({
    data: free.map(({ row, documentNumber, documentDate }) => ({
      enterpriseId: ids.get(row) ?? 0,
      toState: "INVESTING" as const,
      unit,
      effectiveOn: dayToDate(documentDate),
      documentNumber,
      documentDate: dayToDate(documentDate),
      byUserId: userId,
      createdAt: now,
    })),
  });
  const taken = entries.filter(({ taxCode }) => codes.has(taxCode)).map(({ row }) => row);
  return { ids, taken, parkIds: [...new Set(free.map(({ parkId }) => parkId))] };
}
