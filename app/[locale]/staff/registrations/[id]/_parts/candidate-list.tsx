import Link from "next/link";
import { useTranslations } from "next-intl";
import { PlainForm } from "@/components/account/plain-form";
import { Badge } from "@/components/ui/badge";
import { href, type Locale } from "@/lib/i18n/paths";
import { verifyAct } from "../../actions";

type Candidate = {
  id: number;
  taxCode: string;
  nameVi: string;
  parkVi: string;
  parkEn: string;
  owners: number;
  because: "taxCode" | "branch" | "name";
};

/** Enterprises of the register that the registration may be about, the surest first; one click verifies. */
export function CandidateList({
  locale,
  registration,
  candidates,
}: {
  locale: Locale;
  registration: { id: number; version: number };
  candidates: readonly Candidate[];
}) {
  const t = useTranslations("account.registrations");
  if (candidates.length === 0) return <p className="text-mist-700">{t("noMatch")}</p>;
  const reason = { taxCode: t("byTaxCode"), branch: t("byBranch"), name: t("byName") };
  return (
    <ul className="divide-y divide-mist-100">
      {candidates.map((candidate, index) => (
        <li key={candidate.id} className="space-y-2 py-4 first:pt-0 last:pb-0">
          <div>
            <Link
              href={href(locale, "staff", "enterprises", candidate.id)}
              className="font-semibold text-harbour-700 underline"
            >
              {candidate.nameVi}
            </Link>
            <p className="text-mist-600 text-sm">
              <span className="figures">{candidate.taxCode}</span> ·{" "}
              {locale === "en" ? candidate.parkEn : candidate.parkVi}
            </p>
          </div>
          <p className="flex flex-wrap items-center gap-2 text-sm">
            <Badge tone={candidate.because === "taxCode" ? "done" : "waiting"}>{reason[candidate.because]}</Badge>
            {candidate.because === "name" && <span className="text-mist-700">{t("otherCode")}</span>}
            <span className="text-mist-700">{t("owners", { count: candidate.owners })}</span>
          </p>
          <PlainForm
            id={`verify-${candidate.id}`}
            act={verifyAct}
            fixed={{ registrationId: registration.id, enterpriseId: candidate.id, version: registration.version }}
            submit={t("verify")}
            submitLabel={`${t("verify")}: ${candidate.nameVi}`}
            look={{ variant: index === 0 && candidate.because === "taxCode" ? "primary" : "secondary", size: "sm" }}
            inline
          />
        </li>
      ))}
    </ul>
  );
}
