-- What the answers of a year add up to is read from indexes alone, answer by answer: with ten years behind it, PostgreSQL would
-- rather read all years' rows from end to end to find a tenth of them.
DROP INDEX "CohortProgramme_answerId_field_level_idx";
CREATE INDEX "CohortProgramme_figures" ON "CohortProgramme"
  ("answerId", "field", "level", "no", "codeKey", "accreditation", "y1", "w1", "y2", "w2", "y3", "w3", "y4", "w4", "intake");
CREATE INDEX "CohortGraduates_figures" ON "CohortGraduates" ("answerId", "programmeNo", "month", "count", "women");
