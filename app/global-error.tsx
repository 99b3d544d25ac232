"use client";

import "./globals.css";
import { Failure } from "@/components/layout/failure";

/** The layout itself broke: nothing of it can be used, so the language comes from the address. */
export default function GlobalError({ error, retry }: { error: unknown; retry: () => void }) {
  const english = typeof location !== "undefined" && /^\/en(\/|$)/.test(location.pathname);
  const locale = english ? "en" : "vi";
  return (
    <html lang={locale}>
      <body>
        <Failure locale={locale} error={error} retry={retry} />
      </body>
    </html>
  );
}
