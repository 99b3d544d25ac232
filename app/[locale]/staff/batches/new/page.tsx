import type { Metadata } from "next";
import Link from "next/link";
import { getLocale, getTranslations, setRequestLocale } from "next-intl/server";
import { PageHeader } from "@/components/layout/page-header";
import { Card } from "@/components/ui/card";
import { dayOf } from "@/lib/core/day";
import { href, type Locale } from "@/lib/i18n/paths";
import { permissions } from "@/lib/identity/permissions";
import { batchProposal } from "@/lib/vacancies/batch-queries";
import { requireStaff } from "@/lib/web/session";
import { BatchForm } from "../_parts/batch-form";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("batches"))("new.title") };
}

export default async function NewBatchPage({ params }: PageProps<"/[locale]/staff/batches/new">) {
  setRequestLocale((await params).locale as Locale);
  await requireStaff(permissions.reviewNeeds);
  const locale = await getLocale();
  const [t, proposal] = await Promise.all([getTranslations("batches"), batchProposal(dayOf(new Date()))]);
  return (
    <div className="max-w-2xl">
      <PageHeader
        as={Link}
        back={{ href: href(locale, "staff", "batches"), label: t("title") }}
        title={t("new.title")}
        lede={t("new.body")}
      />
      <Card as="div">
        <BatchForm values={proposal} />
      </Card>
    </div>
  );
}
