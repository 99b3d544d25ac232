import { getTranslations } from "next-intl/server";
import { AskFirst } from "@/components/account/ask-first";
import { PlainForm } from "@/components/account/plain-form";
import { ShownOnce } from "@/components/account/shown-once";
import { Card } from "@/components/ui/card";
import { dayOf, formatDay } from "@/lib/core/day";
import { ownFeed } from "@/lib/deadlines/feed-queries";
import { momentText } from "@/lib/identity/moment";
import { renewFeedAct, revokeFeedAct } from "../actions";

/** The private address at which calendar programs read what the person owes: made, made anew, taken back. */
export async function CalendarFeed({ userId }: { userId: number }) {
  const [t, feed] = [await getTranslations("reminders.feedCard"), await ownFeed(userId)];
  return (
    <Card title={t("title")} id="calendar">
      <p className="mb-3 text-mist-700 text-sm">{t("lede")}</p>
      {feed && (
        <p className="mb-3 text-sm">
          {t("since", { day: formatDay(dayOf(feed.createdAt)) })} ·{" "}
          {feed.lastReadAt ? t("read", { time: momentText(feed.lastReadAt) }) : t("unread")}
        </p>
      )}
      <PlainForm id="calendar-feed" act={renewFeedAct} submit={feed ? t("renew") : t("make")}>
        <ShownOnce name="address" title={t("shown")} help={t("shownHelp")} />
        {feed && <p className="text-mist-700 text-sm">{t("renewHelp")}</p>}
      </PlainForm>
      {feed && (
        <div className="mt-3">
          <AskFirst label={t("revokeOpen")}>
            <p className="mb-3 text-sm">{t("revokeAsk")}</p>
            <PlainForm
              id="calendar-feed-revoke"
              act={revokeFeedAct}
              submit={t("revoke")}
              look={{ size: "sm", variant: "danger" }}
              inline
            />
          </AskFirst>
        </div>
      )}
    </Card>
  );
}
