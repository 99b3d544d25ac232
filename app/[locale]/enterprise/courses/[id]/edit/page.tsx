import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import type { Locale } from "@/lib/i18n/paths";
import { requireEnterprise } from "@/lib/web/session";
import { EditCoursePage } from "../../../../_courses/form-page";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("courses"))("form.editTitle") };
}

export default async function Page({ params }: PageProps<"/[locale]/enterprise/courses/[id]/edit">) {
  const { locale: asked, id } = await params;
  const locale = asked as Locale;
  setRequestLocale(locale);
  return <EditCoursePage actor={await requireEnterprise()} locale={locale} id={id} />;
}
