import Link from "next/link";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { PageHeader } from "@/components/layout/page-header";
import { DossierBadge } from "@/components/subsidies/dossier-badge";
import { CopyDossier, Recheck, Withdraw } from "@/components/subsidies/dossier-hand-in";
import { DossierHeadForm } from "@/components/subsidies/dossier-head-form";
import { LinkButton } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Notice } from "@/components/ui/notice";
import { StatStrip } from "@/components/ui/stat";
import { Stepper } from "@/components/ui/stepper";
import { dayOf, formatDay } from "@/lib/core/day";
import { formatCount } from "@/lib/core/money";
import type { Locale } from "@/lib/i18n/paths";
import { writtenNumber } from "@/lib/papers/document-schema";
import { blocks } from "@/lib/subsidies/dossier";
import { type DossierStep, dossierSteps, dossierView } from "@/lib/subsidies/dossier-list";
import { dossierPeople, type OwnDossier, ownDossier } from "@/lib/subsidies/dossier-queries";
import { judgeDossier } from "@/lib/subsidies/eligibility";
import { decidedSums } from "@/lib/subsidies/granted-queries";
import { dossierWorkflow, editableStates, isDecided } from "@/lib/subsidies/workflow";
import type { MemberPerson } from "@/lib/web/session";
import { rowId } from "../_roster/places";
import { copy, edit, recompute, withdraw } from "./actions";
import { ChangeStep } from "./change-step";
import { CheckStep } from "./check-step";
import { coursesFor, groupsFor } from "./choices";
import { MessagesStep } from "./messages-step";
import { PapersStep } from "./papers-step";
import { AddStep, PeopleStep } from "./people-step";
import { dossierBase } from "./places";

type Search = Promise<Record<string, string | string[] | undefined>>;

/** Findings about the dossier as a whole. */
const wholeFindings = (dossier: OwnDossier) =>
  judgeDossier(dossier.definition, {
    groupCode: dossier.groupCode,
    course: dossier.course,
    // Judged are the dossier's papers only; who hands it in is judged with each person.
    applicant: { kind: "ENTERPRISE", operating: true },
    papers: dossier.papers,
  });

/** One dossier of the applicant: a step at a time, its totals and its state always in sight. */
export async function DossierPage({
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
  const number = rowId(id);
  const dossier = number === null ? null : await ownDossier(actor, number);
  if (!dossier) notFound();
  const { organisation } = actor;
  const base = dossierBase(locale, organisation.kind);
  const at = `${base}/${dossier.id}`;
  const view = dossierView.parse(await search);
  const editable = (editableStates as readonly string[]).includes(dossier.state);
  const open = dossier.corrections.filter(({ state }) => state === "OPEN").length;
  // Where something was asked for, what that was comes first.
  const step: DossierStep = view.step ?? (editable && open === 0 ? "persons" : "check");
  const whole = wholeFindings(dossier);
  const [t, courses, back, decided] = await Promise.all([
    getTranslations("dossiers"),
    coursesFor(organisation.id),
    dossierPeople(dossier.id, { q: "", found: true, page: 1 }).then(({ held }) => held),
    isDecided(dossier.state) ? decidedSums(dossier.id) : null,
  ]);
  const seen = { id: dossier.id, version: dossier.version };
  const done: Partial<Record<DossierStep, boolean>> = {
    course: true,
    persons: dossier.persons > 0 && dossier.stopped === 0,
    papers: dossier.persons > 0 && back === 0 && !whole.some(blocks),
    check: !editable,
  };
  const steps = dossierSteps
    .filter((one) => one !== "add")
    .filter((one) => one !== "change" || dossier.state === "APPROVED");
  return (
    <>
      {editable && <Recheck id={dossier.id} recompute={recompute} />}
      <PageHeader
        as={Link}
        back={{ href: base, label: t("title") }}
        title={dossier.code ?? t("draftNo", { id: dossier.id })}
        state={<DossierBadge state={dossier.state} />}
        lede={`${dossier.course.programme} · ${dossier.course.schoolName}`}
        actions={
          <>
            <LinkButton href={`/api/exports/dossiers/${dossier.id}?locale=${locale}`} icon="download" download>
              {t("excel")}
            </LinkButton>
            {editable && (
              <LinkButton
                href={`/api/exports/dossiers/${dossier.id}?locale=${locale}&notes=1`}
                icon="download"
                download
              >
                {t("annotated")}
              </LinkButton>
            )}
            {dossier.document?.cancelledAt === null && (
              <LinkButton
                href={`/api/exports/decisions/${dossier.id}?locale=${locale}`}
                variant="primary"
                icon="download"
                download
              >
                {t("decision", {
                  number: writtenNumber({ no: dossier.document.no, symbol: dossier.document.register.symbol }),
                })}
              </LinkButton>
            )}
            <CopyDossier id={dossier.id} base={base} courses={courses} copy={copy} />
            {dossierWorkflow.can("withdraw", dossier.state, "applicant") && (
              <Withdraw seen={seen} withdraw={withdraw} />
            )}
          </>
        }
      />
      <div className="space-y-5">
        <StatStrip
          context={t("status", { holder: t(`holder.${dossier.state}`), since: formatDay(dayOf(dossier.updatedAt)) })}
          figures={[
            {
              value: formatCount(decided?.accepted ?? dossier.persons, locale),
              label: t(decided ? "total.granted" : "total.persons"),
            },
            { value: formatCount(decided?.amount ?? dossier.amount, locale), label: t("total.dong") },
            {
              value: formatCount(decided?.refused ?? dossier.stopped, locale),
              label: t(decided ? "total.refused" : "total.stopped"),
            },
            ...(dossier.dueOn ? [{ value: formatDay(dossier.dueOn), label: t("total.due") }] : []),
          ]}
        />
        {open > 0 && editable && (
          <Notice
            kind="refused"
            title={t("corrections.title", { count: open })}
            actions={
              step !== "check" && (
                <LinkButton as={Link} size="sm" href={`${at}?step=check`}>
                  {t("corrections.show")}
                </LinkButton>
              )
            }
          >
            {t("corrections.body", { days: dossier.definition.correction.workingDays })}
          </Notice>
        )}
        <Stepper
          as={Link}
          label={t("steps")}
          steps={steps.map((one) => ({
            label: t(`step.${one}`),
            href: `${at}?step=${one}`,
            state: one === step || (one === "persons" && step === "add") ? "current" : done[one] ? "done" : "todo",
          }))}
        />
        {step === "course" &&
          (editable ? (
            <Card title={t("step.course")} className="max-w-measure">
              <DossierHeadForm
                base={base}
                owner={actor.userId}
                seen={seen}
                values={{
                  groupCode: dossier.groupCode,
                  courseId: String(dossier.course.id),
                  note: dossier.note ?? "",
                }}
                groups={groupsFor(dossier.definition, organisation.kind, locale)}
                courses={courses}
                action={edit}
              />
            </Card>
          ) : (
            <CheckStep dossier={dossier} locale={locale} whole={whole} back={back} owner={actor.userId} at={at} />
          ))}
        {step === "persons" && <PeopleStep dossier={dossier} locale={locale} at={at} view={view} editable={editable} />}
        {step === "add" &&
          (editable ? <AddStep organisationId={organisation.id} id={dossier.id} at={at} view={view} /> : null)}
        {step === "papers" && (
          <PapersStep dossier={dossier} locale={locale} at={at} editable={editable} whole={whole} />
        )}
        {step === "check" && (
          <CheckStep dossier={dossier} locale={locale} whole={whole} back={back} owner={actor.userId} at={at} />
        )}
        {step === "change" && (
          <ChangeStep dossier={dossier} locale={locale} owner={actor.userId} person={view.person} />
        )}
        {step === "messages" && <MessagesStep dossier={dossier} owner={actor.userId} />}
      </div>
    </>
  );
}
