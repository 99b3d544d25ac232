import { useTranslations } from "next-intl";
import { AskFirst } from "@/components/account/ask-first";
import { PasswordField } from "@/components/account/plain-fields";
import { PlainForm } from "@/components/account/plain-form";
import { ShownLink } from "@/components/account/shown-link";
import { Card } from "@/components/ui/card";
import { Notice } from "@/components/ui/notice";
import { dayOf, formatDay } from "@/lib/core/day";
import type { OwnIdentity as Bound } from "@/lib/identity/external-identity-queries";
import { momentText } from "@/lib/identity/moment";
import { startBindingAct, unbindIdentityAct } from "../state-login-actions";

const problems = ["cancelled", "unavailable", "failed", "over", "taken", "other"] as const;

/** The state's login for this account: bind it, see to whom it is bound, unbind it. `outcome` is what it came back with. */
export function OwnIdentity({
  provider,
  bound,
  outcome,
}: {
  provider: string;
  bound: Bound | null;
  outcome: string | undefined;
}) {
  const t = useTranslations("account.stateLogin");
  const name = { name: provider };
  const problem = problems.find((one) => one === outcome);
  return (
    <Card title={t("title", name)} id="identity">
      <div className="space-y-4">
        {problem && (
          <Notice kind={problem === "cancelled" ? "info" : "refused"} title={t(`problems.${problem}`, name)} live />
        )}
        {outcome === "bound" && bound && <Notice kind="done" title={t("done", name)} live />}
        {bound ? (
          <>
            <div>
              <p className="font-semibold">{bound.label ?? t("nameless", name)}</p>
              <p className="text-mist-600 text-sm">
                {t("since", { day: formatDay(dayOf(bound.createdAt)) })}
                {bound.lastUsedAt && ` · ${t("used", { time: momentText(bound.lastUsedAt) })}`}
              </p>
            </div>
            <AskFirst label={t("unbindOpen")}>
              <p className="mb-3 text-sm">{t("unbindHelp")}</p>
              <PlainForm
                id="unbind"
                act={unbindIdentityAct}
                submit={t("unbind")}
                look={{ size: "sm", variant: "danger" }}
                inline
              />
            </AskFirst>
          </>
        ) : (
          <>
            <p className="text-mist-700 text-sm">{t("lede", name)}</p>
            <PlainForm id="bind" act={startBindingAct} submit={t("begin")}>
              <ShownLink name="address" title={t("onwardTitle")} label={t("onward", name)} />
              <PasswordField name="currentPassword" label={t("password")} />
            </PlainForm>
          </>
        )}
      </div>
    </Card>
  );
}
