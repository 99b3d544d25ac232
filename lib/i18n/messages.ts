import enAccount from "./messages/en/account.json";
import enAdmin from "./messages/en/admin.json";
import enBatches from "./messages/en/batches.json";
import enBudget from "./messages/en/budget.json";
import enCalls from "./messages/en/calls.json";
import enCohorts from "./messages/en/cohorts.json";
import enCommon from "./messages/en/common.json";
import enCourses from "./messages/en/courses.json";
import enDeadlines from "./messages/en/deadlines.json";
import enDossierReview from "./messages/en/dossierReview.json";
import enDossiers from "./messages/en/dossiers.json";
import enDuties from "./messages/en/duties.json";
import enErrors from "./messages/en/errors.json";
import enEstimates from "./messages/en/estimates.json";
import enExports from "./messages/en/exports.json";
import enFiles from "./messages/en/files.json";
import enForms from "./messages/en/forms.json";
import enImports from "./messages/en/imports.json";
import enInternships from "./messages/en/internships.json";
import enMail from "./messages/en/mail.json";
import enOversight from "./messages/en/oversight.json";
import enPapers from "./messages/en/papers.json";
import enPayments from "./messages/en/payments.json";
import enPeriods from "./messages/en/periods.json";
import enPolicies from "./messages/en/policies.json";
import enPublic from "./messages/en/public.json";
import enRegister from "./messages/en/register.json";
import enRegistration from "./messages/en/registration.json";
import enReminders from "./messages/en/reminders.json";
import enReports from "./messages/en/reports.json";
import enReview from "./messages/en/review.json";
import enRoster from "./messages/en/roster.json";
import enSchools from "./messages/en/schools.json";
import enSettlements from "./messages/en/settlements.json";
import enSubsidies from "./messages/en/subsidies.json";
import enSupport from "./messages/en/support.json";
import enSupportFigures from "./messages/en/supportFigures.json";
import enVacancies from "./messages/en/vacancies.json";
import viAccount from "./messages/vi/account.json";
import viAdmin from "./messages/vi/admin.json";
import viBatches from "./messages/vi/batches.json";
import viBudget from "./messages/vi/budget.json";
import viCalls from "./messages/vi/calls.json";
import viCohorts from "./messages/vi/cohorts.json";
import viCommon from "./messages/vi/common.json";
import viCourses from "./messages/vi/courses.json";
import viDeadlines from "./messages/vi/deadlines.json";
import viDossierReview from "./messages/vi/dossierReview.json";
import viDossiers from "./messages/vi/dossiers.json";
import viDuties from "./messages/vi/duties.json";
import viErrors from "./messages/vi/errors.json";
import viEstimates from "./messages/vi/estimates.json";
import viExports from "./messages/vi/exports.json";
import viFiles from "./messages/vi/files.json";
import viForms from "./messages/vi/forms.json";
import viImports from "./messages/vi/imports.json";
import viInternships from "./messages/vi/internships.json";
import viMail from "./messages/vi/mail.json";
import viOversight from "./messages/vi/oversight.json";
import viPapers from "./messages/vi/papers.json";
import viPayments from "./messages/vi/payments.json";
import viPeriods from "./messages/vi/periods.json";
import viPolicies from "./messages/vi/policies.json";
import viPublic from "./messages/vi/public.json";
import viRegister from "./messages/vi/register.json";
import viRegistration from "./messages/vi/registration.json";
import viReminders from "./messages/vi/reminders.json";
import viReports from "./messages/vi/reports.json";
import viReview from "./messages/vi/review.json";
import viRoster from "./messages/vi/roster.json";
import viSchools from "./messages/vi/schools.json";
import viSettlements from "./messages/vi/settlements.json";
import viSubsidies from "./messages/vi/subsidies.json";
import viSupport from "./messages/vi/support.json";
import viSupportFigures from "./messages/vi/supportFigures.json";
import viVacancies from "./messages/vi/vacancies.json";
import type { Locale } from "./paths";

/** Vietnamese is written first; English must have the same keys and the same ICU arguments (messages.test.ts). */
const vi = {
  common: viCommon,
  cohorts: viCohorts,
  account: viAccount,
  admin: viAdmin,
  estimates: viEstimates,
  register: viRegister,
  internships: viInternships,
  schools: viSchools,
  settlements: viSettlements,
  supportFigures: viSupportFigures,
  vacancies: viVacancies,
  reminders: viReminders,
  review: viReview,
  batches: viBatches,
  budget: viBudget,
  calls: viCalls,
  dossiers: viDossiers,
  dossierReview: viDossierReview,
  duties: viDuties,
  oversight: viOversight,
  papers: viPapers,
  payments: viPayments,
  periods: viPeriods,
  public: viPublic,
  errors: viErrors,
  deadlines: viDeadlines,
  reports: viReports,
  registration: viRegistration,
  courses: viCourses,
  roster: viRoster,
  files: viFiles,
  forms: viForms,
  exports: viExports,
  imports: viImports,
  mail: viMail,
  subsidies: viSubsidies,
  support: viSupport,
  policies: viPolicies,
};

export type Messages = typeof vi;

const en: Messages = {
  common: enCommon,
  cohorts: enCohorts,
  account: enAccount,
  admin: enAdmin,
  estimates: enEstimates,
  register: enRegister,
  internships: enInternships,
  schools: enSchools,
  settlements: enSettlements,
  supportFigures: enSupportFigures,
  vacancies: enVacancies,
  reminders: enReminders,
  review: enReview,
  batches: enBatches,
  budget: enBudget,
  calls: enCalls,
  dossiers: enDossiers,
  dossierReview: enDossierReview,
  duties: enDuties,
  oversight: enOversight,
  papers: enPapers,
  payments: enPayments,
  periods: enPeriods,
  public: enPublic,
  errors: enErrors,
  deadlines: enDeadlines,
  reports: enReports,
  registration: enRegistration,
  courses: enCourses,
  roster: enRoster,
  files: enFiles,
  forms: enForms,
  exports: enExports,
  imports: enImports,
  mail: enMail,
  subsidies: enSubsidies,
  support: enSupport,
  policies: enPolicies,
};

export const messages: Record<Locale, Messages> = { vi, en };
