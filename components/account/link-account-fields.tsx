import { useTranslations } from "next-intl";
import type { LinkHolder } from "@/lib/identity/link-holder";
import { NewPasswordField, PasswordField, TextField } from "./plain-fields";

/** What the page of a mailed link asks, by how its holder shows who he is. */
export function LinkAccountFields({ email, holder, name }: { email: string; holder: LinkHolder; name?: string }) {
  const t = useTranslations("account.link");
  return (
    <>
      <div>
        <p className="font-semibold text-harbour-900 text-sm">{t("email")}</p>
        <p className="break-all">{email}</p>
        <input type="email" name="email" value={email} autoComplete="username" readOnly hidden />
      </div>
      {holder === "signedIn" && <p className="text-mist-700">{t("signedIn")}</p>}
      {holder === "account" && <PasswordField label={t("password")} help={t("passwordHelp")} />}
      {holder === "new" && (
        <>
          <TextField name="fullName" label={t("fullName")} value={name} autoComplete="name" />
          <NewPasswordField label={t("newPassword")} />
        </>
      )}
    </>
  );
}
