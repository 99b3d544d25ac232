import { formatDay } from "@/lib/core/day";
import { permissions } from "@/lib/identity/permissions";
import { sendingPage } from "@/lib/papers/dissemination-queries";
import { sendingQuery, sendingsPerPage } from "@/lib/papers/dissemination-schema";
import { registerPage } from "@/lib/papers/document-queries";
import { documentQuery, documentsPerPage } from "@/lib/papers/document-schema";
import { batchName } from "@/lib/vacancies/batch-rules";
import { nextPage, pagesOf } from "@/lib/web/list-export";
import { type ListExport, mapped } from "./list";

/** The register of outgoing documents; a cancelled number stands in its place. */
export const documents: ListExport = {
  may: permissions.readDocuments,
  columns: ["number", "kind", "issued", "subject", "recipients", "signer", "batch", "givenBy", "cancelled"],
  rows: ({ params, locale, words }) => {
    const query = documentQuery.parse(params);
    const items = pagesOf(1, async (page) => {
      const found = await registerPage({ ...query, page });
      return { items: found.items, next: nextPage(page, Math.ceil(found.total / documentsPerPage)) };
    });
    return mapped(items, (row) => [
      `${row.no}/${row.symbol}`,
      words.papers.documentKind[row.kind],
      formatDay(row.issuedOn),
      row.subject,
      row.recipients,
      row.signerName,
      row.batch && batchName(locale, row.batch),
      row.givenBy,
      row.cancelled?.reason ?? null,
    ]);
  },
};

/** Where batches went, as the progress report cites it; what was corrected or withdrawn does not count. */
export const sendings: ListExport = {
  may: permissions.readDocuments,
  columns: ["batch", "channel", "sentOn", "recipients", "link", "number", "recordedBy"],
  rows: ({ params, locale, words }) => {
    const query = sendingQuery.parse(params);
    const items = pagesOf(1, async (page) => {
      const found = await sendingPage({ ...query, page });
      return { items: found.items, next: nextPage(page, Math.ceil(found.total / sendingsPerPage)) };
    });
    return mapped(items, (row) => [
      batchName(locale, row.batch),
      words.papers.channel[row.channel],
      formatDay(row.sentOn),
      row.receiver,
      row.link ?? row.file?.name ?? null,
      row.document && `${row.document.no}/${row.document.symbol}`,
      row.recordedBy,
    ]);
  },
};
