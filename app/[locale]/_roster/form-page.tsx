import Link from "next/link";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { PageHeader } from "@/components/layout/page-header";
import { emptyPerson, knownPerson } from "@/components/subsidies/roster-empty";
import { RosterForm } from "@/components/subsidies/roster-form";
import { Card } from "@/components/ui/card";
import { dayOf } from "@/lib/core/day";
import type { Locale } from "@/lib/i18n/paths";
import { rosterEntry } from "@/lib/subsidies/roster-queries";
import { kindsAt } from "@/lib/subsidies/roster-schema";
import type { MemberPerson } from "@/lib/web/session";
import { add, edit } from "./actions";
import { occupationChoices } from "./occupations";
import { rosterBase, rowId } from "./places";

/** A new person of the roster. */
export async function NewPersonPage({ actor, locale }: { actor: MemberPerson; locale: Locale }) {
  const { kind } = actor.organisation;
  const today = dayOf(new Date());
  const [t, occupations] = await Promise.all([getTranslations("roster"), occupationChoices(locale, today)]);
  const base = rosterBase(locale, kind);
  const [first = "WORKER"] = kindsAt[kind];
  return (
    <>
      <PageHeader as={Link} title={t("form.newTitle")} back={{ href: base, label: t("entry.back") }} />
      <Card>
        <RosterForm
          kinds={kindsAt[kind]}
          occupations={occupations}
          values={emptyPerson(first)}
          base={base}
          today={today}
          action={add}
        />
      </Card>
    </>
  );
}

/** A person of the roster, to correct. */
export async function EditPersonPage({ actor, locale, id }: { actor: MemberPerson; locale: Locale; id: string }) {
  const { kind, id: organisationId } = actor.organisation;
  const number = rowId(id);
  const person = number === null ? null : await rosterEntry(organisationId, number);
  if (!person) notFound();
  const today = dayOf(new Date());
  const [t, occupations] = await Promise.all([getTranslations("roster"), occupationChoices(locale, today)]);
  const base = rosterBase(locale, kind);
  return (
    <>
      <PageHeader
        as={Link}
        title={t("form.editTitle")}
        lede={person.fullName}
        back={{ href: `${base}/${person.id}`, label: person.fullName }}
      />
      <Card>
        <RosterForm
          kinds={kindsAt[kind]}
          occupations={occupations}
          values={knownPerson(person)}
          seen={{ id: person.id, version: person.version }}
          masked={person.maskedId}
          base={base}
          today={today}
          action={edit}
        />
      </Card>
    </>
  );
}
