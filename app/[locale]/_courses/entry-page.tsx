import Link from "next/link";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { PageHeader } from "@/components/layout/page-header";
import { CourseActs } from "@/components/subsidies/course-acts";
import { CourseBadge } from "@/components/subsidies/course-badge";
import { AddFound, ChooseBar, CoursePeopleBar } from "@/components/subsidies/course-people";
import { Badge } from "@/components/ui/badge";
import { Button, LinkButton } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { DescriptionList } from "@/components/ui/description-list";
import { Checkbox, Input } from "@/components/ui/field";
import { Pagination } from "@/components/ui/pagination";
import { SelectAll } from "@/components/ui/selection";
import { EmptyState } from "@/components/ui/states";
import { RowTitle, Table } from "@/components/ui/table";
import { dayOf, formatDay } from "@/lib/core/day";
import { formatCount } from "@/lib/core/money";
import type { Locale } from "@/lib/i18n/paths";
import { type CourseEntry, choosable, courseEntry, type Participant } from "@/lib/subsidies/course-queries";
import type { MemberPerson } from "@/lib/web/session";
import { occupationNames } from "../_roster/occupations";
import { rosterBase, rowId } from "../_roster/places";
import { add, move, record, remove, takeOut } from "./actions";
import { courseBase } from "./list-page";

type Search = Promise<Record<string, string | string[] | undefined>>;

const pageQuery = z.object({
  q: z.string().trim().max(100).catch(""),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
});

async function Standing({ person }: { person: Participant }) {
  const t = await getTranslations("courses.people");
  const { completedOn, droppedOn, monthsAttended, dropReason, certificateNo } = person;
  const months = monthsAttended !== null && t("monthsSaid", { count: monthsAttended });
  const detail = [months, certificateNo, dropReason].filter(Boolean).join(" · ");
  return (
    <span className="flex flex-col items-start gap-1">
      {completedOn ? (
        <Badge tone="done">{t("completedSaid", { day: formatDay(completedOn) })}</Badge>
      ) : droppedOn ? (
        <Badge tone="refused">{t("droppedSaid", { day: formatDay(droppedOn) })}</Badge>
      ) : (
        <Badge tone="neutral">{t("learning")}</Badge>
      )}
      {detail && <span className="text-mist-600 text-sm">{detail}</span>}
    </span>
  );
}

async function People({ course, roster, today }: { course: CourseEntry; roster: string; today: string }) {
  const t = await getTranslations("courses.people");
  return (
    <div id="participants">
      {course.participants.length > 0 && (
        <div className="px-5 py-2">
          <SelectAll container="participants" rows={course.participants.length} />
        </div>
      )}
      <Table
        as={Link}
        caption={t("title")}
        rows={course.participants}
        rowKey={({ id }) => id}
        empty={<EmptyState icon="users" title={t("empty")} />}
        columns={[
          {
            key: "box",
            label: t("choose"),
            hideLabel: true,
            cell: ({ id, fullName }) => <Checkbox data-row-box="" value={id} hideLabel label={fullName} />,
          },
          {
            key: "name",
            label: t("name"),
            primary: true,
            cell: ({ entryId, fullName, job }) => (
              <RowTitle as={Link} href={`${roster}/${entryId}`} title={fullName} detail={job} />
            ),
          },
          { key: "birth", label: t("birth"), numeric: true, cell: ({ birthDate }) => formatDay(birthDate) },
          { key: "standing", label: t("standing"), cell: (person) => <Standing person={person} /> },
        ]}
      />
      <div className="px-5 pb-3">
        <CoursePeopleBar
          container="participants"
          courseId={course.id}
          months={course.months}
          today={today}
          open={course.state === "RUNNING" || course.state === "COMPLETED"}
          record={record}
          remove={takeOut}
        />
      </div>
    </div>
  );
}

/** A course with its people and how far they came. */
export async function CoursePageOf({
  actor,
  locale,
  id,
  search,
}: {
  actor: MemberPerson;
  locale: Locale;
  id: string;
  search: Search;
}) {
  const { kind, id: organisationId } = actor.organisation;
  const { page } = pageQuery.parse(await search);
  const number = rowId(id);
  const course = number === null ? null : await courseEntry(organisationId, number, page);
  if (!course) notFound();
  const today = dayOf(new Date());
  const [t, levels, occupations] = await Promise.all([
    getTranslations("courses"),
    getTranslations("roster.level"),
    occupationNames(locale, today),
  ]);
  const base = courseBase(locale, kind);
  const seen = { id: course.id, version: course.version };
  const open = course.state === "PLANNED" || course.state === "RUNNING";
  return (
    <>
      <PageHeader
        as={Link}
        title={course.programme}
        state={<CourseBadge state={course.state} />}
        lede={course.schoolName}
        back={{ href: base, label: t("back") }}
        actions={
          <CourseActs
            seen={seen}
            state={course.state}
            name={course.programme}
            base={base}
            move={move}
            remove={remove}
          />
        }
      />
      <div className="flex flex-col gap-6">
        <Card title={t("facts")}>
          <DescriptionList
            columns={2}
            items={[
              { label: t("field.level"), value: levels(course.level) },
              {
                label: t("field.occupationCode"),
                value: course.occupationCode
                  ? (occupations.get(course.occupationCode) ?? course.occupationCode)
                  : t("form.otherOccupation"),
              },
              { label: t("list.dates"), value: `${formatDay(course.startsOn)} – ${formatDay(course.endsOn)}` },
              { label: t("field.months"), value: formatCount(course.months, locale) },
              { label: t("field.tuition"), value: `${formatCount(course.tuition, locale)} đ` },
              {
                label: t("list.people"),
                value: t("sums", {
                  people: course.people,
                  completed: course.completed,
                  dropped: course.dropped,
                }),
              },
              { label: t("field.localSchool"), value: t(course.localSchool ? "yes" : "no") },
            ]}
          />
        </Card>
        <Card
          flush
          title={t("people.title")}
          actions={
            open && (
              <LinkButton as={Link} size="sm" icon="plus" href={`${base}/${course.id}/people`}>
                {t("people.addFromRoster")}
              </LinkButton>
            )
          }
        >
          <People course={course} roster={rosterBase(locale, kind)} today={today} />
        </Card>
        <Pagination
          as={Link}
          page={page}
          pages={course.pages}
          href={(next) => `${base}/${course.id}${next > 1 ? `?page=${next}` : ""}`}
        />
      </div>
    </>
  );
}

/** People of the roster who are not in the course yet, to tick. */
export async function ChoosePeoplePage({
  actor,
  locale,
  id,
  search,
}: {
  actor: MemberPerson;
  locale: Locale;
  id: string;
  search: Search;
}) {
  const { kind, id: organisationId } = actor.organisation;
  const { q, page } = pageQuery.parse(await search);
  const number = rowId(id);
  const course = number === null ? null : await courseEntry(organisationId, number);
  if (!course) notFound();
  const [t, kinds, list] = await Promise.all([
    getTranslations("courses"),
    getTranslations("roster.kind"),
    choosable(organisationId, course.id, q, page),
  ]);
  const base = `${courseBase(locale, kind)}/${course.id}`;
  return (
    <>
      <PageHeader
        as={Link}
        title={t("people.addFromRoster")}
        lede={course.programme}
        back={{ href: base, label: course.programme }}
      />
      <search>
        <form action={`${base}/people`} className="my-4 flex flex-wrap gap-2">
          <label htmlFor="q" className="sr-only">
            {t("people.search")}
          </label>
          <Input
            id="q"
            name="q"
            type="search"
            defaultValue={q}
            placeholder={t("people.search")}
            className="max-w-sm flex-1"
          />
          <Button type="submit" icon="search">
            {t("list.apply")}
          </Button>
        </form>
      </search>
      <div id="choosable">
        <Card flush>
          {list.rows.length > 0 && (
            <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 px-5 py-2">
              <SelectAll container="choosable" rows={list.rows.length} />
              {list.total > list.rows.length && <AddFound courseId={course.id} q={q} count={list.total} add={add} />}
            </div>
          )}
          <Table
            caption={t("people.addFromRoster")}
            rows={list.rows}
            rowKey={(row) => row.id}
            empty={<EmptyState icon="users" title={t("people.nobodyLeft")} />}
            columns={[
              {
                key: "box",
                label: t("people.choose"),
                hideLabel: true,
                cell: (row) => <Checkbox data-row-box="" value={row.id} hideLabel label={row.fullName} />,
              },
              {
                key: "name",
                label: t("people.name"),
                primary: true,
                cell: (row) => <RowTitle title={row.fullName} detail={row.job} />,
              },
              { key: "kind", label: t("people.kind"), cell: (row) => kinds(row.kind) },
              { key: "birth", label: t("people.birth"), numeric: true, cell: (row) => formatDay(row.birthDate) },
            ]}
          />
        </Card>
        <ChooseBar container="choosable" courseId={course.id} add={add} />
      </div>
      <div className="mt-4">
        <Pagination
          as={Link}
          page={page}
          pages={list.pages}
          href={(next) => `${base}/people?${new URLSearchParams({ ...(q && { q }), page: String(next) })}`}
        />
      </div>
    </>
  );
}
