import { applyObligations } from "@/lib/deadlines/obligation-commands";
import { remindLot } from "@/lib/deadlines/reminder-commands";
import { sweepFiles } from "@/lib/files/file-commands";
import { remindOpinions } from "@/lib/subsidies/opinion-commands";
import { eraseRegistrations } from "@/lib/subsidies/registration-commands";
import { moveDueBatches } from "@/lib/vacancies/batch-commands";
import { expireVacancies } from "@/lib/vacancies/listing-commands";
import { tidy } from "./commands";
import { slimIndexes } from "./index-upkeep";
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

/** A lot at a time, each a command of its own, so that a long list is neither one transaction nor lost half-way. */
async function closeExpired(context: TaskContext): Promise<void> {
  let more = true;
  for (let lot = 0; more; lot++)
    ({ more } = await asWorker(expireVacancies, {}, { ...context, jobId: `${context.jobId}/${lot}` }));
}

/** People in lots, each a command of its own: a kill undoes one of them. */
async function remind(context: TaskContext): Promise<void> {
  let more = true;
  for (let lot = 0; more; lot++)
    ({ more } = await asWorker(remindLot, {}, { ...context, jobId: `${context.jobId}/${lot}` }));
}

/** A lot at a time, for the same reason. */
async function sweep(context: TaskContext): Promise<void> {
  let more = true;
  for (let lot = 0; more; lot++)
    ({ more } = await asWorker(sweepFiles, {}, { ...context, jobId: `${context.jobId}/${lot}` }));
}

/** Personal data that nobody needs any more, in lots. */
async function erase(context: TaskContext): Promise<void> {
  let more = true;
  for (let lot = 0; more; lot++)
    ({ more } = await asWorker(eraseRegistrations, {}, { ...context, jobId: `${context.jobId}/${lot}` }));
}

/** What happens by the clock. */
export const schedules: readonly Schedule[] = [
  { name: "mail.rescue", cron: "* * * * *", run: ({ now }) => rescueMails(now, 2 * 60_000) },
  // Just after midnight; the later rounds take up what somebody was writing, and a night without a worker.
  { name: "vacancies.expire", cron: "1 0,1,6 * * *", run: closeExpired },
  { name: "jobs.tidy", cron: "40 2 * * *", run: (context) => asWorker(tidy, {}, context) },
  // Files that were handed in two days ago and became no part of anything.
  { name: "files.sweep", cron: "50 2 * * *", run: sweep },
  { name: "indexes.slim", cron: "30 3 * * *", run: () => slimIndexes() },
  { name: "registration.erase", cron: "50 2 * * *", run: erase },
  // Shortly after midnight: a window that ended yesterday no longer takes needs.
  { name: "batches.moveDue", cron: "5 0 * * *", run: (context) => asWorker(moveDueBatches, {}, context) },
  // Periods are made ahead, and who began or stopped since yesterday owes or does not. Again before people come to work.
  { name: "obligations.apply", cron: "15 0,5 * * *", run: (context) => asWorker(applyObligations, {}, context) },
  // In the morning, when the people of a unit come to work.
  { name: "opinions.remind", cron: "20 8 * * *", run: (context) => asWorker(remindOpinions, {}, context) },
  // Each hour in which people may be written to: what fell due while no worker was there is told in the next of them.
  { name: "reminders.send", cron: "10 7-19 * * *", run: remind },
];
