-- Estimates of training support: drafts, frozen versions, and their link to the allocation that they become.

CREATE TYPE "EstimateKind" AS ENUM ('YEARLY', 'AD_HOC');

CREATE TYPE "EstimateState" AS ENUM ('DRAFT', 'SUBMITTED', 'RETURNED', 'PROPOSED', 'APPROVED', 'WITHDRAWN');

CREATE TABLE "BudgetEstimate" (
    "id" SERIAL NOT NULL,
    "policyId" INTEGER NOT NULL,
    "policyVersionId" INTEGER NOT NULL,
    "year" INTEGER NOT NULL,
    "kind" "EstimateKind" NOT NULL,
    "title" TEXT NOT NULL,
    "note" TEXT,
    "state" "EstimateState" NOT NULL DEFAULT 'DRAFT',
    "basis" JSONB NOT NULL,
    "basisAt" TIMESTAMPTZ(3) NOT NULL,
    "scenarios" JSONB NOT NULL,
    "chosen" TEXT NOT NULL,
    "amount" BIGINT NOT NULL DEFAULT 0,
    "currentNo" INTEGER NOT NULL DEFAULT 0,
    "proposalId" INTEGER,
    "createdById" INTEGER,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "BudgetEstimate_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "BudgetEstimateVersion" (
    "estimateId" INTEGER NOT NULL,
    "no" INTEGER NOT NULL,
    "policyVersionId" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "note" TEXT,
    "basis" JSONB NOT NULL,
    "basisAt" TIMESTAMPTZ(3) NOT NULL,
    "scenarios" JSONB NOT NULL,
    "chosen" TEXT NOT NULL,
    "amount" BIGINT NOT NULL,
    "submittedById" INTEGER,
    "submittedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "BudgetEstimateVersion_pkey" PRIMARY KEY ("estimateId","no")
);

CREATE TABLE "BudgetEstimateAct" (
    "id" SERIAL NOT NULL,
    "estimateId" INTEGER NOT NULL,
    "move" TEXT NOT NULL,
    "fromState" "EstimateState" NOT NULL,
    "toState" "EstimateState" NOT NULL,
    "byUserId" INTEGER,
    "reason" TEXT,
    "amount" BIGINT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "BudgetEstimateAct_pkey" PRIMARY KEY ("id")
);

CREATE UNIQUE INDEX "BudgetEstimate_proposalId_key" ON "BudgetEstimate"("proposalId");

CREATE INDEX "BudgetEstimate_state_id_idx" ON "BudgetEstimate"("state", "id");

CREATE INDEX "BudgetEstimate_policyId_year_idx" ON "BudgetEstimate"("policyId", "year");

CREATE INDEX "BudgetEstimateAct_estimateId_id_idx" ON "BudgetEstimateAct"("estimateId", "id");

ALTER TABLE "BudgetEstimate" ADD CONSTRAINT "BudgetEstimate_policyId_fkey" FOREIGN KEY ("policyId") REFERENCES "SupportPolicy"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "BudgetEstimate" ADD CONSTRAINT "BudgetEstimate_policyVersionId_fkey" FOREIGN KEY ("policyVersionId") REFERENCES "SupportPolicyVersion"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "BudgetEstimate" ADD CONSTRAINT "BudgetEstimate_proposalId_fkey" FOREIGN KEY ("proposalId") REFERENCES "BudgetProposal"("id") ON DELETE SET NULL ON UPDATE CASCADE;

ALTER TABLE "BudgetEstimate" ADD CONSTRAINT "BudgetEstimate_createdById_fkey" FOREIGN KEY ("createdById") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

ALTER TABLE "BudgetEstimateVersion" ADD CONSTRAINT "BudgetEstimateVersion_estimateId_fkey" FOREIGN KEY ("estimateId") REFERENCES "BudgetEstimate"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "BudgetEstimateVersion" ADD CONSTRAINT "BudgetEstimateVersion_submittedById_fkey" FOREIGN KEY ("submittedById") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

ALTER TABLE "BudgetEstimateAct" ADD CONSTRAINT "BudgetEstimateAct_estimateId_fkey" FOREIGN KEY ("estimateId") REFERENCES "BudgetEstimate"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "BudgetEstimateAct" ADD CONSTRAINT "BudgetEstimateAct_byUserId_fkey" FOREIGN KEY ("byUserId") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "BudgetEstimate"
  ADD CONSTRAINT "BudgetEstimate_amount" CHECK ("amount" >= 0),
  ADD CONSTRAINT "BudgetEstimate_year" CHECK ("year" BETWEEN 2000 AND 2100),
  ADD CONSTRAINT "BudgetEstimate_proposed" CHECK ("state" NOT IN ('PROPOSED', 'APPROVED') OR "proposalId" IS NOT NULL),
  ADD CONSTRAINT "BudgetEstimate_handed_in" CHECK ("state" IN ('DRAFT', 'WITHDRAWN') OR "currentNo" > 0);
ALTER TABLE "BudgetEstimateVersion" ADD CONSTRAINT "BudgetEstimateVersion_amount" CHECK ("amount" > 0 AND "no" > 0);

-- What was handed in, and what was done, is written and never changed.
CREATE TRIGGER "BudgetEstimateVersion_frozen" BEFORE UPDATE OR DELETE ON "BudgetEstimateVersion" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "BudgetEstimateAct_append_only" BEFORE UPDATE OR DELETE ON "BudgetEstimateAct" FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- A proposed estimate is decided by the decision on its proposal, wherever that is taken: there is one truth of it.
CREATE FUNCTION estimate_follows_proposal() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  found RECORD;
  moved TEXT := CASE NEW.state WHEN 'APPROVED' THEN 'approve' WHEN 'REFUSED' THEN 'refuse' ELSE 'takeBack' END;
  target "EstimateState" := CASE NEW.state WHEN 'APPROVED' THEN 'APPROVED' WHEN 'REFUSED' THEN 'RETURNED' ELSE 'SUBMITTED' END;
BEGIN
  UPDATE "BudgetEstimate" SET state = target, version = version + 1 WHERE "proposalId" = NEW.id AND state = 'PROPOSED'
    RETURNING id, amount INTO found;
  IF found.id IS NOT NULL THEN
    INSERT INTO "BudgetEstimateAct" ("estimateId", move, "fromState", "toState", "byUserId", reason, amount, at)
    VALUES (found.id, moved, 'PROPOSED', target, NEW."decidedById", NEW."decisionNote", found.amount, NEW."decidedAt");
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER "BudgetProposal_moves_its_estimate" AFTER UPDATE OF "state" ON "BudgetProposal"
  FOR EACH ROW WHEN (OLD.state = 'PROPOSED' AND NEW.state <> 'PROPOSED') EXECUTE FUNCTION estimate_follows_proposal();
