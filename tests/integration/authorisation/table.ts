import { type ActorName, enterprise, everyone, type PersonName, people, school, staff, type World } from "./actors";
import { approvalCommands, approvalPages } from "./approval-rows";
import { budgetCommands, budgetPages } from "./budget-rows";
import { callCommands, callPages } from "./call-rows";
import { deadlineCommands, deadlinePages, overseers } from "./deadline-rows";
import { dossierCommands, dossierPages } from "./dossier-rows";
import { estimateCommands, estimatePages, settlementCommands, settlementPages } from "./estimate-rows";
import { fileCommands } from "./file-rows";
import { formCommands, formKeepers } from "./form-rows";
import {
  aKey,
  anInvitation,
  aRegistration,
  membershipOf,
  registrationDeciders,
  staffUser,
  withIdentity,
  withSecondFactor,
} from "./identity-rows";
import { importCommands, staffTableTakers } from "./import-rows";
import { internshipCommands, internshipPages } from "./internship-rows";
import { aFailedMail } from "./mail-rows";
import { documentReaders, paperCommands, templateKeepers } from "./papers-rows";
import { paymentCommands, paymentPages } from "./payment-rows";
import { policyCommands, policyReaders } from "./policy-rows";
import {
  aContact,
  aPark,
  contactAt,
  contactKeepers,
  entryOf,
  lifecycleMove,
  missing,
  registered,
  registerKeepers,
} from "./register-rows";
import { callers, chasers, letterWriters, reminderCommands } from "./reminder-rows";
import { batchReaders, reviewers, savedFilterOf } from "./review-rows";
import { rosterCommands, rosterPages } from "./roster-rows";
import { deskCommands } from "./vacancy-rows";

/**
 * Who may do and see what: one row for every command, page and route handler. A new one without a row fails
 * `authorisation.test.ts`, and so does a row whose subject is gone. To add yours:
 *
 * **A command** — in `commands`, in the section of its domain:
 * ```
 * "vacancies.submit": {
 *   may: ["enterpriseOwner", "enterpriseMember"],            // exactly these; all others are refused
 *   foreign: {                                               // a row that is not the actor's does not exist
 *     as: "enterpriseMember",
 *     own: async (world) => ({ vacancyId: (await createVacancy(world.enterpriseId)).id, version: 1 }),
 *     other: async (world) => ({ vacancyId: (await createVacancy(world.otherEnterpriseId)).id, version: 1 }),
 *   },
 * },
 * ```
 * `own` must be reached (whatever the command then says, not `not_found`), `other` must answer `not_found`. A command
 * without rows of others says why in words: `foreign: "only the actor's own account"`.
 *
 * **A page** — in `pages`, by its address inside `app/[locale]` without the groups in brackets: `sees: "everyone"` for
 * public ones, else the actors who get it; strangers are led to the sign-in page, other people get 404. A page with
 * parameters gives `path` for one that exists for those who see it (the sample data's, for the live check in tests/e2e).
 *
 * **A route handler** — in `routes`, by its address: `open: "everyone"`, or in words what guards it.
 */
export type CommandRow = {
  may: readonly ActorName[];
  foreign:
    | string
    | {
        as: PersonName;
        own: (world: World) => Promise<unknown> | unknown;
        other: (world: World) => Promise<unknown> | unknown;
      };
};

export type PageRow = { sees: "everyone" | readonly PersonName[]; path?: string };
export type RouteRow = { open: "everyone" } | { guardedBy: string };

const own = "only the actor's own account";
const link = "the secret of a mailed link names the row";
const allOfHeza = "these staff decide for the whole Authority: no row is somebody else's";
const owners = ["enterpriseOwner", "schoolOwner"] as const;

export const commands: Record<string, CommandRow> = {
  ...fileCommands,
  ...budgetCommands,
  ...callCommands,
  // identity -----------------------------------------------------------------------------------------------------------
  "identity.signIn": { may: everyone, foreign: "address and password name the account" },
  "identity.signOut": { may: people, foreign: own },
  "identity.endOtherSessions": { may: people, foreign: own },
  "identity.endSession": {
    may: people,
    foreign: {
      as: "enterpriseMember",
      own: ({ actors }) => ({ sessionId: actors.enterpriseMember.sessionId }),
      other: ({ actors }) => ({ sessionId: actors.enterpriseOwner.sessionId }),
    },
  },
  "identity.switchOrganisation": {
    may: people,
    foreign: {
      as: "enterpriseMember",
      own: ({ enterpriseId }) => ({ organisationId: enterpriseId }),
      other: ({ otherEnterpriseId }) => ({ organisationId: otherEnterpriseId }),
    },
  },
  "identity.changePassword": { may: people, foreign: own },
  "identity.updateProfile": { may: people, foreign: own },
  "identity.requestReset": { may: everyone, foreign: "the answer is the same for every address" },
  "identity.resetPassword": { may: everyone, foreign: link },
  "identity.acceptInvitation": { may: everyone, foreign: link },
  "identity.signUpEnterprise": { may: everyone, foreign: "makes a row, touches none" },
  "identity.confirmSignUp": { may: everyone, foreign: link },
  "identity.inviteMember": { may: owners, foreign: "makes a row in the actor's own organisation" },
  "identity.resendInvitation": {
    may: [...owners, "admin"],
    foreign: {
      as: "enterpriseOwner",
      own: async (world) => ({ invitationId: await anInvitation(world.enterpriseId, world.actors.enterpriseOwner) }),
      other: async (world) => ({
        invitationId: await anInvitation(world.otherEnterpriseId, world.otherEnterpriseOwner),
      }),
    },
  },
  "identity.revokeInvitation": {
    may: [...owners, "admin"],
    foreign: {
      as: "schoolOwner",
      own: async (world) => ({ invitationId: await anInvitation(world.schoolId, world.actors.schoolOwner) }),
      other: async (world) => ({ invitationId: await anInvitation(world.otherSchoolId, world.otherSchoolOwner) }),
    },
  },
  "identity.changeMemberRole": {
    may: owners,
    foreign: {
      as: "enterpriseOwner",
      own: async ({ actors }) => ({ membershipId: await membershipOf(actors.enterpriseMember), role: "MEMBER" }),
      other: async (world) => ({ membershipId: await membershipOf(world.otherEnterpriseOwner), role: "MEMBER" }),
    },
  },
  "identity.removeMember": {
    may: owners,
    foreign: {
      as: "schoolOwner",
      own: async ({ actors }) => ({ membershipId: await membershipOf(actors.schoolOwner) }),
      other: async (world) => ({ membershipId: await membershipOf(world.otherSchoolOwner) }),
    },
  },
  "apiKeys.create": { may: ["enterpriseOwner"], foreign: "makes a row in the actor's own organisation" },
  "apiKeys.revoke": {
    may: ["enterpriseOwner"],
    foreign: {
      as: "enterpriseOwner",
      own: ({ enterpriseId, actors }) => aKey(enterpriseId, actors.enterpriseOwner),
      other: ({ otherEnterpriseId, otherEnterpriseOwner }) => aKey(otherEnterpriseId, otherEnterpriseOwner),
    },
  },
  "identity.signInByIdentity": { may: everyone, foreign: "what the state's login vouches for names the account" },
  "identity.startBinding": { may: people, foreign: own },
  "identity.bindIdentity": { may: people, foreign: own },
  "identity.unbindIdentity": { may: people, foreign: own },
  "identity.startSecondFactor": { may: people, foreign: own },
  "identity.confirmSecondFactor": { may: people, foreign: own },
  "identity.renewRecoveryCodes": { may: people, foreign: own },
  "identity.removeSecondFactor": { may: people, foreign: own },
  "identity.passSecondStep": { may: everyone, foreign: "the cookie's session and a code of its account name the row" },
  "identity.requireSecondFactor": { may: ["admin"], foreign: allOfHeza },
  "identity.resetSecondFactor": {
    may: ["admin"],
    foreign: { as: "admin", own: withSecondFactor, other: () => ({ userId: 2_000_000_000 }) },
  },
  "identity.resetIdentity": {
    may: ["admin"],
    foreign: { as: "admin", own: withIdentity, other: () => ({ userId: 2_000_000_000 }) },
  },
  "identity.inviteStaff": { may: ["admin"], foreign: allOfHeza },
  "identity.inviteOwner": {
    may: ["admin"],
    foreign: {
      as: "admin",
      own: ({ schoolId }) => ({ organisationId: schoolId, email: "chu-nhiem@hezaworks.example", locale: "vi" }),
      other: () => ({ organisationId: 2_000_000_000, email: "chu-nhiem@hezaworks.example", locale: "vi" }),
    },
  },
  "identity.changeStaffRole": {
    may: ["admin"],
    foreign: {
      as: "admin",
      own: async () => ({ ...(await staffUser()), staffRole: "OFFICE" }),
      // An account of an enterprise is no staff account: it is not there for this command.
      other: async ({ actors }) => ({ userId: actors.enterpriseMember.userId, version: 1, staffRole: "OFFICE" }),
    },
  },
  "identity.disableUser": {
    may: ["admin"],
    foreign: { as: "admin", own: staffUser, other: () => ({ userId: 2_000_000_000, version: 1 }) },
  },
  "identity.enableUser": {
    may: ["admin"],
    foreign: { as: "admin", own: staffUser, other: () => ({ userId: 2_000_000_000, version: 1 }) },
  },
  "identity.endUserSessions": {
    may: ["admin"],
    foreign: { as: "admin", own: staffUser, other: () => ({ userId: 2_000_000_000 }) },
  },
  "identity.verifyRegistration": { may: registrationDeciders, foreign: allOfHeza },
  "identity.rejectRegistration": {
    may: registrationDeciders,
    foreign: {
      as: "labourOfficer",
      own: async () => ({ ...(await aRegistration()), reason: "Mã số thuế không khớp tên." }),
      other: () => ({ registrationId: 2_000_000_000, version: 1, reason: "Mã số thuế không khớp tên." }),
    },
  },

  // places and organisations -------------------------------------------------------------------------------------------
  "enterprises.create": { may: registerKeepers, foreign: "makes a row, touches none" },
  "enterprises.edit": {
    may: registerKeepers,
    foreign: {
      as: "labourOfficer",
      own: async ({ enterpriseId }) => entryOf(await registered(enterpriseId)),
      other: async ({ enterpriseId }) => ({ ...entryOf(await registered(enterpriseId)), ...missing() }),
    },
  },
  "enterprises.changeLifecycle": {
    may: ["investment", "supervision", "admin"],
    foreign: {
      as: "supervision",
      own: async ({ enterpriseId }) => ({ ...(await registered(enterpriseId)).seen, ...lifecycleMove }),
      other: () => ({ ...missing(), ...lifecycleMove }),
    },
  },
  "enterprises.verify": {
    may: registrationDeciders,
    foreign: {
      as: "supervision",
      own: async ({ enterpriseId }) => (await registered(enterpriseId)).seen,
      other: missing,
    },
  },
  "enterprises.unverify": {
    may: registrationDeciders,
    foreign: {
      as: "admin",
      own: async ({ enterpriseId }) => ({ ...(await registered(enterpriseId)).seen, reason: "Sai mã số thuế" }),
      other: () => ({ ...missing(), reason: "Sai mã số thuế" }),
    },
  },
  "enterprises.describe": { may: enterprise, foreign: "the row is always the actor's own enterprise" },
  "contacts.save": {
    may: contactKeepers,
    foreign: {
      as: "enterpriseMember",
      own: async ({ enterpriseId }) => ({ ...contactAt(enterpriseId), id: (await aContact(enterpriseId)).id }),
      // A contact of another enterprise, named as if it were one's own.
      other: async ({ enterpriseId, otherEnterpriseId }) => ({
        ...contactAt(enterpriseId),
        id: (await aContact(otherEnterpriseId)).id,
      }),
    },
  },
  "contacts.confirm": {
    may: contactKeepers,
    foreign: {
      as: "enterpriseOwner",
      own: ({ enterpriseId }) => aContact(enterpriseId),
      other: ({ otherEnterpriseId }) => aContact(otherEnterpriseId),
    },
  },
  "contacts.remove": {
    may: contactKeepers,
    foreign: {
      as: "enterpriseOwner",
      own: ({ enterpriseId }) => aContact(enterpriseId),
      other: ({ otherEnterpriseId }) => aContact(otherEnterpriseId),
    },
  },
  "places.saveWageDecree": { may: ["labourHead", "admin"], foreign: allOfHeza },
  "places.saveParkRegion": {
    may: ["labourHead", "admin"],
    foreign: { as: "admin", own: aPark, other: async () => ({ ...(await aPark()), parkId: 2_000_000_000 }) },
  },
  "places.saveParkAliases": {
    may: ["labourHead", "admin"],
    foreign: {
      as: "labourHead",
      own: async () => ({ parkId: (await aPark()).parkId, aliases: "Khu thử", known: [] }),
      other: () => ({ parkId: 2_000_000_000, aliases: "Khu thử", known: [] }),
    },
  },

  // vacancies ----------------------------------------------------------------------------------------------------------
  ...deskCommands,

  // imports ------------------------------------------------------------------------------------------------------------
  ...importCommands,

  // training support ---------------------------------------------------------------------------------------------------
  ...rosterCommands,
  ...internshipCommands,

  // review and batches -------------------------------------------------------------------------------------------------
  "review.assign": { may: reviewers, foreign: allOfHeza },
  "review.release": { may: reviewers, foreign: allOfHeza },
  "review.approve": { may: reviewers, foreign: allOfHeza },
  "review.return": { may: reviewers, foreign: allOfHeza },
  "review.decideMany": { may: reviewers, foreign: allOfHeza },
  "review.withdraw": { may: reviewers, foreign: allOfHeza },
  "review.tellDecided": { may: ["system"], foreign: allOfHeza },
  "savedFilters.save": { may: staff, foreign: own },
  "savedFilters.remove": {
    may: staff,
    foreign: {
      as: "labourOfficer",
      own: ({ actors }) => savedFilterOf(actors.labourOfficer),
      other: ({ actors }) => savedFilterOf(actors.labourHead),
    },
  },
  "batches.create": { may: reviewers, foreign: allOfHeza },
  "batches.edit": { may: reviewers, foreign: allOfHeza },
  "batches.startReview": { may: reviewers, foreign: allOfHeza },
  "batches.collectAgain": { may: ["labourHead"], foreign: allOfHeza },
  "batches.publish": { may: ["labourHead"], foreign: allOfHeza },
  "batches.close": { may: ["labourHead"], foreign: allOfHeza },
  "batches.withdraw": { may: ["labourHead"], foreign: allOfHeza },
  "batches.moveDue": { may: ["system"], foreign: allOfHeza },
  "batches.tellPublished": { may: ["system"], foreign: allOfHeza },

  // papers of a batch --------------------------------------------------------------------------------------------------
  ...paperCommands,
  ...dossierCommands,
  ...approvalCommands,
  ...estimateCommands,
  ...settlementCommands,
  ...deadlineCommands,
  ...formCommands,
  ...paymentCommands,
  ...policyCommands,

  // reminders ----------------------------------------------------------------------------------------------------------
  ...reminderCommands,

  // notifications, jobs, audit -----------------------------------------------------------------------------------------
  "mail.retry": {
    may: ["admin"],
    foreign: { as: "admin", own: aFailedMail, other: () => ({ id: 2_000_000_000 }) },
  },
  "mail.retryFailed": { may: ["admin"], foreign: allOfHeza },
  "jobs.tidy": { may: ["system"], foreign: "deletes by age alone" },
};

export const pages: Record<string, PageRow> = {
  // public -------------------------------------------------------------------------------------------------------------
  "/khong-tim-thay": { sees: "everyone", path: "/nothing-here" },
  "/": { sees: "everyone" },
  "/viec-lam": { sees: "everyone" },
  "/viec-lam/[slug]": { sees: "everyone", path: "/viec-lam/chuyen-truong-may-3" },
  "/viec-lam/[slug]/to-roi": { sees: "everyone", path: "/viec-lam/cong-nhan-lap-rap-linh-kien-dien-tu-31/to-roi" },
  "/viec-lam/[slug]/leaflet": { sees: "everyone", path: "/viec-lam/cong-nhan-lap-rap-linh-kien-dien-tu-31/leaflet" },
  "/dot-tuyen-dung": { sees: "everyone" },
  "/dot-tuyen-dung/[year]/[no]": { sees: "everyone", path: "/dot-tuyen-dung/2024/2" },
  "/dot-tuyen-dung/[year]/[no]/[part]": { sees: "everyone", path: "/dot-tuyen-dung/2024/2/trang-2" },
  "/doanh-nghiep": { sees: "everyone" },
  "/doanh-nghiep/[slug]": { sees: "everyone", path: "/doanh-nghiep/dien-tu-sao-mai-som-viet-nam" },
  "/khu-cong-nghiep": { sees: "everyone" },
  "/khu-cong-nghiep/[slug]": { sees: "everyone", path: "/khu-cong-nghiep/dinh-vu" },
  "/ho-tro-dao-tao": { sees: "everyone" },
  "/ho-tro-dao-tao/kiem-tra": { sees: "everyone" },
  "/truong": { sees: "everyone" },
  "/truong/[slug]": { sees: "everyone", path: "/truong/truong-cao-dang-nghe-ben-thuyen-giay" },
  "/xac-minh": { sees: "everyone" },
  "/xac-minh/[code]": { sees: "everyone", path: "/xac-minh/22222AAAAA" },

  // account ------------------------------------------------------------------------------------------------------------
  "/dang-nhap": { sees: "everyone" },
  "/buoc-hai": { sees: "everyone" },
  "/dang-ky": { sees: "everyone" },
  "/dang-ky/[token]": { sees: "everyone", path: "/dang-ky/a-link-that-never-was" },
  "/loi-moi/[token]": { sees: "everyone", path: "/loi-moi/a-link-that-never-was" },
  "/quen-mat-khau": { sees: "everyone" },
  "/quen-mat-khau/[token]": { sees: "everyone", path: "/quen-mat-khau/a-link-that-never-was" },

  // my -----------------------------------------------------------------------------------------------------------------
  "/my": { sees: people },
  "/my/second-step": { sees: people },
  "/my/notices": { sees: people },

  // enterprise ---------------------------------------------------------------------------------------------------------
  "/enterprise": { sees: enterprise },
  "/enterprise/vacancies": { sees: enterprise },
  "/enterprise/vacancies/[id]": { sees: enterprise, path: "/enterprise/vacancies/4" },
  "/enterprise/vacancies/[id]/edit": { sees: enterprise, path: "/enterprise/vacancies/96/edit" },
  "/enterprise/members": { sees: enterprise },
  "/enterprise/api-keys": { sees: enterprise },
  "/enterprise/imports": { sees: enterprise },
  "/enterprise/imports/[id]": { sees: enterprise, path: "/enterprise/imports/1" },
  "/enterprise/profile": { sees: enterprise },
  ...dossierPages,
  ...rosterPages,
  ...internshipPages,

  // school -------------------------------------------------------------------------------------------------------------
  "/school": { sees: school },
  "/school/members": { sees: school },
  "/school/imports": { sees: school },
  "/school/imports/[id]": { sees: school, path: "/school/imports/3" },

  // staff --------------------------------------------------------------------------------------------------------------
  "/staff": { sees: staff },
  "/staff/review": { sees: reviewers },
  "/staff/review/[id]": { sees: reviewers, path: "/staff/review/1" },
  "/staff/batches": { sees: batchReaders },
  "/staff/batches/new": { sees: reviewers },
  "/staff/batches/[id]": { sees: batchReaders, path: "/staff/batches/1" },
  "/staff/batches/[id]/print": { sees: batchReaders, path: "/staff/batches/1/print" },
  "/staff/batches/[id]/publish": { sees: ["labourHead"], path: "/staff/batches/3/publish" },
  "/staff/imports": { sees: staffTableTakers },
  // The sample's is an annex; units that keep the register see their own tables there.
  "/staff/imports/[id]": { sees: reviewers, path: "/staff/imports/2" },
  "/staff/deadlines/late": { sees: chasers },
  // The sample's first report is read by the labour department.
  "/staff/deadlines/late/[id]": { sees: ["labourOfficer", ...overseers], path: "/staff/deadlines/late/1" },
  "/staff/deadlines/preview/[id]": { sees: chasers, path: "/staff/deadlines/preview/1" },
  "/staff/deadlines/calls": { sees: callers },
  "/staff/deadlines/letters": { sees: letterWriters },
  ...approvalPages,
  ...paymentPages,
  ...budgetPages,
  ...callPages,
  ...estimatePages,
  ...settlementPages,
  "/staff/documents": { sees: documentReaders },
  "/staff/documents/sendings": { sees: documentReaders },
  "/staff/documents/templates": { sees: templateKeepers },
  "/staff/support-figures": { sees: policyReaders },
  "/staff/policies": { sees: policyReaders },
  "/staff/policies/[id]": { sees: policyReaders, path: "/staff/policies/1" },
  "/staff/forms": { sees: formKeepers },
  "/staff/forms/[id]": { sees: formKeepers, path: "/staff/forms/1" },
  "/staff/forms/versions/[id]": { sees: formKeepers, path: "/staff/forms/versions/1" },
  "/staff/enterprises": { sees: staff },
  "/staff/enterprises/new": { sees: registerKeepers },
  "/staff/enterprises/[id]": { sees: staff, path: "/staff/enterprises/1" },
  "/staff/enterprises/[id]/edit": { sees: registerKeepers, path: "/staff/enterprises/1/edit" },
  "/staff/places": { sees: staff },
  "/staff/places/[id]": { sees: staff, path: "/staff/places/1" },
  "/staff/places/wages": { sees: staff },
  "/staff/places/units": { sees: staff },
  "/staff/people": { sees: ["admin"] },
  "/staff/people/[id]": { sees: ["admin"], path: "/staff/people/1" },
  "/staff/registrations": { sees: registrationDeciders },
  "/staff/registrations/[id]": { sees: registrationDeciders, path: "/staff/registrations/1" },
  "/staff/mail": { sees: ["admin"] },
  "/staff/mail/[id]": { sees: ["admin"], path: "/staff/mail/1" },
  "/staff/audit": { sees: ["admin"] },
  ...deadlinePages,
};

export const routes: Record<string, RouteRow> = {
  "/api/exports/registration-links/[id]": { guardedBy: "the session: links of the organisation that one acts for" },
  "/api/imports": { guardedBy: "the session and the origin: who may take tables in, of the kinds of their unit" },
  "/api/exports/lists/[list]": {
    guardedBy: "the session: whoever may open the page of that list; the public search is open",
  },
  "/api/exports/letters/[id]": {
    guardedBy:
      "the session: staff who ask for late reports, of the obligations that they read; who oversees reports, all",
  },
  "/api/exports/controls/[id]": { guardedBy: "the session: staff who read controls" },
  "/api/exports/payments/[id]": { guardedBy: "the command: the office alone, and it leaves a line in the trail" },
  "/api/exports/approvals/[id]": { guardedBy: "the session: staff who read approvals" },
  "/api/exports/decisions/[id]": {
    guardedBy: "the session: staff who read approvals, and once it is numbered whose dossier it is",
  },
  "/api/exports/estimates/[id]": { guardedBy: "the session: staff who read the money of training support" },
  "/api/exports/settlements/[id]": { guardedBy: "the session: staff who read the money of training support" },
  "/api/exports/school-calls/[id]": { guardedBy: "the session: staff who read schools' data; a school its own letter" },
  "/api/exports/school-figures": { guardedBy: "the session: staff who read schools' data" },
  "/api/exports/support-figures": { guardedBy: "the session: staff who read dossiers" },
  "/api/exports/dossiers/[id]": { guardedBy: "the session: whose dossier it is" },
  "/api/exports/imports/[id]": { guardedBy: "the session: whose table it is" },
  "/api/exports/import-templates/[kind]": { guardedBy: "the session: who may take in that kind of table" },
  "/api/exports/batches/[id]": { guardedBy: "the session: staff of the labour department, leaders, employment centre" },
  "/api/exports/batches/[id]/[paper]": {
    guardedBy: "the session: staff of the labour department, leaders, employment centre",
  },
  "/api/exports/periods/[id]/[form]": {
    guardedBy: "the session: the unit that reads the period's answers, and who oversees all reports",
  },
  "/api/exports/reports/[id]": { guardedBy: "the session: whose report it is" },
  "/api/exports/templates/[id]/[form]": { guardedBy: "the session: labour department and office" },
  "/api/files": { guardedBy: "the session and the origin: who may hand in files for that purpose" },
  "/api/files/upload/[[...key]]": { guardedBy: "the session and the origin: whoever has begun that file" },
  "/api/files/[key]": { guardedBy: "the session: the owner, and who reads what it has become part of" },
  "/api/files/[key]/state": { guardedBy: "the session: the owner, and who reads what it has become part of" },
  "/api/files/sendings/[id]": {
    guardedBy: "the session: labour department, leaders, employment centre, office",
  },
  "/api/auth/[...nextauth]": { open: "everyone" },
  "/api/oidc/start": { open: "everyone" },
  "/api/oidc/callback": { guardedBy: "the sealed note of what this browser had begun, and the provider's word" },
  "/api/calendar/[token]": { guardedBy: "the secret in the address: what its owner owes, and nothing else" },
  "/api/health": { open: "everyone" },
  "/api/metrics": { guardedBy: "METRICS_TOKEN, or without one the address: this machine only" },
  "/api/suggest": { open: "everyone" },
  "/viec-lam/rss": { open: "everyone" },
  "/viec-lam/[slug]/anh": { open: "everyone" },
  "/dot-tuyen-dung/[year]/[no]/csv": { open: "everyone" },
  "/dot-tuyen-dung/[year]/[no]/xlsx": { open: "everyone" },
  "/dot-tuyen-dung/[year]/[no]/pdf": { open: "everyone" },
  "/dot-tuyen-dung/rss": { open: "everyone" },
  "/xac-minh/tra-cuu": { open: "everyone" },
  "/sitemap.xml": { open: "everyone" },
  "/sitemap-pages.xml": { open: "everyone" },
  "/sitemap-jobs.xml": { open: "everyone" },
  "/api/internal/revalidate": { guardedBy: "the secret of the process, which only the server itself knows" },
  "/api/v1/batches": { open: "everyone" },
  "/api/v1/batches/[year]/[no]": { open: "everyone" },
  "/api/v1/batches/[year]/[no]/vacancies": { open: "everyone" },
  "/api/v1/openapi.json": { open: "everyone" },
  "/api/v1/needs": { guardedBy: "the enterprise's key: rows of its own organisation" },
  "/api/v1/needs/[id]": { guardedBy: "the enterprise's key: rows of its own organisation" },
  "/api/v1/parks": { open: "everyone" },
  "/api/v1/schools": { open: "everyone" },
  "/api/v1/school-figures": { open: "everyone" },
  "/api/v1/graduate-outcomes": { open: "everyone" },
  "/api/v1/support-policy": { open: "everyone" },
  "/api/v1/vacancies": { open: "everyone" },
  "/api/v1/vacancies/[id]": { open: "everyone" },
};
