import { ok, refuse } from "@/lib/core/result";
import { slugify } from "@/lib/core/text";
import { command } from "@/lib/db/command";
import { permissions } from "@/lib/identity/permissions";
import { changesBetween } from "./rules";
import { writtenSchool } from "./school-schema";

/**
 * Enters a school in the register, or changes its entry; the public address stays. A name that another school bears is refused
 * (`schoolTaken`).
 */
export const writeSchool = command({
  name: "schools.write",
  input: writtenSchool,
  may: permissions.manageCalls,
  run: async ({ tx, input: { id, version, ...fields }, now, about }) => {
    // Two at once: the second waits here and then finds the name.
    await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended('schools', 0))`;
    const base = slugify(fields.nameVi);
    const same = await tx.$queryRaw<{ id: number }[]>`
      select id from "School" where vi_norm("nameVi") = vi_norm(${fields.nameVi})`;
    if (same.some((one) => one.id !== id))
      return refuse("invalid_input", { fields: [{ path: ["nameVi"], code: "schoolTaken" }] });
    const { nameVi, nameEn } = fields;
    if (id === null) {
      const made = await tx.organisation.create({
        data: { kind: "SCHOOL", nameVi, nameEn, createdAt: now },
        select: { id: true },
      });
      const taken = await tx.school.count({ where: { slug: base } });
      await tx.school.create({ data: { ...fields, id: made.id, slug: taken ? `${base}-${made.id}` : base } });
      about({ type: "school", id: made.id });
      return ok({ id: made.id, version: 1 });
    }
    about({ type: "school", id });
    const row = await tx.school.findUnique({ where: { id } });
    if (!row || version === null) return refuse("not_found");
    const { count } = await tx.school.updateMany({
      where: { id, version },
      data: { ...fields, version: { increment: 1 } },
    });
    if (count === 0) return refuse("changed_meanwhile");
    await tx.organisation.update({ where: { id }, data: { nameVi, nameEn } });
    about({ type: "school", id }, { changes: changesBetween(row, fields) });
    return ok({ id, version: version + 1 });
  },
});
