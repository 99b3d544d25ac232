"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useEffect, useRef } from "react";
import { get, useFormContext, useFormState } from "react-hook-form";
import { useFormInfo } from "@/components/forms/form-context";
import { SaveStatus } from "@/components/forms/form-messages";
import { SubmitButton } from "@/components/forms/submit-button";
import { Button } from "@/components/ui/button";
import { Stepper } from "@/components/ui/stepper";
import { fieldsOf, type SectionKey, sectionKeys } from "@/lib/vacancies/sections";
import { StepContact } from "./step-contact";
import { StepFindings } from "./step-findings";
import { StepPeople } from "./step-people";
import { StepPosition } from "./step-position";
import { StepWage } from "./step-wage";
import { StepWork } from "./step-work";
import { useSteps } from "./use-steps";
import type { VacancyFormProps } from "./vacancy-form";

/** What stands wrong is looked at again as soon as anything changes, so that a message never outlives its cause. */
function useRecheck() {
  const { subscribe, trigger, formState } = useFormContext();
  const errors = useRef(formState.errors);
  useEffect(() => {
    errors.current = formState.errors;
  });
  useEffect(
    () =>
      subscribe({
        formState: { values: true },
        callback: ({ name, type }) => {
          const wrong = Object.keys(errors.current).filter((field) => field !== "root");
          if ((name || type) && wrong.length > 0) void trigger(wrong);
        },
      }),
    [subscribe, trigger],
  );
}

type StepsProps = Pick<VacancyFormProps, "startAt" | "parks" | "names" | "findings" | "enterpriseName" | "maySubmit">;

/** The five steps of one form. All stay in the page, so that nothing is lost between them; one is seen. */
export function Steps({ startAt, parks, names, findings, enterpriseName, maySubmit }: StepsProps) {
  const t = useTranslations("vacancies");
  const { id } = useFormInfo();
  const { trigger } = useFormContext();
  const { errors } = useFormState();
  const { step, seen, go, heading } = useSteps(id, startAt);
  useRecheck();

  const at = sectionKeys.indexOf(step);
  const following = sectionKeys[at + 1];
  const previous = sectionKeys[at - 1];
  const isWrong = (key: SectionKey) => fieldsOf(key).some((field) => get(errors, field));
  const content: Record<SectionKey, ReactNode> = {
    position: <StepPosition parks={parks} names={names} />,
    people: <StepPeople />,
    wage: <StepWage />,
    work: <StepWork />,
    contact: <StepContact names={names} parks={parks} enterpriseName={enterpriseName} />,
  };

  async function proceed(next: SectionKey) {
    if (await trigger([...fieldsOf(step)], { shouldFocus: true })) go(next);
  }

  return (
    <>
      <div className="flex flex-col gap-2">
        <Stepper
          label={t("desk.form.steps")}
          steps={sectionKeys.map((key) => ({
            label: t(`section.${key}`),
            href: `?step=${key}`,
            state: key === step ? "current" : isWrong(key) ? "wrong" : seen.has(key) ? "done" : "todo",
          }))}
        />
        <SaveStatus />
      </div>
      {sectionKeys.map((key) => (
        <section key={key} hidden={key !== step} aria-labelledby={`${id}-heading-${key}`} className="card p-5 sm:p-6">
          <h2
            id={`${id}-heading-${key}`}
            ref={key === step ? heading : undefined}
            tabIndex={-1}
            className="mb-5 text-xl outline-none"
          >
            {t(`section.${key}`)}
          </h2>
          <div className="flex flex-col gap-5">{content[key]}</div>
          <StepFindings findings={findings} step={key} all={key === "contact"} />
        </section>
      ))}
      <div className="flex flex-wrap items-center gap-3">
        {previous && (
          <Button icon="chevron-left" onClick={() => go(previous)}>
            {t("desk.form.previous")}
          </Button>
        )}
        {following && (
          <Button variant="primary" onClick={() => proceed(following)}>
            {t("desk.form.next")}
          </Button>
        )}
        {!following && (maySubmit ? <SubmitButton icon="send">{t("desk.form.submit")}</SubmitButton> : null)}
        {!following && !maySubmit && <p className="text-mist-700">{t("desk.form.cannotSubmit")}</p>}
      </div>
    </>
  );
}
