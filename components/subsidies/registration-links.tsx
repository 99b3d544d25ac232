"use client";

import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { FormSelect, FormText } from "@/components/forms/fields";
import { Form } from "@/components/forms/form";
import { SubmitButton } from "@/components/forms/submit-button";
import { FormDay } from "@/components/forms/typed-fields";
import { useWords } from "@/components/forms/use-words";
import { Badge } from "@/components/ui/badge";
import { Button, LinkButton } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { CopyButton } from "@/components/ui/copy-button";
import { Dialog } from "@/components/ui/dialog";
import { formatDay } from "@/lib/core/day";
import type { PersonKind } from "@/lib/db/generated/enums";
import { newLink } from "@/lib/subsidies/registration-schema";
import type { Action } from "@/lib/web/action";
import { useRegistrationWords } from "./use-registration-words";

export type ShownRegistrationLink = {
  id: number;
  version: number;
  kind: PersonKind;
  note: string | null;
  address: string;
  closesOn: string | null;
  closed: boolean;
  /** Nobody registers through it any more. */
  over: boolean;
  registrations: number;
};

/** The links of an organisation: the address to send, the sheet to put up, how many came; a new one. */
export function RegistrationLinks({
  links,
  kinds,
  today,
  acts,
}: {
  links: readonly ShownRegistrationLink[];
  kinds: readonly PersonKind[];
  today: string;
  acts: { open: Action<unknown>; close: Action<unknown> };
}) {
  const t = useTranslations("registration.link");
  const kind = useTranslations("roster.kind");
  const locale = useLocale();
  const { sayRefusal } = useWords();
  const words = useRegistrationWords();
  const [opening, setOpening] = useState(false);
  return (
    <Card
      title={t("title")}
      actions={
        <Dialog
          open={opening}
          onOpenChange={setOpening}
          title={t("newTitle")}
          description={t("newBody")}
          trigger={
            <Button variant="primary" icon="qr-code">
              {t("new")}
            </Button>
          }
        >
          <Form
            id="registration-link"
            schema={newLink}
            action={acts.open}
            defaultValues={{ kind: kinds[0], note: "", closesOn: null }}
            words={words}
            again
            onDone={() => setOpening(false)}
          >
            <FormSelect name="kind" label={t("kind")} choices={kinds.map((value) => ({ value, label: kind(value) }))} />
            <FormText name="note" label={t("note")} help={t("noteHelp")} optional autoComplete="off" />
            <FormDay name="closesOn" label={t("closesOn")} min={today} optional />
            <SubmitButton>{t("new")}</SubmitButton>
          </Form>
        </Dialog>
      }
    >
      {links.length === 0 && <p className="text-mist-600">{t("none")}</p>}
      <ul className="divide-y divide-mist-100">
        {links.map((link) => (
          <li key={link.id} className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 py-3 first:pt-0">
            <div className="min-w-0">
              <p className="flex flex-wrap items-center gap-2 font-semibold text-harbour-900">
                {[kind(link.kind), link.note].filter(Boolean).join(" · ")}
                {link.over ? <Badge tone="neutral">{t("over")}</Badge> : <Badge tone="done">{t("isOpen")}</Badge>}
              </p>
              <p className="break-all text-mist-700 text-sm">{link.address}</p>
              <p className="text-mist-600 text-sm">
                {[
                  t("came", { count: link.registrations }),
                  link.closesOn && t("until", { day: formatDay(link.closesOn) }),
                ]
                  .filter(Boolean)
                  .join(" · ")}
              </p>
            </div>
            {!link.over && (
              <div className="flex flex-wrap gap-1">
                <CopyButton text={link.address} label={t("copy")} done={t("copied")} />
                <LinkButton
                  size="sm"
                  icon="printer"
                  href={`/api/exports/registration-links/${link.id}?locale=${locale}`}
                  download
                >
                  {t("sheet")}
                </LinkButton>
                <ConfirmDialog
                  danger
                  title={t("closeTitle")}
                  confirm={t("close")}
                  trigger={
                    <Button size="sm" variant="quiet">
                      {t("close")}
                    </Button>
                  }
                  onConfirm={async () => {
                    const result = await acts.close({ id: link.id, version: link.version });
                    return result.ok ? undefined : sayRefusal(result);
                  }}
                />
              </div>
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}
