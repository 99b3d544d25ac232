"use client";

import { useTranslations } from "next-intl";
import { useState, useTransition } from "react";
import { ActDialog } from "@/components/dossier-review/act-dialog";
import { useDossierReviewWords } from "@/components/dossier-review/use-words";
import { FormSelect, FormText } from "@/components/forms/fields";
import { useWords } from "@/components/forms/use-words";
import { BulkBar } from "@/components/ui/bulk-bar";
import { Button } from "@/components/ui/button";
import { SelectField } from "@/components/ui/field";
import { useSelection } from "@/components/ui/selection";
import { addedToList, gatheredList } from "@/lib/subsidies/approval-schema";
import { addToGathering, assign, gather } from "../actions";
import { PutLabel, TakeLabelOff } from "./label-acts";

type Outcome = { id: number; ok: boolean; code?: string };

/** What can be done with the ticked dossiers; what each came to is told. */
export function DossierBar({
  container,
  userId,
  officers,
  proposes,
  gathering,
  labels,
  titles,
}: {
  container: string;
  userId: number;
  officers: readonly { id: number; fullName: string }[];
  proposes: boolean;
  /** Lists that are still being gathered, as they were seen. */
  gathering: readonly { id: number; version: number; title: string }[];
  /** Labels that the dossiers of the page bear. */
  labels: Record<number, readonly string[]>;
  titles: Record<number, string>;
}) {
  const t = useTranslations("dossierReview");
  const { sayRefusal } = useWords(useDossierReviewWords());
  const { ids, set } = useSelection(container);
  const [said, setSaid] = useState<string[]>([]);
  const [pending, start] = useTransition();
  const seen = ids.map((value) => {
    const [id = 0, version = 0] = value.split(":").map(Number);
    return { id, version };
  });
  const borne = [...new Set(seen.flatMap(({ id }) => labels[id] ?? []))].sort();
  const tell = (outcomes: readonly Outcome[]) => {
    const left = outcomes.flatMap((one) =>
      one.ok ? [] : [`${titles[one.id] ?? one.id}: ${sayRefusal({ ok: false, code: one.code ?? "not_allowed_now" })}`],
    );
    setSaid([t("outcome", { done: outcomes.length - left.length, left: left.length }), ...left]);
    set(false);
  };
  const hand = (toUserId: number | null) =>
    start(async () => {
      const result = await assign({ items: seen, toUserId });
      if (result.ok) tell(result.value.outcomes);
      else setSaid([sayRefusal(result)]);
    });
  if (ids.length === 0 && said.length === 0) return null;
  return (
    <BulkBar label={t("bar")}>
      <div role="status" className="min-w-0">
        {pending ? t("working") : ids.length > 0 ? t("ticked", { count: ids.length }) : null}
        {ids.length === 0 && said.map((line) => <p key={line}>{line}</p>)}
      </div>
      {ids.length > 0 && (
        <div className="ml-auto flex flex-wrap items-end gap-2">
          <Button variant="deep" onClick={() => hand(userId)}>
            {t("take")}
          </Button>
          <Button variant="deep" onClick={() => hand(null)}>
            {t("letGo")}
          </Button>
          <SelectField
            name="handTo"
            label={t("handTo")}
            hideLabel
            empty={t("handTo")}
            value=""
            choices={officers.map(({ id, fullName }) => ({ value: String(id), label: fullName }))}
            onChange={(event) => event.target.value && hand(Number(event.target.value))}
          />
          <PutLabel ids={seen.map(({ id }) => id)} variant="deep" />
          {borne.length > 0 && <TakeLabelOff ids={seen.map(({ id }) => id)} labels={borne} />}
          {proposes && gathering.length > 0 && (
            <ActDialog
              id="add-to-list"
              schema={addedToList.omit({ version: true })}
              action={async (input, meta) => {
                const { id, dossiers } = addedToList.omit({ version: true }).parse(input);
                const { version } = gathering.find((one) => one.id === id) ?? { version: 0 };
                const result = await addToGathering({ id, version, dossiers }, meta);
                if (result.ok) tell(result.value.outcomes);
                return result;
              }}
              fixed={{ dossiers: seen.map(({ id }) => id) }}
              values={{ id: gathering[0]?.id ?? null }}
              title={t("addTitle")}
              body={t("gatherBody")}
              confirm={t("addTo")}
              done={t("addedTo")}
              trigger={<Button variant="deep">{t("addTo")}</Button>}
            >
              <FormSelect
                name="id"
                label={t("list")}
                numeric
                choices={gathering.map(({ id, title }) => ({ value: String(id), label: title }))}
              />
            </ActDialog>
          )}
          {proposes && (
            <ActDialog
              id="gather"
              schema={gatheredList}
              action={async (input, meta) => {
                const result = await gather(input, meta);
                if (result.ok) tell(result.value.outcomes);
                return result;
              }}
              fixed={{ dossiers: seen.map(({ id }) => id) }}
              values={{ title: "" }}
              title={t("gatherTitle")}
              body={t("gatherBody")}
              confirm={t("gather")}
              done={t("gathered")}
              trigger={<Button variant="primary">{t("gather")}</Button>}
            >
              <FormText name="title" label={t("listTitle")} maxLength={200} />
            </ActDialog>
          )}
        </div>
      )}
    </BulkBar>
  );
}
