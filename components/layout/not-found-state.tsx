import { useTranslations } from "next-intl";
import { LinkButton } from "@/components/ui/button";
import { ErrorState } from "@/components/ui/states";

/** What does not exist, or not for this person; the two look the same. */
export function NotFoundState({ home }: { home: string }) {
  const t = useTranslations("errors");
  return (
    <ErrorState title={t("notFoundTitle")} actions={<LinkButton href={home}>{t("home")}</LinkButton>}>
      {t("notFoundBody")}
    </ErrorState>
  );
}
