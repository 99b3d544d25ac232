import { permissions } from "@/lib/identity/permissions";
import { maskedAccount } from "@/lib/payments/account";
import { answersPerPage, payerAnswers } from "@/lib/payments/answer-queries";
import { answersQuery } from "@/lib/payments/answer-schema";
import { batchesPerPage, linesPerPage, paymentBatches, paymentLines } from "@/lib/payments/batch-queries";
import { casesPerPage, controlCases } from "@/lib/payments/control-queries";
import { controlsQuery } from "@/lib/payments/control-schema";
import { paymentPageQuery, paymentsQuery } from "@/lib/payments/schema";
import { nextPage, pagesOf } from "@/lib/web/list-export";
import { type ListExport, mapped, moment } from "./list";

/** Batches of payments. */
export const payments: ListExport = {
  may: permissions.readPayments,
  columns: ["number", "title", "state", "lines", "persons", "amount", "createdAt", "sentAt"],
  rows: ({ params, words }) => {
    const { state } = paymentsQuery.parse(params);
    const rows = pagesOf(1, async (page) => {
      const found = await paymentBatches(state, page);
      return { items: found.rows, next: nextPage(page, Math.ceil(found.total / batchesPerPage)) };
    });
    return mapped(rows, (row) => [
      row.code,
      row.title,
      words.payments.batchState[row.state],
      row.lineCount,
      row.persons,
      row.amount,
      moment(row.createdAt),
      moment(row.approvedAt),
    ]);
  },
};

/** Transfers of a batch with what became of them; account numbers by their end alone. */
const paymentLinesOf: ListExport = {
  may: permissions.readPayments,
  columns: ["reference", "payee", "accountEnd", "bank", "dossier", "enterprise", "amount", "state", "reason"],
  rows: ({ params, words }) => {
    const { outcome } = paymentPageQuery.parse(params);
    const id = Number(params.id) || 0;
    const rows = pagesOf(1, async (page) => {
      const found = await paymentLines(id, outcome, page);
      return { items: found.rows, next: nextPage(page, Math.ceil(found.total / linesPerPage)) };
    });
    return mapped(rows, (row) => [
      row.ref,
      row.account.holderName,
      maskedAccount(row.account.lastDigits),
      row.account.bankName,
      row.dossier.code,
      row.dossier.organisation.nameVi,
      row.amount,
      words.payments.lineState[row.state],
      row.reason,
    ]);
  },
};

/** Lines of the payer's answers with what became of them. */
const payerAnswersOf: ListExport = {
  may: permissions.readPayments,
  columns: ["reference", "payee", "accountEnd", "outcome", "amount", "reason", "state"],
  rows: ({ params, words }) => {
    const query = answersQuery.parse(params);
    const rows = pagesOf(1, async (page) => {
      const found = await payerAnswers({ ...query, page });
      return { items: found.rows, next: nextPage(page, Math.ceil(found.total / answersPerPage)) };
    });
    return mapped(rows, (row) => [
      row.ref,
      row.payeeName,
      row.lastDigits && maskedAccount(row.lastDigits),
      words.payments.outcome[row.outcome],
      row.amount,
      row.reason,
      row.resolution
        ? words.payments.answers.resolution[row.resolution as "IGNORED"]
        : row.line && words.payments.lineState[row.line.state],
    ]);
  },
};

/** Control cases with what was found and came back. */
export const controls: ListExport = {
  may: permissions.readControls,
  columns: [
    ...(["name", "dossier", "enterprise", "state", "why"] as const),
    ...(["paidAmount", "demandedAmount", "returnedAmount", "outcome"] as const),
  ],
  rows: ({ params, words: { payments: words } }) => {
    const { state } = controlsQuery.parse(params);
    const rows = pagesOf(1, async (page) => {
      const found = await controlCases(state, page);
      return { items: found.rows, next: nextPage(page, Math.ceil(found.total / casesPerPage)) };
    });
    return mapped(rows, (row) => [
      row.fullName,
      row.dossier.code,
      row.dossier.organisation.nameVi,
      words.controlState[row.state],
      row.signals.map((signal) => words.signal[signal as "left"]).join(", ") || words.control.chance,
      row.paid,
      row.amount,
      row.returned,
      row.outcome && words.controlOutcome[row.outcome],
    ]);
  },
};

export { payerAnswersOf as payerAnswers, paymentLinesOf as paymentLines };
