import { z } from "zod";
import { env } from "@/lib/config/env";
import { mailTopic } from "@/lib/notifications/mail";
import { tellDecided } from "@/lib/vacancies/decision-mail-commands";
import { batchPublishedTopic, tellPublished } from "@/lib/vacancies/publication-commands";
import { decidedTopic } from "@/lib/vacancies/review-commands";
import { deliverMail } from "./mail-delivery";
import { type Send, smtpSender } from "./smtp";
import { asWorker, type Task, task } from "./task";

let sender: Send | undefined;

function send(): Send | undefined {
  const { SMTP_URL, MAIL_FROM } = env();
  if (SMTP_URL) sender ??= smtpSender({ url: SMTP_URL, from: MAIL_FROM });
  return sender;
}

/** What the worker does for each topic that commands write to the outbox with `later(topic, payload)`. */
export const handlers: readonly Task[] = [
  task({
    topic: mailTopic,
    payload: z.object({ mailId: z.int().positive() }),
    key: ({ mailId }) => String(mailId),
    run: async ({ mailId }) => {
      await deliverMail(mailId, send(), () => new Date());
    },
  }),
  task({
    topic: batchPublishedTopic,
    payload: z.object({ batchId: z.int().positive() }),
    key: ({ batchId }) => String(batchId),
    run: async (payload, context) => {
      await asWorker(tellPublished, payload, context);
    },
  }),
  task({
    topic: decidedTopic,
    payload: z.object({ decisionIds: z.array(z.int().positive()) }),
    run: async (payload, context) => {
      await asWorker(tellDecided, payload, context);
    },
  }),
];
