import { NextIntlClientProvider } from "next-intl";
import { getMessages } from "next-intl/server";
import type { ReactNode } from "react";
import type { Messages } from "@/lib/i18n/messages";

type Part = keyof Messages | `account.${keyof Messages["account"]}`;

/**
 * Gives the client components below it the words of these namespaces (or of a part of `account`), and no others: each
 * costs bytes on every page.
 */
export async function ClientMessages({ namespaces, children }: { namespaces: readonly Part[]; children: ReactNode }) {
  const all = await getMessages();
  const picked: Partial<Record<keyof Messages, object>> = {};
  for (const namespace of namespaces) {
    const [name, part] = namespace.split(".") as [keyof Messages, keyof Messages["account"] | undefined];
    picked[name] = part ? { ...picked[name], [part]: all.account[part] } : all[name];
  }
  return <NextIntlClientProvider messages={picked}>{children}</NextIntlClientProvider>;
}
