import { getTranslations } from "next-intl/server";
import { AccountMenu } from "@/components/layout/account-menu";
import { NoticeBell } from "@/components/layout/notice-bell";
import { Button } from "@/components/ui/button";
import { href, type Locale } from "@/lib/i18n/paths";
import { organisationsOf } from "@/lib/identity/account-queries";
import { unreadNotices } from "@/lib/notifications/notice-queries";
import { getActor } from "@/lib/web/session";
import { switchOrganisationAct } from "../../my/actions";
import { signOutAct } from "../dang-nhap/actions";

/** The bell and the account menu of the workspaces: who is signed in, for whom he acts, the way out. Nothing for a stranger, whom the page is about to send to sign in. */
export async function SignedIn({ locale }: { locale: Locale }) {
  const actor = await getActor();
  if (actor.kind !== "person") return null;
  const [t, notices, organisations, unread] = await Promise.all([
    getTranslations("account"),
    getTranslations("reminders.noticePage"),
    organisationsOf(actor.userId),
    unreadNotices(actor.userId),
  ]);
  const others = organisations.filter(({ id }) => id !== actor.organisation?.id);
  const detail = actor.staffRole ? t(`staffRoles.${actor.staffRole}`) : actor.organisation?.nameVi;
  const item = "flex w-full items-center rounded-md px-3 py-2 text-left hover:bg-harbour-50";
  return (
    <>
      <NoticeBell href={href(locale, "my", "notices")} label={notices("bell", { count: unread })} unread={unread} />
      <AccountMenu
        name={actor.fullName}
        detail={detail}
        links={[{ href: href(locale, "my"), label: t("menu.my"), icon: "user" }]}
      >
        {others.length > 0 && (
          <form action={switchOrganisationAct} className="border-mist-100 border-b pb-1.5">
            <p className="px-3 py-1.5 text-mist-600 text-sm">{t("menu.switch")}</p>
            <input type="hidden" name="locale" value={locale} />
            {others.map(({ id, nameVi, nameEn }) => (
              <button key={id} type="submit" name="organisationId" value={id} className={item}>
                {(locale === "en" && nameEn) || nameVi}
              </button>
            ))}
          </form>
        )}
        <form action={signOutAct} className="pt-1.5">
          <input type="hidden" name="locale" value={locale} />
          <Button type="submit" variant="quiet" icon="log-out" wide>
            {t("menu.signOut")}
          </Button>
        </form>
      </AccountMenu>
    </>
  );
}
