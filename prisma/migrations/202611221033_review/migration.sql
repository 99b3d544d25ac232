-- Who holds a vacancy, and since when.
ALTER TABLE "Vacancy" ADD COLUMN "assignedAt" TIMESTAMPTZ(3);
ALTER TABLE "Vacancy" ADD CONSTRAINT "Vacancy_assigned_since" CHECK (("assignedToId" IS NULL) = ("assignedAt" IS NULL));
-- A person who is deleted holds nothing any more: the date goes with the name.
CREATE FUNCTION vacancy_assigned() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW."assignedAt" := CASE WHEN NEW."assignedToId" IS NULL THEN NULL ELSE coalesce(NEW."assignedAt", now()) END;
  RETURN NEW;
END $$;
CREATE TRIGGER "Vacancy_assigned" BEFORE INSERT OR UPDATE OF "assignedToId", "assignedAt" ON "Vacancy"
  FOR EACH ROW EXECUTE FUNCTION vacancy_assigned();

-- The reviewers' four views: waiting, mine, returned, approved. Finished rows, by far the most, are in none of them.
CREATE INDEX "Vacancy_review_tabs" ON "Vacancy" ("status", "submittedAt", "id") WHERE "status" IN ('SUBMITTED', 'RETURNED', 'APPROVED');
CREATE INDEX "Vacancy_review_mine" ON "Vacancy" ("assignedToId", "submittedAt", "id") WHERE "status" IN ('SUBMITTED', 'RETURNED', 'APPROVED');
-- Served by the first of the two.
DROP INDEX "Vacancy_review_queue";
