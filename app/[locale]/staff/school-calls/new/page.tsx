import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { PageHeader } from "@/components/layout/page-header";
import { addDays, dayOf } from "@/lib/core/day";
import { href, type Locale } from "@/lib/i18n/paths";
import { permissions } from "@/lib/identity/permissions";
import { usualSigner } from "@/lib/papers/letter-fields";
import { requireStaff } from "@/lib/web/session";
import { CallForm } from "../_parts/call-form";
import { valuesOf } from "../_parts/form-values";

/** Calendar days that schools have to answer, unless the officer says otherwise. */
const usualWindow = 45;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("calls"))("add") };
}

export default async function NewCallPage({ params }: PageProps<"/[locale]/staff/school-calls/new">) {
  const locale = (await params).locale as Locale;
  setRequestLocale(locale);
  const me = await requireStaff(permissions.manageCalls);
  const t = await getTranslations("calls");
  const list = href(locale, "staff", "school-calls");
  const today = dayOf(new Date());
  const year = Number(today.slice(0, 4));
  return (
    <>
      <PageHeader as={Link} title={t("add")} lede={t("addLede")} back={{ href: list, label: t("title") }} />
      <CallForm
        seen={null}
        list={list}
        known={[]}
        values={valuesOf({
          ...{ year, opensOn: today, dueOn: addDays(today, usualWindow), recipients: { kind: "all" }, questions: [] },
          // Letters are Vietnamese, whatever the screen speaks.
          subject: `cung cấp thông tin đào tạo năm ${year} phục vụ liên kết đào tạo nguồn nhân lực chất lượng cao`,
          ...{ oneEach: false, signerTitle: usualSigner, signerName: null },
          ...{ contactName: me.fullName, contactPhone: null },
        })}
      />
    </>
  );
}
