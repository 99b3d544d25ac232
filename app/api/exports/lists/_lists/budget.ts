import { z } from "zod";
import { entryQuery } from "@/lib/budget/entry-list";
import { entryPage } from "@/lib/budget/entry-queries";
import { permissions } from "@/lib/identity/permissions";
import { pagesOf } from "@/lib/web/list-export";
import { type ListExport, mapped, moment } from "./list";

const ofYear = z.coerce.number().int().positive().catch(0);

/** The entries of a budget year; with what each đồng belongs to. */
export const ledger: ListExport = {
  may: permissions.readBudget,
  columns: [
    ...([
      "at",
      "entry",
      "accountFrom",
      "accountTo",
      "dong",
      "name",
      "dossierNo",
      "rate",
      "ground",
      "document",
    ] as const),
    "actor",
  ],
  rows: ({ params, words: { budget: words } }) => {
    const query = entryQuery.parse(params);
    const yearId = ofYear.parse(params.year);
    const rows = pagesOf<Awaited<ReturnType<typeof entryPage>>["items"][number], string | undefined>(
      undefined,
      async (cursor) => {
        const { items, next } = await entryPage(yearId, { ...query, cursor }, 500);
        return { items, next };
      },
    );
    return mapped(rows, (row) => [
      moment(row.at),
      words.kind[row.kind],
      words.account[row.from],
      words.account[row.to],
      row.amount,
      row.person,
      row.dossier,
      row.rateCode,
      words.groundOf[row.ground],
      row.document,
      row.by,
    ]);
  },
};
