-- The lines of a million people are found by name, and by what came back or was carried over, without reading them all.

ALTER TABLE "SettlementLine" ADD COLUMN "searchText" TEXT GENERATED ALWAYS AS (vi_norm("fullName")) STORED;

CREATE INDEX "SettlementLine_searchText_trgm" ON "SettlementLine" USING GIN ("searchText" gin_trgm_ops);

CREATE INDEX "SettlementLine_returned" ON "SettlementLine" ("settlementId", "claimId") WHERE "returned" > 0;
CREATE INDEX "SettlementLine_carried" ON "SettlementLine" ("settlementId", "claimId") WHERE "carriedOut" > 0 OR "carriedIn" > 0;
