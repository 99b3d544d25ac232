"use client";

import { Button, LinkButton } from "@/components/ui/button";
import { ErrorState } from "@/components/ui/states";
import en from "@/lib/i18n/messages/en/errors.json";
import vi from "@/lib/i18n/messages/vi/errors.json";
import { href, type Locale } from "@/lib/i18n/paths";

const words: Record<Locale, typeof vi> = { vi, en };

/**
 * What stands where a page broke. It takes its words straight from two small files: at this moment nothing else can be
 * relied on, and public pages carry no other messages.
 */
export function Failure({ locale, error, retry }: { locale: Locale; error: unknown; retry: () => void }) {
  const t = words[locale];
  const digest = error instanceof Error && "digest" in error ? String(error.digest) : undefined;
  return (
    <ErrorState
      title={t.title}
      reference={digest ? [t.reference, digest] : undefined}
      actions={
        <>
          <Button variant="primary" onClick={() => retry()}>
            {t.retry}
          </Button>
          <LinkButton href={href(locale, "home")}>{t.home}</LinkButton>
        </>
      }
    >
      {t.body}
    </ErrorState>
  );
}
