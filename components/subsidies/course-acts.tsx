"use client";

import Link from "next/link";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useTransition } from "react";
import { useWords } from "@/components/forms/use-words";
import { Button, LinkButton } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { useToast } from "@/components/ui/toast";
import type { CourseState } from "@/lib/db/generated/enums";
import { type CourseMove, courseMoves, courseWorkflow } from "@/lib/subsidies/course-workflow";
import type { Action } from "@/lib/web/action";
import { useCourseWords } from "./use-course-words";

/** What may be done with a course now. */
export function CourseActs({
  seen,
  state,
  name,
  base,
  move,
  remove,
}: {
  seen: { id: number; version: number };
  state: CourseState;
  name: string;
  base: string;
  move: Action<unknown>;
  remove: Action<unknown>;
}) {
  const t = useTranslations("courses.act");
  const { sayRefusal } = useWords(useCourseWords());
  const toast = useToast();
  const router = useRouter();
  const [pending, start] = useTransition();
  const can = courseMoves.filter((one) => courseWorkflow.can(one, state, "keeper"));
  const act = (which: CourseMove) =>
    start(async () => {
      const result = await move({ ...seen, move: which });
      if (result.ok) toast.done(t("done"));
      else toast.failed(sayRefusal(result));
    });
  return (
    <>
      {state !== "CANCELLED" && (
        <LinkButton as={Link} href={`${base}/${seen.id}/edit`} icon="pencil">
          {t("edit")}
        </LinkButton>
      )}
      {can.map((one) => (
        <Button
          key={one}
          aria-disabled={pending || undefined}
          variant={one === "cancel" ? "quiet" : "secondary"}
          onClick={() => !pending && act(one)}
        >
          {t(one)}
        </Button>
      ))}
      <ConfirmDialog
        danger
        title={t("removeTitle", { name })}
        confirm={t("remove")}
        trigger={
          <Button variant="quiet" icon="trash">
            {t("remove")}
          </Button>
        }
        onConfirm={async () => {
          const result = await remove(seen);
          if (!result.ok) return sayRefusal(result);
          router.push(base);
          return undefined;
        }}
      >
        {t("removeBody")}
      </ConfirmDialog>
    </>
  );
}
