import { moveDueBatches } from "@/lib/vacancies/batch-commands";
import { tidy } from "./commands";
import { rescueMails } from "./mail-delivery";
import { asWorker, type TaskContext } from "./task";

export type Schedule = {
  /** Also the name of its queue. */
  name: string;
  /** Minute, hour, day, month, weekday; in the time of Hải Phòng. */
  cron: string;
  /** Must be safe to repeat: a run that was missed while no worker was there is made up once. */
  run: (context: TaskContext) => Promise<unknown>;
};

/** What happens by the clock. */
export const schedules: readonly Schedule[] = [
  { name: "mail.rescue", cron: "* * * * *", run: ({ now }) => rescueMails(now, 2 * 60_000) },
  { name: "jobs.tidy", cron: "40 2 * * *", run: (context) => asWorker(tidy, {}, context) },
  // Shortly after midnight: a window that ended yesterday no longer takes needs.
  { name: "batches.moveDue", cron: "5 0 * * *", run: (context) => asWorker(moveDueBatches, {}, context) },
];
