import { getTranslations } from "next-intl/server";
import { AccountMenu } from "@/components/layout/account-menu";
import { Button } from "@/components/ui/button";
import { href, type Locale } from "@/lib/i18n/paths";
import { getActor } from "@/lib/web/session";
import { signOutAct } from "../dang-nhap/actions";

/** The account menu of the workspaces; nothing for a stranger, whom the page is about to send to sign in. */
export async function SignedIn({ locale }: { locale: Locale }) {
  const actor = await getActor();
  if (actor.kind !== "person") return null;
  const t = await getTranslations("common.nav");
  return (
    <AccountMenu
      name={actor.fullName}
      detail={actor.organisation?.nameVi ?? actor.email}
      links={[{ href: href(locale, "my"), label: t("account"), icon: "user" }]}
    >
      <form action={signOutAct}>
        <input type="hidden" name="locale" value={locale} />
        <Button type="submit" variant="quiet" icon="log-out" wide>
          {t("signOut")}
        </Button>
      </form>
    </AccountMenu>
  );
}
