/** What makes a payment worth looking at; points each. */
export const riskSignals = [
  /** More was paid than is granted now. */
  "overpaid",
  /** The account is another payee's, too. */
  "sharedAccount",
  /** The account was changed. */
  "changedAccount",
  /** The payer had doubts: wrong name, amount, or contradicting answers. */
  "payerDoubt",
  /** Left the course, or the applicant, since. */
  "left",
  /** Among the tenth with the largest amounts. */
  "largeAmount",
  /** The dossier had to be corrected. */
  "corrected",
] as const;
export type RiskSignal = (typeof riskSignals)[number];
export type RiskWeights = Record<RiskSignal, number>;

/** Proposed until somebody says otherwise; each sample keeps its own. */
export const usualWeights: RiskWeights = {
  ...{ overpaid: 50, sharedAccount: 40, payerDoubt: 25, changedAccount: 20, left: 20, largeAmount: 15, corrected: 10 },
};
