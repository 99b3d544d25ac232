"use client";

import { useTranslations } from "next-intl";
import { useState, useTransition } from "react";
import { ActDialog } from "@/components/dossier-review/act-dialog";
import { useDossierReviewWords } from "@/components/dossier-review/use-words";
import { FormSelect, FormTextarea } from "@/components/forms/fields";
import { useWords } from "@/components/forms/use-words";
import { BulkBar } from "@/components/ui/bulk-bar";
import { Button } from "@/components/ui/button";
import { useSelection } from "@/components/ui/selection";
import { decidedPersons } from "@/lib/subsidies/approval-schema";
import { refusalReasons } from "@/lib/subsidies/decision";
import type { PersonOutcome } from "@/lib/subsidies/decision-commands";
import { decide } from "../actions";

/** Decides on the ticked persons, or on all who are open; what each came to is told. */
export function DecisionBar({
  container,
  dossierId,
  names,
}: {
  container: string;
  dossierId: number;
  names: Record<number, string>;
}) {
  const t = useTranslations("dossierReview");
  const finding = useTranslations("dossierReview.outcomes");
  const { sayRefusal } = useWords(useDossierReviewWords());
  const { ids, set } = useSelection(container);
  const [said, setSaid] = useState<string[]>([]);
  const [pending, start] = useTransition();
  const persons = ids.map((value) => {
    const [id = 0, version = 0] = value.split(":").map(Number);
    return { id, version };
  });
  const tell = (outcomes: readonly PersonOutcome[]) => {
    const left = outcomes.flatMap((one) => (one.ok ? [] : [`${names[one.id] ?? one.id}: ${finding(one.code)}`]));
    setSaid([t("outcome", { done: outcomes.length - left.length, left: left.length }), ...left.slice(0, 20)]);
    set(false);
  };
  const run = (decision: "ACCEPTED" | "PENDING", whom: typeof persons | "undecided") =>
    start(async () => {
      const result = await decide({ id: dossierId, decision, persons: whom });
      if (result.ok) tell(result.value.outcomes);
      else setSaid([sayRefusal(result)]);
    });
  return (
    <BulkBar label={t("decideBar")}>
      <div role="status" className="min-w-0">
        {pending ? t("working") : ids.length > 0 ? t("tickedPersons", { count: ids.length }) : null}
        {ids.length === 0 && said.map((line) => <p key={line}>{line}</p>)}
      </div>
      <div className="ml-auto flex flex-wrap gap-2">
        {ids.length === 0 ? (
          <Button variant="primary" onClick={() => run("ACCEPTED", "undecided")}>
            {t("acceptRest")}
          </Button>
        ) : (
          <>
            <Button variant="primary" onClick={() => run("ACCEPTED", persons)}>
              {t("accept")}
            </Button>
            <ActDialog
              id="refuse-persons"
              schema={decidedPersons}
              action={async (input, meta) => {
                const result = await decide(input, meta);
                if (result.ok) tell(result.value.outcomes);
                return result;
              }}
              fixed={{ id: dossierId, decision: "REFUSED", persons }}
              values={{ reasonCode: "", reasonNote: "" }}
              title={t("refuseTitle", { count: ids.length })}
              confirm={t("refuse")}
              done={t("refused")}
              danger
              trigger={<Button variant="deep">{t("refuse")}</Button>}
            >
              <FormSelect
                name="reasonCode"
                label={t("reason")}
                empty={t("chooseReason")}
                choices={refusalReasons.map((value) => ({ value, label: t(`reasons.${value}`) }))}
              />
              <FormTextarea name="reasonNote" label={t("reasonNote")} rows={2} optional />
            </ActDialog>
            <Button variant="deep" onClick={() => run("PENDING", persons)}>
              {t("undo")}
            </Button>
          </>
        )}
      </div>
    </BulkBar>
  );
}
