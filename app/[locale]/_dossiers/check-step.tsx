import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { MoneyNotice } from "@/components/budget/money-notice";
import { fieldWords } from "@/components/subsidies/correction-field";
import { AnswerCorrection, HandIn } from "@/components/subsidies/dossier-hand-in";
import { SubsidyFindings } from "@/components/subsidies/findings-list";
import { LinkButton } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { DescriptionList } from "@/components/ui/description-list";
import { Notice } from "@/components/ui/notice";
import { Timeline } from "@/components/ui/timeline";
import { dossierMoney } from "@/lib/budget/year-queries";
import { dayOf, formatDay, formatMoment } from "@/lib/core/day";
import { formatCount } from "@/lib/core/money";
import type { Locale } from "@/lib/i18n/paths";
import { blocks } from "@/lib/subsidies/dossier";
import { peoplePerPage } from "@/lib/subsidies/dossier-list";
import { lastChanges, type OwnDossier } from "@/lib/subsidies/dossier-queries";
import { paperName } from "@/lib/subsidies/finding-words";
import type { Finding } from "@/lib/subsidies/findings";
import { groupOf } from "@/lib/subsidies/policy";
import { editableStates } from "@/lib/subsidies/workflow";
import { answerAsked, submit } from "./actions";

/** Nothing is held for it any more. */
const over: readonly string[] = ["REFUSED", "WITHDRAWN"];
/** Where a correction is mended: the page of people on which the person stands, or the dossier's papers. */
const placeOf = ({ position }: { position: number | null }): string =>
  position === null ? "?step=papers" : `?step=persons&page=${Math.ceil(position / peoplePerPage)}`;

/** What is handed in, what keeps it back, what the officer asked for, what differs between versions, and its history. */
export async function CheckStep({
  dossier,
  locale,
  whole,
  back,
  owner,
  at,
}: {
  dossier: OwnDossier;
  locale: Locale;
  whole: readonly Finding[];
  /** Persons who are kept back. */
  back: number;
  owner: number;
  at: string;
}) {
  const [t, asked, changes, money] = await Promise.all([
    getTranslations("dossiers"),
    getTranslations("dossiers.corrections"),
    lastChanges(dossier.id, dossier.currentNo),
    dossierMoney(dossier.id, Number(dayOf(new Date()).slice(0, 4))),
  ]);
  const { definition: policy, course } = dossier;
  const editable = (editableStates as readonly string[]).includes(dossier.state);
  const dong = (amount: number) => t("dong", { amount: formatCount(amount, locale) });
  return (
    <div className="grid gap-5 lg:grid-cols-2">
      <Card title={t("check.title")} className="lg:col-span-2">
        <DescriptionList
          items={[
            { label: t("head.group"), value: groupOf(policy, dossier.groupCode)?.name[locale] },
            { label: t("head.course"), value: `${course.programme} · ${course.schoolName}` },
            { label: t("check.days"), value: `${formatDay(course.startsOn)} – ${formatDay(course.endsOn)}` },
            { label: t("check.tuition"), value: dong(course.tuition) },
            {
              label: t("check.policy"),
              value: t("check.policyNo", { name: policy.citation[locale], no: dossier.policyNo }),
            },
            { label: t("head.note"), value: dossier.note },
          ]}
        />
        {editable && (
          <div className="mt-5 space-y-4">
            {back > 0 && (
              <Notice
                kind="waiting"
                title={t("check.back", { count: back })}
                actions={
                  <LinkButton as={Link} size="sm" href={`${at}?step=persons&found=1`}>
                    {t("check.show")}
                  </LinkButton>
                }
              />
            )}
            <MoneyNotice money={money} asked={dossier.amount} />
            {whole.some(blocks) && <SubsidyFindings policy={policy} findings={whole} />}
            <HandIn
              key={dossier.version}
              seen={{ id: dossier.id, version: dossier.version }}
              policy={policy}
              again={dossier.currentNo > 0}
              submit={submit}
            />
          </div>
        )}
        {!editable && !over.includes(dossier.state) && (
          <div className="mt-5">
            <MoneyNotice money={money} asked={null} />
          </div>
        )}
      </Card>
      {dossier.corrections.length > 0 && (
        <Card title={t("corrections.list")} className="lg:col-span-2">
          <ul className="space-y-5">
            {dossier.corrections.map((one) => (
              <li key={one.id} className="space-y-2">
                <p className="font-semibold">
                  {t(`corrections.kind.${one.kind}`)} · {t(`corrections.state.${one.state}`)}
                  {one.position !== null && ` · ${t("corrections.person", { position: one.position })}`}
                  {one.field && ` · ${fieldWords(one.field, asked)}`}
                  {one.paperCode && ` · ${paperName(policy, one.paperCode, locale)}`}
                </p>
                <p className="whitespace-pre-line">{one.message}</p>
                {one.state === "OPEN" && editable && (one.position !== null || one.paperCode) && (
                  <p>
                    <LinkButton as={Link} size="sm" href={at + placeOf(one)}>
                      {t("corrections.open")}
                    </LinkButton>
                  </p>
                )}
                {one.state === "OPEN" && editable ? (
                  <AnswerCorrection
                    id={dossier.id}
                    correctionId={one.id}
                    owner={owner}
                    answer={one.answer ?? ""}
                    answerAsked={answerAsked}
                  />
                ) : (
                  one.answer && <p className="text-mist-700">{t("corrections.answered", { answer: one.answer })}</p>
                )}
              </li>
            ))}
          </ul>
        </Card>
      )}
      {dossier.versions.length > 0 && (
        <Card title={t("versions.title")}>
          <ul className="space-y-1">
            {dossier.versions.map(({ id, no, persons, amount, submittedAt }) => (
              <li key={id} className="figures">
                {t("versions.one", {
                  no,
                  day: formatDay(dayOf(submittedAt)),
                  persons,
                  amount: formatCount(Number(amount), locale),
                })}
              </li>
            ))}
          </ul>
          {changes.length > 0 && (
            <>
              <p className="mt-4 font-semibold">{t("versions.changes")}</p>
              <ul className="list-disc pl-5">
                {changes.map((one) => (
                  <li key={one.position}>
                    {one.position}. {one.fullName}: {t(`versions.${one.change}`)}
                  </li>
                ))}
              </ul>
            </>
          )}
        </Card>
      )}
      {dossier.events.length > 0 && (
        <Card title={t("history.title")}>
          <Timeline
            moments={dossier.events.map(({ id, move, at: moment, byUser, reason }) => ({
              id,
              title: t(`history.${move as "submit"}`),
              meta: [formatMoment(moment), byUser?.fullName].filter(Boolean).join(" · "),
              body: reason,
            }))}
          />
        </Card>
      )}
    </div>
  );
}
