import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { SubjectTrail } from "@/components/audit/subject-trail";
import { PageHeader } from "@/components/layout/page-header";
import { auditOf } from "@/lib/audit/queries";
import { trailCursor } from "@/lib/audit/schema";
import { href, type Locale } from "@/lib/i18n/paths";
import { permissions } from "@/lib/identity/permissions";
import { schoolEntry } from "@/lib/organisations/school-queries";
import { requireStaff } from "@/lib/web/session";
import { SchoolForm } from "../_parts/school-form";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("calls.schools"))("edit") };
}

export default async function EditSchoolPage({ params, searchParams }: PageProps<"/[locale]/staff/schools/[slug]">) {
  const { locale: asked, slug } = await params;
  const locale = asked as Locale;
  setRequestLocale(locale);
  await requireStaff(permissions.manageCalls);
  const school = await schoolEntry({ slug });
  if (!school) notFound();
  const cursor = trailCursor(await searchParams);
  const [t, trail] = await Promise.all([getTranslations("calls.schools"), auditOf("school", school.id, { cursor })]);
  const list = href(locale, "staff", "schools");
  const { id: _id, version, slug: _slug, ...fields } = school;
  return (
    <>
      <PageHeader as={Link} title={school.nameVi} back={{ href: list, label: t("title") }} />
      <SchoolForm
        key={version}
        seen={{ id: school.id, version }}
        list={list}
        values={Object.fromEntries(Object.entries(fields).map(([key, value]) => [key, value ?? ""]))}
      />
      <div className="mt-5">
        <SubjectTrail
          lines={trail.items}
          next={trail.next}
          cursor={cursor}
          here={`${list}/${school.slug}`}
          namesOthers
        />
      </div>
    </>
  );
}
