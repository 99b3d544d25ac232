import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { LinkButton } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { RowTitle } from "@/components/ui/table";
import type { Day } from "@/lib/core/day";
import type { OwedReport } from "@/lib/reports/owed-queries";
import { Due } from "./due";

/** The reports that are to be done first, on the desk of whoever owes them; nothing where there are none. */
export function DeskReports({
  items,
  open,
  late,
  base,
  today,
  me,
}: {
  items: readonly OwedReport[];
  /** How many are to be done now, and how many of them are late. */
  open: number;
  late: number;
  /** The list's address; a report's page lies below it. */
  base: string;
  today: Day;
  /** The reader's account. */
  me: number;
}) {
  const t = useTranslations("duties");
  const locale = useLocale();
  if (open === 0) return null;
  return (
    <Card
      title={t("desk.title", { count: open })}
      actions={
        <LinkButton as={Link} size="sm" href={base}>
          {t("desk.all")}
        </LinkButton>
      }
    >
      {late > 0 && <p className="mb-2 font-semibold text-brick">{t("ledeLate", { count: late })}</p>}
      <ul className="divide-y divide-mist-200">
        {items.map((row) => (
          <li key={row.id} className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 py-3 last:pb-0">
            <div className="min-w-0">
              <RowTitle
                as={Link}
                href={`${base}/${row.id}`}
                title={locale === "vi" ? row.nameVi : row.nameEn}
                detail={
                  row.toSign
                    ? t(row.toSign.byId === me ? "sign.deskMine" : "sign.deskYours")
                    : row.state === "RETURNED"
                      ? t("desk.returned")
                      : undefined
                }
              />
            </div>
            <Due report={row} today={today} />
          </li>
        ))}
      </ul>
    </Card>
  );
}
