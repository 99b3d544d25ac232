"use client";

import { useTranslations } from "next-intl";
import { useState, useTransition } from "react";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Checkbox, ChoiceGroup, Radio } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import type { Result } from "@/lib/core/result";
import { useImportWords } from "./use-import-words";

/** Takes over what was found acceptable: all or none, or the acceptable rows; complete needs at once or as drafts. */
export function ApplyForm({
  id,
  version,
  accepted,
  open,
  needs,
  same,
  action,
}: {
  id: number;
  version: number;
  accepted: number;
  /** Rows that cannot be taken over. */
  open: number;
  /** Rows become needs, which may be handed in. */
  needs: boolean;
  /** The same file has been taken over before. */
  same: boolean;
  action: (input: unknown) => Promise<Result<unknown>>;
}) {
  const t = useTranslations("imports.apply");
  const { sayRefusal } = useImportWords();
  const [policy, setPolicy] = useState<"all" | "accepted">(open > 0 ? "accepted" : "all");
  const [handIn, setHandIn] = useState(needs);
  const [again, setAgain] = useState(false);
  const [failure, setFailure] = useState("");
  const [pending, start] = useTransition();
  const apply = () =>
    start(async () => {
      setFailure("");
      const input = { id, version, policy, handIn: needs && handIn, again };
      const result = await action(input).catch(() => ({ ok: false as const, code: "network" }));
      if (!result.ok) setFailure(sayRefusal(result));
    });
  return (
    <Card title={t("title")}>
      <div className="flex flex-col gap-4">
        {failure && (
          <Notice kind="refused" live>
            {failure}
          </Notice>
        )}
        <ChoiceGroup id="policy" label={t("policy")}>
          {(["accepted", "all"] as const).map((one) => (
            <Radio
              key={one}
              name="policy"
              value={one}
              label={t(one)}
              help={t(`help.${one}`)}
              checked={policy === one}
              onChange={() => setPolicy(one)}
            />
          ))}
        </ChoiceGroup>
        {needs && (
          <Checkbox
            name="handIn"
            label={t("handIn")}
            help={t("handInHelp")}
            checked={handIn}
            onChange={(event) => setHandIn(event.target.checked)}
          />
        )}
        {same && (
          <Checkbox
            name="again"
            label={t("again")}
            checked={again}
            onChange={(event) => setAgain(event.target.checked)}
          />
        )}
        <div>
          <Button
            variant="primary"
            size="lg"
            icon="check"
            aria-disabled={pending || accepted === 0 || undefined}
            onClick={pending || accepted === 0 ? undefined : apply}
          >
            {t("apply", { count: accepted })}
          </Button>
        </div>
      </div>
    </Card>
  );
}
