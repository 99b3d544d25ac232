import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { LinkButton } from "@/components/ui/button";
import type { CallEntry } from "@/lib/cohorts/call-queries";
import type { Day } from "@/lib/core/day";
import { href } from "@/lib/i18n/paths";
import { MoveCall, OpenCall, RemoveCall } from "./call-acts";

/** What can be done with a call now, and its letter. */
export function CallActions({
  call,
  schools,
  registers,
  today,
  manages,
}: {
  call: CallEntry;
  schools: number;
  registers: readonly { id: number; label: string }[];
  today: Day;
  manages: boolean;
}) {
  const t = useTranslations("calls");
  const locale = useLocale();
  const seen = { id: call.id, version: call.version };
  return (
    <>
      {call.hasLetter && (
        <LinkButton href={`/api/exports/school-calls/${call.id}?locale=${locale}`} icon="download" download>
          {t(call.document ? "letterWord" : "letterPreview")}
        </LinkButton>
      )}
      {call.period && (
        <LinkButton as={Link} href={href(locale, "staff", "periods", call.period.id)} icon="layers">
          {t("period")}
        </LinkButton>
      )}
      {manages && call.state === "DRAFT" && (
        <>
          <RemoveCall seen={seen} list={href(locale, "staff", "school-calls")} />
          <OpenCall seen={seen} schools={schools} registers={registers} today={today} />
        </>
      )}
      {manages && call.state === "OPEN" && <MoveCall seen={seen} move="close" />}
      {manages && call.state === "CLOSED" && <MoveCall seen={seen} move="reopen" />}
    </>
  );
}
