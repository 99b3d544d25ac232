import Link from "next/link";
import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { EmptyState } from "@/components/ui/states";
import { Table } from "@/components/ui/table";
import type { StaffRole } from "@/lib/db/generated/enums";
import { href, type Locale } from "@/lib/i18n/paths";
import { momentText } from "@/lib/identity/moment";

type Row = {
  id: number;
  fullName: string;
  email: string;
  staffRole: StaffRole | null;
  disabledAt: Date | null;
  memberships: { organisation: { nameVi: string } }[];
  sessions: { lastSeenAt: Date }[];
};

export function PeopleTable({
  locale,
  rows,
  kind,
}: {
  locale: Locale;
  rows: readonly Row[];
  kind: "staff" | "organisations";
}) {
  const t = useTranslations("account");
  return (
    <Table
      caption={t("people.title")}
      rows={rows}
      rowKey={(row) => row.id}
      empty={<EmptyState title={t("people.none")} icon="users" />}
      columns={[
        {
          key: "name",
          label: t("members.name"),
          primary: true,
          cell: (row) => (
            <>
              <Link href={href(locale, "staff", "people", row.id)} className="font-semibold text-harbour-700 underline">
                {row.fullName}
              </Link>
              <p className="break-words font-normal text-mist-600 text-sm">{row.email}</p>
            </>
          ),
        },
        {
          key: "belongs",
          label: t(kind === "staff" ? "people.unit" : "people.memberOf"),
          cell: (row) =>
            row.staffRole
              ? t(`staffRoles.${row.staffRole}`)
              : row.memberships.map(({ organisation }) => organisation.nameVi).join("; ") || "–",
        },
        {
          key: "state",
          label: t("people.state"),
          className: "whitespace-nowrap",
          cell: (row) =>
            row.disabledAt ? (
              <Badge tone="refused">{t("people.disabled")}</Badge>
            ) : (
              <Badge tone="done">{t("people.active")}</Badge>
            ),
        },
        {
          key: "seen",
          label: t("people.lastSeen"),
          wideOnly: true,
          className: "whitespace-nowrap",
          cell: (row) => (row.sessions[0] ? momentText(row.sessions[0].lastSeenAt) : t("people.never")),
        },
      ]}
    />
  );
}
