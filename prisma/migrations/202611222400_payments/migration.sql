-- Payees' accounts, which two people must have seen, and the batches in which granted money goes out.


CREATE TYPE "PayeeAccountState" AS ENUM ('PROPOSED', 'CONFIRMED', 'REJECTED', 'WITHDRAWN', 'REPLACED');

CREATE TYPE "PayWhen" AS ENUM ('GRANTED', 'COURSE_ENDED', 'COMPLETED');

CREATE TYPE "EitherPayee" AS ENUM ('LEARNER', 'SCHOOL', 'APPLICANT');

CREATE TYPE "PaymentBatchState" AS ENUM ('GATHERED', 'PROPOSED', 'CHECKED', 'SENT', 'DISSOLVED');

CREATE TYPE "PaymentState" AS ENUM ('HELD', 'SENT', 'PAID', 'FAILED', 'DISPUTED', 'DROPPED');

CREATE TABLE "PayeeAccount" (
    "id" SERIAL NOT NULL,
    "ref" UUID NOT NULL,
    "beneficiaryId" INTEGER,
    "organisationId" INTEGER,
    "holderName" TEXT NOT NULL,
    "bankName" TEXT NOT NULL,
    "bankBranch" TEXT,
    "numberSealed" TEXT NOT NULL,
    "numberHash" TEXT NOT NULL,
    "lastDigits" TEXT NOT NULL,
    "imported" BOOLEAN NOT NULL DEFAULT false,
    "state" "PayeeAccountState" NOT NULL DEFAULT 'PROPOSED',
    "enteredById" INTEGER NOT NULL,
    "enteredForId" INTEGER,
    "enteredAt" TIMESTAMPTZ(3) NOT NULL,
    "decidedById" INTEGER,
    "decidedAt" TIMESTAMPTZ(3),
    "reason" TEXT,
    "endedAt" TIMESTAMPTZ(3),

    CONSTRAINT "PayeeAccount_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "PaymentTerms" (
    "id" SERIAL NOT NULL,
    "policyId" INTEGER NOT NULL,
    "payWhen" "PayWhen" NOT NULL,
    "eitherTo" "EitherPayee" NOT NULL,
    "basis" TEXT NOT NULL,
    "verified" BOOLEAN NOT NULL,
    "byUserId" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "PaymentTerms_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "PaymentBatch" (
    "id" SERIAL NOT NULL,
    "policyId" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "state" "PaymentBatchState" NOT NULL DEFAULT 'GATHERED',
    "code" TEXT,
    "year" INTEGER,
    "no" INTEGER,
    "lineCount" INTEGER NOT NULL DEFAULT 0,
    "persons" INTEGER NOT NULL DEFAULT 0,
    "amount" BIGINT NOT NULL DEFAULT 0,
    "createdById" INTEGER NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "proposedById" INTEGER,
    "proposedAt" TIMESTAMPTZ(3),
    "checkedById" INTEGER,
    "checkedAt" TIMESTAMPTZ(3),
    "approvedById" INTEGER,
    "approvedAt" TIMESTAMPTZ(3),
    "document" TEXT,
    "fileHash" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "PaymentBatch_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "PaymentAct" (
    "id" SERIAL NOT NULL,
    "batchId" INTEGER NOT NULL,
    "move" TEXT NOT NULL,
    "byUserId" INTEGER NOT NULL,
    "reason" TEXT,
    "lines" INTEGER NOT NULL,
    "amount" BIGINT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "PaymentAct_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "PaymentLine" (
    "id" SERIAL NOT NULL,
    "batchId" INTEGER NOT NULL,
    "position" INTEGER NOT NULL,
    "ref" TEXT,
    "accountId" INTEGER NOT NULL,
    "dossierId" INTEGER NOT NULL,
    "amount" BIGINT NOT NULL,
    "state" "PaymentState" NOT NULL DEFAULT 'HELD',
    "reason" TEXT,
    "answeredAt" TIMESTAMPTZ(3),

    CONSTRAINT "PaymentLine_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "PaymentItem" (
    "lineId" INTEGER NOT NULL,
    "claimId" INTEGER NOT NULL,
    "budgetYearId" INTEGER NOT NULL,
    "dossierId" INTEGER NOT NULL,
    "amount" BIGINT NOT NULL,
    "state" "PaymentState" NOT NULL DEFAULT 'HELD',

    CONSTRAINT "PaymentItem_pkey" PRIMARY KEY ("lineId","claimId","budgetYearId")
);

CREATE TABLE "PaymentYear" (
    "year" INTEGER NOT NULL,
    "lastNo" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "PaymentYear_pkey" PRIMARY KEY ("year")
);

CREATE UNIQUE INDEX "PayeeAccount_ref_key" ON "PayeeAccount"("ref");

CREATE INDEX "PayeeAccount_beneficiaryId_id_idx" ON "PayeeAccount"("beneficiaryId", "id");

CREATE INDEX "PayeeAccount_organisationId_id_idx" ON "PayeeAccount"("organisationId", "id");

CREATE INDEX "PayeeAccount_state_id_idx" ON "PayeeAccount"("state", "id");

CREATE INDEX "PayeeAccount_numberHash_idx" ON "PayeeAccount"("numberHash");

CREATE INDEX "PaymentTerms_policyId_id_idx" ON "PaymentTerms"("policyId", "id");

CREATE UNIQUE INDEX "PaymentBatch_code_key" ON "PaymentBatch"("code");

CREATE INDEX "PaymentBatch_state_id_idx" ON "PaymentBatch"("state", "id");

CREATE UNIQUE INDEX "PaymentBatch_year_no_key" ON "PaymentBatch"("year", "no");

CREATE INDEX "PaymentAct_batchId_id_idx" ON "PaymentAct"("batchId", "id");

CREATE UNIQUE INDEX "PaymentLine_ref_key" ON "PaymentLine"("ref");

CREATE INDEX "PaymentLine_dossierId_idx" ON "PaymentLine"("dossierId");

CREATE INDEX "PaymentLine_accountId_idx" ON "PaymentLine"("accountId");

CREATE UNIQUE INDEX "PaymentLine_batchId_position_key" ON "PaymentLine"("batchId", "position");

CREATE UNIQUE INDEX "PaymentLine_batchId_accountId_dossierId_key" ON "PaymentLine"("batchId", "accountId", "dossierId");

CREATE INDEX "PaymentItem_claimId_idx" ON "PaymentItem"("claimId");

ALTER TABLE "PayeeAccount" ADD CONSTRAINT "PayeeAccount_beneficiaryId_fkey" FOREIGN KEY ("beneficiaryId") REFERENCES "Beneficiary"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "PayeeAccount" ADD CONSTRAINT "PayeeAccount_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "PayeeAccount" ADD CONSTRAINT "PayeeAccount_enteredById_fkey" FOREIGN KEY ("enteredById") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "PayeeAccount" ADD CONSTRAINT "PayeeAccount_enteredForId_fkey" FOREIGN KEY ("enteredForId") REFERENCES "Organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "PayeeAccount" ADD CONSTRAINT "PayeeAccount_decidedById_fkey" FOREIGN KEY ("decidedById") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "PaymentTerms" ADD CONSTRAINT "PaymentTerms_policyId_fkey" FOREIGN KEY ("policyId") REFERENCES "SupportPolicy"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "PaymentTerms" ADD CONSTRAINT "PaymentTerms_byUserId_fkey" FOREIGN KEY ("byUserId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "PaymentBatch" ADD CONSTRAINT "PaymentBatch_policyId_fkey" FOREIGN KEY ("policyId") REFERENCES "SupportPolicy"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "PaymentBatch" ADD CONSTRAINT "PaymentBatch_createdById_fkey" FOREIGN KEY ("createdById") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "PaymentBatch" ADD CONSTRAINT "PaymentBatch_proposedById_fkey" FOREIGN KEY ("proposedById") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "PaymentBatch" ADD CONSTRAINT "PaymentBatch_checkedById_fkey" FOREIGN KEY ("checkedById") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "PaymentBatch" ADD CONSTRAINT "PaymentBatch_approvedById_fkey" FOREIGN KEY ("approvedById") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "PaymentAct" ADD CONSTRAINT "PaymentAct_batchId_fkey" FOREIGN KEY ("batchId") REFERENCES "PaymentBatch"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "PaymentAct" ADD CONSTRAINT "PaymentAct_byUserId_fkey" FOREIGN KEY ("byUserId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "PaymentLine" ADD CONSTRAINT "PaymentLine_batchId_fkey" FOREIGN KEY ("batchId") REFERENCES "PaymentBatch"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "PaymentLine" ADD CONSTRAINT "PaymentLine_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "PayeeAccount"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "PaymentLine" ADD CONSTRAINT "PaymentLine_dossierId_fkey" FOREIGN KEY ("dossierId") REFERENCES "SubsidyDossier"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "PaymentItem" ADD CONSTRAINT "PaymentItem_lineId_fkey" FOREIGN KEY ("lineId") REFERENCES "PaymentLine"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "PaymentItem" ADD CONSTRAINT "PaymentItem_claimId_dossierId_fkey" FOREIGN KEY ("claimId", "dossierId") REFERENCES "SupportClaim"("id", "dossierId") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "PaymentItem" ADD CONSTRAINT "PaymentItem_budgetYearId_fkey" FOREIGN KEY ("budgetYearId") REFERENCES "BudgetYear"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What may never be ------------------------------------------------------------------------------------------------------

ALTER TABLE "PayeeAccount"
  ADD CONSTRAINT "PayeeAccount_of_one" CHECK (num_nonnulls("beneficiaryId", "organisationId") = 1),
  ADD CONSTRAINT "PayeeAccount_two_people" CHECK ("state" IN ('PROPOSED', 'WITHDRAWN')
    OR ("decidedById" IS NOT NULL AND "decidedAt" IS NOT NULL AND "decidedById" <> "enteredById")),
  ADD CONSTRAINT "PayeeAccount_rejection_is_explained" CHECK ("state" <> 'REJECTED' OR "reason" IS NOT NULL),
  ADD CONSTRAINT "PayeeAccount_ended" CHECK (("state" IN ('REPLACED', 'WITHDRAWN', 'REJECTED')) = ("endedAt" IS NOT NULL));
-- One that holds and one that waits.
CREATE UNIQUE INDEX "PayeeAccount_of_person" ON "PayeeAccount" ("beneficiaryId", "state") WHERE "state" IN ('PROPOSED', 'CONFIRMED');
CREATE UNIQUE INDEX "PayeeAccount_of_organisation" ON "PayeeAccount" ("organisationId", "state") WHERE "state" IN ('PROPOSED', 'CONFIRMED');

ALTER TABLE "PaymentTerms" ADD CONSTRAINT "PaymentTerms_basis" CHECK (length(trim("basis")) > 0);

ALTER TABLE "PaymentBatch"
  ADD CONSTRAINT "PaymentBatch_three_people" CHECK (
    ("checkedById" IS NULL OR "checkedById" <> "proposedById")
    AND ("approvedById" IS NULL OR ("approvedById" <> "proposedById" AND "approvedById" <> "checkedById"))),
  ADD CONSTRAINT "PaymentBatch_way" CHECK (
    ("proposedById" IS NOT NULL) = ("state" IN ('PROPOSED', 'CHECKED', 'SENT'))
    AND ("checkedById" IS NOT NULL) = ("state" IN ('CHECKED', 'SENT'))
    AND ("approvedById" IS NOT NULL) = ("state" = 'SENT')),
  ADD CONSTRAINT "PaymentBatch_sent" CHECK (("state" = 'SENT') =
    (num_nonnulls("code", "year", "no", "approvedAt", "document", "fileHash") = 6)
    AND ("state" = 'SENT' OR num_nonnulls("code", "year", "no") = 0));

ALTER TABLE "PaymentLine" ADD CONSTRAINT "PaymentLine_amount" CHECK ("amount" > 0);
ALTER TABLE "PaymentLine" ADD CONSTRAINT "PaymentLine_ref" CHECK (("state" IN ('HELD', 'DROPPED')) = ("ref" IS NULL));
ALTER TABLE "PaymentItem" ADD CONSTRAINT "PaymentItem_amount" CHECK ("amount" > 0);
-- Nobody's benefit is in two transfers that count.
CREATE UNIQUE INDEX "PaymentItem_once" ON "PaymentItem" ("claimId", "budgetYearId") WHERE "state" NOT IN ('FAILED', 'DROPPED');

-- What was written stays ------------------------------------------------------------------------------------------------

CREATE TRIGGER "PaymentTerms_append_only" BEFORE UPDATE OR DELETE ON "PaymentTerms" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "PaymentAct_append_only" BEFORE UPDATE OR DELETE ON "PaymentAct" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "PayeeAccount_not_deleted" BEFORE DELETE ON "PayeeAccount" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "PaymentBatch_not_deleted" BEFORE DELETE ON "PaymentBatch" FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- The seal and its hash may be made anew with another key: a seal that is not of this row does not open.
CREATE FUNCTION payee_account_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (NEW.id, NEW.ref, NEW."beneficiaryId", NEW."organisationId", NEW."holderName", NEW."bankName", NEW."bankBranch", NEW."lastDigits",
      NEW."enteredById", NEW."enteredForId", NEW."enteredAt")
    IS DISTINCT FROM
      (OLD.id, OLD.ref, OLD."beneficiaryId", OLD."organisationId", OLD."holderName", OLD."bankName", OLD."bankBranch", OLD."lastDigits",
      OLD."enteredById", OLD."enteredForId", OLD."enteredAt")
    OR (OLD."decidedById" IS NOT NULL AND (NEW."decidedById", NEW."decidedAt") IS DISTINCT FROM (OLD."decidedById", OLD."decidedAt"))
    OR (NEW.state <> OLD.state AND (OLD.state, NEW.state) NOT IN
      (('PROPOSED', 'CONFIRMED'), ('PROPOSED', 'REJECTED'), ('PROPOSED', 'WITHDRAWN'), ('CONFIRMED', 'REPLACED'))) THEN
    RAISE EXCEPTION 'an account is entered anew, never changed' USING ERRCODE = 'check_violation', CONSTRAINT = 'PayeeAccount_stays';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "PayeeAccount_stays" BEFORE UPDATE ON "PayeeAccount" FOR EACH ROW EXECUTE FUNCTION payee_account_stays();

CREATE FUNCTION payment_batch_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.state IN ('SENT', 'DISSOLVED') AND NEW IS DISTINCT FROM OLD THEN
    RAISE EXCEPTION 'a batch that was sent or dissolved stays' USING ERRCODE = 'check_violation', CONSTRAINT = 'PaymentBatch_stays';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "PaymentBatch_stays" BEFORE UPDATE ON "PaymentBatch" FOR EACH ROW EXECUTE FUNCTION payment_batch_stays();

-- Lines come and go while the batch is gathered. Afterwards only what became of them is written.
CREATE FUNCTION payment_line_stays() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  open boolean := (SELECT state = 'GATHERED' FROM "PaymentBatch" WHERE id = CASE TG_OP WHEN 'DELETE' THEN OLD."batchId" ELSE NEW."batchId" END);
BEGIN
  IF TG_OP = 'UPDATE' AND (NEW.id, NEW."batchId", NEW.position, NEW."accountId", NEW."dossierId", NEW.amount)
      IS NOT DISTINCT FROM (OLD.id, OLD."batchId", OLD.position, OLD."accountId", OLD."dossierId", OLD.amount)
    AND (OLD.ref IS NULL OR NEW.ref IS NOT DISTINCT FROM OLD.ref)
    AND (NEW.state = OLD.state OR (OLD.state = 'HELD' AND NEW.state IN ('SENT', 'DROPPED'))
      OR (OLD.state NOT IN ('HELD', 'DROPPED') AND NEW.state IN ('PAID', 'FAILED', 'DISPUTED'))) THEN
    RETURN NEW;
  END IF;
  IF open AND TG_OP = 'INSERT' AND NEW.state = 'HELD' THEN RETURN NEW; END IF;
  IF open AND TG_OP = 'DELETE' THEN RETURN OLD; END IF;
  RAISE EXCEPTION 'a line of a batch stays as it was proposed' USING ERRCODE = 'check_violation', CONSTRAINT = 'PaymentLine_stays';
END $$;
CREATE TRIGGER "PaymentLine_stays" BEFORE INSERT OR UPDATE OR DELETE ON "PaymentLine" FOR EACH ROW EXECUTE FUNCTION payment_line_stays();

-- A transfer's benefits stand as it does; their states are written from here alone.
CREATE FUNCTION payment_line_moves_items() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE "PaymentItem" SET state = NEW.state WHERE "lineId" = NEW.id;
  RETURN NULL;
END $$;
CREATE TRIGGER "PaymentLine_moves_items" AFTER UPDATE OF state ON "PaymentLine" FOR EACH ROW
  WHEN (NEW.state IS DISTINCT FROM OLD.state) EXECUTE FUNCTION payment_line_moves_items();

CREATE FUNCTION payment_item_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND pg_trigger_depth() > 1 AND (NEW."lineId", NEW."claimId", NEW."budgetYearId", NEW."dossierId", NEW.amount)
      IS NOT DISTINCT FROM (OLD."lineId", OLD."claimId", OLD."budgetYearId", OLD."dossierId", OLD.amount) THEN
    RETURN NEW;
  END IF;
  IF TG_OP = 'INSERT' AND NEW.state = 'HELD' AND EXISTS (SELECT 1 FROM "PaymentLine" l JOIN "PaymentBatch" b ON b.id = l."batchId"
      WHERE l.id = NEW."lineId" AND l."dossierId" = NEW."dossierId" AND b.state = 'GATHERED') THEN
    RETURN NEW;
  END IF;
  -- With its line.
  IF TG_OP = 'DELETE' AND pg_trigger_depth() > 1 THEN RETURN OLD; END IF;
  RAISE EXCEPTION 'a benefit of a transfer stays as it was proposed' USING ERRCODE = 'check_violation', CONSTRAINT = 'PaymentItem_stays';
END $$;
CREATE TRIGGER "PaymentItem_stays" BEFORE INSERT OR UPDATE OR DELETE ON "PaymentItem" FOR EACH ROW EXECUTE FUNCTION payment_item_stays();

-- A transfer is the sum of what it is made of, at the end of every transaction.
CREATE FUNCTION payment_line_adds_up() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM "PaymentLine" l WHERE l.id = (to_jsonb(NEW)->>CASE TG_TABLE_NAME WHEN 'PaymentLine' THEN 'id' ELSE 'lineId' END)::int
      AND l.amount <> coalesce((SELECT sum(i.amount) FROM "PaymentItem" i WHERE i."lineId" = l.id), 0)) THEN
    RAISE EXCEPTION 'a transfer is the sum of its benefits' USING ERRCODE = 'check_violation', CONSTRAINT = 'PaymentLine_adds_up';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER "PaymentLine_adds_up" AFTER INSERT ON "PaymentLine" DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION payment_line_adds_up();
CREATE CONSTRAINT TRIGGER "PaymentItem_adds_up" AFTER INSERT ON "PaymentItem" DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION payment_line_adds_up();
