import type { Locale } from "@/lib/i18n/paths";
import { trainingSupport } from "@/lib/subsidies/policy";
import { policyInForce } from "@/lib/subsidies/policy-queries";

/** Names of the occupations that the policy in force on a day supports, by code, in its order. */
export async function occupationNames(locale: Locale, today: string): Promise<Map<string, string>> {
  const found = await policyInForce(today, trainingSupport);
  return new Map((found?.definition.occupations ?? []).map(({ code, name }) => [code, name[locale]]));
}

/** The same as choices of a form. */
export const occupationChoices = async (locale: Locale, today: string) =>
  [...(await occupationNames(locale, today))].map(([value, label]) => ({ value, label }));
