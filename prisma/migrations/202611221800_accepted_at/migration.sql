-- When a version was accepted stays known when the report is opened again: a consolidated report speaks of one instant,
-- and must say the same of it later.
ALTER TABLE "ReportSubmission" ADD COLUMN "acceptedAt" TIMESTAMPTZ(3);
UPDATE "ReportSubmission" SET "acceptedAt" = "decidedAt" WHERE "outcome" = 'ACCEPTED';

CREATE FUNCTION report_submission_accepted() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW."outcome" = 'ACCEPTED' AND NEW."acceptedAt" IS NULL THEN NEW."acceptedAt" := NEW."decidedAt"; END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "ReportSubmission_accepted" BEFORE INSERT OR UPDATE OF "outcome" ON "ReportSubmission"
  FOR EACH ROW EXECUTE FUNCTION report_submission_accepted();
