import Link from "next/link";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { PageHeader } from "@/components/layout/page-header";
import { RosterActions } from "@/components/subsidies/roster-acts";
import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { DescriptionList } from "@/components/ui/description-list";
import { Notice } from "@/components/ui/notice";
import { dayOf, formatDay } from "@/lib/core/day";
import { formatCount } from "@/lib/core/money";
import type { Locale } from "@/lib/i18n/paths";
import { type RosterPerson, rosterEntry } from "@/lib/subsidies/roster-queries";
import type { MemberPerson } from "@/lib/web/session";
import { courseBase } from "../_courses/list-page";
import { back, leave, remove } from "./actions";
import { occupationNames } from "./occupations";
import { rosterBase, rowId } from "./places";

/** What is known of a person, line by line. */
async function Facts({ person, occupations }: { person: RosterPerson; occupations: ReadonlyMap<string, string> }) {
  const t = await getTranslations("roster");
  const day = (value: string | null) => value && formatDay(value);
  const level = (value: RosterPerson["qualificationHeld"]) => value && t(`level.${value}`);
  const occupation = (code: string | null) => code && (occupations.get(code) ?? code);
  const { contractType, contractTo, contractFrom, education, permanentStaff } = person;
  return (
    <DescriptionList
      columns={2}
      blank={t("entry.blank")}
      items={[
        { label: t("field.personId"), value: <span className="figures">{person.maskedId}</span> },
        { label: t("field.birthDate"), value: formatDay(person.birthDate) },
        { label: t("field.kind"), value: t(`kind.${person.kind}`) },
        { label: t("field.staffCode"), value: person.staffCode },
        { label: t("field.phone"), value: person.phone },
        { label: t("field.email"), value: person.email },
        { label: t("field.education"), value: education && t(`education.${education}`) },
        { label: t("field.job"), value: person.job },
        { label: t("field.occupationCode"), value: occupation(person.occupationCode) },
        { label: t("field.qualificationHeld"), value: level(person.qualificationHeld) },
        { label: t("field.fieldHeld"), value: occupation(person.fieldHeld) },
        { label: t("field.qualificationRequired"), value: level(person.qualificationRequired) },
        {
          label: t("field.contractType"),
          value: [
            contractType && t(`contract.${contractType}`),
            day(contractFrom),
            contractTo && t("entry.until", { day: formatDay(contractTo) }),
          ]
            .filter(Boolean)
            .join(" · "),
        },
        { label: t("field.insuredSince"), value: day(person.insuredSince) },
        ...(person.kind === "TEACHER"
          ? [
              {
                label: t("field.permanentStaff"),
                value: permanentStaff === null ? null : t(`form.permanent.${permanentStaff ? "yes" : "no"}`),
              },
            ]
          : []),
        { label: t("field.source"), value: t(`source.${person.source}`) },
      ]}
    />
  );
}

/** Courses, dossiers and earlier times of a person at this organisation. */
async function History({
  person,
  base,
  courses,
  locale,
}: {
  person: RosterPerson;
  base: string;
  courses: string;
  locale: Locale;
}) {
  const t = await getTranslations("roster.entry");
  const states = await getTranslations("roster.dossierState");
  const none = <p className="text-mist-600">{t("none")}</p>;
  const list = "divide-y divide-mist-100";
  return (
    <>
      <Card title={t("courses")}>
        {person.courses.length === 0 && none}
        <ul className={list}>
          {person.courses.map((course) => (
            <li key={course.id} className="py-2 first:pt-0">
              <Link href={`${courses}/${course.id}`} className="link font-semibold">
                {course.programme}
              </Link>
              <p className="text-mist-600 text-sm">
                {[
                  course.schoolName,
                  `${formatDay(course.startsOn)} – ${formatDay(course.endsOn)}`,
                  course.monthsAttended !== null && t("months", { count: course.monthsAttended }),
                  course.completedOn && t("completed", { day: formatDay(course.completedOn) }),
                  course.droppedOn && t("dropped", { day: formatDay(course.droppedOn) }),
                ]
                  .filter(Boolean)
                  .join(" · ")}
              </p>
            </li>
          ))}
        </ul>
      </Card>
      <Card title={t("dossiers")}>
        {person.dossiers.length === 0 && none}
        <ul className={list}>
          {person.dossiers.map(({ id, amount, dossier }) => (
            <li key={id} className="py-2 first:pt-0">
              <p className="font-semibold text-harbour-900">
                {dossier.code ? t("code", { code: dossier.code }) : t("draft")}
              </p>
              <p className="text-mist-600 text-sm">
                {[dossier.course.programme, states(dossier.state), `${formatCount(amount, locale)} đ`].join(" · ")}
              </p>
            </li>
          ))}
        </ul>
      </Card>
      {person.times.length > 0 && (
        <Card title={t("times")}>
          <ul className={list}>
            {person.times.map(({ id, job, leftOn }) => (
              <li key={id} className="py-2 first:pt-0">
                <Link href={`${base}/${id}`} className="link">
                  {[job ?? person.fullName, leftOn ? t("leftOnDay", { day: formatDay(leftOn) }) : t("present")].join(
                    " · ",
                  )}
                </Link>
              </li>
            ))}
          </ul>
        </Card>
      )}
    </>
  );
}

/** A person of the roster with what is known and what has been. */
export async function PersonPage({ actor, locale, id }: { actor: MemberPerson; locale: Locale; id: string }) {
  const { kind, id: organisationId } = actor.organisation;
  const number = rowId(id);
  const person = number === null ? null : await rosterEntry(organisationId, number);
  if (!person) notFound();
  const today = dayOf(new Date());
  const [t, occupations] = await Promise.all([getTranslations("roster"), occupationNames(locale, today)]);
  const base = rosterBase(locale, kind);
  const { leftOn } = person;
  return (
    <>
      <PageHeader
        as={Link}
        title={person.fullName}
        state={
          leftOn ? (
            <Badge tone="neutral">{t("entry.leftOnDay", { day: formatDay(leftOn) })}</Badge>
          ) : (
            <Badge tone="done">{t("entry.present")}</Badge>
          )
        }
        back={{ href: base, label: t("entry.back") }}
        actions={
          <RosterActions
            seen={{ id: person.id, version: person.version }}
            name={person.fullName}
            left={leftOn !== null}
            base={base}
            today={today}
            acts={{ leave, back, remove }}
          />
        }
      />
      <div className="flex flex-col gap-6">
        {person.doubts.length > 0 && (
          <Notice kind="waiting" title={t("entry.doubtTitle")}>
            {person.doubts.map((doubt) => (
              <p key={doubt}>{t(`doubt.${doubt}`)}</p>
            ))}
          </Notice>
        )}
        <Card title={t("entry.facts")}>
          <Facts person={person} occupations={occupations} />
        </Card>
        <History person={person} base={base} courses={courseBase(locale, kind)} locale={locale} />
      </div>
    </>
  );
}
