import { ok, refuse } from "@/lib/core/result";
import { command } from "@/lib/db/command";
import { scopeOf, userIdOf } from "@/lib/identity/actor";
import { permissions } from "@/lib/identity/permissions";
import { codeKey } from "./answer";
import { outcomeProgrammes, outcomeVersion } from "./outcome-queries";
import { savedOutcomes } from "./outcome-schema";

/** What became of one's own graduates of a year, all programmes at once; what was said before is replaced. */
export const saveOutcomes = command({
  name: "outcomes.save",
  input: savedOutcomes,
  may: permissions.keepOutcomes,
  run: async ({ tx, actor, now, input, about, changed }) => {
    const { year, months, version, rows } = input;
    const schoolId = scopeOf(actor, "SCHOOL");
    const subject = `${schoolId}-${year}-${months}`;
    await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`outcomes ${subject}`}, 0))`;
    if ((await outcomeVersion(tx, schoolId, year, months)) !== version) return refuse("changed_meanwhile");
    const programmes = new Map(
      (await outcomeProgrammes(tx, schoolId, year)).map((programme) => [codeKey(programme.code), programme]),
    );
    const before = await tx.graduateOutcome.findMany({ where: { schoolId, year, months } });
    for (const { code, name, field, level, codeKey: key } of before)
      if (!programmes.has(key)) programmes.set(key, { code, name, field, level, expected: 0 });
    const seen = new Set<string>();
    for (const [at, { code }] of rows.entries()) {
      const key = codeKey(code);
      const wrong = !programmes.has(key) ? "programmeUnknown" : seen.has(key) ? "programmeTwice" : null;
      if (wrong) return refuse("invalid_input", { fields: [{ path: ["rows", at, "graduates"], code: wrong }] });
      seen.add(key);
    }
    await tx.graduateOutcome.deleteMany({ where: { schoolId, year, months } });
    await tx.graduateOutcome.createMany({
      data: rows.flatMap(({ code, ...counts }) => {
        const programme = programmes.get(codeKey(code));
        if (!programme) return [];
        const { expected: _, ...names } = programme;
        return [
          { ...names, ...counts, schoolId, year, months, codeKey: codeKey(code), byUserId: userIdOf(actor), at: now },
        ];
      }),
    });
    about({ type: "outcomes", id: subject });
    // They are in the open data and on the school's page from now on.
    changed("schools");
    return ok({ version: version + 1 });
  },
});
