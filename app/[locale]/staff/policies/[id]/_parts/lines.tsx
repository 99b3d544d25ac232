"use client";

import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { type FieldValues, useFieldArray, useWatch } from "react-hook-form";
import { BothFields } from "@/components/forms/both-fields";
import { FormCheckbox, FormText } from "@/components/forms/fields";
import { Fold } from "@/components/forms/fold";
import { ListActs } from "@/components/forms/list-acts";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";

const empty = () => ({ vi: "", en: "" });
const rests = () => ({ clause: empty(), verified: false });

export const newOccupation = (): FieldValues => ({ code: "", name: empty(), aliases: "", ...rests() });
export const newPaper = (): FieldValues => ({
  code: "",
  name: empty(),
  help: empty(),
  per: "PERSON",
  required: true,
  ...rests(),
});
export const newGroup = (): FieldValues => ({
  code: "",
  name: empty(),
  plain: empty(),
  person: "WORKER",
  applicants: ["ENTERPRISE"],
  conditions: {
    educationFloor: "",
    lacksMatchingQualification: false,
    employed: false,
    localSchool: false,
    levels: [],
    listedOccupation: true,
  },
  papers: [],
  ...rests(),
});
export const newRate = (): FieldValues => ({
  code: "",
  name: empty(),
  kind: "PER_COURSE",
  value: null,
  groups: [],
  permanentStaff: "",
  capPerPerson: null,
  capMonths: null,
  payee: "EITHER",
  once: "POLICY",
  dropOut: "MONTHS_ATTENDED",
  ...rests(),
});
export const newReport = (): FieldValues => ({ day: null, month: null, ...rests() });

/** The clause that something rests on, and whether it is confirmed. */
export function RestsFields({ name }: { name: string }) {
  const t = useTranslations("policies.field");
  return (
    <>
      <BothFields name={`${name}.clause`} label={t("clause")} maxLength={500} />
      <FormCheckbox name={`${name}.verified`} label={t("verified")} help={t("verifiedHelp")} />
    </>
  );
}

type Written = { code?: string; name?: { vi?: string; en?: string }; verified?: boolean; day?: number; month?: number };

/** A list of like things of the policy: each folds, moves, goes; a new one is asked for its code first. */
export function Lines({
  name,
  title,
  fresh,
  least = 1,
  coded = true,
  inner = false,
  children,
}: {
  name: string;
  title: string;
  fresh: () => FieldValues;
  least?: number;
  coded?: boolean;
  /** Inside of another list. */
  inner?: boolean;
  children: (name: string) => ReactNode;
}) {
  const t = useTranslations("policies.field");
  const words = useTranslations("subsidies");
  const locale = useLocale();
  const { fields, append, move, remove } = useFieldArray({ name });
  const written = (useWatch({ name }) ?? []) as Written[];
  const body = (
    <div className="flex min-w-0 flex-col gap-2">
      {fields.map((line, at) => {
        const one = written[at];
        const label = one?.name?.[locale] || one?.code || (one?.day ? `${one.day}/${one.month ?? ""}` : String(at + 1));
        return (
          <Fold
            key={line.id}
            name={`${name}.${at}`}
            begin={coded ? !one?.code : !one?.day}
            title={
              <>
                <span className="font-semibold text-harbour-900">{label}</span>
                {!one?.verified && <Badge tone="waiting">{words("unverified")}</Badge>}
              </>
            }
            acts={
              <ListActs
                list={name}
                at={at}
                count={fields.length}
                least={least}
                title={label}
                move={move}
                remove={remove}
              />
            }
          >
            {coded && (
              <FormText
                name={`${name}.${at}.code`}
                label={t("code")}
                help={t("codeHelp")}
                maxLength={40}
                spellCheck={false}
                fieldClass="max-w-md"
              />
            )}
            {children(`${name}.${at}`)}
          </Fold>
        );
      })}
      <div>
        <Button
          size="sm"
          icon="plus"
          onClick={() => append(fresh(), { focusName: `${name}.${fields.length}.${coded ? "code" : "day"}` })}
        >
          {t("add")}
        </Button>
      </div>
    </div>
  );
  if (!inner) return <Card title={title}>{body}</Card>;
  return (
    <section className="flex min-w-0 flex-col gap-2" aria-label={title}>
      <h3 className="font-semibold text-harbour-900 text-sm">{title}</h3>
      {body}
    </section>
  );
}
