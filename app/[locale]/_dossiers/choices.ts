import type { Choice } from "@/components/ui/field";
import { formatDay } from "@/lib/core/day";
import type { OrganisationKind } from "@/lib/db/generated/enums";
import type { Locale } from "@/lib/i18n/paths";
import { courseChoices } from "@/lib/subsidies/dossier-queries";
import type { Policy } from "@/lib/subsidies/policy";

/** The groups of a policy that an organisation of a kind may ask for. */
export const groupsFor = (policy: Policy, kind: OrganisationKind, locale: Locale): Choice[] =>
  policy.groups
    .filter(({ applicants }) => applicants.includes(kind))
    .map(({ code, name }) => ({ value: code, label: name[locale] }));

/** The organisation's courses, to choose one of. */
export const coursesFor = async (organisationId: number): Promise<Choice[]> =>
  (await courseChoices(organisationId)).map(({ id, programme, schoolName, startsOn }) => ({
    value: String(id),
    label: `${programme} · ${schoolName} · ${formatDay(startsOn)}`,
  }));
