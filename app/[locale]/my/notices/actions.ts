"use server";

import { redirect } from "next/navigation";
import { href, translatePath } from "@/lib/i18n/paths";
import { locale as knownLocale } from "@/lib/identity/schema";
import { readNotices } from "@/lib/notifications/notice-commands";
import { noticeTarget } from "@/lib/notifications/notice-queries";
import { formAction } from "@/lib/web/form-action";
import { getActor } from "@/lib/web/session";

export const readNoticesAct = formAction(readNotices);

/** Goes to what a notice is about, and marks it as read. */
export async function openNoticeAct(data: FormData): Promise<void> {
  const locale = knownLocale.catch("vi").parse(data.get("locale"));
  const actor = await getActor();
  const result = await readNotices(actor, { id: data.get("id") }, { now: new Date() });
  const target = result.ok && actor.kind === "person" ? await noticeTarget(actor.userId, Number(data.get("id"))) : null;
  redirect(target ? translatePath(target.path, locale) : href(locale, "my", "notices"));
}
