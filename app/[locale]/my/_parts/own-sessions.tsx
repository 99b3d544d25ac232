import { useTranslations } from "next-intl";
import { PlainForm } from "@/components/account/plain-form";
import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { momentText } from "@/lib/identity/moment";
import { deviceName } from "@/lib/identity/user-agent";
import { endOtherSessionsAct, endSessionAct } from "../actions";

type Session = { id: string; userAgent: string | null; createdAt: Date; lastSeenAt: Date };

/** The devices that are signed in with this account; each can be ended from here. */
export function OwnSessions({ sessions, current }: { sessions: readonly Session[]; current: string | null }) {
  const t = useTranslations("account.my.sessions");
  const nameOf = ({ userAgent }: Session) => {
    const device = deviceName(userAgent);
    return device ? t("on", device) : t("unknown");
  };
  const own = sessions.filter(({ id }) => id === current);
  const others = sessions.filter(({ id }) => id !== current);
  return (
    <Card title={t("title")} id="sessions">
      <p className="text-mist-700 text-sm">{t("lede")}</p>
      <ul className="mt-2 divide-y divide-mist-100">
        {[...own, ...others].map((session) => (
          <li key={session.id} className="flex flex-wrap items-center justify-between gap-3 py-3">
            <div>
              <p className="font-semibold">{nameOf(session)}</p>
              <p className="text-mist-600 text-sm">
                {t("seen", { time: momentText(session.lastSeenAt) })} ·{" "}
                {t("since", { time: momentText(session.createdAt) })}
              </p>
            </div>
            {session.id === current ? (
              <Badge tone="info">{t("this")}</Badge>
            ) : (
              <PlainForm
                id={`end-${session.id}`}
                act={endSessionAct}
                fixed={{ sessionId: session.id }}
                submit={t("end")}
                submitLabel={t("endNamed", { device: nameOf(session) })}
                look={{ size: "sm" }}
                inline
              />
            )}
          </li>
        ))}
      </ul>
      {others.length > 1 && (
        <PlainForm id="end-others" act={endOtherSessionsAct} submit={t("endOthers")} look={{ size: "sm" }} inline />
      )}
    </Card>
  );
}
