import { useLocale, useTranslations } from "next-intl";
import { Button, LinkButton } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Radio, SelectField, TextField } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { Stepper } from "@/components/ui/stepper";
import { formatCount } from "@/lib/core/money";
import { EducationLevel, QualificationLevel } from "@/lib/db/generated/enums";
import { href } from "@/lib/i18n/paths";
import { formulaWords } from "@/lib/subsidies/finding-words";
import { groupOf, type Policy, type PolicyGroup } from "@/lib/subsidies/policy";
import {
  otherOccupation,
  type Question,
  questionsOf,
  type Typed,
  type WizardProblem,
  type WizardResult,
  type WizardState,
} from "@/lib/subsidies/wizard";
import { SubsidyFindings, VerifiedBadge } from "./findings-list";
import { PaperList } from "./policy-view";

const place = (locale: "vi" | "en", params: Record<string, string> = {}) => {
  const query = new URLSearchParams(params).toString();
  return href(locale, "eligibility") + (query ? `?${query}` : "");
};

const answered = (typed: Typed) => Object.fromEntries(Object.entries(typed).filter(([, text]) => text));

function GroupStep({ policy }: { policy: Policy }) {
  const t = useTranslations("support.wizard");
  const locale = useLocale();
  return (
    <Card>
      <form action={place(locale)} method="get" className="flex flex-col gap-5">
        <fieldset>
          <legend className="mb-2 font-semibold text-harbour-900 text-lg">{t("who")}</legend>
          <div className="space-y-2">
            {policy.groups.map((group) => (
              <Radio
                key={group.code}
                name="group"
                value={group.code}
                required
                label={group.plain[locale]}
                help={group.name[locale]}
              />
            ))}
          </div>
        </fieldset>
        <div>
          <Button type="submit" variant="primary">
            {t("next")}
          </Button>
        </div>
      </form>
    </Card>
  );
}

const days: ReadonlySet<Question> = new Set(["startsOn", "contractFrom", "contractTo"]);
const numbers: ReadonlySet<Question> = new Set(["months", "tuition"]);

function QuestionField({
  policy,
  group,
  question,
  typed,
  problem,
}: {
  policy: Policy;
  group: PolicyGroup;
  question: Question;
  typed: string;
  problem: WizardProblem | undefined;
}) {
  const t = useTranslations("support.wizard");
  const words = useTranslations("subsidies");
  const locale = useLocale();
  const error = problem && t(`problem.${problem.code}`);
  const base = { name: question, label: t(`question.${question}`), error, defaultValue: typed };
  if (days.has(question))
    return (
      <TextField
        {...base}
        help={t("help.date")}
        inputMode="numeric"
        placeholder="dd/mm/yyyy"
        autoComplete="off"
        maxLength={10}
        fieldClass="max-w-xs"
      />
    );
  if (numbers.has(question))
    return (
      <TextField
        {...base}
        {...(question === "tuition" && { help: t("help.tuition") })}
        inputMode="numeric"
        autoComplete="off"
        maxLength={20}
        fieldClass="max-w-xs"
      />
    );
  const choices = {
    occupation: [
      ...policy.occupations.map(({ code, name }) => ({ value: code, label: name[locale] })),
      { value: otherOccupation, label: t("otherOccupation") },
    ],
    applicant: group.applicants.map((kind) => ({ value: kind, label: words(`applicant.${kind}`) })),
    education: Object.values(EducationLevel).map((level) => ({ value: level, label: words(`education.${level}`) })),
    qualification: Object.values(QualificationLevel).map((level) => ({
      value: level,
      label: words(`qualification.${level}`),
    })),
    yesNo: (["yes", "no"] as const).map((value) => ({ value, label: t(value) })),
  };
  const kind =
    question === "occupation" || question === "applicant" || question === "education"
      ? question
      : question === "level" || question === "required" || question === "held"
        ? "qualification"
        : "yesNo";
  const mustAnswer = question === "occupation" || question === "applicant" || question === "level";
  return <SelectField {...base} empty={mustAnswer ? t("choose") : t("unknown")} choices={choices[kind]} />;
}

function QuestionStep({
  policy,
  group,
  typed,
  problems,
}: {
  policy: Policy;
  group: PolicyGroup;
  typed: Typed;
  problems: WizardProblem[];
}) {
  const t = useTranslations("support.wizard");
  const locale = useLocale();
  return (
    <>
      {problems.length > 0 && (
        <Notice kind="refused" live title={t("fix", { count: problems.length })}>
          <ul className="list-disc pl-5">
            {problems.map(({ question, code }) => (
              <li key={question}>
                <a href={`#${question}`} className="text-harbour-600 underline">
                  {t(`question.${question}`)}
                </a>
                : {t(`problem.${code}`)}
              </li>
            ))}
          </ul>
        </Notice>
      )}
      <Card title={group.name[locale]}>
        <form action={place(locale)} method="get" className="flex flex-col gap-5">
          <input type="hidden" name="group" value={group.code} />
          <input type="hidden" name="ask" value="1" />
          {questionsOf(policy, group).map((question) => (
            <QuestionField
              key={question}
              policy={policy}
              group={group}
              question={question}
              typed={typed[question] ?? ""}
              problem={problems.find((one) => one.question === question)}
            />
          ))}
          <div className="flex flex-wrap gap-2">
            <Button type="submit" variant="primary">
              {t("answerAct")}
            </Button>
            <LinkButton href={place(locale)} variant="quiet">
              {t("changeGroup")}
            </LinkButton>
          </div>
        </form>
      </Card>
    </>
  );
}

const verdictKinds = { SUPPORTED: "done", OPEN: "waiting", NOT_SUPPORTED: "refused" } as const;

function Amount({ policy, result }: { policy: Policy; result: WizardResult }) {
  const t = useTranslations("support.wizard");
  const words = useTranslations("subsidies");
  const locale = useLocale();
  const count = (amount: number) => formatCount(amount, locale);
  return (
    <Card title={t("amount")}>
      <ul className="divide-y divide-mist-100">
        {result.lines.map((line) => (
          <li key={line.rate} className="py-2.5 first:pt-0">
            <p className="font-medium text-mist-900">
              {policy.rates.find(({ code }) => code === line.rate)?.name[locale]}
            </p>
            <p className="figures text-mist-900">
              {formulaWords(line, locale, words)}
              {line.value !== null && ` = ${t("dong", { amount: count(line.amount) })}`}
            </p>
            <p className="mt-1 flex flex-wrap items-center gap-x-2.5 gap-y-1 text-mist-600 text-sm">
              {words("paidTo", { payee: words(`payee.${line.payee}`) })}{" "}
              <cite className="not-italic">{words("clause", { clause: line.clause[locale] })}</cite>
              <VerifiedBadge verified={line.verified} />
            </p>
          </li>
        ))}
      </ul>
      <p className="figures mt-3 font-semibold text-harbour-900">{t("total", { amount: count(result.amount) })}</p>
      <p className="text-mist-600 text-sm">{t("estimate")}</p>
    </Card>
  );
}

function AnswerStep({
  policy,
  group,
  typed,
  result,
}: {
  policy: Policy;
  group: PolicyGroup;
  typed: Typed;
  result: WizardResult;
}) {
  const t = useTranslations("support.wizard");
  const locale = useLocale();
  const refused = result.verdict === "NOT_SUPPORTED";
  const applicant = group.applicants.find((kind) => kind === typed.applicant) ?? group.applicants[0] ?? "ENTERPRISE";
  return (
    <>
      <Notice kind={verdictKinds[result.verdict]} title={<h2>{t(result.verdict)}</h2>}>
        <p>{group.name[locale]}</p>
        <p>{t("verdictBody")}</p>
      </Notice>
      <Card title={t("reasons")}>
        <SubsidyFindings policy={policy} findings={result.notes} />
      </Card>
      {!refused && result.lines.length > 0 && <Amount policy={policy} result={result} />}
      {!refused && (
        <Card title={t("bring")}>
          <PaperList papers={result.papers} />
        </Card>
      )}
      {!refused && (
        <Card title={t("nextTitle")}>
          <p className="max-w-measure">{t(`comesNext.${applicant}`)}</p>
        </Card>
      )}
      <div className="flex flex-wrap gap-2">
        <LinkButton href={place(locale, { group: group.code, ...answered(typed) })}>{t("changeAnswers")}</LinkButton>
        <LinkButton href={place(locale)} variant="quiet">
          {t("again")}
        </LinkButton>
      </div>
    </>
  );
}

/** The wizard at one step, as plain forms and links: it works without any script. */
export function WizardView({ policy, state }: { policy: Policy; state: WizardState }) {
  const t = useTranslations("support.wizard");
  const locale = useLocale();
  const at = { group: 0, questions: 1, answer: 2 }[state.step];
  const group = state.step === "group" ? undefined : groupOf(policy, state.group.code);
  const steps = (["stepGroup", "stepQuestions", "stepAnswer"] as const).map((step, index) => ({
    label: t(step),
    state: index < at ? ("done" as const) : index === at ? ("current" as const) : ("todo" as const),
    href:
      index >= at
        ? undefined
        : index === 0
          ? place(locale)
          : place(locale, { group: group?.code ?? "", ...("typed" in state ? answered(state.typed) : {}) }),
  }));
  return (
    <div className="max-w-[44rem] space-y-6">
      <Stepper label={t("steps")} steps={steps} />
      {state.step === "group" && <GroupStep policy={policy} />}
      {state.step === "questions" && <QuestionStep policy={policy} {...state} />}
      {state.step === "answer" && <AnswerStep policy={policy} {...state} />}
    </div>
  );
}
