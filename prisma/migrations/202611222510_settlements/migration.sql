-- The settlement of a year: a line for each benefit, frozen once it is proposed; closed by a second person.

CREATE TYPE "SettlementState" AS ENUM ('DRAFT', 'PROPOSED', 'CLOSED');

CREATE TABLE "FinalSettlement" (
    "id" SERIAL NOT NULL,
    "budgetYearId" INTEGER NOT NULL,
    "state" "SettlementState" NOT NULL DEFAULT 'DRAFT',
    "asOf" TIMESTAMPTZ(3) NOT NULL,
    "lastEntryId" BIGINT NOT NULL,
    "lines" INTEGER NOT NULL DEFAULT 0,
    "persons" INTEGER NOT NULL DEFAULT 0,
    "decided" BIGINT NOT NULL DEFAULT 0,
    "granted" BIGINT NOT NULL DEFAULT 0,
    "carriedIn" BIGINT NOT NULL DEFAULT 0,
    "committed" BIGINT NOT NULL DEFAULT 0,
    "paid" BIGINT NOT NULL DEFAULT 0,
    "returned" BIGINT NOT NULL DEFAULT 0,
    "carriedOut" BIGINT NOT NULL DEFAULT 0,
    "open" BIGINT NOT NULL DEFAULT 0,
    "unexplained" INTEGER NOT NULL DEFAULT 0,
    "document" TEXT,
    "documentOn" DATE,
    "preparedById" INTEGER,
    "preparedAt" TIMESTAMPTZ(3),
    "closedById" INTEGER,
    "closedAt" TIMESTAMPTZ(3),
    "returnReason" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "FinalSettlement_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "SettlementLine" (
    "settlementId" INTEGER NOT NULL,
    "claimId" INTEGER NOT NULL,
    "dossierId" INTEGER NOT NULL,
    "beneficiaryId" INTEGER NOT NULL,
    "fullName" TEXT NOT NULL,
    "rateCode" TEXT NOT NULL,
    "decided" BIGINT NOT NULL,
    "granted" BIGINT NOT NULL,
    "carriedIn" BIGINT NOT NULL,
    "committed" BIGINT NOT NULL,
    "paid" BIGINT NOT NULL,
    "returned" BIGINT NOT NULL,
    "carriedOut" BIGINT NOT NULL,
    "open" BIGINT NOT NULL,
    "decisionRef" TEXT,
    "paymentRef" TEXT,
    "returnedRef" TEXT,
    "carriedRef" TEXT,
    "changeId" INTEGER,
    "completedOn" DATE,
    "certificateNo" TEXT,
    "droppedOn" DATE,
    "causes" TEXT[],
    "digest" TEXT NOT NULL,
    "note" TEXT,
    "noteDigest" TEXT,
    "explainedById" INTEGER,
    "explainedAt" TIMESTAMPTZ(3),

    CONSTRAINT "SettlementLine_pkey" PRIMARY KEY ("settlementId","claimId")
);

CREATE UNIQUE INDEX "FinalSettlement_budgetYearId_key" ON "FinalSettlement"("budgetYearId");

CREATE INDEX "SettlementLine_claimId_idx" ON "SettlementLine"("claimId");

CREATE INDEX "SettlementLine_dossierId_idx" ON "SettlementLine"("dossierId");

ALTER TABLE "FinalSettlement" ADD CONSTRAINT "FinalSettlement_budgetYearId_fkey" FOREIGN KEY ("budgetYearId") REFERENCES "BudgetYear"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "FinalSettlement" ADD CONSTRAINT "FinalSettlement_preparedById_fkey" FOREIGN KEY ("preparedById") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

ALTER TABLE "FinalSettlement" ADD CONSTRAINT "FinalSettlement_closedById_fkey" FOREIGN KEY ("closedById") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

ALTER TABLE "SettlementLine" ADD CONSTRAINT "SettlementLine_settlementId_fkey" FOREIGN KEY ("settlementId") REFERENCES "FinalSettlement"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "SettlementLine" ADD CONSTRAINT "SettlementLine_claimId_fkey" FOREIGN KEY ("claimId") REFERENCES "SupportClaim"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "SettlementLine" ADD CONSTRAINT "SettlementLine_dossierId_fkey" FOREIGN KEY ("dossierId") REFERENCES "SubsidyDossier"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "SettlementLine" ADD CONSTRAINT "SettlementLine_explainedById_fkey" FOREIGN KEY ("explainedById") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

ALTER TABLE "FinalSettlement"
  ADD CONSTRAINT "FinalSettlement_two_people" CHECK ("state" <> 'CLOSED' OR ("closedById" IS NOT NULL AND "preparedById" IS NOT NULL AND "closedById" <> "preparedById")),
  ADD CONSTRAINT "FinalSettlement_closed" CHECK (("state" = 'CLOSED') = ("closedAt" IS NOT NULL)),
  ADD CONSTRAINT "FinalSettlement_proposed" CHECK ("state" = 'DRAFT' OR ("preparedAt" IS NOT NULL AND "document" IS NOT NULL AND "documentOn" IS NOT NULL)),
  -- A difference that nobody explained, or money that is neither paid nor carried over, stops it.
  ADD CONSTRAINT "FinalSettlement_explained" CHECK ("state" = 'DRAFT' OR ("unexplained" = 0 AND "open" = 0));
ALTER TABLE "SettlementLine"
  ADD CONSTRAINT "SettlementLine_adds_up" CHECK ("committed" = "paid" + "carriedOut" + "open"),
  ADD CONSTRAINT "SettlementLine_not_below_zero" CHECK (
    "decided" >= 0 AND "granted" >= 0 AND "carriedIn" >= 0 AND "committed" >= 0 AND "carriedOut" >= 0 AND "open" >= 0 AND "returned" BETWEEN 0 AND "paid"),
  ADD CONSTRAINT "SettlementLine_note" CHECK (("note" IS NULL) = ("noteDigest" IS NULL) AND ("note" IS NULL) = ("explainedAt" IS NULL));
CREATE INDEX "SettlementLine_with_difference" ON "SettlementLine" ("settlementId", "claimId") WHERE cardinality("causes") > 0;

-- Lines change only while the settlement is written; a closed one never.
CREATE FUNCTION settlement_lines_guard() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM "FinalSettlement" s WHERE s.state <> 'DRAFT' AND s.id IN (SELECT "settlementId" FROM changed)) THEN
    RAISE EXCEPTION 'a settlement that was proposed is not written any more' USING ERRCODE = 'check_violation', CONSTRAINT = 'SettlementLine_frozen';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER "SettlementLine_inserted" AFTER INSERT ON "SettlementLine" REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION settlement_lines_guard();
CREATE TRIGGER "SettlementLine_updated" AFTER UPDATE ON "SettlementLine" REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION settlement_lines_guard();
CREATE TRIGGER "SettlementLine_deleted" AFTER DELETE ON "SettlementLine" REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION settlement_lines_guard();
CREATE FUNCTION settlement_guard() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.state = 'CLOSED' THEN
    RAISE EXCEPTION 'a closed settlement is kept as it is' USING ERRCODE = 'check_violation', CONSTRAINT = 'FinalSettlement_kept';
  END IF;
  RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
END $$;
CREATE TRIGGER "FinalSettlement_kept" BEFORE UPDATE OR DELETE ON "FinalSettlement" FOR EACH ROW EXECUTE FUNCTION settlement_guard();
