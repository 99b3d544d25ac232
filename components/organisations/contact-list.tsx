"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { FormSelect, FormText } from "@/components/forms/fields";
import { Form } from "@/components/forms/form";
import { SubmitButton } from "@/components/forms/submit-button";
import { useWords } from "@/components/forms/use-words";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { Dialog } from "@/components/ui/dialog";
import { dayOf, formatDay } from "@/lib/core/day";
import type { Contact } from "@/lib/organisations/enterprise-queries";
import { isStaleContact } from "@/lib/organisations/rules";
import { type ContactPurpose, contactPoint, contactPurposes } from "@/lib/organisations/schema";
import type { Action } from "@/lib/web/action";

type Acts = { save: Action<unknown>; confirm: Action<unknown>; remove: Action<unknown> };

const empty = { purpose: "recruitment", fullName: "", title: "", phone: "", email: "" };

const isPurpose = (text: string): text is ContactPurpose => contactPurposes.some((known) => known === text);

/** Contacts of an enterprise with what may be done to them. */
export function ContactList({
  organisationId,
  contacts,
  acts,
}: {
  organisationId: number;
  contacts: readonly Contact[];
  acts: Acts;
}) {
  const t = useTranslations("register.contact");
  return (
    <>
      {contacts.length === 0 && <p className="text-mist-600">{t("none")}</p>}
      <ul className="divide-y divide-mist-100">
        {contacts.map((contact) => (
          <li key={contact.id} className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2 py-3 first:pt-0">
            <div className="min-w-0">
              <p className="font-semibold text-harbour-900">{contact.fullName}</p>
              <p className="text-mist-600 text-sm">
                {[contact.title, isPurpose(contact.purpose) ? t(`purpose.${contact.purpose}`) : contact.purpose]
                  .filter(Boolean)
                  .join(" · ")}
              </p>
              <p className="figures">
                <a href={`tel:${contact.phone.replace(/[^\d+]/g, "")}`} className="text-harbour-600 hover:underline">
                  {contact.phone}
                </a>
              </p>
              {contact.email && (
                <p className="break-all">
                  <a href={`mailto:${contact.email}`} className="text-harbour-600 hover:underline">
                    {contact.email}
                  </a>
                </p>
              )}
              <p className="flex flex-wrap items-center gap-x-2 text-mist-600 text-sm">
                {contact.confirmedAt
                  ? t("confirmedOn", { day: formatDay(dayOf(new Date(contact.confirmedAt))) })
                  : t("neverConfirmed")}
                {isStaleContact(contact.confirmedAt, new Date()) && <Badge tone="waiting">{t("stale")}</Badge>}
              </p>
            </div>
            <ContactActs organisationId={organisationId} contact={contact} acts={acts} />
          </li>
        ))}
      </ul>
      <div className="mt-3">
        <ContactDialog
          organisationId={organisationId}
          save={acts.save}
          title={t("add")}
          trigger={
            <Button size="sm" icon="plus">
              {t("add")}
            </Button>
          }
        />
      </div>
    </>
  );
}

function ContactActs({ organisationId, contact, acts }: { organisationId: number; contact: Contact; acts: Acts }) {
  const t = useTranslations("register.contact");
  const common = useTranslations("common.actions");
  const { sayRefusal } = useWords();
  const [failure, setFailure] = useState<string>();
  const seen = { id: contact.id, organisationId };
  return (
    <div className="flex flex-wrap gap-1">
      {failure && (
        <p role="alert" className="w-full text-brick text-sm">
          {failure}
        </p>
      )}
      <Button
        size="sm"
        variant="quiet"
        icon="check"
        onClick={async () => {
          const result = await acts.confirm(seen);
          setFailure(result.ok ? undefined : sayRefusal(result));
        }}
      >
        {t("confirm")}
      </Button>
      <ContactDialog
        organisationId={organisationId}
        save={acts.save}
        title={t("edit")}
        contact={contact}
        trigger={
          <Button size="sm" variant="quiet" icon="pencil">
            {common("edit")}
          </Button>
        }
      />
      <ConfirmDialog
        danger
        title={t("removeQuestion", { name: contact.fullName })}
        confirm={t("remove")}
        trigger={
          <Button size="sm" variant="quiet" icon="trash">
            {t("remove")}
          </Button>
        }
        onConfirm={async () => {
          const result = await acts.remove(seen);
          return result.ok ? undefined : sayRefusal(result);
        }}
      />
    </div>
  );
}

function ContactDialog({
  organisationId,
  contact,
  save,
  title,
  trigger,
}: {
  organisationId: number;
  contact?: Contact;
  save: Action<unknown>;
  title: string;
  trigger: React.ReactElement;
}) {
  const t = useTranslations("register.contact");
  const common = useTranslations("common.actions");
  const [open, setOpen] = useState(false);
  return (
    <Dialog open={open} onOpenChange={setOpen} title={title} trigger={trigger}>
      <Form
        id={`contact-${contact?.id ?? "new"}`}
        schema={contactPoint}
        action={save}
        fixed={{ id: contact?.id ?? null, organisationId }}
        defaultValues={contact ? { ...contact, title: contact.title ?? "", email: contact.email ?? "" } : empty}
        again={!contact}
        onDone={() => setOpen(false)}
      >
        <FormSelect
          name="purpose"
          label={t("purposeLabel")}
          choices={contactPurposes.map((value) => ({ value, label: t(`purpose.${value}`) }))}
        />
        <FormText name="fullName" label={t("fullName")} autoComplete="off" />
        <FormText name="title" label={t("position")} optional autoComplete="off" />
        <FormText name="phone" label={t("phone")} type="tel" autoComplete="off" />
        <FormText name="email" label={t("email")} type="email" optional autoComplete="off" />
        <SubmitButton>{common("save")}</SubmitButton>
      </Form>
    </Dialog>
  );
}
