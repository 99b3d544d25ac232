"use client";

import { useTranslations } from "next-intl";
import { useTransition } from "react";
import { FormTextarea } from "@/components/forms/fields";
import { FormDay, FormNumber } from "@/components/forms/typed-fields";
import { useWords } from "@/components/forms/use-words";
import { Button } from "@/components/ui/button";
import { useToast } from "@/components/ui/toast";
import { movedPlacement } from "@/lib/cohorts/internship-schema";
import { type PlacementMove, placementMoves, placementWorkflow } from "@/lib/cohorts/internship-workflow";
import type { InternshipSide, InternshipState } from "@/lib/db/generated/enums";
import type { Action } from "@/lib/web/action";
import { MoveDialog } from "./move-dialog";
import { useInternshipWords } from "./use-internship-words";

/** What asks for something first. */
const asking: readonly PlacementMove[] = ["refuse", "cancel", "start", "finish"];

/** What a side may do with a placement now; `today` and how many began stand in the fields already. */
export function PlacementActs({
  placement,
  side,
  today,
  move,
}: {
  placement: { id: number; version: number; state: InternshipState; proposedBy: InternshipSide; students: number };
  side: InternshipSide;
  today: string;
  move: Action<unknown>;
}) {
  const t = useTranslations("internships");
  const { sayRefusal } = useWords(useInternshipWords());
  const toast = useToast();
  const [pending, start] = useTransition();
  const { id, version, state, students } = placement;
  const party = placement.proposedBy === side ? "proposer" : "other";
  const act = (which: PlacementMove) =>
    start(async () => {
      const result = await move({ id, version, move: which, reason: null, on: null, completed: null });
      if (result.ok) toast.done(t("done"));
      else toast.failed(sayRefusal(result));
    });
  const can = placementMoves.filter((one) => placementWorkflow.can(one, state, party));
  return (
    <span className="flex flex-wrap gap-2">
      {can.map((one) => {
        const words = t(`move.${one}`);
        if (!asking.includes(one))
          return (
            <Button
              key={one}
              size="sm"
              variant={one === "confirm" ? "primary" : "quiet"}
              aria-disabled={pending || undefined}
              onClick={() => !pending && act(one)}
            >
              {words}
            </Button>
          );
        const ran = one === "start" || one === "finish";
        return (
          <MoveDialog
            key={one}
            id={`${one}-${id}`}
            schema={movedPlacement}
            action={move}
            fixed={{ id, version, move: one }}
            values={{ reason: "", on: ran ? today : null, completed: one === "finish" ? students : null }}
            title={words}
            trigger={
              <Button size="sm" variant={ran ? "secondary" : "quiet"}>
                {words}
              </Button>
            }
          >
            {ran ? (
              <FormDay name="on" label={t(one === "start" ? "startedOn" : "endedOn")} />
            ) : (
              <FormTextarea name="reason" label={t("reason")} />
            )}
            {one === "finish" && <FormNumber name="completed" label={t("completed")} />}
          </MoveDialog>
        );
      })}
    </span>
  );
}
