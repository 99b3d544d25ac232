import { useTranslations } from "next-intl";
import { Notice } from "@/components/ui/notice";

/** The money of a dossier as it stands now: what is free in its year, what is held for it, what it waits for; đồng. */
export function MoneyNotice({
  money,
  asked,
}: {
  /** Null: nothing is allocated to the policy in that year. */
  money: {
    year: number;
    available: number;
    paused: boolean;
    reserved: number;
    committed: number;
    sent: number;
    paid: number;
    waiting: number;
  } | null;
  /** What it would ask for when it were handed in now; null: nothing more. */
  asked: number | null;
}) {
  const t = useTranslations("budget.money");
  if (!money) return <Notice kind="waiting">{t("none")}</Notice>;
  const { year, available, paused, waiting } = money;
  const held = (["reserved", "committed", "sent", "paid"] as const).filter((one) => money[one] > 0);
  const short = asked !== null && asked - money.reserved > available;
  return (
    <Notice kind={waiting > 0 || paused || short ? "waiting" : "info"} title={t("title", { year: String(year) })}>
      <ul>
        {held.map((one) => (
          <li key={one}>{t(one, { amount: money[one] })}</li>
        ))}
        {waiting > 0 && <li>{t("waiting", { amount: waiting })}</li>}
        <li>{t("available", { amount: available })}</li>
        {paused && <li>{t("paused")}</li>}
        {short && waiting === 0 && <li>{t("short", { amount: asked })}</li>}
      </ul>
    </Notice>
  );
}
