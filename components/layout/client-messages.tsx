import { NextIntlClientProvider } from "next-intl";
import { getMessages } from "next-intl/server";
import type { ReactNode } from "react";
import type { Messages } from "@/lib/i18n/messages";

type Part = keyof Messages | `account.${keyof Messages["account"]}` | `register.${keyof Messages["register"]}`;

/**
 * Gives the client components below it the words of these namespaces (or of a part of `account` or `register`), and no others: each
 * costs bytes on every page.
 */
export async function ClientMessages({ namespaces, children }: { namespaces: readonly Part[]; children: ReactNode }) {
  const all = await getMessages();
  const picked: Partial<Record<keyof Messages, object>> = {};
  for (const namespace of namespaces) {
    const [name, part] = namespace.split(".") as [keyof Messages, string | undefined];
    picked[name] = part ? { ...picked[name], [part]: (all[name] as Record<string, unknown>)[part] } : all[name];
  }
  return <NextIntlClientProvider messages={picked}>{children}</NextIntlClientProvider>;
}
