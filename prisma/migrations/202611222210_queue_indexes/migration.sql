-- The officers' queue reads the ids of a page, and counts, from the indexes alone: what waits by its day, what an officer
-- holds, or has decided, by the day on which it was handed in.
DROP INDEX "SubsidyDossier_queue";
CREATE INDEX "SubsidyDossier_queue" ON "SubsidyDossier" ("dueOn", "id") INCLUDE ("state")
  WHERE "state" IN ('SUBMITTED', 'IN_REVIEW', 'PROPOSED', 'CHECKED');
DROP INDEX "SubsidyDossier_assigned";
CREATE INDEX "SubsidyDossier_assigned" ON "SubsidyDossier" ("assignedToId", "state", "submittedAt" DESC, "id")
  INCLUDE ("dueOn") WHERE "assignedToId" IS NOT NULL;
