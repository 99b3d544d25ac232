import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { PageHeader } from "@/components/layout/page-header";
import { RegistrationBar } from "@/components/subsidies/registration-bar";
import { RegistrationLinks } from "@/components/subsidies/registration-links";
import { Card } from "@/components/ui/card";
import { Checkbox } from "@/components/ui/field";
import { Pagination } from "@/components/ui/pagination";
import { SelectAll } from "@/components/ui/selection";
import { EmptyState } from "@/components/ui/states";
import { RowTitle, Table } from "@/components/ui/table";
import { LinkTabs } from "@/components/ui/tabs";
import { env } from "@/lib/config/env";
import { dayOf, formatDay } from "@/lib/core/day";
import { href, type Locale } from "@/lib/i18n/paths";
import {
  linksOf,
  type RegistrationRow,
  registrationCounts,
  registrationPage,
} from "@/lib/subsidies/registration-queries";
import { registrationQuery } from "@/lib/subsidies/registration-schema";
import { kindsAt } from "@/lib/subsidies/roster-schema";
import type { MemberPerson } from "@/lib/web/session";
import { occupationNames } from "../_roster/occupations";
import { rosterBase } from "../_roster/places";
import { close, confirm, decline, open } from "./actions";

const tabs = ["WAITING", "CONFIRMED", "DECLINED", "WITHDRAWN"] as const;

/** Who registered with an organisation, and the links by which they do. */
export async function RegistrationsPage({
  actor,
  locale,
  search,
}: {
  actor: MemberPerson;
  locale: Locale;
  search: Promise<Record<string, string | string[] | undefined>>;
}) {
  const { id, kind } = actor.organisation;
  const { tab, page } = registrationQuery.parse(await search);
  const today = dayOf(new Date());
  const [t, roster, links, list, counts, occupations] = await Promise.all([
    getTranslations("registration"),
    getTranslations("roster"),
    linksOf(id),
    registrationPage(id, tab, page),
    registrationCounts(id),
    occupationNames(locale, today),
  ]);
  const base = href(locale, kind === "ENTERPRISE" ? "enterprise" : "school", "registrations");
  const people = rosterBase(locale, kind);
  const publicUrl = env().PUBLIC_URL.replace(/\/$/, "");
  const waiting = tab === "WAITING";
  const standing = (row: RegistrationRow) => {
    if (row.rosterEntryId !== null)
      return (
        <Link href={`${people}/${row.rosterEntryId}`} className="link">
          {t("desk.openPerson")}
        </Link>
      );
    if (row.onRoster) return t("desk.knownAs", { name: row.onRoster.fullName });
    return row.reason ?? (waiting ? t("desk.newPerson") : "–");
  };
  return (
    <>
      <PageHeader title={t("desk.title")} lede={t("desk.lede")} />
      <div className="flex flex-col gap-6">
        <RegistrationLinks
          links={links.map(({ id: linkId, version, kind: whom, code, note, closesOn, closedAt, registrations }) => ({
            ...{ id: linkId, version, kind: whom, note, closesOn, registrations },
            address: `${publicUrl}${href(locale, "learning", code)}`,
            over: closedAt !== null || (closesOn !== null && closesOn < today),
            closed: closedAt !== null,
          }))}
          kinds={kindsAt[kind]}
          today={today}
          acts={{ open, close }}
        />
        <div>
          <LinkTabs
            as={Link}
            label={t("desk.tabs")}
            tabs={tabs.map((one) => ({
              href: one === "WAITING" ? base : `${base}?tab=${one}`,
              label: t(`state.${one}`),
              count: counts[one],
              current: one === tab,
            }))}
          />
          <div id="registrations" className="mt-4">
            <Card flush>
              {waiting && list.rows.length > 0 && (
                <div className="px-5 py-2">
                  <SelectAll container="registrations" rows={list.rows.length} />
                </div>
              )}
              <Table
                as={Link}
                caption={t("desk.title")}
                rows={list.rows}
                rowKey={(row) => row.id}
                empty={<EmptyState icon="inbox" title={t("desk.empty")} />}
                columns={[
                  ...(waiting
                    ? [
                        {
                          key: "box",
                          label: t("desk.choose"),
                          hideLabel: true,
                          cell: (row: RegistrationRow) => (
                            <Checkbox data-row-box="" value={row.id} hideLabel label={row.fullName ?? `#${row.id}`} />
                          ),
                        },
                      ]
                    : []),
                  {
                    key: "name",
                    label: roster("column.name"),
                    primary: true,
                    cell: (row) => (
                      <RowTitle
                        title={row.fullName ?? t("desk.erased")}
                        detail={[row.birthDate && formatDay(row.birthDate), row.maskedId, row.phone]
                          .filter(Boolean)
                          .join(" · ")}
                      />
                    ),
                  },
                  {
                    key: "wish",
                    label: t("desk.wish"),
                    cell: (row) =>
                      [occupations.get(row.occupationCode) ?? row.occupationCode, roster(`level.${row.level}`)].join(
                        " · ",
                      ),
                  },
                  { key: "job", label: roster("column.job"), wideOnly: true, cell: (row) => row.job ?? "–" },
                  {
                    key: "standing",
                    label: t("desk.standing"),
                    cell: (row) => (
                      <span className="flex flex-col">
                        <span>{standing(row)}</span>
                        {row.doubts.map((doubt) => (
                          <span key={doubt} className="text-amber text-sm">
                            {roster(`doubt.${doubt}`)}
                          </span>
                        ))}
                      </span>
                    ),
                  },
                  {
                    key: "when",
                    label: t("status.sentOn"),
                    numeric: true,
                    cell: (row) => formatDay(dayOf(row.createdAt)),
                  },
                ]}
              />
            </Card>
            {waiting && <RegistrationBar container="registrations" confirm={confirm} decline={decline} />}
          </div>
        </div>
        <Pagination
          as={Link}
          page={page}
          pages={list.pages}
          href={(next) => `${base}?${new URLSearchParams({ tab, page: String(next) })}`}
        />
      </div>
    </>
  );
}
