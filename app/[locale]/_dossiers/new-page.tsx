import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { PageHeader } from "@/components/layout/page-header";
import { DossierHeadForm } from "@/components/subsidies/dossier-head-form";
import { Card } from "@/components/ui/card";
import { Notice } from "@/components/ui/notice";
import { dayOf } from "@/lib/core/day";
import type { Locale } from "@/lib/i18n/paths";
import { trainingSupport } from "@/lib/subsidies/policy";
import { policyInForce } from "@/lib/subsidies/policy-queries";
import type { MemberPerson } from "@/lib/web/session";
import { create } from "./actions";
import { coursesFor, groupsFor } from "./choices";
import { dossierBase } from "./places";

/** A new dossier: for whom, and for which course. */
export async function NewDossierPage({ actor, locale }: { actor: MemberPerson; locale: Locale }) {
  const { id, kind } = actor.organisation;
  const [t, policy, courses] = await Promise.all([
    getTranslations("dossiers"),
    policyInForce(dayOf(new Date()), trainingSupport),
    coursesFor(id),
  ]);
  const base = dossierBase(locale, kind);
  const groups = policy ? groupsFor(policy.definition, kind, locale) : [];
  const first = groups.length === 1 ? (groups[0]?.value ?? "") : "";
  return (
    <>
      <PageHeader as={Link} back={{ href: base, label: t("title") }} title={t("new.title")} lede={t("new.lede")} />
      {!policy && <Notice kind="waiting" title={t("refusal.no_policy")} />}
      {policy && courses.length === 0 && (
        <Notice kind="waiting" title={t("new.noCourse")}>
          {t("new.noCourseBody")}
        </Notice>
      )}
      {policy && courses.length > 0 && (
        <Card className="max-w-measure">
          <DossierHeadForm
            base={base}
            owner={actor.userId}
            values={{ groupCode: first, courseId: "", note: "" }}
            groups={groups}
            courses={courses}
            action={create}
          />
        </Card>
      )}
    </>
  );
}
