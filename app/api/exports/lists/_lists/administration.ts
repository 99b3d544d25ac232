import { z } from "zod";
import { auditPage } from "@/lib/audit/queries";
import { auditFilter } from "@/lib/audit/schema";
import { dayOf } from "@/lib/core/day";
import { staff } from "@/lib/identity/actor";
import { peopleFilter } from "@/lib/identity/people-filter";
import { people as peoplePage } from "@/lib/identity/people-queries";
import { permissions } from "@/lib/identity/permissions";
import { registrations as registrationPage } from "@/lib/identity/registration-queries";
import { mailPage } from "@/lib/notifications/queries";
import { mailFilter } from "@/lib/notifications/schema";
import { countryName } from "@/lib/organisations/countries";
import { enterpriseList } from "@/lib/organisations/enterprise-queries";
import { pageSize, readListQuery } from "@/lib/organisations/list";
import { nextPage, pagesOf } from "@/lib/web/list-export";
import { type ListExport, mapped, moment } from "./list";

const lot = 500;

/** The register of enterprises. */
export const enterprises: ListExport = {
  may: staff(),
  columns: [
    "taxCode",
    "enterprise",
    "park",
    "country",
    "employees",
    "lifecycle",
    "verified",
    "union",
    "agreement",
    "open",
  ],
  rows: ({ params, locale, words, now }) => {
    const query = readListQuery(params);
    const yes = (value: boolean) => (value ? words.exports.yes : null);
    const items = pagesOf(1, async (page) => {
      const { rows, total } = await enterpriseList({ ...query, page }, dayOf(now));
      return { items: rows, next: nextPage(page, Math.ceil(total / pageSize)) };
    });
    return mapped(items, (row) => [
      row.taxCode,
      (locale === "en" && row.nameEn) || row.nameVi,
      locale === "en" ? row.parkEn : row.parkVi,
      countryName(row.investorCountry, locale),
      row.headcount,
      words.register.lifecycle[row.lifecycle],
      yes(row.verified),
      yes(row.hasUnion),
      yes(row.hasAgreement),
      row.open,
    ]);
  },
};

/** Accounts of staff or of organisations' people. */
export const people: ListExport = {
  may: permissions.manageStaff,
  columns: ["name", "email", "unit", "organisation", "lastSeen", "disabled"],
  rows: ({ params, words }) => {
    const filter = peopleFilter.parse(params);
    const items = pagesOf(1, async (page) => {
      const { rows, pages } = await peoplePage({ ...filter, page });
      return { items: rows, next: nextPage(page, pages) };
    });
    return mapped(items, (row) => [
      row.fullName,
      row.email,
      row.staffRole && words.account.staffRoles[row.staffRole],
      row.memberships.map(({ organisation }) => organisation.nameVi).join("; ") || null,
      moment(row.sessions[0]?.lastSeenAt ?? null),
      moment(row.disabledAt),
    ]);
  },
};

const registrationTab = z.object({ tab: z.enum(["open", "decided"]).catch("open") });

/** Enterprises that registered themselves. */
export const registrations: ListExport = {
  may: permissions.decideRegistrations,
  columns: ["enterprise", "taxCode", "applicant", "sent", "state"],
  rows: ({ params, words }) => {
    const { tab } = registrationTab.parse(params);
    const items = pagesOf(1, async (page) => {
      const { rows, pages } = await registrationPage(tab, page);
      return { items: rows, next: nextPage(page, pages) };
    });
    return mapped(items, (row) => [
      row.nameVi,
      row.taxCode,
      row.applicant.fullName,
      moment(row.createdAt),
      words.account.registrationStatus[row.status],
    ]);
  },
};

/** The trail, newest first, with its codes: for those who look into it with other tools. */
export const audit: ListExport = {
  may: permissions.readAudit,
  columns: ["at", "command", "outcome", "actor", "email", "organisation", "subject"],
  rows: ({ params }) => {
    const filter = auditFilter.parse(params);
    const items = pagesOf(filter.cursor, async (cursor) => auditPage({ ...filter, cursor }, lot));
    return mapped(items, ({ at, command, outcome, actor, subjectType, subjectId }) => [
      moment(at),
      command,
      outcome,
      actor.kind === "person" || actor.kind === "system" ? actor.name : actor.kind === "key" ? `#${actor.keyId}` : null,
      actor.kind === "person" ? actor.email : null,
      actor.kind === "person" || actor.kind === "key" ? actor.organisation : null,
      subjectType && `${subjectType} ${subjectId ?? ""}`.trim(),
    ]);
  },
};

/** Letters, newest first; without their text. */
export const mail: ListExport = {
  may: permissions.readMail,
  columns: ["mailSubject", "to_address", "state", "at", "sent", "attempts", "error"],
  rows: ({ params, words }) => {
    const filter = mailFilter.parse(params);
    const items = pagesOf(filter.before, async (before) => mailPage({ ...filter, before }, lot));
    return mapped(items, (row) => [
      row.subject,
      row.toAddress,
      words.admin.mail.status[row.status],
      moment(row.createdAt),
      moment(row.sentAt),
      row.attempts,
      row.lastError,
    ]);
  },
};
