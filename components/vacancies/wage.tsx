import { useLocale, useTranslations } from "next-intl";
import { type WageFacts, wagePhrase } from "@/lib/vacancies/wage";

/** The offered income in words. */
export function Wage({ content }: { content: WageFacts }) {
  const t = useTranslations("vacancies.wage");
  const { code, params } = wagePhrase(content, useLocale());
  return <span className="figures">{t(code, params)}</span>;
}
