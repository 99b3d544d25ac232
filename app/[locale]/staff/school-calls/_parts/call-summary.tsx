import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import { DescriptionList } from "@/components/ui/description-list";
import type { CallEntry, CalledSchool } from "@/lib/cohorts/call-queries";
import { formatDay, formatMoment } from "@/lib/core/day";
import { href } from "@/lib/i18n/paths";
import { provinceName } from "@/lib/organisations/provinces";

/** What the call says: its letter, whom it asks, what it asks besides. Of a draft the letter to each school is offered. */
export function CallSummary({ call, schools }: { call: CallEntry; schools: readonly CalledSchool[] }) {
  const t = useTranslations("calls");
  const locale = useLocale();
  const { content, document, obligation } = call;
  const who = content.recipients;
  const asked =
    who.kind === "some"
      ? [...who.kinds.map((kind) => t(`kind.${kind}`)), ...who.provinces.map(provinceName)].join(", ")
      : who.kind === "picked"
        ? t("pickedCount", { count: who.ids.length })
        : t("recipients.all");
  return (
    <Card title={t("about")}>
      <DescriptionList
        columns={2}
        items={[
          { label: t("form.subject"), value: content.subject },
          {
            label: t("number"),
            value: document
              ? t("numberedOn", { number: document.number, day: formatDay(document.issuedOn) })
              : t("unnumbered"),
          },
          { label: t("form.recipients"), value: asked },
          {
            label: t("form.questions"),
            value: content.questions.map((one) => (locale === "vi" ? one.vi : one.en)).join("; "),
          },
          { label: t("opened"), value: call.openedAt && formatMoment(call.openedAt) },
          { label: t("closed"), value: call.closedAt && formatMoment(call.closedAt) },
          { label: t("acts.reason"), value: call.reason },
          {
            label: t("form.dueOn"),
            value: (
              <Link className="tap underline" href={href(locale, "staff", "obligations", obligation.id)}>
                {t("changeDue")}
              </Link>
            ),
          },
        ]}
      />
      {content.oneEach && schools.length > 0 && (
        <details className="mt-3">
          <summary className="tap font-semibold">{t("letters", { count: schools.length })}</summary>
          <ul className="mt-1 space-y-1">
            {schools.map((one) => (
              <li key={one.id}>
                <a
                  className="tap underline"
                  href={`/api/exports/school-calls/${call.id}?school=${one.id}&locale=${locale}`}
                  download
                >
                  {one.nameVi}
                </a>
              </li>
            ))}
          </ul>
        </details>
      )}
    </Card>
  );
}
