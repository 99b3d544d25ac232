import { useTranslations } from "next-intl";
import { RegistrationBadge } from "@/components/account/registration-badge";
import { LinkButton } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { dayOf, formatDay } from "@/lib/core/day";
import type { RegistrationStatus } from "@/lib/db/generated/enums";
import { href, type Locale } from "@/lib/i18n/paths";

type Registration = {
  id: number;
  nameVi: string;
  taxCode: string;
  status: RegistrationStatus;
  reason: string | null;
  createdAt: Date;
};

/** What became of the enterprises that this person registered. */
export function OwnRegistrations({
  locale,
  registrations,
}: {
  locale: Locale;
  registrations: readonly Registration[];
}) {
  const t = useTranslations("account.my.registrations");
  return (
    <Card title={t("title")} id="registrations">
      <ul className="divide-y divide-mist-100">
        {registrations.map((registration) => (
          <li key={registration.id} className="space-y-1.5 py-3 first:pt-0 last:pb-0">
            <p className="font-semibold">{registration.nameVi}</p>
            <p className="text-mist-600 text-sm">
              {registration.taxCode} · {t("sentOn", { day: formatDay(dayOf(registration.createdAt)) })}
            </p>
            <RegistrationBadge status={registration.status} />
            {registration.status === "PENDING" && <p className="text-mist-700 text-sm">{t("waits")}</p>}
            {registration.status === "REJECTED" && (
              <>
                <p className="whitespace-pre-line text-sm">{t("reason", { reason: registration.reason ?? "" })}</p>
                <LinkButton href={href(locale, "register")} size="sm">
                  {t("again")}
                </LinkButton>
              </>
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}
