import { useTranslations } from "next-intl";
import { LinkButton } from "@/components/ui/button";
import { ErrorState } from "@/components/ui/states";

/** What does not exist, or not for this person; the two look the same. `search`: where the public looks for jobs. */
export function NotFoundState({ home, search }: { home: string; search?: string | undefined }) {
  const t = useTranslations("errors");
  return (
    <ErrorState
      title={t("notFoundTitle")}
      actions={
        <>
          {search && <LinkButton href={search}>{t("search")}</LinkButton>}
          <LinkButton href={home} variant={search ? "quiet" : "secondary"}>
            {t("home")}
          </LinkButton>
        </>
      }
    >
      {t("notFoundBody")}
    </ErrorState>
  );
}
