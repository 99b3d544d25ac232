"use client";

import { useTranslations } from "next-intl";
import type { ComponentProps } from "react";
import { Button } from "@/components/ui/button";
import { useFormInfo } from "./form-context";

/** Sends the form. It stays in place and focusable while it works; a second click does nothing. */
export function SubmitButton({ variant = "primary", children, ...rest }: Omit<ComponentProps<typeof Button>, "type">) {
  const t = useTranslations("common.form");
  const { pending } = useFormInfo();
  return (
    <Button type="submit" variant={variant} aria-disabled={pending || undefined} {...rest}>
      {pending ? t("sending") : children}
    </Button>
  );
}
