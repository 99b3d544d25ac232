import { NextIntlClientProvider } from "next-intl";
import type { ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { messages } from "@/lib/i18n/messages";
import { locales } from "@/lib/i18n/paths";
import { wizardState } from "@/lib/subsidies/wizard";
import { knownPolicy } from "@/prisma/seed/support-policy";
import { PolicyView } from "./policy-view";
import { WizardView } from "./wizard-view";

const shown = (locale: "vi" | "en", what: ReactNode) =>
  renderToStaticMarkup(
    <NextIntlClientProvider
      locale={locale}
      messages={messages[locale]}
      timeZone="Asia/Ho_Chi_Minh"
      onError={(error) => {
        throw error;
      }}
    >
      {what}
    </NextIntlClientProvider>,
  );

it.each(locales)("the policy has words for all that it holds: %s", (locale) => {
  const page = shown(locale, <PolicyView policy={knownPolicy} />).replaceAll("&#x27;", "'");
  for (const { name } of [...knownPolicy.occupations, ...knownPolicy.groups, ...knownPolicy.rates])
    expect(page).toContain(name[locale]);
  expect(page).toContain(messages[locale].subsidies.unverified);
});

it.each(locales)("each step of the wizard is a plain form with words for every group: %s", (locale) => {
  const step = (params: Record<string, string>) =>
    shown(locale, <WizardView policy={knownPolicy} state={wizardState(knownPolicy, params)} />);
  expect(step({})).toContain('method="get"');
  for (const { code } of knownPolicy.groups) {
    expect(step({ group: code })).toContain('name="ask"');
    expect(step({ group: code, ask: "1", months: "x" })).toContain(messages[locale].support.wizard.problem.required);
    const answer = step({
      ...{ group: code, ask: "1", applicant: "ENTERPRISE", occupation: "welding", level: "COLLEGE" },
      ...{ startsOn: "2027-01-01", months: "9", tuition: "9000000", permanent: "yes" },
    });
    expect(answer).toContain(messages[locale].support.wizard.reasons);
  }
});
