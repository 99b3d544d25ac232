-- A report that a second person hands in: who asked for it and when, or why it was given back. The assignment's state stays
-- as it is: to the Authority the report is still to come until somebody has signed.
ALTER TABLE "ReportAssignment"
  ADD COLUMN "signAskedById" INTEGER,
  ADD COLUMN "signAskedAt" TIMESTAMPTZ(3),
  ADD COLUMN "signNote" TEXT,
  ADD COLUMN "signNoteById" INTEGER,
  ADD COLUMN "explanations" JSONB;
ALTER TABLE "ReportSubmission" ADD COLUMN "preparedById" INTEGER, ADD COLUMN "findings" JSONB;

ALTER TABLE "ReportAssignment" ADD CONSTRAINT "ReportAssignment_signAskedById_fkey" FOREIGN KEY ("signAskedById") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "ReportAssignment" ADD CONSTRAINT "ReportAssignment_signNoteById_fkey" FOREIGN KEY ("signNoteById") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "ReportSubmission" ADD CONSTRAINT "ReportSubmission_preparedById_fkey" FOREIGN KEY ("preparedById") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- A request stands while the report is to come; whoever prepared a version has not signed it.
ALTER TABLE "ReportAssignment" ADD CONSTRAINT "ReportAssignment_sign_asked"
  CHECK ("signAskedAt" IS NULL OR "state" IN ('DRAFT', 'RETURNED'));
ALTER TABLE "ReportSubmission" ADD CONSTRAINT "ReportSubmission_two_persons" CHECK ("preparedById" <> "submittedById");

-- What was explained is handed in with the answers.
CREATE OR REPLACE FUNCTION report_submission_guard() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' OR (NEW."assignmentId", NEW."no", NEW."formVersionId", NEW."content", NEW."nil", NEW."fromFile", NEW."submittedAt", NEW."findings")
      IS DISTINCT FROM (OLD."assignmentId", OLD."no", OLD."formVersionId", OLD."content", OLD."nil", OLD."fromFile", OLD."submittedAt", OLD."findings") THEN
    RAISE EXCEPTION 'a report that was handed in is not changed' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
