import type { Metadata } from "next";
import Link from "next/link";
import { getLocale, getTranslations, setRequestLocale } from "next-intl/server";
import { PageHeader } from "@/components/layout/page-header";
import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { Pagination } from "@/components/ui/pagination";
import { EmptyState } from "@/components/ui/states";
import { LinkTabs } from "@/components/ui/tabs";
import { dayOf, formatDay } from "@/lib/core/day";
import { href, type Locale } from "@/lib/i18n/paths";
import { permissions } from "@/lib/identity/permissions";
import { opinionsQuery } from "@/lib/subsidies/review-schema";
import { opinionsOf, opinionsPerPage } from "@/lib/subsidies/reviewed-queries";
import { requireStaff } from "@/lib/web/session";
import { OpinionForm } from "./_parts/opinion-form";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("dossierReview"))("opinionsAsked") };
}

export default async function OpinionsPage({ params, searchParams }: PageProps<"/[locale]/staff/opinions">) {
  setRequestLocale((await params).locale as Locale);
  const me = await requireStaff(permissions.giveOpinions);
  const locale = await getLocale();
  const { tab, page } = opinionsQuery.parse(await searchParams);
  const today = dayOf(new Date());
  const [t, { rows, total }] = await Promise.all([
    getTranslations("dossierReview"),
    opinionsOf(me, tab === "given", page),
  ]);
  const here = href(locale, "staff", "opinions");
  return (
    <>
      <PageHeader title={t("opinionsAsked")} lede={t("opinionsLede")} />
      <LinkTabs
        as={Link}
        label={t("opinionsAsked")}
        tabs={(["open", "given"] as const).map((one) => ({
          href: `${here}?tab=${one}`,
          label: t(`opinionTab.${one}`),
          current: one === tab,
          count: one === tab ? total : undefined,
        }))}
      />
      <div className="mt-5 max-w-[60rem] space-y-4">
        {rows.length === 0 && (
          <Card>
            <EmptyState icon="circle-check" title={t("noOpinionsAsked")} />
          </Card>
        )}
        {rows.map((row) => (
          <Card
            key={row.id}
            title={
              <Link href={href(locale, "staff", "dossiers", row.dossier.id)} className="underline">
                {t("dossierNo", { code: row.dossier.code ?? "" })}
              </Link>
            }
            actions={
              <Badge tone={row.verdict ? "done" : row.dueOn < today ? "hot" : "waiting"}>
                {row.verdict ? t(`verdict.${row.verdict}`) : t("answerByDay", { day: formatDay(row.dueOn) })}
              </Badge>
            }
          >
            <p className="text-mist-600 text-sm">{row.dossier.organisation.nameVi}</p>
            <p className="my-2">{row.question}</p>
            {row.answer ? (
              <p className="text-mist-700">{t("answer", { answer: row.answer })}</p>
            ) : (
              <OpinionForm row={{ id: row.id, version: row.version }} />
            )}
          </Card>
        ))}
        <Pagination
          as={Link}
          page={page}
          pages={Math.max(1, Math.ceil(total / opinionsPerPage))}
          href={(number) => `${here}?tab=${tab}&page=${number}`}
        />
      </div>
    </>
  );
}
