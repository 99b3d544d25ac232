"use client";

import { useLocale, useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import type { z } from "zod";
import { BeginDraft, ThrowDraftAway } from "@/components/forms/draft-acts";
import { FormText, FormTextarea } from "@/components/forms/fields";
import { Form } from "@/components/forms/form";
import { SubmitButton } from "@/components/forms/submit-button";
import { FormDay } from "@/components/forms/typed-fields";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { href } from "@/lib/i18n/paths";
import { policyDecision, policyRetirement, rateRelease, releaseRevocation } from "@/lib/subsidies/policy-schema";
import type { Action } from "@/lib/web/action";
import { decide, draft, drop, release, retire, revoke } from "../actions";
import { usePolicyWords } from "./use-policy-words";

/** Begins the next version and leads to it. */
export function NewVersion({ policyId }: { policyId: number }) {
  const t = useTranslations("policies.act");
  const locale = useLocale();
  return (
    <BeginDraft
      label={t("draft")}
      begin={() => draft({ policyId })}
      address={({ id }) => href(locale, "staff", "policies", id)}
      words={usePolicyWords()}
    />
  );
}

/** Throws a draft away. */
export function DropDraft({ seen }: { seen: { id: number; version: number } }) {
  const t = useTranslations("policies.act");
  const locale = useLocale();
  return (
    <ThrowDraftAway
      label={t("drop")}
      drop={() => drop(seen)}
      address={() => href(locale, "staff", "policies")}
      words={usePolicyWords()}
    >
      {t("dropBody")}
    </ThrowDraftAway>
  );
}

/** An act that asks for a reason, in a dialog of its own. */
function Explained<T>({
  id,
  title,
  lede,
  variant,
  schema,
  action,
  fixed,
  defaults = {},
  children,
}: {
  id: string;
  title: string;
  lede: string;
  variant: "primary" | "secondary" | "danger";
  schema: z.ZodType;
  action: Action<T>;
  fixed: Record<string, unknown>;
  defaults?: Record<string, unknown>;
  children?: ReactNode;
}) {
  const t = useTranslations("policies.act");
  const words = usePolicyWords();
  const [open, setOpen] = useState(false);
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      title={title}
      description={lede}
      trigger={<Button variant={variant}>{title}</Button>}
    >
      <Form
        id={id}
        schema={schema}
        action={action}
        words={words}
        fixed={fixed}
        defaultValues={{ ...defaults, reason: "" }}
        onDone={() => setOpen(false)}
      >
        {children}
        <FormTextarea name="reason" label={t("reason")} maxLength={1000} />
        <div>
          <SubmitButton>{title}</SubmitButton>
        </div>
      </Form>
    </Dialog>
  );
}

/** Brings a draft into force, from a day, on a paper. */
export function BringIntoForce({ seen, today }: { seen: { id: number; version: number }; today: string }) {
  const t = useTranslations("policies.act");
  return (
    <Explained
      id={`policy-${seen.id}-decide`}
      title={t("bringIntoForce")}
      lede={t("bringIntoForceBody")}
      variant="primary"
      schema={policyDecision}
      action={decide}
      fixed={seen}
      defaults={{ inForceFrom: today, document: "" }}
    >
      <FormDay name="inForceFrom" label={t("inForceFrom")} min={today} />
      <FormText name="document" label={t("document")} help={t("documentHelp")} maxLength={300} />
    </Explained>
  );
}

/** Takes a version out of force. */
export function Retire({ seen }: { seen: { id: number; version: number } }) {
  const t = useTranslations("policies.act");
  return (
    <Explained
      id={`policy-${seen.id}-retire`}
      title={t("retire")}
      lede={t("retireBody")}
      variant="secondary"
      schema={policyRetirement}
      action={retire}
      fixed={seen}
    />
  );
}

/** A leader releases an unverified rate. */
export function ReleaseRate({ versionId, rateCode }: { versionId: number; rateCode: string }) {
  const t = useTranslations("policies.act");
  return (
    <Explained
      id={`release-${rateCode}`}
      title={t("release")}
      lede={t("releaseBody")}
      variant="secondary"
      schema={rateRelease}
      action={release}
      fixed={{ versionId, rateCode }}
    />
  );
}

/** And takes it back. */
export function RevokeRelease({ releaseId }: { releaseId: number }) {
  const t = useTranslations("policies.act");
  return (
    <Explained
      id={`revoke-${releaseId}`}
      title={t("revoke")}
      lede={t("revokeBody")}
      variant="secondary"
      schema={releaseRevocation}
      action={revoke}
      fixed={{ releaseId }}
    />
  );
}
