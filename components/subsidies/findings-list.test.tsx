import { NextIntlClientProvider } from "next-intl";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { messages } from "@/lib/i18n/messages";
import { locales } from "@/lib/i18n/paths";
import { wordsIn } from "@/lib/i18n/words";
import type { SupportLine } from "@/lib/subsidies/amounts";
import { formulaWords } from "@/lib/subsidies/finding-words";
import { type Finding, findingCodes } from "@/lib/subsidies/findings";
import { knownPolicy } from "@/prisma/seed/support-policy";
import { SubsidyFindings } from "./findings-list";

const finding = (code: Finding["code"]): Finding => ({
  code,
  severity: "ASKS",
  clause: knownPolicy.rates[0]?.clause ?? null,
  paper: "don-de-nghi",
  rate: "hoc-phi",
  params: { from: "2024-07-19", to: "2030-12-31", months: 3, of: 12, raw: 12_000_000, amount: 6_000_000 },
});

const shown = (locale: "vi" | "en", findings: Finding[]) =>
  renderToStaticMarkup(
    <NextIntlClientProvider
      locale={locale}
      messages={messages[locale]}
      timeZone="Asia/Ho_Chi_Minh"
      onError={(error) => {
        throw error;
      }}
    >
      <SubsidyFindings policy={knownPolicy} findings={findings} />
    </NextIntlClientProvider>,
  );

it.each(locales)("every finding has whole words and its clause: %s", (locale) => {
  for (const code of findingCodes) {
    const text = shown(locale, [finding(code)]);
    expect(text).toContain(knownPolicy.rates[0]?.clause[locale]);
    expect(text).not.toMatch(/[{}]|subsidies\./);
  }
  expect(shown(locale, [finding("paper_missing")])).toContain(knownPolicy.groups[0]?.papers[0]?.name[locale]);
  expect(shown(locale, [finding("study_outside_window")])).toContain("31/12/2030");
});

it("says how an amount comes about, so that it can be checked by hand", () => {
  const line: SupportLine = {
    rate: "hoc-phi",
    kind: "PERCENT_OF_TUITION",
    payee: "EITHER",
    value: 50,
    tuition: 12_345_677,
    months: 12,
    ofMonths: 12,
    raw: 6_172_838,
    cap: null,
    amount: 6_172_838,
    shortened: null,
    clause: { vi: "Điều 2", en: "Article 2" },
    verified: false,
  };
  const say = wordsIn("en", messages.en.subsidies);
  const words = (more: Partial<SupportLine>) => formulaWords({ ...line, ...more }, "en", say);
  expect(words({})).toBe("50% × tuition of 12,345,677 VND");
  expect(words({ cap: 5_000_000, amount: 5_000_000, shortened: "capped" })).toBe(
    "50% × tuition of 12,345,677 VND, at most 5,000,000 VND",
  );
  expect(words({ months: 3, raw: 1_543_209, amount: 1_543_209, shortened: "dropped_out" })).toBe(
    "50% × tuition of 12,345,677 VND × 3/12 months attended",
  );
  expect(words({ raw: 0, amount: 0, shortened: "dropped_out" })).toBe("left the course: nothing is granted");
  expect(words({ kind: "PER_MONTH", value: 900_000, months: 9 })).toBe("900,000 VND a month × 9 months");
  expect(words({ value: null, raw: 0, amount: 0, shortened: "rate_unknown" })).toBe("rate not known");
  expect(words({ amount: 0, shortened: "already_supported" })).toBe("supported elsewhere already");
});
