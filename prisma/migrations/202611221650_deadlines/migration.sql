CREATE TYPE "CalendarDayKind" AS ENUM ('HOLIDAY', 'DAY_OFF_INSTEAD', 'WORK_INSTEAD');

-- CreateEnum
CREATE TYPE "ObligationState" AS ENUM ('DRAFT', 'LIVE', 'ENDED');

-- CreateEnum
CREATE TYPE "DayOffRule" AS ENUM ('NEXT_WORKING_DAY', 'PREVIOUS_WORKING_DAY', 'AS_IT_IS');

-- CreateEnum
CREATE TYPE "AssignmentState" AS ENUM ('OWED', 'DRAFT', 'SUBMITTED', 'RETURNED', 'ACCEPTED', 'EXCUSED');

-- CreateEnum
CREATE TYPE "ExtensionState" AS ENUM ('REQUESTED', 'GRANTED', 'REFUSED');

-- CreateEnum
CREATE TYPE "ReminderChannel" AS ENUM ('MAIL', 'IN_APP');

-- CreateEnum
CREATE TYPE "CallOutcome" AS ENUM ('REACHED', 'NOT_REACHED', 'WRONG_NUMBER');

-- CreateEnum
CREATE TYPE "FormVersionState" AS ENUM ('DRAFT', 'IN_FORCE', 'RETIRED');

-- CreateEnum
CREATE TYPE "SubmissionOutcome" AS ENUM ('RETURNED', 'ACCEPTED');

-- CreateTable
CREATE TABLE "CalendarDecision" (
    "id" SERIAL NOT NULL,
    "citation" TEXT NOT NULL,
    "issuedOn" DATE,
    "verified" BOOLEAN NOT NULL DEFAULT false,
    "note" TEXT,
    CONSTRAINT "CalendarDecision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CalendarDay" (
    "day" DATE NOT NULL,
    "kind" "CalendarDayKind" NOT NULL,
    "nameVi" TEXT NOT NULL,
    "nameEn" TEXT NOT NULL,
    "decisionId" INTEGER NOT NULL,
    CONSTRAINT "CalendarDay_pkey" PRIMARY KEY ("day")
);

-- CreateTable
CREATE TABLE "Obligation" (
    "id" SERIAL NOT NULL,
    "code" TEXT NOT NULL,
    "nameVi" TEXT NOT NULL,
    "nameEn" TEXT NOT NULL,
    "instructionsVi" TEXT,
    "instructionsEn" TEXT,
    "citation" TEXT NOT NULL,
    "quote" TEXT,
    "verified" BOOLEAN NOT NULL DEFAULT false,
    "validFrom" DATE NOT NULL,
    "validTo" DATE,
    "keptFrom" DATE NOT NULL,
    "audience" JSONB NOT NULL,
    "recurrence" JSONB NOT NULL,
    "dayOffRule" "DayOffRule" NOT NULL DEFAULT 'NEXT_WORKING_DAY',
    "opensDaysBefore" INTEGER NOT NULL,
    "formId" INTEGER NOT NULL,
    "reviewer" "StaffRole" NOT NULL,
    "ladder" JSONB NOT NULL,
    "state" "ObligationState" NOT NULL DEFAULT 'DRAFT',
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,
    CONSTRAINT "Obligation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ObligationChange" (
    "id" SERIAL NOT NULL,
    "obligationId" INTEGER NOT NULL,
    "before" JSONB NOT NULL,
    "after" JSONB NOT NULL,
    "effect" JSONB NOT NULL,
    "byUserId" INTEGER,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "ObligationChange_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ReportingPeriod" (
    "id" SERIAL NOT NULL,
    "obligationId" INTEGER NOT NULL,
    "slot" TEXT NOT NULL,
    "coversFrom" DATE NOT NULL,
    "coversTo" DATE NOT NULL,
    "opensOn" DATE NOT NULL,
    "nominalDueOn" DATE NOT NULL,
    "dueOn" DATE NOT NULL,
    "formVersionId" INTEGER,
    "closedAt" TIMESTAMPTZ(3),
    CONSTRAINT "ReportingPeriod_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ReportAssignment" (
    "id" SERIAL NOT NULL,
    "periodId" INTEGER NOT NULL,
    "organisationId" INTEGER,
    "unit" "StaffRole",
    "state" "AssignmentState" NOT NULL DEFAULT 'OWED',
    "dueOn" DATE NOT NULL,
    "submittedAt" TIMESTAMPTZ(3),
    "daysLate" INTEGER,
    "decidedAt" TIMESTAMPTZ(3),
    "excuse" TEXT,
    "draft" JSONB,
    "draftVersionId" INTEGER,
    "draftSavedAt" TIMESTAMPTZ(3),
    "draftFromFile" BOOLEAN NOT NULL DEFAULT false,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,
    CONSTRAINT "ReportAssignment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "DueExtension" (
    "id" SERIAL NOT NULL,
    "assignmentId" INTEGER NOT NULL,
    "untilOn" DATE NOT NULL,
    "reason" TEXT NOT NULL,
    "state" "ExtensionState" NOT NULL DEFAULT 'REQUESTED',
    "requestedById" INTEGER,
    "requestedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "decidedById" INTEGER,
    "decidedAt" TIMESTAMPTZ(3),
    "note" TEXT,
    CONSTRAINT "DueExtension_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Reminder" (
    "id" BIGSERIAL NOT NULL,
    "assignmentId" INTEGER NOT NULL,
    "step" INTEGER NOT NULL,
    "dueOn" DATE NOT NULL,
    "channel" "ReminderChannel" NOT NULL,
    "userId" INTEGER,
    "address" TEXT,
    "mailId" INTEGER,
    "noticeId" INTEGER,
    "plannedOn" DATE NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    CONSTRAINT "Reminder_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Notice" (
    "id" SERIAL NOT NULL,
    "userId" INTEGER NOT NULL,
    "template" TEXT NOT NULL,
    "params" JSONB NOT NULL,
    "path" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "readAt" TIMESTAMPTZ(3),
    CONSTRAINT "Notice_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "EscalationCall" (
    "id" SERIAL NOT NULL,
    "assignmentId" INTEGER NOT NULL,
    "outcome" "CallOutcome" NOT NULL,
    "note" TEXT,
    "byUserId" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    CONSTRAINT "EscalationCall_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "EscalationLetter" (
    "documentId" INTEGER NOT NULL,
    "assignmentId" INTEGER NOT NULL,
    CONSTRAINT "EscalationLetter_pkey" PRIMARY KEY ("documentId","assignmentId")
);

-- CreateTable
CREATE TABLE "CalendarFeed" (
    "userId" INTEGER NOT NULL,
    "tokenHash" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "lastReadAt" TIMESTAMPTZ(3),
    CONSTRAINT "CalendarFeed_pkey" PRIMARY KEY ("userId")
);

-- CreateTable
CREATE TABLE "ReportForm" (
    "id" SERIAL NOT NULL,
    "code" TEXT NOT NULL,
    "nameVi" TEXT NOT NULL,
    "nameEn" TEXT NOT NULL,
    "citation" TEXT,
    "verified" BOOLEAN NOT NULL DEFAULT false,
    CONSTRAINT "ReportForm_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ReportFormVersion" (
    "id" SERIAL NOT NULL,
    "formId" INTEGER NOT NULL,
    "no" INTEGER NOT NULL,
    "definition" JSONB NOT NULL,
    "state" "FormVersionState" NOT NULL DEFAULT 'DRAFT',
    "createdById" INTEGER,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "inForceAt" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,
    CONSTRAINT "ReportFormVersion_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ReportSubmission" (
    "id" SERIAL NOT NULL,
    "assignmentId" INTEGER NOT NULL,
    "no" INTEGER NOT NULL,
    "formVersionId" INTEGER NOT NULL,
    "content" JSONB NOT NULL,
    "nil" BOOLEAN NOT NULL DEFAULT false,
    "fromFile" BOOLEAN NOT NULL DEFAULT false,
    "submittedById" INTEGER,
    "submittedAt" TIMESTAMPTZ(3) NOT NULL,
    "outcome" "SubmissionOutcome",
    "decidedById" INTEGER,
    "decidedAt" TIMESTAMPTZ(3),
    "note" TEXT,
    "reasons" JSONB,
    CONSTRAINT "ReportSubmission_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "CalendarDecision_citation_key" ON "CalendarDecision"("citation");

-- CreateIndex
CREATE INDEX "CalendarDay_decisionId_idx" ON "CalendarDay"("decisionId");

-- CreateIndex
CREATE UNIQUE INDEX "Obligation_code_key" ON "Obligation"("code");

-- CreateIndex
CREATE INDEX "ObligationChange_obligationId_id_idx" ON "ObligationChange"("obligationId", "id");

-- CreateIndex
CREATE INDEX "ReportingPeriod_dueOn_id_idx" ON "ReportingPeriod"("dueOn", "id");

-- CreateIndex
CREATE UNIQUE INDEX "ReportingPeriod_obligationId_slot_key" ON "ReportingPeriod"("obligationId", "slot");

-- CreateIndex
CREATE INDEX "ReportAssignment_organisationId_dueOn_id_idx" ON "ReportAssignment"("organisationId", "dueOn", "id");

-- CreateIndex
CREATE INDEX "ReportAssignment_periodId_state_id_idx" ON "ReportAssignment"("periodId", "state", "id");

-- CreateIndex
CREATE UNIQUE INDEX "ReportAssignment_periodId_organisationId_key" ON "ReportAssignment"("periodId", "organisationId");

-- CreateIndex
CREATE UNIQUE INDEX "ReportAssignment_periodId_unit_key" ON "ReportAssignment"("periodId", "unit");

-- CreateIndex
CREATE INDEX "DueExtension_assignmentId_id_idx" ON "DueExtension"("assignmentId", "id");

-- CreateIndex
CREATE INDEX "Reminder_assignmentId_id_idx" ON "Reminder"("assignmentId", "id");

-- CreateIndex
CREATE INDEX "Reminder_mailId_idx" ON "Reminder"("mailId");

-- CreateIndex
CREATE INDEX "Notice_userId_id_idx" ON "Notice"("userId", "id");

-- CreateIndex
CREATE INDEX "EscalationCall_assignmentId_id_idx" ON "EscalationCall"("assignmentId", "id");

-- CreateIndex
CREATE INDEX "EscalationLetter_assignmentId_idx" ON "EscalationLetter"("assignmentId");

-- CreateIndex
CREATE UNIQUE INDEX "CalendarFeed_tokenHash_key" ON "CalendarFeed"("tokenHash");

-- CreateIndex
CREATE UNIQUE INDEX "ReportForm_code_key" ON "ReportForm"("code");

-- CreateIndex
CREATE UNIQUE INDEX "ReportFormVersion_formId_no_key" ON "ReportFormVersion"("formId", "no");

-- CreateIndex
CREATE INDEX "ReportSubmission_formVersionId_idx" ON "ReportSubmission"("formVersionId");

-- CreateIndex
CREATE UNIQUE INDEX "ReportSubmission_assignmentId_no_key" ON "ReportSubmission"("assignmentId", "no");

-- AddForeignKey
ALTER TABLE "CalendarDay" ADD CONSTRAINT "CalendarDay_decisionId_fkey" FOREIGN KEY ("decisionId") REFERENCES "CalendarDecision"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Obligation" ADD CONSTRAINT "Obligation_formId_fkey" FOREIGN KEY ("formId") REFERENCES "ReportForm"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ObligationChange" ADD CONSTRAINT "ObligationChange_obligationId_fkey" FOREIGN KEY ("obligationId") REFERENCES "Obligation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ObligationChange" ADD CONSTRAINT "ObligationChange_byUserId_fkey" FOREIGN KEY ("byUserId") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReportingPeriod" ADD CONSTRAINT "ReportingPeriod_obligationId_fkey" FOREIGN KEY ("obligationId") REFERENCES "Obligation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReportingPeriod" ADD CONSTRAINT "ReportingPeriod_formVersionId_fkey" FOREIGN KEY ("formVersionId") REFERENCES "ReportFormVersion"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReportAssignment" ADD CONSTRAINT "ReportAssignment_periodId_fkey" FOREIGN KEY ("periodId") REFERENCES "ReportingPeriod"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReportAssignment" ADD CONSTRAINT "ReportAssignment_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DueExtension" ADD CONSTRAINT "DueExtension_assignmentId_fkey" FOREIGN KEY ("assignmentId") REFERENCES "ReportAssignment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DueExtension" ADD CONSTRAINT "DueExtension_requestedById_fkey" FOREIGN KEY ("requestedById") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DueExtension" ADD CONSTRAINT "DueExtension_decidedById_fkey" FOREIGN KEY ("decidedById") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Reminder" ADD CONSTRAINT "Reminder_assignmentId_fkey" FOREIGN KEY ("assignmentId") REFERENCES "ReportAssignment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Reminder" ADD CONSTRAINT "Reminder_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Reminder" ADD CONSTRAINT "Reminder_mailId_fkey" FOREIGN KEY ("mailId") REFERENCES "Mail"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Reminder" ADD CONSTRAINT "Reminder_noticeId_fkey" FOREIGN KEY ("noticeId") REFERENCES "Notice"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Notice" ADD CONSTRAINT "Notice_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EscalationCall" ADD CONSTRAINT "EscalationCall_assignmentId_fkey" FOREIGN KEY ("assignmentId") REFERENCES "ReportAssignment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EscalationCall" ADD CONSTRAINT "EscalationCall_byUserId_fkey" FOREIGN KEY ("byUserId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EscalationLetter" ADD CONSTRAINT "EscalationLetter_documentId_fkey" FOREIGN KEY ("documentId") REFERENCES "RegisteredDocument"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EscalationLetter" ADD CONSTRAINT "EscalationLetter_assignmentId_fkey" FOREIGN KEY ("assignmentId") REFERENCES "ReportAssignment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CalendarFeed" ADD CONSTRAINT "CalendarFeed_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReportFormVersion" ADD CONSTRAINT "ReportFormVersion_formId_fkey" FOREIGN KEY ("formId") REFERENCES "ReportForm"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReportFormVersion" ADD CONSTRAINT "ReportFormVersion_createdById_fkey" FOREIGN KEY ("createdById") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReportSubmission" ADD CONSTRAINT "ReportSubmission_assignmentId_fkey" FOREIGN KEY ("assignmentId") REFERENCES "ReportAssignment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReportSubmission" ADD CONSTRAINT "ReportSubmission_formVersionId_fkey" FOREIGN KEY ("formVersionId") REFERENCES "ReportFormVersion"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReportSubmission" ADD CONSTRAINT "ReportSubmission_submittedById_fkey" FOREIGN KEY ("submittedById") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReportSubmission" ADD CONSTRAINT "ReportSubmission_decidedById_fkey" FOREIGN KEY ("decidedById") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;


-- The calendar ----------------------------------------------------------------------------------------------------------

-- Only a Saturday or Sunday can be worked instead of another day.
ALTER TABLE "CalendarDay" ADD CONSTRAINT "CalendarDay_work_on_a_weekend"
  CHECK ("kind" <> 'WORK_INSTEAD' OR extract(isodow FROM "day") >= 6);

-- Obligations and periods -----------------------------------------------------------------------------------------------

ALTER TABLE "Obligation"
  ADD CONSTRAINT "Obligation_valid_in_order" CHECK ("validTo" >= "validFrom"),
  ADD CONSTRAINT "Obligation_window" CHECK ("opensDaysBefore" BETWEEN 0 AND 366);
ALTER TABLE "ReportingPeriod"
  ADD CONSTRAINT "ReportingPeriod_days_in_order" CHECK ("coversFrom" <= "coversTo" AND "opensOn" <= "dueOn");

ALTER TABLE "ReportAssignment"
  ADD CONSTRAINT "ReportAssignment_one_owes" CHECK (num_nonnulls("organisationId", "unit") = 1),
  ADD CONSTRAINT "ReportAssignment_excuse_is_explained" CHECK (("state" = 'EXCUSED') = ("excuse" IS NOT NULL)),
  ADD CONSTRAINT "ReportAssignment_lateness" CHECK (("submittedAt" IS NULL) = ("daysLate" IS NULL) AND "daysLate" >= 0),
  ADD CONSTRAINT "ReportAssignment_handed_in" CHECK ("state" NOT IN ('SUBMITTED', 'RETURNED', 'ACCEPTED') OR "submittedAt" IS NOT NULL),
  ADD CONSTRAINT "ReportAssignment_draft_of_a_form" CHECK (("draft" IS NULL) = ("draftVersionId" IS NULL));

-- What is still to come, by day: the overdue page, the ladder, everyone's own list.
CREATE INDEX "ReportAssignment_open_by_day" ON "ReportAssignment" ("dueOn", "id") WHERE "state" IN ('OWED', 'DRAFT', 'RETURNED');
-- What waits to be read, in the order in which it came.
CREATE INDEX "ReportAssignment_waiting" ON "ReportAssignment" ("submittedAt", "id") WHERE "state" = 'SUBMITTED';

CREATE TRIGGER "ObligationChange_kept" BEFORE UPDATE OF "before", "after", "effect", "at" OR DELETE ON "ObligationChange"
  FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- Forms and answers -----------------------------------------------------------------------------------------------------

CREATE UNIQUE INDEX "ReportFormVersion_one_in_force" ON "ReportFormVersion" ("formId") WHERE "state" = 'IN_FORCE';
CREATE UNIQUE INDEX "ReportFormVersion_one_draft" ON "ReportFormVersion" ("formId") WHERE "state" = 'DRAFT';

CREATE FUNCTION form_version_guard() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD."state" <> 'DRAFT' AND (TG_OP = 'DELETE' OR (NEW."formId", NEW."no", NEW."definition") IS DISTINCT FROM (OLD."formId", OLD."no", OLD."definition")
      OR NEW."state" = 'DRAFT') THEN
    RAISE EXCEPTION 'a form that was in force is not changed' USING ERRCODE = 'restrict_violation';
  END IF;
  IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "ReportFormVersion_guard" BEFORE UPDATE OR DELETE ON "ReportFormVersion"
  FOR EACH ROW EXECUTE FUNCTION form_version_guard();

ALTER TABLE "ReportSubmission"
  ADD CONSTRAINT "ReportSubmission_decided" CHECK (("outcome" IS NULL) = ("decidedAt" IS NULL)),
  ADD CONSTRAINT "ReportSubmission_return_is_explained"
    CHECK ("outcome" IS DISTINCT FROM 'RETURNED' OR "note" IS NOT NULL OR "reasons" IS NOT NULL);
-- One answer at a time waits for the reader.
CREATE UNIQUE INDEX "ReportSubmission_one_waiting" ON "ReportSubmission" ("assignmentId") WHERE "outcome" IS NULL;

CREATE FUNCTION report_submission_guard() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' OR (NEW."assignmentId", NEW."no", NEW."formVersionId", NEW."content", NEW."nil", NEW."fromFile", NEW."submittedAt")
      IS DISTINCT FROM (OLD."assignmentId", OLD."no", OLD."formVersionId", OLD."content", OLD."nil", OLD."fromFile", OLD."submittedAt") THEN
    RAISE EXCEPTION 'a report that was handed in is not changed' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "ReportSubmission_guard" BEFORE UPDATE OR DELETE ON "ReportSubmission"
  FOR EACH ROW EXECUTE FUNCTION report_submission_guard();

-- Extensions, reminders, escalation -------------------------------------------------------------------------------------

CREATE UNIQUE INDEX "DueExtension_one_open" ON "DueExtension" ("assignmentId") WHERE "state" = 'REQUESTED';
ALTER TABLE "DueExtension" ADD CONSTRAINT "DueExtension_decided" CHECK (("state" = 'REQUESTED') = ("decidedAt" IS NULL));

-- Nobody is reminded twice of one step: whoever repeats, meets this.
CREATE UNIQUE INDEX "Reminder_once" ON "Reminder" ("assignmentId", "step", "dueOn", "channel", coalesce("userId", 0), coalesce("address", ''));
ALTER TABLE "Reminder" ADD CONSTRAINT "Reminder_channel" CHECK (("channel" = 'MAIL') = ("mailId" IS NOT NULL));

CREATE INDEX "Notice_unread" ON "Notice" ("userId", "id") WHERE "readAt" IS NULL;
CREATE TRIGGER "EscalationCall_append_only" BEFORE UPDATE OR DELETE ON "EscalationCall" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "EscalationLetter_append_only" BEFORE UPDATE OR DELETE ON "EscalationLetter" FOR EACH ROW EXECUTE FUNCTION refuse_change();
