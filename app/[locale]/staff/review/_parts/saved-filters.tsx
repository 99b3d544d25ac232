"use client";

import Link from "next/link";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { FormText } from "@/components/forms/fields";
import { Form } from "@/components/forms/form";
import { SubmitButton } from "@/components/forms/submit-button";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Icon } from "@/components/ui/icon";
import { savedFilter } from "@/lib/vacancies/review-schema";
import type { Action } from "@/lib/web/action";

/** A person's own filters as links, and the way to keep the present one. Nothing shows where there is neither. */
export function SavedFilters({
  here,
  list,
  saved,
  query,
  canSave,
  keep,
  drop,
}: {
  here: string;
  list: string;
  saved: { id: number; name: string; query: string }[];
  query: string;
  canSave: boolean;
  keep: Action<unknown>;
  drop: Action<unknown>;
}) {
  const t = useTranslations("review.saved");
  const [open, setOpen] = useState(false);
  if (saved.length === 0 && !canSave) return null;
  return (
    <section aria-label={t("title")} className="mb-3 flex flex-wrap items-center gap-2">
      {saved.map((filter) => (
        <span
          key={filter.id}
          className="inline-flex items-center rounded-full border border-mist-300 bg-card text-sm has-[a[aria-current]]:border-harbour-600 has-[a[aria-current]]:bg-harbour-50"
        >
          <Link
            href={here + filter.query}
            aria-current={filter.query === query ? "page" : undefined}
            className="tap min-h-8 rounded-full pr-1 pl-3 hover:underline"
          >
            {filter.name}
          </Link>
          <button
            type="button"
            aria-label={t("remove", { name: filter.name })}
            title={t("remove", { name: filter.name })}
            className="grid size-8 place-items-center rounded-full thumb:size-11 text-mist-600 hover:bg-mist-100"
            onClick={() => drop({ id: filter.id })}
          >
            <Icon name="x" size={14} />
          </button>
        </span>
      ))}
      {canSave && !saved.some((filter) => filter.query === query) && (
        <Dialog
          open={open}
          onOpenChange={setOpen}
          title={t("save")}
          trigger={
            <Button size="sm" variant="quiet" icon="plus">
              {t("save")}
            </Button>
          }
        >
          <Form
            id="saved-filter"
            schema={savedFilter}
            action={keep}
            defaultValues={{ name: "" }}
            fixed={{ list, query }}
            onDone={() => setOpen(false)}
            again
          >
            <FormText name="name" label={t("name")} help={t("help")} maxLength={60} autoComplete="off" />
            <div className="flex justify-end">
              <SubmitButton>{t("save")}</SubmitButton>
            </div>
          </Form>
        </Dialog>
      )}
    </section>
  );
}
