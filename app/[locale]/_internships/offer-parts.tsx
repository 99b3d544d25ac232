import { getTranslations } from "next-intl/server";
import { PlacementBadge } from "@/components/internships/badges";
import { PlacementActs } from "@/components/internships/placement-acts";
import { Card } from "@/components/ui/card";
import { DescriptionList } from "@/components/ui/description-list";
import { EmptyState } from "@/components/ui/states";
import { RowTitle, Table } from "@/components/ui/table";
import type { OfferEntry, Placement } from "@/lib/cohorts/internship-queries";
import { labelOf, terms, trainingFields, trainingLevels } from "@/lib/cohorts/vocabulary";
import { dayOf, formatDay } from "@/lib/core/day";
import { formatCount } from "@/lib/core/money";
import type { InternshipSide } from "@/lib/db/generated/enums";
import type { Locale } from "@/lib/i18n/paths";
import { movePlacements } from "./actions";

/** What an offer says. */
export async function OfferFacts({ offer, locale }: { offer: OfferEntry; locale: Locale }) {
  const t = await getTranslations("internships");
  const provided = [offer.meals && t("meals"), offer.housing && t("housing")].filter(Boolean).join(", ");
  return (
    <Card title={t("facts")}>
      <DescriptionList
        columns={2}
        items={[
          { label: t("field"), value: labelOf(trainingFields, offer.field, locale) },
          { label: t("level"), value: labelOf(trainingLevels, offer.level, locale) },
          { label: t("dates"), value: `${formatDay(offer.startsOn)} – ${formatDay(offer.endsOn)}` },
          { label: t("term"), value: labelOf(terms, offer.term, locale) },
          {
            label: t("places"),
            value: t("takenOf", { taken: offer.taken, places: offer.places }),
          },
          {
            label: t("allowance"),
            value:
              offer.allowance === null
                ? t("noAllowance")
                : t("monthly", { amount: formatCount(offer.allowance, locale) }),
          },
          { label: t("provided"), value: provided || t("nothing") },
          { label: t("reason"), value: offer.reason },
        ]}
      />
      <h3 className="mt-4 font-semibold text-harbour-900">{t("learns")}</h3>
      <p lang="vi" className="mt-1 max-w-measure whitespace-pre-line">
        {offer.learns}
      </p>
    </Card>
  );
}

/** Students placed with an offer, and what one's own side may do with each placement now. */
export async function PlacementTable({
  placements,
  side,
  locale,
}: {
  placements: readonly Placement[];
  side: InternshipSide;
  locale: Locale;
}) {
  const t = await getTranslations("internships");
  const today = dayOf(new Date());
  const went = ({ startedOn, endedOn, completed }: Placement) =>
    [
      startedOn && t("began", { day: formatDay(startedOn) }),
      endedOn && t("ended", { day: formatDay(endedOn), completed: completed ?? 0 }),
    ]
      .filter(Boolean)
      .join("; ");
  return (
    <Card flush title={t("placements")}>
      <Table
        caption={t("placements")}
        rows={placements}
        rowKey={({ id }) => id}
        empty={<EmptyState icon="users" title={t("noPlacements")} />}
        columns={[
          {
            key: "programme",
            label: t("programme"),
            primary: true,
            cell: (row) => (
              <RowTitle
                title={[row.programme, row.code].filter(Boolean).join(" · ")}
                detail={(locale === "en" && row.school.nameEn) || row.school.nameVi}
              />
            ),
          },
          {
            key: "students",
            label: t("students"),
            numeric: true,
            cell: (row) => t("ofWomen", { students: row.students, women: row.women }),
          },
          { key: "dates", label: t("dates"), cell: (row) => `${formatDay(row.startsOn)} – ${formatDay(row.endsOn)}` },
          {
            key: "state",
            label: t("stateLabel"),
            cell: (row) => (
              <span className="flex flex-col items-start gap-1">
                <PlacementBadge state={row.state} />
                <span className="text-mist-600 text-sm">{row.reason ?? (went(row) || t(`by.${row.proposedBy}`))}</span>
              </span>
            ),
          },
          {
            key: "acts",
            label: t("acts"),
            hideLabel: true,
            cell: (row) => <PlacementActs placement={row} side={side} today={today} move={movePlacements} />,
          },
        ]}
      />
    </Card>
  );
}
