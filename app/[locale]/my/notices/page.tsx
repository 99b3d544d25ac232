import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { z } from "zod";
import { PlainForm } from "@/components/account/plain-form";
import { PageHeader } from "@/components/layout/page-header";
import { Badge } from "@/components/ui/badge";
import { LinkButton } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/states";
import { href, type Locale } from "@/lib/i18n/paths";
import { momentText } from "@/lib/identity/moment";
import { noticePage, unreadNotices } from "@/lib/notifications/notice-queries";
import { requirePerson } from "@/lib/web/session";
import { openNoticeAct, readNoticesAct } from "./actions";

export async function generateMetadata({ params }: PageProps<"/[locale]/my/notices">): Promise<Metadata> {
  const t = await getTranslations({ locale: (await params).locale as Locale, namespace: "reminders.noticePage" });
  return { title: t("title") };
}

const before = z.coerce.number().int().positive().max(2_147_483_647).optional().catch(undefined);

export default async function NoticesPage({ params, searchParams }: PageProps<"/[locale]/my/notices">) {
  const locale = (await params).locale as Locale;
  setRequestLocale(locale);
  const person = await requirePerson();
  const from = before.parse((await searchParams).before);
  const [t, words, { items, next }, unread] = await Promise.all([
    getTranslations("reminders.noticePage"),
    getTranslations("reminders.notices"),
    noticePage(person.userId, from),
    unreadNotices(person.userId),
  ]);
  const here = href(locale, "my", "notices");
  return (
    <>
      <PageHeader
        title={t("title")}
        lede={t("unread", { count: unread })}
        actions={unread > 0 && <PlainForm id="all-read" act={readNoticesAct} submit={t("readAll")} inline />}
      />
      <Card flush>
        {items.length === 0 ? (
          <EmptyState icon="bell" title={t("empty")}>
            {t("emptyBody")}
          </EmptyState>
        ) : (
          <ul className="divide-y divide-mist-100">
            {items.map((notice) => (
              <li key={notice.id} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 px-5 py-3">
                <form action={openNoticeAct} className="min-w-0 flex-1 basis-64">
                  <input type="hidden" name="locale" value={locale} />
                  <input type="hidden" name="id" value={notice.id} />
                  <button
                    type="submit"
                    className={`min-h-10 text-left text-harbour-700 hover:underline thumb:min-h-11 ${notice.readAt ? "" : "font-semibold"}`}
                  >
                    {words(notice.template, notice.params as never)}
                  </button>
                  <p className="flex flex-wrap items-center gap-2 text-mist-600 text-sm">
                    <time dateTime={notice.createdAt.toISOString()}>{momentText(notice.createdAt)}</time>
                    {!notice.readAt && <Badge tone="waiting">{t("new")}</Badge>}
                  </p>
                </form>
                {!notice.readAt && (
                  <PlainForm
                    id={`read-${notice.id}`}
                    act={readNoticesAct}
                    fixed={{ id: notice.id }}
                    submit={t("read")}
                    submitLabel={t("readOne", { time: momentText(notice.createdAt) })}
                    look={{ size: "sm", variant: "quiet" }}
                    inline
                  />
                )}
              </li>
            ))}
          </ul>
        )}
      </Card>
      <div className="mt-4 flex flex-wrap justify-center gap-2">
        {from && (
          <LinkButton as={Link} href={here} variant="quiet">
            {t("newest")}
          </LinkButton>
        )}
        {next && (
          <LinkButton as={Link} href={`${here}?before=${next}`}>
            {t("older")}
          </LinkButton>
        )}
      </div>
    </>
  );
}
