import type { StaffRole } from "@/lib/db/generated/enums";

/** Units of the Authority that owe or read reports; the labour department goes by its officers' role. */
export const reportingUnits = [
  "LABOUR_OFFICER",
  "INVESTMENT",
  "SUPERVISION",
  "OFFICE",
  "EMPLOYMENT_CENTRE",
  "LEADER",
] as const satisfies StaffRole[];
export type ReportingUnit = (typeof reportingUnits)[number];

/** The unit that a member of staff belongs to; null for administrators of the portal, who belong to none. */
export function unitOf(role: StaffRole | null): ReportingUnit | null {
  if (role === "LABOUR_HEAD") return "LABOUR_OFFICER";
  return role === null || role === "ADMIN" ? null : role;
}
