import { useLocale, useTranslations } from "next-intl";
import { locales } from "@/lib/i18n/paths";
import { ChoiceField, TextField } from "./plain-fields";

/** Whom a letter of invitation goes to, and in which language. */
export function InviteFields({ children }: { children: React.ReactNode }) {
  const t = useTranslations("account");
  const locale = useLocale();
  return (
    <>
      <TextField name="email" type="email" label={t("members.email")} autoComplete="off" />
      {children}
      <ChoiceField
        name="locale"
        label={t("members.inviteLanguage")}
        value={locale}
        choices={locales.map((value) => ({ value, label: t(`languages.${value}`) }))}
      />
    </>
  );
}
