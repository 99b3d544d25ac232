import { getLocale, getTranslations } from "next-intl/server";
import { LinkButton } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { dateToDay, dayOf, formatDay } from "@/lib/core/day";
import type { Person } from "@/lib/identity/actor";
import { permissions } from "@/lib/identity/permissions";
import { registersIn } from "@/lib/papers/document-queries";
import { writtenNumber } from "@/lib/papers/document-schema";
import { usualSigner } from "@/lib/papers/letter-fields";
import type { DecisionLetter } from "@/lib/subsidies/decision-letter";
import { NumberDecision } from "./number-decision";

/** The decision of an approved list, or of one dossier: its number, its files, and the way to give it one. */
export async function DecisionCard({
  me,
  of,
  seen,
  document,
}: {
  me: Person;
  of: DecisionLetter["of"];
  seen: { id: number; version: number };
  document: { no: number; issuedOn: Date; cancelledAt: Date | null; register: { symbol: string } } | null;
}) {
  const [locale, t] = await Promise.all([getLocale(), getTranslations("dossierReview.letter")]);
  const counts = document?.cancelledAt === null ? document : null;
  const today = dayOf(new Date());
  const registers = !counts && permissions.numberDocuments(me) ? await registersIn(Number(today.slice(0, 4))) : [];
  const file = `/api/exports/${of === "list" ? "approvals" : "decisions"}/${seen.id}?locale=${locale}`;
  // The register of decisions, where there is one.
  const usual = registers.find(({ symbol }) => symbol.startsWith("QĐ")) ?? registers[0];
  return (
    <Card title={t("title")}>
      <p>
        {counts
          ? t("numbered", {
              number: writtenNumber({ no: counts.no, symbol: counts.register.symbol }),
              day: formatDay(dateToDay(counts.issuedOn)),
            })
          : t("draft")}
      </p>
      <div className="mt-4 flex flex-wrap gap-3">
        <LinkButton href={file} icon="download" download>
          {t("word")}
        </LinkButton>
        <LinkButton href={`${file}&format=xlsx`} icon="download" download>
          {t("excel")}
        </LinkButton>
        {usual && (
          <NumberDecision
            of={of}
            seen={seen}
            registers={registers.map(({ id, symbol, nameVi, nameEn }) => ({
              id,
              label: `${symbol} · ${locale === "vi" ? nameVi : nameEn}`,
            }))}
            registerId={usual.id}
            today={today}
            signerTitle={usualSigner}
          />
        )}
      </div>
    </Card>
  );
}
