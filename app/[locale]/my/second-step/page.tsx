import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { AskFirst } from "@/components/account/ask-first";
import { PasswordField, TextField } from "@/components/account/plain-fields";
import { PlainForm } from "@/components/account/plain-form";
import { ShownOnce } from "@/components/account/shown-once";
import { PageHeader } from "@/components/layout/page-header";
import { QrCode } from "@/components/public/qr-code";
import { Card } from "@/components/ui/card";
import { Notice } from "@/components/ui/notice";
import { dayOf, formatDay } from "@/lib/core/day";
import { qrPath } from "@/lib/documents/qr";
import { href, type Locale } from "@/lib/i18n/paths";
import { ownSecondFactor } from "@/lib/identity/second-factor-queries";
import { requirePerson } from "@/lib/web/session";
import { confirmAct, removeAct, renewAct, startAct } from "./actions";

export async function generateMetadata({ params }: PageProps<"/[locale]/my/second-step">): Promise<Metadata> {
  const t = await getTranslations({ locale: (await params).locale as Locale, namespace: "account.secondFactor" });
  return { title: t("title") };
}

export default async function SecondFactorPage({ params }: PageProps<"/[locale]/my/second-step">) {
  const locale = (await params).locale as Locale;
  setRequestLocale(locale);
  const person = await requirePerson();
  const [t, factor] = [await getTranslations("account.secondFactor"), await ownSecondFactor(person)];
  return (
    <>
      <PageHeader title={t("title")} lede={t("lede")} as={Link} back={{ href: href(locale, "my"), label: t("back") }} />
      <div className="max-w-[560px] space-y-5">
        {person.mustEnrol && <Notice kind="waiting" title={t("required")} />}
        {factor.state === "none" && (
          <Card title={t("start.title")}>
            <PlainForm id="start" act={startAct} submit={t("start.submit")} look={{ variant: "primary" }}>
              <PasswordField name="currentPassword" label={t("start.password")} />
            </PlainForm>
          </Card>
        )}
        {factor.state === "started" && (
          <Card title={t("confirm.title")}>
            <p className="text-sm">{t("confirm.scan")}</p>
            <QrCode code={qrPath(factor.address)} label={t("confirm.qr")} className="my-3 size-48" />
            <p className="text-sm">{t("confirm.typed")}</p>
            <code className="mt-1 mb-4 block select-all break-all rounded-control bg-mist-50 p-2">
              {factor.secret.match(/.{1,4}/g)?.join(" ")}
            </code>
            <PlainForm id="confirm" act={confirmAct} submit={t("confirm.submit")} look={{ variant: "primary" }}>
              <ShownOnce name="recovery" title={t("confirm.recovery")} help={t("confirm.recoveryHelp")} />
              <TextField name="token" label={t("confirm.code")} inputMode="numeric" autoComplete="one-time-code" />
            </PlainForm>
          </Card>
        )}
        {factor.state === "on" && (
          <Card title={t("on.title")}>
            <p>{t("on.since", { day: formatDay(dayOf(factor.since)) })}</p>
            <p className="text-mist-700 text-sm">{t("on.left", { count: factor.recoveryLeft })}</p>
          </Card>
        )}
        {factor.state === "on" && (
          <Card title={t("renew.title")} id="recovery">
            <p className="mb-3 text-mist-700 text-sm">{t("renew.help")}</p>
            <PlainForm id="renew" act={renewAct} submit={t("renew.submit")}>
              <ShownOnce name="recovery" title={t("renew.done")} help={t("confirm.recoveryHelp")} />
              <TextField name="token" label={t("on.code")} autoComplete="one-time-code" />
            </PlainForm>
          </Card>
        )}
        {factor.state === "on" && (
          <Card title={t("on.removeTitle")}>
            <AskFirst label={t("on.removeOpen")}>
              <p className="mb-3 text-sm">{t("on.removeHelp")}</p>
              <PlainForm id="remove" act={removeAct} submit={t("on.remove")} look={{ size: "sm", variant: "danger" }}>
                <TextField name="token" label={t("on.code")} autoComplete="one-time-code" />
              </PlainForm>
            </AskFirst>
          </Card>
        )}
      </div>
    </>
  );
}
