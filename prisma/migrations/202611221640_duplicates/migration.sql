-- The newest open or waiting listings of an enterprise in an occupation: a table of thousands asks for them with every lot.
CREATE INDEX "Vacancy_duplicates" ON "Vacancy" ("enterpriseId", "occupationId", "id") WHERE "status" IN ('SUBMITTED', 'APPROVED', 'PUBLISHED');
