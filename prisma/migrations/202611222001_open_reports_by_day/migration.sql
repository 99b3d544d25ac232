-- Late reports are counted and grouped from the index alone: with years of accepted reports behind them the planner
-- takes so many of the open ones for late that it would rather read the whole table.
DROP INDEX "ReportAssignment_open_by_day";
CREATE INDEX "ReportAssignment_open_by_day" ON "ReportAssignment" ("dueOn", "id")
  INCLUDE ("periodId", "organisationId", "unit", "state") WHERE "state" IN ('OWED', 'DRAFT', 'RETURNED');
