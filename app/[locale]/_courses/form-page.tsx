import Link from "next/link";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { PageHeader } from "@/components/layout/page-header";
import { CourseForm, type CourseValues } from "@/components/subsidies/course-form";
import { Card } from "@/components/ui/card";
import { dayOf } from "@/lib/core/day";
import type { Locale } from "@/lib/i18n/paths";
import { courseEntry, schoolNames } from "@/lib/subsidies/course-queries";
import type { MemberPerson } from "@/lib/web/session";
import { occupationChoices } from "../_roster/occupations";
import { rowId } from "../_roster/places";
import { create, edit } from "./actions";
import { courseBase } from "./list-page";

async function schoolChoices(locale: Locale) {
  const schools = await schoolNames();
  return schools.map(({ id, nameVi, nameEn }) => ({ value: id, label: (locale === "en" && nameEn) || nameVi }));
}

/** A new course; a school's own is taught by itself, as a rule. */
export async function NewCoursePage({ actor, locale }: { actor: MemberPerson; locale: Locale }) {
  const { id, kind } = actor.organisation;
  const [t, schools, occupations] = await Promise.all([
    getTranslations("courses"),
    schoolChoices(locale),
    occupationChoices(locale, dayOf(new Date())),
  ]);
  const base = courseBase(locale, kind);
  const values: CourseValues = {
    programme: "",
    level: "INTERMEDIATE",
    occupationCode: "",
    schoolId: schools.some(({ value }) => value === id) ? id : null,
    schoolName: "",
    localSchool: true,
    tuition: null,
    months: null,
    startsOn: null,
    endsOn: null,
    places: null,
  };
  return (
    <>
      <PageHeader as={Link} title={t("form.newTitle")} back={{ href: base, label: t("back") }} />
      <Card>
        <CourseForm
          schools={schools}
          occupations={occupations}
          values={values}
          base={base}
          owner={actor.userId}
          action={create}
        />
      </Card>
    </>
  );
}

/** A course, to change. */
export async function EditCoursePage({ actor, locale, id }: { actor: MemberPerson; locale: Locale; id: string }) {
  const { kind, id: organisationId } = actor.organisation;
  const number = rowId(id);
  const course = number === null ? null : await courseEntry(organisationId, number);
  if (!course) notFound();
  const [t, schools, occupations] = await Promise.all([
    getTranslations("courses"),
    schoolChoices(locale),
    occupationChoices(locale, dayOf(new Date())),
  ]);
  const base = courseBase(locale, kind);
  const {
    programme,
    level,
    occupationCode,
    schoolId,
    schoolName,
    localSchool,
    tuition,
    months,
    startsOn,
    endsOn,
    places,
  } = course;
  return (
    <>
      <PageHeader
        as={Link}
        title={t("form.editTitle")}
        lede={programme}
        back={{ href: `${base}/${course.id}`, label: programme }}
      />
      <Card>
        <CourseForm
          schools={schools}
          occupations={occupations}
          values={{
            ...{ programme, level, schoolId, localSchool, tuition, months, startsOn, endsOn, places },
            occupationCode: occupationCode ?? "",
            schoolName: schoolId === null ? schoolName : "",
          }}
          seen={{ id: course.id, version: course.version }}
          base={base}
          owner={actor.userId}
          action={edit}
        />
      </Card>
    </>
  );
}
