import type { IconName } from "@/components/ui/icon";
import type { Actor, May } from "@/lib/identity/actor";
import { staff } from "@/lib/identity/actor";
import { permissions } from "@/lib/identity/permissions";
import { staffTakesTablesIn } from "@/lib/imports/kinds";
import { owesReports, readsReports } from "@/lib/reports/scope";

type Entry = {
  /** Below `/staff`; empty for its start. */
  path: string;
  /** Its word in `common.rail`. */
  word:
    | "desk"
    | "review"
    | "batches"
    | "enterprises"
    | "imports"
    | "register"
    | "registrations"
    | "late"
    | "oversight"
    | "dossiers"
    | "opinions"
    | "approvals"
    | "payments"
    | "controls"
    | "budget"
    | "estimates"
    | "settlements"
    | "supportFigures"
    | "internships"
    | "outcomes"
    | "schoolCalls"
    | "schoolFigures"
    | "difficulties"
    | "schools"
    | "documents"
    | "reportsReceived"
    | "periods"
    | "duties"
    | "forms"
    | "policies"
    | "calendar"
    | "obligations"
    | "accounts"
    | "mail"
    | "audit";
  icon: IconName;
  may: May;
};

const entries: readonly Entry[] = [
  { path: "", word: "desk", icon: "inbox", may: staff() },
  { path: "review", word: "review", icon: "check", may: permissions.reviewNeeds },
  { path: "batches", word: "batches", icon: "layers", may: permissions.readBatches },
  { path: "oversight", word: "oversight", icon: "eye", may: permissions.overseeReports },
  { path: "reports", word: "reportsReceived", icon: "clipboard-check", may: readsReports },
  { path: "periods", word: "periods", icon: "layers", may: readsReports },
  { path: "duties", word: "duties", icon: "clock", may: owesReports },
  { path: "deadlines/late", word: "late", icon: "clock", may: permissions.chaseReports },
  { path: "dossiers", word: "dossiers", icon: "clipboard-check", may: permissions.readDossiers },
  { path: "opinions", word: "opinions", icon: "pencil", may: permissions.giveOpinions },
  { path: "approvals", word: "approvals", icon: "check", may: permissions.readApprovals },
  { path: "payments", word: "payments", icon: "banknote", may: permissions.readPayments },
  { path: "controls", word: "controls", icon: "shield-check", may: permissions.readControls },
  { path: "budget", word: "budget", icon: "layers", may: permissions.readBudget },
  { path: "budget/estimates", word: "estimates", icon: "pencil", may: permissions.readBudget },
  { path: "budget/settlements", word: "settlements", icon: "check", may: permissions.readBudget },
  { path: "support-figures", word: "supportFigures", icon: "layers", may: permissions.readDossiers },
  { path: "internships", word: "internships", icon: "graduation-cap", may: permissions.readInternships },
  { path: "outcomes", word: "outcomes", icon: "briefcase", may: permissions.readInternships },
  { path: "school-calls", word: "schoolCalls", icon: "send", may: permissions.readSchoolData },
  { path: "school-figures", word: "schoolFigures", icon: "graduation-cap", may: permissions.readSchoolData },
  { path: "difficulties", word: "difficulties", icon: "message-square", may: permissions.readSchoolData },
  { path: "schools", word: "schools", icon: "graduation-cap", may: permissions.readSchoolData },
  { path: "documents", word: "documents", icon: "file-text", may: permissions.readDocuments },
  { path: "policies", word: "policies", icon: "clipboard-check", may: permissions.readPolicies },
  { path: "forms", word: "forms", icon: "pencil", may: permissions.manageForms },
  { path: "obligations", word: "obligations", icon: "hourglass", may: permissions.readObligations },
  { path: "calendar", word: "calendar", icon: "calendar", may: permissions.readObligations },
  { path: "enterprises", word: "enterprises", icon: "factory", may: staff() },
  { path: "imports", word: "imports", icon: "upload", may: staffTakesTablesIn },
  { path: "places", word: "register", icon: "map-pin", may: staff() },
  { path: "registrations", word: "registrations", icon: "user", may: permissions.decideRegistrations },
  { path: "people", word: "accounts", icon: "users", may: permissions.manageStaff },
  { path: "mail", word: "mail", icon: "mail", may: permissions.readMail },
  { path: "audit", word: "audit", icon: "history", may: permissions.readAudit },
];

/** Where somebody of HEZA may go, in the order of the rail; each page asks the same permission for itself. */
export const staffRail = (actor: Actor): readonly Entry[] => entries.filter(({ may }) => may(actor));
