import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Card } from "@/components/ui/card";
import { DescriptionList } from "@/components/ui/description-list";
import { Icon } from "@/components/ui/icon";
import { Notice } from "@/components/ui/notice";
import { dayOf, formatDay } from "@/lib/core/day";
import { formatCount } from "@/lib/core/money";
import { href } from "@/lib/i18n/paths";
import { countryName } from "@/lib/organisations/countries";
import type { EnterpriseEntry } from "@/lib/organisations/enterprise-queries";
import { mayRecruit } from "@/lib/organisations/rules";
import { vsicName } from "@/lib/organisations/vsic";

/** What the register says of an enterprise, and whether it may recruit. */
export function EntryData({
  entry,
  verification,
  own,
}: {
  entry: EnterpriseEntry;
  verification?: ReactNode;
  /** Its own people read it: with its name, without the names of staff and what they edit beside it. */
  own?: boolean | undefined;
}) {
  const t = useTranslations("register");
  const locale = useLocale();
  const name = (row: { nameVi: string; nameEn: string }) => (locale === "vi" ? row.nameVi : row.nameEn);
  const verified = entry.verifiedAt !== null;
  const { may, reasons } = mayRecruit({ lifecycle: entry.lifecycle, verified });
  const day = entry.verifiedAt && formatDay(dayOf(new Date(entry.verifiedAt)));
  return (
    <Card title={t("entry.data")}>
      <Notice
        className="mb-4"
        kind={may ? "done" : "waiting"}
        title={t(may ? "entry.mayRecruit" : "entry.mayNotRecruit")}
        actions={verification}
      >
        {reasons.map((reason) => (
          <p key={reason}>{t(`entry.${reason}`, { state: t(`lifecycle.${entry.lifecycle}`) })}</p>
        ))}
        {day && (
          <p>
            {entry.verifiedBy && !own
              ? t("entry.verifiedOn", { name: entry.verifiedBy, day })
              : t("entry.verifiedOnly", { day })}
          </p>
        )}
      </Notice>
      <DescriptionList
        blank={t("entry.notSaid")}
        items={[
          ...(own
            ? [
                { label: t("field.nameVi"), value: entry.nameVi },
                { label: t("field.nameEn"), value: entry.nameEn },
                { label: t("field.taxCode"), value: <span className="figures">{entry.taxCode}</span> },
              ]
            : []),
          { label: t("field.parkId"), value: name(entry.park) },
          {
            label: t("field.address"),
            value: [entry.address, entry.administrativeUnit && name(entry.administrativeUnit)]
              .filter(Boolean)
              .join(", "),
          },
          { label: t("field.vsicCode"), value: entry.vsicCode && vsicName(entry.vsicCode, locale) },
          { label: t("field.investorCountry"), value: countryName(entry.investorCountry, locale) },
          { label: t("field.headcount"), value: formatCount(entry.headcount, locale) },
          {
            label: t("entry.union"),
            value: `${t(entry.hasUnion ? "entry.unionYes" : "entry.unionNo")}, ${t(entry.hasAgreement ? "entry.agreementYes" : "entry.agreementNo")}`,
          },
          ...(own
            ? []
            : [
                {
                  label: t("field.website"),
                  value: entry.website && (
                    <a href={entry.website} rel="noreferrer" className="break-all text-harbour-600 hover:underline">
                      {entry.website}
                    </a>
                  ),
                },
                { label: t("field.introductionVi"), value: entry.introductionVi },
              ]),
          {
            label: t("entry.public"),
            value: may && (
              <a
                href={href(locale, "enterprises", entry.slug)}
                className="inline-flex items-center gap-1.5 text-harbour-600 hover:underline"
              >
                {t("entry.openPublic")}
                <Icon name="arrow-right" size={15} />
              </a>
            ),
          },
        ]}
      />
    </Card>
  );
}
