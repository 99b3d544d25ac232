-- Delivery of mails: when the next attempt is due, when the last one began, and what must not outlive the delivery.
ALTER TABLE "Mail"
  ADD COLUMN "nextAttemptAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  ADD COLUMN "attemptedAt" TIMESTAMPTZ(3),
  ADD COLUMN "secret" TEXT;

ALTER TABLE "Mail"
  ADD CONSTRAINT "Mail_sent_is_dated" CHECK (("status" = 'SENT') = ("sentAt" IS NOT NULL)),
  ADD CONSTRAINT "Mail_sent_keeps_no_secret" CHECK ("status" <> 'SENT' OR "secret" IS NULL),
  ADD CONSTRAINT "Mail_attempts_counted" CHECK ("attempts" >= 0 AND ("status" NOT IN ('SENDING', 'SENT') OR "attempts" > 0));

-- What still has to leave; the worker looks here for mails whose job was lost.
CREATE INDEX "Mail_to_send" ON "Mail" ("nextAttemptAt", "id") WHERE "status" IN ('QUEUED', 'SENDING');

-- Wakes the worker at commit, instead of at its next look.
CREATE FUNCTION outbox_written() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('outbox_written', '');
  RETURN NULL;
END $$;
CREATE TRIGGER "OutboxMessage_written" AFTER INSERT ON "OutboxMessage" FOR EACH STATEMENT EXECUTE FUNCTION outbox_written();
