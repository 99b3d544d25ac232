import { useTranslations } from "next-intl";
import type { Reason } from "@/lib/vacancies/desk-queries";

/** What HEZA asks to correct, each with its field. */
export function ReasonList({ reasons }: { reasons: readonly Reason[] }) {
  const t = useTranslations("vacancies.field");
  type Field = Parameters<typeof t>[0];
  return (
    <ul className="list-disc space-y-1 pl-5">
      {reasons.map(({ field, reason }) => (
        <li key={`${field}/${reason}`} className="break-words">
          {t.has(field as Field) && <strong className="font-semibold">{t(field as Field)}: </strong>}
          {reason}
        </li>
      ))}
    </ul>
  );
}
