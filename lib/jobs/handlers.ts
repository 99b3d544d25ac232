import { z } from "zod";
import { env } from "@/lib/config/env";
import { db } from "@/lib/db/client";
import { objectStore } from "@/lib/documents/object-store";
import { checkFile, removeTopic } from "@/lib/files/check-commands";
import { fileKey } from "@/lib/files/schema";
import { checkTopic } from "@/lib/files/upload-commands";
import { system } from "@/lib/identity/actor";
import { landTopic, readTopic } from "@/lib/imports/import-commands";
import { landImport, retryImport } from "@/lib/imports/landing-commands";
import { retryReasons } from "@/lib/imports/schema";
import { mailTopic } from "@/lib/notifications/mail";
import { answersTopic } from "@/lib/payments/answer-commands";
import { tellDecided } from "@/lib/vacancies/decision-mail-commands";
import { batchPublishedTopic, tellPublished } from "@/lib/vacancies/publication-commands";
import { decidedTopic } from "@/lib/vacancies/review-commands";
import { readImport } from "./import-reading";
import { deliverMail } from "./mail-delivery";
import { readAnswers } from "./payer-reading";
import { type Send, smtpSender } from "./smtp";
import { asWorker, type Task, task } from "./task";

/** Milliseconds until a file is looked at again for which the virus scanner could not be asked. */
const recheckAfter = 60_000;

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
    topic: readTopic,
    payload: z.object({ importId: z.int().positive(), run: z.int().min(0) }),
    retry: { limit: 8, seconds: 2, mostSeconds: 60 },
    run: async ({ importId, run }) => {
      // Another worker at it may be a dead one whose connection the database has not missed yet: asked again soon.
      if ((await readImport(importId, run, () => new Date())) === "busy") throw new Error("another worker is at it");
    },
  }),
  task({
    topic: landTopic,
    payload: z.object({ importId: z.int().positive() }),
    retry: { limit: 8, seconds: 2, mostSeconds: 60 },
    run: async (payload, context) => {
      const { now, jobId } = context;
      // A job that is handed out again after the taking over finds its answer, and says nothing anew in the trail.
      const result = await landImport(system("worker"), payload, { now, requestId: jobId, idempotencyKey: jobId });
      if (result.ok) return;
      const reason = retryReasons.find((one) => one === result.code);
      if (!reason) throw new Error(`imports.land refused: ${result.code}`);
      await asWorker(retryImport, { ...payload, reason }, context);
    },
  }),
  task({
    topic: answersTopic,
    payload: z.object({ fileId: z.int().positive() }),
    retry: { limit: 8, seconds: 2, mostSeconds: 60 },
    run: async ({ fileId }) => {
      if ((await readAnswers(fileId, () => new Date())) === "busy") throw new Error("another worker is at it");
    },
  }),
  task({
    topic: checkTopic,
    payload: z.object({ key: fileKey }),
    run: async ({ key }, { now, jobId }) => {
      if ((await checkFile(key, now, jobId)) !== "CHECKING") return;
      // The virus scanner is away, maybe for a night: asked again without end, and the file says that it is being checked.
      const notBefore = new Date(now.getTime() + recheckAfter);
      await db().outboxMessage.create({ data: { topic: checkTopic, payload: { key }, notBefore, createdAt: now } });
    },
  }),
  task({
    topic: removeTopic,
    payload: z.object({ below: z.array(z.string().min(1)) }),
    run: async ({ below }) => {
      for (const one of below) await objectStore().removeAll(one);
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
