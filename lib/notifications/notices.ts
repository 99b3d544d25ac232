import type { Messages } from "@/lib/i18n/messages";

/** A notice's purpose: a key under `reminders.notices`. */
export type NoticeTemplate = keyof Messages["reminders"]["notices"];

/** A message within the portal, for one person. */
export type NoticeOrder = {
  userId: number;
  template: NoticeTemplate;
  /** What the words ask for; days as people read them. */
  params: Record<string, string | number>;
  /** Address within the portal, without language. */
  path: string;
};

/** Read notices are kept so long, days. */
export const readNoticeDays = 90;
/** Any notice is kept so long, days. */
export const noticeDays = 365;
