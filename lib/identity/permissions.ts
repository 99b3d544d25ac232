import { anyOf, enterpriseKey, isPerson, type May, ofEnterprise, ofSchool, staff } from "./actor";

/**
 * Who may do what, in one place, where it is more than a word in a command: commands take these as their `may`, pages
 * show or hide what they lead to. What a role may do with *which* rows is never here: it is in the query's `where`.
 */
export const permissions = {
  /** Accounts of HEZA's staff: invite, change the unit, disable, end sessions; first owner of an organisation. */
  manageStaff: staff("ADMIN"),
  /** Members of one's own enterprise or school: invite, change the role, remove. */
  manageMembers: anyOf(ofEnterprise("OWNER"), ofSchool("OWNER")),
  /** Write the needs of an enterprise, at the desk or through the API. */
  writeNeeds: anyOf(ofEnterprise(), enterpriseKey),
  /** Keys with which the enterprise's own software writes its needs. */
  manageKeys: ofEnterprise("OWNER"),
  /** Match an enterprise that registered itself to the register, and verify or reject it. */
  decideRegistrations: staff("LABOUR_OFFICER", "LABOUR_HEAD", "SUPERVISION", "ADMIN"),
  /** Judge what enterprises hand in: the queue, its items, and the batches that they make of them. */
  reviewNeeds: staff("LABOUR_OFFICER", "LABOUR_HEAD"),
  /** Batches, also before they are public, and what they are sent out with. */
  readBatches: staff("LABOUR_OFFICER", "LABOUR_HEAD", "LEADER", "EMPLOYMENT_CENTRE"),
  /** Letters that the portal wrote, with their text, and sending them again. */
  readMail: staff("ADMIN"),
  /** The whole trail of what was done and refused. */
  readAudit: staff("ADMIN"),
  /** Numbers of documents: give and cancel them. */
  numberDocuments: staff("LABOUR_OFFICER", "LABOUR_HEAD", "OFFICE"),
  /** The register of documents, and where batches went. */
  readDocuments: staff("LABOUR_OFFICER", "LABOUR_HEAD", "LEADER", "EMPLOYMENT_CENTRE", "OFFICE"),
  /** Templates of letters: look at them, upload a version. */
  uploadTemplates: staff("LABOUR_OFFICER", "LABOUR_HEAD", "OFFICE"),
  /** Which version of a template is in force. */
  decideTemplates: staff("LABOUR_HEAD", "OFFICE"),
  /** Where a batch went. */
  recordSendings: staff("LABOUR_OFFICER", "LABOUR_HEAD", "EMPLOYMENT_CENTRE"),
  /** Which days are worked: enter decisions on holidays and swapped days. */
  manageCalendar: staff("LABOUR_HEAD", "OFFICE", "ADMIN"),
  /** Who owes what by when: obligations and their periods. */
  manageObligations: staff("LABOUR_HEAD"),
  /** Obligations, periods and how far they are answered. */
  readObligations: staff(),
  /** Forms of reports: make them, write their next version. */
  manageForms: staff("LABOUR_OFFICER", "LABOUR_HEAD"),
  /** Which version of a form is in force. */
  decideForms: staff("LABOUR_HEAD"),
  /** Support policies and their versions, to read. */
  readPolicies: staff("LABOUR_OFFICER", "LABOUR_HEAD", "LEADER", "OFFICE"),
  /** Write the next version of a support policy. */
  managePolicies: staff("LABOUR_OFFICER", "LABOUR_HEAD"),
  /** Which version of a support policy is in force. */
  decidePolicies: staff("LABOUR_HEAD"),
  /** Let an unverified rate be granted and paid all the same. */
  releaseRates: staff("LEADER"),
  /** Reports that are late: see them, ask for them, with proof. Labour officers all, other units those that they read. */
  chaseReports: staff(
    "LABOUR_OFFICER",
    "LABOUR_HEAD",
    "INVESTMENT",
    "SUPERVISION",
    "OFFICE",
    "EMPLOYMENT_CENTRE",
    "LEADER",
  ),
  /** Call organisations whose report is late: units that see contacts (`seesContacts`) and read reports. */
  callLateReports: staff("LABOUR_OFFICER", "LABOUR_HEAD", "SUPERVISION", "EMPLOYMENT_CENTRE"),
  /** Official letters about late reports: they bear a number. */
  writeLateLetters: staff("LABOUR_OFFICER", "LABOUR_HEAD", "OFFICE"),
  /** What is late or waits in all of the Authority, and each report behind it, to read. What a unit decides stays its own. */
  overseeReports: staff("LEADER", "LABOUR_HEAD", "OFFICE"),
  /** The people of one's own enterprise or school: roster, registrations, courses. */
  keepRoster: anyOf(ofEnterprise(), ofSchool()),
  /** Write the dossiers of training support of one's own enterprise or school. */
  writeDossiers: anyOf(ofEnterprise(), ofSchool()),
  /** Dossiers of training support: the queue, a dossier, its persons, to read. */
  readDossiers: staff("LABOUR_OFFICER", "LABOUR_HEAD", "LEADER", "OFFICE"),
  /** Examine dossiers: assign, ask for corrections and opinions, decide on persons. */
  reviewDossiers: staff("LABOUR_OFFICER", "LABOUR_HEAD"),
  /** Answer when the labour department asks for an opinion on a dossier. */
  giveOpinions: staff("SUPERVISION", "INVESTMENT", "OFFICE", "EMPLOYMENT_CENTRE"),
  /** Lists on their way to the decision, to read. */
  readApprovals: staff("LABOUR_OFFICER", "LABOUR_HEAD", "LEADER", "OFFICE"),
  /** Gather dossiers into a list and propose it. */
  proposeApprovals: staff("LABOUR_OFFICER"),
  /** Check or return a proposed list: the head of labour, or a deputy. */
  checkApprovals: staff("LABOUR_HEAD", "LABOUR_OFFICER"),
  /** Approve or return a checked list: a leader, or a deputy. */
  decideApprovals: staff("LEADER", "LABOUR_HEAD"),
  /** Name a deputy for one's own acts in the chain. */
  delegate: staff("LABOUR_HEAD", "LEADER"),
  /** The money of training support: years, entries, the persons behind a total, to read. */
  readBudget: staff("OFFICE", "LEADER", "LABOUR_HEAD", "LABOUR_OFFICER"),
  /** Propose what a year is allocated, or what moves between years; take in what is older than the ledger. */
  proposeBudget: staff("OFFICE"),
  /** Approve or refuse what the office proposed. */
  decideBudget: staff("LEADER"),
  /** Pause a year's money, and resume it. */
  pauseBudget: staff("OFFICE", "LEADER"),
  /** Payments of training support: batches, payees, the payer's answers, to read. */
  readPayments: staff("OFFICE", "LEADER", "LABOUR_HEAD"),
  /** Gather and propose batches, take in the payer's answers and settle them. */
  preparePayments: staff("OFFICE"),
  /** Check or return a proposed batch; whoever proposed it does not. */
  checkPayments: staff("OFFICE", "LABOUR_HEAD"),
  /** Approve a checked batch, which sends it, or return it. */
  approvePayments: staff("LEADER"),
  /** Control after payment: samples, cases, to read. */
  readControls: staff("OFFICE", "SUPERVISION", "LABOUR_HEAD", "LEADER"),
  /** Draw and propose samples, judge answers. */
  proposeControls: staff("OFFICE", "SUPERVISION"),
  /** Decide on samples and on what was found; whoever proposed or judged does not. */
  decideControls: staff("LEADER"),
  /** Answer a control of one's own dossiers. */
  answerControls: anyOf(ofEnterprise(), ofSchool()),
  /** Give a payee's account: organisations of their own people and of themselves, the office of everybody. */
  giveAccounts: anyOf(ofEnterprise(), ofSchool(), staff("OFFICE")),
  /** Confirm or reject an account that somebody else has given. */
  confirmAccounts: staff("OFFICE", "LABOUR_HEAD"),
  /** Write what a year of training support will cost. */
  writeEstimates: staff("LABOUR_OFFICER", "LABOUR_HEAD"),
  /** Hand an estimate in to the office, or give it up. */
  submitEstimates: staff("LABOUR_HEAD"),
  /** Offer internships of one's own enterprise. */
  offerInternships: ofEnterprise(),
  /** Place students with an offer, confirm and follow placements of one's own enterprise or school. */
  placeInterns: anyOf(ofEnterprise(), ofSchool()),
  /** What became of the graduates of one's own school. */
  keepOutcomes: ofSchool(),
  /** Internships and outcomes of all schools, to read. */
  readInternships: staff("LABOUR_OFFICER", "LABOUR_HEAD", "LEADER"),
  /** Calls to schools: write, open, close them; the schools' entries in the register; how difficulties are followed. */
  manageCalls: staff("LABOUR_OFFICER", "LABOUR_HEAD"),
  /** What schools answered and the figures of it, to read. */
  readSchoolData: staff("LABOUR_OFFICER", "LABOUR_HEAD", "LEADER", "OFFICE", "EMPLOYMENT_CENTRE"),
  /** One's own account: profile, password, sessions, the organisation one acts for. */
  ownAccount: isPerson,
} satisfies Record<string, May>;
