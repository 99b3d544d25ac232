import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import type { MembershipRole } from "@/lib/db/generated/enums";
import type { Locale } from "@/lib/i18n/paths";
import type { Person } from "@/lib/identity/actor";
import { switchOrganisationAct } from "../actions";

type Membership = {
  role: MembershipRole;
  organisation: { id: number; nameVi: string; nameEn: string | null };
};

/** Where a person belongs, and for whom he acts now; one who belongs to several switches here. */
export function OwnOrganisations({
  locale,
  person,
  memberships,
}: {
  locale: Locale;
  person: Person;
  memberships: readonly Membership[];
}) {
  const t = useTranslations("account");
  return (
    <Card title={t("my.organisations.title")} id="organisations">
      {person.staffRole && (
        <p>
          {t("my.organisations.staff")}: {t(`staffRoles.${person.staffRole}`)}
        </p>
      )}
      {memberships.length === 0 && !person.staffRole && <p className="text-mist-700">{t("my.organisations.none")}</p>}
      <ul className="divide-y divide-mist-100">
        {memberships.map(({ role, organisation }) => {
          const name = locale === "en" ? (organisation.nameEn ?? organisation.nameVi) : organisation.nameVi;
          const current = organisation.id === person.organisation?.id;
          return (
            <li key={organisation.id} className="flex flex-wrap items-center justify-between gap-3 py-3 first:pt-0">
              <div className="min-w-0">
                <p className="font-semibold">{name}</p>
                <p className="text-mist-600 text-sm">{t(`membershipRoles.${role}`)}</p>
              </div>
              {current ? (
                memberships.length > 1 && <Badge tone="info">{t("my.organisations.now")}</Badge>
              ) : (
                <form action={switchOrganisationAct}>
                  <input type="hidden" name="locale" value={locale} />
                  <input type="hidden" name="organisationId" value={organisation.id} />
                  <Button
                    type="submit"
                    size="sm"
                    icon="arrow-right"
                    aria-label={t("my.organisations.switchTo", { organisation: name })}
                  >
                    {t("my.organisations.switch")}
                  </Button>
                </form>
              )}
            </li>
          );
        })}
      </ul>
    </Card>
  );
}
