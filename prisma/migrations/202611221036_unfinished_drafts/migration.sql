-- A draft is saved while it is being typed: "9" on the way to "9.000.000" is a highest wage below the lowest, and sums
-- do not meet yet. What never became public may also be withdrawn in that state. Whatever is judged or public is whole.
ALTER TABLE "Vacancy"
  DROP CONSTRAINT "Vacancy_wage_order",
  DROP CONSTRAINT "Vacancy_qualifications_sum",
  DROP CONSTRAINT "Vacancy_quotas",
  ADD CONSTRAINT "Vacancy_wage_order" CHECK (
    "status" IN ('DRAFT', 'RETURNED') OR ("status" = 'WITHDRAWN' AND "publishedAt" IS NULL) OR
    "wageMin" IS NULL OR "wageMax" IS NULL OR "wageMin" <= "wageMax"),
  ADD CONSTRAINT "Vacancy_qualifications_sum" CHECK (
    "status" IN ('DRAFT', 'RETURNED') OR ("status" = 'WITHDRAWN' AND "publishedAt" IS NULL) OR
    ("headcount" > 0 AND "unskilled" + "elementary" + "intermediate" + "college" + "university" + "postgraduate" = "headcount")),
  ADD CONSTRAINT "Vacancy_quotas" CHECK (coalesce("menQuota", 0) >= 0 AND coalesce("womenQuota", 0) >= 0 AND
    ("status" IN ('DRAFT', 'RETURNED') OR ("status" = 'WITHDRAWN' AND "publishedAt" IS NULL) OR
     coalesce("menQuota", 0) + coalesce("womenQuota", 0) <= "headcount"));
-- "Repeat the last batch" asks whether a listing has already been copied.
CREATE INDEX "Vacancy_copiedFromId_idx" ON "Vacancy" ("copiedFromId");
