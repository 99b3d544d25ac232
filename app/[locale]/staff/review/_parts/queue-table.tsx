import Link from "next/link";
import { useFormatter, useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Badge, type Tone } from "@/components/ui/badge";
import type { IconName } from "@/components/ui/icon";
import { RowTitle, type Sort, Table } from "@/components/ui/table";
import { formatCount } from "@/lib/core/money";
import type { Finding } from "@/lib/vacancies/findings";
import type { QueueItem } from "@/lib/vacancies/review-queries";
import { wagePhrase } from "@/lib/vacancies/wage";

const tones: Record<Finding["severity"], { tone: Tone; icon: IconName }> = {
  block: { tone: "refused", icon: "circle-x" },
  warn: { tone: "waiting", icon: "warning" },
  info: { tone: "info", icon: "info" },
};

/** The worst finding, what it rests on, how many more there are, and how much the enterprise has changed. */
export function FindingsCell({ item }: { item: Pick<QueueItem, "findings" | "changedFields"> }) {
  const t = useTranslations("review");
  const words = useTranslations("vacancies.finding");
  const [first, ...more] = item.findings;
  return (
    <div className="flex max-w-72 flex-col items-start gap-1">
      {first ? (
        <Badge {...tones[first.severity]}>{words(first.code, first.params ?? {})}</Badge>
      ) : (
        <Badge tone="done">{t("noFindings")}</Badge>
      )}
      {first?.citation && <span className="text-mist-600 text-sm">{first.citation}</span>}
      {more.length > 0 && <span className="text-mist-600 text-sm">{t("moreFindings", { count: more.length })}</span>}
      {item.changedFields > 0 && (
        <Badge tone="info" icon="pencil">
          {t("changedFields", { count: item.changedFields })}
        </Badge>
      )}
    </div>
  );
}

export function QueueTable({
  items,
  userId,
  now,
  sort,
  sortHref,
  itemHref,
  empty,
}: {
  items: readonly QueueItem[];
  userId: number;
  now: Date;
  sort: Sort;
  sortHref: (sort: Sort) => string;
  itemHref: (id: number) => string;
  empty: ReactNode;
}) {
  const t = useTranslations("review");
  const locale = useLocale();
  const format = useFormatter();
  const vi = locale === "vi";
  return (
    <Table
      as={Link}
      caption={t("title")}
      rows={items}
      rowKey={(item) => item.id}
      sort={sort}
      sortHref={sortHref}
      empty={empty}
      columns={[
        {
          key: "box",
          label: t("column.box"),
          hideLabel: true,
          className: "w-10",
          cell: (item) => (
            // The label is the target: 32 px with a pointer, 44 under a thumb, and its edge is the row's own space.
            <label className="-my-1.5 -ml-2 grid size-8 cursor-pointer place-items-center thumb:-my-2.5 thumb:-ml-3 thumb:size-11">
              <input
                type="checkbox"
                data-row-box=""
                value={item.id}
                aria-label={t("selectRow", { title: item.content.titleVi })}
                className="size-[18px]"
              />
            </label>
          ),
        },
        {
          key: "title",
          label: t("column.position"),
          primary: true,
          sortable: true,
          cell: (item) => (
            <RowTitle
              as={Link}
              href={itemHref(item.id)}
              title={(vi ? null : item.content.titleEn) ?? item.content.titleVi}
              detail={
                <>
                  {(vi ? null : item.enterprise.nameEn) ?? item.enterprise.nameVi} ·{" "}
                  {vi ? item.park.shortNameVi : item.park.shortNameEn}
                  {item.submissionNo > 1 && ` (${t("revision", { no: item.submissionNo })})`}
                </>
              }
            />
          ),
        },
        {
          key: "headcount",
          label: t("column.headcount"),
          numeric: true,
          sortable: true,
          cell: (item) => (
            <span className="figures">
              {formatCount(item.content.headcount, locale)}
              {item.headcountBefore !== null && item.headcountBefore !== item.content.headcount && (
                <span className="text-mist-600 text-sm"> {t("before", { count: item.headcountBefore })}</span>
              )}
            </span>
          ),
        },
        {
          key: "wage",
          label: t("column.wage"),
          numeric: true,
          sortable: true,
          cell: (item) => {
            const { code, params } = wagePhrase(item.content, locale);
            return <span className="figures">{t(`wageShort.${code}`, params)}</span>;
          },
        },
        {
          key: "findings",
          label: t("column.findings"),
          cell: (item) => <FindingsCell item={item} />,
        },
        {
          key: "since",
          label: t("column.holder"),
          sortable: true,
          className: "md:whitespace-nowrap",
          cell: (item) => (
            <>
              {item.holder ? (item.holder.id === userId ? t("me") : item.holder.fullName) : t("nobody")}
              <span className="block text-mist-600 text-sm">{format.relativeTime(new Date(item.since), now)}</span>
            </>
          ),
        },
      ]}
    />
  );
}
