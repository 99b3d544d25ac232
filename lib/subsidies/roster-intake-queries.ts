import { type Day, dateToDay } from "@/lib/core/day";
import { problemsOf } from "@/lib/core/problems";
import { db } from "@/lib/db/client";
import type { OrganisationKind } from "@/lib/db/generated/enums";
import { readChoice } from "@/lib/imports/readers";
import { hashesOf, sealedFor } from "./beneficiary-commands";
import { doubtsOfId } from "./person-id";
import { trainingSupport } from "./policy";
import { policyInForce } from "./policy-queries";
import { kindsAt, rosterFields } from "./roster-schema";

export type RosterFinding = {
  severity: "error" | "note";
  code: string;
  field: string | null;
  params?: Record<string, string | number>;
};
export type JudgedPerson = { content: Record<string, unknown>; findings: RosterFinding[] };

/** Reads words for an occupation of the policy in force on a day, by its names and aliases; null: none of them, or two. */
async function occupationReader(today: Day): Promise<(words: string) => string | null> {
  const policy = await policyInForce(today, trainingSupport);
  const choices = (policy?.definition.occupations ?? []).map(({ code, name, aliases }) => ({
    value: code,
    words: [name.vi, name.en, ...aliases],
  }));
  const read = readChoice(choices);
  return (words) => {
    const found = read({ kind: "text", column: 0, value: words }, { today, header: "" });
    return found.ok ? found.value : null;
  };
}

/**
 * Judges rows of a roster: fields by the form's own rules; a person twice in the table keeps the later row out, one who is on
 * the roster is brought up to date. What comes back bears the ID sealed and hashed, never in clear.
 *
 * @param seen hashes of the IDs of the rows before, with their row; added to
 */
export async function judgePeople(
  rows: { row: number; values: Record<string, unknown> }[],
  organisation: { id: number; kind: OrganisationKind },
  seen: Map<string, number>,
  today: Day,
): Promise<JudgedPerson[]> {
  const idOf = ({ personId }: Record<string, unknown>) => (typeof personId === "string" ? personId : null);
  const hashes = rows.flatMap(({ values }) => {
    const id = idOf(values);
    return id === null ? [] : hashesOf(id);
  });
  const present = await db().rosterEntry.findMany({
    where: { organisationId: organisation.id, leftOn: null, beneficiary: { idHash: { in: hashes } } },
    select: { fullName: true, birthDate: true, beneficiary: { select: { idHash: true } } },
  });
  const occupationOf = await occupationReader(today);
  const known = new Map(present.map((entry) => [entry.beneficiary.idHash, entry]));
  return rows.map(({ row, values }) => {
    const { personId: _, no: __, occupationCode: words, kind, ...given } = values;
    const occupationCode = typeof words === "string" && words !== "" ? occupationOf(words) : null;
    // Whom an organisation keeps is told by what it is: its first group, where the table does not say another of them.
    const groups = kindsAt[organisation.kind];
    const group = groups.find((one) => one === kind) ?? groups[0];
    const parsed = rosterFields.safeParse({ ...given, kind: group, occupationCode });
    const findings: RosterFinding[] = parsed.success
      ? []
      : problemsOf(parsed.error).map(({ path, code, params }) => ({
          severity: "error",
          code,
          field: String(path[0]),
          ...(params && { params }),
        }));
    if (kind !== undefined && kind !== "" && kind !== group)
      findings.push({ severity: "note", code: "groupElsewhere", field: "kind" });
    // Another occupation is none of the policy's: nothing to refuse a person for.
    if (words && occupationCode === null)
      findings.push({ severity: "note", code: "occupationOther", field: "occupationCode" });
    const fields = parsed.success ? parsed.data : null;
    if (fields && fields.birthDate >= today)
      findings.push({ severity: "error", code: "birthDate", field: "birthDate" });
    if (fields?.contractFrom && fields.contractTo && fields.contractTo < fields.contractFrom)
      findings.push({ severity: "error", code: "daysInOrder", field: "contractTo" });
    const id = idOf(values);
    if (id === null || !fields) return { content: {}, findings };
    const sealed = sealedFor(id);
    const before = seen.get(sealed.idHash);
    if (before !== undefined)
      findings.push({ severity: "error", code: "personTwice", field: "personId", params: { row: before } });
    else seen.set(sealed.idHash, row);
    const entry = hashesOf(id)
      .map((hash) => known.get(hash))
      .find((one) => one !== undefined);
    if (entry) {
      findings.push({ severity: "note", code: "alreadyThere", field: "personId", params: { name: entry.fullName } });
      if (dateToDay(entry.birthDate) !== fields.birthDate)
        findings.push({ severity: "note", code: "otherBirthDate", field: "birthDate" });
    }
    for (const doubt of doubtsOfId(id, fields.birthDate))
      findings.push({ severity: "note", code: doubt, field: "personId" });
    return { content: { ...fields, ...sealed }, findings };
  });
}
