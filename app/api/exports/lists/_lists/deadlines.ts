import { formatDay } from "@/lib/core/day";
import { latePerPage, readLateQuery } from "@/lib/deadlines/escalation-list";
import { lateReports } from "@/lib/deadlines/escalation-queries";
import { periodName } from "@/lib/deadlines/recurrence";
import { permissions } from "@/lib/identity/permissions";
import { nextPage, pagesOf } from "@/lib/web/list-export";
import { type ListExport, mapped, moment } from "./list";

/** Late reports, with how often they were asked for. */
export const late: ListExport = {
  may: permissions.chaseReports,
  columns: [
    ...(["organisation", "taxCode", "park", "report", "period", "due", "daysLate", "state"] as const),
    ...(["account", "error", "lastAsked", "calls", "letters"] as const),
  ],
  rows: ({ actor, params, locale, words, now }) => {
    const query = readLateQuery(params);
    const yes = (value: boolean) => (value ? words.exports.yes : null);
    const items = pagesOf(1, async (page) => {
      const { rows, total } = await lateReports({ ...query, page }, actor, now);
      return { items: rows, next: nextPage(page, Math.ceil(total / latePerPage)) };
    });
    return mapped(items, (row) => [
      row.organisation ?? (row.unit && words.register.unit[row.unit]),
      row.taxCode,
      locale === "en" ? row.parkEn : row.parkVi,
      locale === "en" ? row.obligationEn : row.obligationVi,
      periodName(row.slot),
      formatDay(row.dueOn),
      row.daysLate,
      row.state === "RETURNED" ? words.reminders.late.returnedState : null,
      yes(row.hasAccount),
      row.bounced ? words.reminders.late.bounced : null,
      moment(row.remindedAt),
      row.calls,
      row.letters,
    ]);
  },
};
