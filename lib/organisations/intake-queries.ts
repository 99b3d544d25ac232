import { problemsOf } from "@/lib/core/problems";
import { db } from "@/lib/db/client";
import { type EnterpriseFields, newEnterprise } from "./schema";

export type RegisterFinding = {
  severity: "error" | "note";
  code: string;
  field: string | null;
  params?: Record<string, string | number>;
};
export type NewEntry = EnterpriseFields & { documentNumber: string; documentDate: string };
export type JudgedEntry = { content: NewEntry | Record<string, unknown>; findings: RegisterFinding[] };

/**
 * Judges rows of the register: the fields by the register's own rules; a tax code that the register or an earlier row of
 * the table has keeps a row out.
 *
 * @param seen tax codes of the rows before, with their row; added to
 */
export async function judgeEntries(
  rows: { row: number; values: Record<string, unknown>; parkId: number | null }[],
  seen: Map<string, number>,
  today: string,
): Promise<JudgedEntry[]> {
  const codes = rows.map(({ values }) => values.taxCode).filter((code) => typeof code === "string");
  const known = new Map(
    (
      await db().enterprise.findMany({ where: { taxCode: { in: codes } }, select: { taxCode: true, nameVi: true } })
    ).map(({ taxCode, nameVi }) => [taxCode, nameVi]),
  );
  return rows.map(({ row, values, parkId }) => {
    const yes = (key: string) => (values[key] as { yes: boolean } | undefined)?.yes ?? false;
    const content = {
      taxCode: values.taxCode,
      nameVi: values.nameVi,
      nameEn: values.nameEn ?? null,
      parkId,
      administrativeUnitId: null,
      address: values.address ?? null,
      vsicCode: values.vsicCode ?? null,
      investorCountry: values.investorCountry,
      headcount: values.headcount ?? 0,
      hasUnion: yes("hasUnion"),
      hasAgreement: yes("hasAgreement"),
      documentNumber: values.documentNumber,
      documentDate: values.documentDate,
    };
    const parsed = newEnterprise.safeParse(content);
    const findings: RegisterFinding[] = parsed.success
      ? []
      : problemsOf(parsed.error).map(({ path, code, params }) => ({
          severity: "error",
          code,
          field: path[0] === "parkId" ? "park" : String(path[0]),
          ...(params && { params }),
        }));
    const code = typeof values.taxCode === "string" ? values.taxCode : null;
    const [name, before] = [code && known.get(code), code ? seen.get(code) : undefined];
    if (name) findings.push({ severity: "error", code: "alreadyRegistered", field: "taxCode", params: { name } });
    else if (before !== undefined)
      findings.push({ severity: "error", code: "twiceInTable", field: "taxCode", params: { row: before } });
    if (code && before === undefined) seen.set(code, row);
    if (typeof values.documentDate === "string" && values.documentDate > today)
      findings.push({ severity: "error", code: "notInFuture", field: "documentDate" });
    return { content: parsed.success ? parsed.data : content, findings };
  });
}
