-- The ledger of training-support money: append-only entries, balances kept from them, and what they may never do.

CREATE TYPE "LedgerAccount" AS ENUM ('SOURCE', 'CARRIED_IN', 'AVAILABLE', 'RESERVED', 'COMMITTED', 'SENT', 'PAID', 'SETTLED', 'RETURNED', 'CARRIED_OUT');
CREATE TYPE "LedgerKind" AS ENUM ('ALLOCATE', 'REDUCE', 'RESERVE', 'RELEASE', 'COMMIT', 'LESSEN', 'SEND', 'FAIL', 'PAY', 'BOUNCE', 'SETTLE', 'UNSETTLE', 'CLAW_BACK', 'REUSE', 'REMIT', 'CARRY_OUT', 'CARRY_IN');
CREATE TYPE "LedgerGround" AS ENUM ('PROPOSAL', 'DOSSIER', 'LIST', 'CHANGE', 'QUEUE', 'INTAKE', 'BATCH', 'PAYER', 'CONTROL', 'SETTLEMENT');
CREATE TYPE "BudgetProposalKind" AS ENUM ('ALLOCATE', 'REDUCE', 'TRANSFER', 'CARRY_OVER', 'REUSE', 'REMIT');
CREATE TYPE "BudgetProposalState" AS ENUM ('PROPOSED', 'APPROVED', 'REFUSED', 'WITHDRAWN');

CREATE TABLE "BudgetYear" (
    "id" SERIAL NOT NULL,
    "policyId" INTEGER NOT NULL,
    "year" INTEGER NOT NULL,
    "source" BIGINT NOT NULL DEFAULT 0,
    "carriedIn" BIGINT NOT NULL DEFAULT 0,
    "available" BIGINT NOT NULL DEFAULT 0,
    "reserved" BIGINT NOT NULL DEFAULT 0,
    "committed" BIGINT NOT NULL DEFAULT 0,
    "sent" BIGINT NOT NULL DEFAULT 0,
    "paid" BIGINT NOT NULL DEFAULT 0,
    "settled" BIGINT NOT NULL DEFAULT 0,
    "returned" BIGINT NOT NULL DEFAULT 0,
    "carriedOut" BIGINT NOT NULL DEFAULT 0,
    "paused" BOOLEAN NOT NULL DEFAULT false,
    "pauseReason" TEXT,
    "pausedById" INTEGER,
    "pausedAt" TIMESTAMPTZ(3),
    "closedAt" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "BudgetYear_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "LedgerPosting" (
    "id" SERIAL NOT NULL,
    "key" TEXT NOT NULL,
    "ground" "LedgerGround" NOT NULL,
    "subjectId" INTEGER NOT NULL,
    "document" TEXT NOT NULL,
    "reason" TEXT,
    "byUserId" INTEGER,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "LedgerPosting_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "LedgerEntry" (
    "id" BIGSERIAL NOT NULL,
    "postingId" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "budgetYearId" INTEGER NOT NULL,
    "kind" "LedgerKind" NOT NULL,
    "fromAccount" "LedgerAccount" NOT NULL,
    "toAccount" "LedgerAccount" NOT NULL,
    "amount" BIGINT NOT NULL,
    "claimId" INTEGER,
    "dossierId" INTEGER,

    CONSTRAINT "LedgerEntry_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "ClaimMoney" (
    "claimId" INTEGER NOT NULL,
    "budgetYearId" INTEGER NOT NULL,
    "dossierId" INTEGER NOT NULL,
    "reserved" BIGINT NOT NULL DEFAULT 0,
    "committed" BIGINT NOT NULL DEFAULT 0,
    "sent" BIGINT NOT NULL DEFAULT 0,
    "paid" BIGINT NOT NULL DEFAULT 0,
    "settled" BIGINT NOT NULL DEFAULT 0,
    "returned" BIGINT NOT NULL DEFAULT 0,

    CONSTRAINT "ClaimMoney_pkey" PRIMARY KEY ("claimId","budgetYearId")
);

CREATE TABLE "DossierFunding" (
    "dossierId" INTEGER NOT NULL,
    "budgetYearId" INTEGER NOT NULL,
    "waiting" BIGINT NOT NULL DEFAULT 0,
    "since" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "DossierFunding_pkey" PRIMARY KEY ("dossierId")
);

CREATE TABLE "BudgetProposal" (
    "id" SERIAL NOT NULL,
    "budgetYearId" INTEGER NOT NULL,
    "kind" "BudgetProposalKind" NOT NULL,
    "toYearId" INTEGER,
    "amount" BIGINT,
    "document" TEXT NOT NULL,
    "documentOn" DATE NOT NULL,
    "note" TEXT,
    "state" "BudgetProposalState" NOT NULL DEFAULT 'PROPOSED',
    "proposedById" INTEGER NOT NULL,
    "proposedAt" TIMESTAMPTZ(3) NOT NULL,
    "decidedById" INTEGER,
    "decidedAt" TIMESTAMPTZ(3),
    "decisionNote" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "BudgetProposal_pkey" PRIMARY KEY ("id")
);

CREATE UNIQUE INDEX "BudgetYear_policyId_year_key" ON "BudgetYear"("policyId", "year");
CREATE UNIQUE INDEX "LedgerPosting_key_key" ON "LedgerPosting"("key");
CREATE UNIQUE INDEX "LedgerPosting_id_at_key" ON "LedgerPosting"("id", "at");
CREATE INDEX "LedgerPosting_ground_subjectId_idx" ON "LedgerPosting"("ground", "subjectId");
CREATE INDEX "LedgerEntry_budgetYearId_at_id_idx" ON "LedgerEntry"("budgetYearId", "at", "id");
CREATE INDEX "LedgerEntry_budgetYearId_kind_at_id_idx" ON "LedgerEntry"("budgetYearId", "kind", "at", "id");
CREATE INDEX "LedgerEntry_budgetYearId_amount_id_idx" ON "LedgerEntry"("budgetYearId", "amount", "id");
CREATE INDEX "LedgerEntry_dossierId_claimId_idx" ON "LedgerEntry"("dossierId", "claimId");
CREATE INDEX "ClaimMoney_budgetYearId_claimId_idx" ON "ClaimMoney"("budgetYearId", "claimId");
CREATE INDEX "ClaimMoney_dossierId_idx" ON "ClaimMoney"("dossierId");
CREATE INDEX "DossierFunding_budgetYearId_idx" ON "DossierFunding"("budgetYearId");
CREATE INDEX "BudgetProposal_budgetYearId_id_idx" ON "BudgetProposal"("budgetYearId", "id");
CREATE INDEX "BudgetProposal_state_id_idx" ON "BudgetProposal"("state", "id");
CREATE UNIQUE INDEX "SupportClaim_id_dossierId_key" ON "SupportClaim"("id", "dossierId");

ALTER TABLE "BudgetYear" ADD CONSTRAINT "BudgetYear_policyId_fkey" FOREIGN KEY ("policyId") REFERENCES "SupportPolicy"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "BudgetYear" ADD CONSTRAINT "BudgetYear_pausedById_fkey" FOREIGN KEY ("pausedById") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "LedgerPosting" ADD CONSTRAINT "LedgerPosting_byUserId_fkey" FOREIGN KEY ("byUserId") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "LedgerEntry" ADD CONSTRAINT "LedgerEntry_postingId_at_fkey" FOREIGN KEY ("postingId", "at") REFERENCES "LedgerPosting"("id", "at") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "LedgerEntry" ADD CONSTRAINT "LedgerEntry_budgetYearId_fkey" FOREIGN KEY ("budgetYearId") REFERENCES "BudgetYear"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "LedgerEntry" ADD CONSTRAINT "LedgerEntry_claimId_dossierId_fkey" FOREIGN KEY ("claimId", "dossierId") REFERENCES "SupportClaim"("id", "dossierId") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "ClaimMoney" ADD CONSTRAINT "ClaimMoney_claimId_dossierId_fkey" FOREIGN KEY ("claimId", "dossierId") REFERENCES "SupportClaim"("id", "dossierId") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "ClaimMoney" ADD CONSTRAINT "ClaimMoney_budgetYearId_fkey" FOREIGN KEY ("budgetYearId") REFERENCES "BudgetYear"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "DossierFunding" ADD CONSTRAINT "DossierFunding_dossierId_fkey" FOREIGN KEY ("dossierId") REFERENCES "SubsidyDossier"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "DossierFunding" ADD CONSTRAINT "DossierFunding_budgetYearId_fkey" FOREIGN KEY ("budgetYearId") REFERENCES "BudgetYear"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "BudgetProposal" ADD CONSTRAINT "BudgetProposal_budgetYearId_fkey" FOREIGN KEY ("budgetYearId") REFERENCES "BudgetYear"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "BudgetProposal" ADD CONSTRAINT "BudgetProposal_toYearId_fkey" FOREIGN KEY ("toYearId") REFERENCES "BudgetYear"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "BudgetProposal" ADD CONSTRAINT "BudgetProposal_proposedById_fkey" FOREIGN KEY ("proposedById") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "BudgetProposal" ADD CONSTRAINT "BudgetProposal_decidedById_fkey" FOREIGN KEY ("decidedById") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- What may never be ------------------------------------------------------------------------------------------------------

-- Allocated ≥ reserved + committed + sent + paid + settled, at every instant: what is free cannot fall below nothing.
ALTER TABLE "BudgetYear"
  ADD CONSTRAINT "BudgetYear_not_overspent" CHECK ("available" >= 0),
  ADD CONSTRAINT "BudgetYear_not_below_zero" CHECK (
    "reserved" >= 0 AND "committed" >= 0 AND "sent" >= 0 AND "paid" >= 0 AND "settled" >= 0 AND "returned" >= 0 AND "carriedOut" >= 0),
  ADD CONSTRAINT "BudgetYear_sources" CHECK ("source" <= 0 AND "carriedIn" <= 0),
  ADD CONSTRAINT "BudgetYear_balanced" CHECK (
    "source" + "carriedIn" + "available" + "reserved" + "committed" + "sent" + "paid" + "settled" + "returned" + "carriedOut" = 0),
  ADD CONSTRAINT "BudgetYear_pause_is_explained" CHECK ("paused" = ("pauseReason" IS NOT NULL) AND "paused" = ("pausedAt" IS NOT NULL)),
  ADD CONSTRAINT "BudgetYear_year" CHECK ("year" BETWEEN 2000 AND 2100);

ALTER TABLE "LedgerPosting"
  ADD CONSTRAINT "LedgerPosting_cites" CHECK (length(trim("document")) > 0 AND length("key") BETWEEN 1 AND 200);

-- The accounts of each kind of move, and whether it is of a person.
ALTER TABLE "LedgerEntry"
  ADD CONSTRAINT "LedgerEntry_amount" CHECK ("amount" > 0),
  ADD CONSTRAINT "LedgerEntry_claim_and_dossier" CHECK (("claimId" IS NULL) = ("dossierId" IS NULL)),
  ADD CONSTRAINT "LedgerEntry_move" CHECK (CASE "kind"
    WHEN 'ALLOCATE' THEN "fromAccount" = 'SOURCE' AND "toAccount" = 'AVAILABLE' AND "claimId" IS NULL
    WHEN 'REDUCE' THEN "fromAccount" = 'AVAILABLE' AND "toAccount" = 'SOURCE' AND "claimId" IS NULL
    WHEN 'RESERVE' THEN "fromAccount" = 'AVAILABLE' AND "toAccount" = 'RESERVED' AND "claimId" IS NOT NULL
    WHEN 'RELEASE' THEN "fromAccount" = 'RESERVED' AND "toAccount" = 'AVAILABLE' AND "claimId" IS NOT NULL
    WHEN 'COMMIT' THEN "fromAccount" = 'RESERVED' AND "toAccount" = 'COMMITTED' AND "claimId" IS NOT NULL
    WHEN 'LESSEN' THEN "fromAccount" = 'COMMITTED' AND "toAccount" = 'AVAILABLE' AND "claimId" IS NOT NULL
    WHEN 'SEND' THEN "fromAccount" = 'COMMITTED' AND "toAccount" = 'SENT' AND "claimId" IS NOT NULL
    WHEN 'FAIL' THEN "fromAccount" = 'SENT' AND "toAccount" = 'COMMITTED' AND "claimId" IS NOT NULL
    WHEN 'PAY' THEN "fromAccount" = 'SENT' AND "toAccount" = 'PAID' AND "claimId" IS NOT NULL
    WHEN 'BOUNCE' THEN "fromAccount" = 'PAID' AND "toAccount" = 'COMMITTED' AND "claimId" IS NOT NULL
    WHEN 'SETTLE' THEN "fromAccount" = 'PAID' AND "toAccount" = 'SETTLED' AND "claimId" IS NOT NULL
    WHEN 'UNSETTLE' THEN "fromAccount" = 'SETTLED' AND "toAccount" = 'PAID' AND "claimId" IS NOT NULL
    WHEN 'CLAW_BACK' THEN "fromAccount" IN ('PAID', 'SETTLED') AND "toAccount" = 'RETURNED' AND "claimId" IS NOT NULL
    WHEN 'REUSE' THEN "fromAccount" = 'RETURNED' AND "toAccount" = 'AVAILABLE' AND "claimId" IS NULL
    WHEN 'REMIT' THEN "fromAccount" = 'RETURNED' AND "toAccount" = 'SOURCE' AND "claimId" IS NULL
    WHEN 'CARRY_OUT' THEN "toAccount" = 'CARRIED_OUT' AND "fromAccount" IN ('AVAILABLE', 'RESERVED', 'COMMITTED')
      AND ("fromAccount" = 'AVAILABLE') = ("claimId" IS NULL)
    WHEN 'CARRY_IN' THEN "fromAccount" = 'CARRIED_IN' AND "toAccount" IN ('AVAILABLE', 'RESERVED', 'COMMITTED')
      AND ("toAccount" = 'AVAILABLE') = ("claimId" IS NULL)
  END);
-- One act moves one thing once; also the way from an act to its entries.
CREATE UNIQUE INDEX "LedgerEntry_once" ON "LedgerEntry" ("postingId", "claimId", "kind", "fromAccount", "toAccount", "budgetYearId") NULLS NOT DISTINCT;

ALTER TABLE "ClaimMoney"
  ADD CONSTRAINT "ClaimMoney_not_below_zero" CHECK (
    "reserved" >= 0 AND "committed" >= 0 AND "sent" >= 0 AND "paid" >= 0 AND "settled" >= 0 AND "returned" >= 0);
-- From a total to its persons, however many others there are.
CREATE INDEX "ClaimMoney_reserved" ON "ClaimMoney" ("budgetYearId", "claimId") WHERE "reserved" > 0;
CREATE INDEX "ClaimMoney_committed" ON "ClaimMoney" ("budgetYearId", "claimId") WHERE "committed" > 0;
CREATE INDEX "ClaimMoney_sent" ON "ClaimMoney" ("budgetYearId", "claimId") WHERE "sent" > 0;
CREATE INDEX "ClaimMoney_paid" ON "ClaimMoney" ("budgetYearId", "claimId") WHERE "paid" > 0;
CREATE INDEX "ClaimMoney_returned" ON "ClaimMoney" ("budgetYearId", "claimId") WHERE "returned" > 0;

ALTER TABLE "DossierFunding" ADD CONSTRAINT "DossierFunding_waiting" CHECK ("waiting" >= 0);
-- The queue of those that wait for money.
CREATE INDEX "DossierFunding_queue" ON "DossierFunding" ("budgetYearId", "since", "dossierId") WHERE "waiting" > 0;

ALTER TABLE "BudgetProposal"
  ADD CONSTRAINT "BudgetProposal_amount" CHECK ("amount" > 0 OR ("kind" = 'CARRY_OVER' AND coalesce("amount", 0) >= 0)),
  ADD CONSTRAINT "BudgetProposal_amount_known" CHECK ("amount" IS NOT NULL OR ("kind" = 'CARRY_OVER' AND "state" <> 'APPROVED')),
  ADD CONSTRAINT "BudgetProposal_to_year" CHECK (
    ("toYearId" IS NOT NULL) = ("kind" IN ('TRANSFER', 'CARRY_OVER')) AND "toYearId" IS DISTINCT FROM "budgetYearId"),
  ADD CONSTRAINT "BudgetProposal_two_people" CHECK ("decidedById" IS DISTINCT FROM "proposedById" OR "state" = 'WITHDRAWN'),
  ADD CONSTRAINT "BudgetProposal_decided" CHECK (("state" = 'PROPOSED') = ("decidedAt" IS NULL) AND ("state" = 'PROPOSED') = ("decidedById" IS NULL)),
  ADD CONSTRAINT "BudgetProposal_refusal_is_explained" CHECK ("state" <> 'REFUSED' OR "decisionNote" IS NOT NULL),
  ADD CONSTRAINT "BudgetProposal_cites" CHECK (length(trim("document")) > 0);

-- Entries are written and never changed ---------------------------------------------------------------------------------

CREATE TRIGGER "LedgerPosting_append_only" BEFORE UPDATE OR DELETE ON "LedgerPosting" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "LedgerEntry_append_only" BEFORE UPDATE OR DELETE ON "LedgerEntry" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "LedgerPosting_not_emptied" BEFORE TRUNCATE ON "LedgerPosting" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "LedgerEntry_not_emptied" BEFORE TRUNCATE ON "LedgerEntry" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "BudgetYear_not_emptied" BEFORE TRUNCATE ON "BudgetYear" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "ClaimMoney_not_emptied" BEFORE TRUNCATE ON "ClaimMoney" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- Balances are written from within ledger_apply alone: there, a trigger runs inside a trigger.
CREATE FUNCTION ledger_guard_year() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    RAISE EXCEPTION 'a budget year is not deleted' USING ERRCODE = 'check_violation', CONSTRAINT = 'BudgetYear_kept_by_entries';
  END IF;
  IF TG_OP = 'INSERT' THEN
    IF num_nonnulls(nullif(NEW.source, 0), nullif(NEW."carriedIn", 0), nullif(NEW.available, 0), nullif(NEW.reserved, 0),
        nullif(NEW.committed, 0), nullif(NEW.sent, 0), nullif(NEW.paid, 0), nullif(NEW.settled, 0), nullif(NEW.returned, 0),
        nullif(NEW."carriedOut", 0)) > 0 THEN
      RAISE EXCEPTION 'a budget year begins with nothing' USING ERRCODE = 'check_violation', CONSTRAINT = 'BudgetYear_kept_by_entries';
    END IF;
    RETURN NEW;
  END IF;
  IF (NEW.id, NEW."policyId", NEW.year) IS DISTINCT FROM (OLD.id, OLD."policyId", OLD.year)
    OR (pg_trigger_depth() = 1 AND
      (NEW.source, NEW."carriedIn", NEW.available, NEW.reserved, NEW.committed, NEW.sent, NEW.paid, NEW.settled, NEW.returned, NEW."carriedOut")
      IS DISTINCT FROM
      (OLD.source, OLD."carriedIn", OLD.available, OLD.reserved, OLD.committed, OLD.sent, OLD.paid, OLD.settled, OLD.returned, OLD."carriedOut")) THEN
    RAISE EXCEPTION 'balances are kept by the entries' USING ERRCODE = 'check_violation', CONSTRAINT = 'BudgetYear_kept_by_entries';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "BudgetYear_kept_by_entries" BEFORE INSERT OR UPDATE OR DELETE ON "BudgetYear" FOR EACH ROW EXECUTE FUNCTION ledger_guard_year();

CREATE FUNCTION ledger_guard_claim() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF pg_trigger_depth() = 1 THEN
    RAISE EXCEPTION 'the money of a claim is kept by the entries' USING ERRCODE = 'check_violation', CONSTRAINT = 'ClaimMoney_kept_by_entries';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER "ClaimMoney_kept_by_entries" BEFORE INSERT OR UPDATE OR DELETE ON "ClaimMoney" FOR EACH STATEMENT EXECUTE FUNCTION ledger_guard_claim();

/*
 * Applies all entries of one statement at once: the rows of the years are locked in the order of their ids (the one lock
 * that ledger work waits for, the last that a transaction takes), then balances and claims follow, and the checks hold or
 * everything is undone. NO KEY UPDATE, because the foreign keys of entries that others are writing hold KEY SHARE.
 */
CREATE FUNCTION ledger_apply() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  wrong TEXT;
BEGIN
  PERFORM 1 FROM "BudgetYear" WHERE id IN (SELECT "budgetYearId" FROM entered) ORDER BY id FOR NO KEY UPDATE;

  SELECT string_agg(DISTINCT y.year::text, ', ') INTO wrong FROM entered e JOIN "BudgetYear" y ON y.id = e."budgetYearId"
    WHERE y.paused AND e.kind IN ('RESERVE', 'COMMIT', 'SEND');
  IF wrong IS NOT NULL THEN
    RAISE EXCEPTION 'the budget of % is paused', wrong USING ERRCODE = 'check_violation', CONSTRAINT = 'BudgetYear_paused';
  END IF;
  SELECT string_agg(DISTINCT y.year::text, ', ') INTO wrong FROM entered e JOIN "BudgetYear" y ON y.id = e."budgetYearId"
    WHERE y."closedAt" IS NOT NULL AND e.kind IN ('ALLOCATE', 'RESERVE', 'COMMIT', 'SEND', 'CARRY_IN');
  IF wrong IS NOT NULL THEN
    RAISE EXCEPTION 'the budget of % is closed', wrong USING ERRCODE = 'check_violation', CONSTRAINT = 'BudgetYear_closed';
  END IF;

  -- A claim is of the year's policy, and what leaves one year arrives in another, in the same account.
  IF EXISTS (SELECT 1 FROM (SELECT DISTINCT "budgetYearId", "dossierId" FROM entered WHERE "dossierId" IS NOT NULL) e
      JOIN "BudgetYear" y ON y.id = e."budgetYearId" JOIN "SubsidyDossier" d ON d.id = e."dossierId" WHERE d."policyId" <> y."policyId") THEN
    RAISE EXCEPTION 'a claim is paid from its own policy' USING ERRCODE = 'check_violation', CONSTRAINT = 'LedgerEntry_own_policy';
  END IF;
  IF EXISTS (SELECT 1 FROM entered e JOIN "BudgetYear" y ON y.id = e."budgetYearId" WHERE e.kind IN ('CARRY_OUT', 'CARRY_IN')
      GROUP BY e."postingId", y."policyId", e."claimId", CASE e.kind WHEN 'CARRY_OUT' THEN e."fromAccount" ELSE e."toAccount" END
      HAVING sum(CASE e.kind WHEN 'CARRY_OUT' THEN e.amount ELSE -e.amount END) <> 0) THEN
    RAISE EXCEPTION 'what is carried out of a year is carried into another' USING ERRCODE = 'check_violation', CONSTRAINT = 'LedgerEntry_carried';
  END IF;

  UPDATE "BudgetYear" y SET source = y.source + s.source, "carriedIn" = y."carriedIn" + s.carried_in, available = y.available + s.available,
    reserved = y.reserved + s.reserved, committed = y.committed + s.committed, sent = y.sent + s.sent, paid = y.paid + s.paid,
    settled = y.settled + s.settled, returned = y.returned + s.returned, "carriedOut" = y."carriedOut" + s.carried_out
  FROM (
    SELECT year, coalesce(sum(amount) FILTER (WHERE account = 'SOURCE'), 0) AS source,
      coalesce(sum(amount) FILTER (WHERE account = 'CARRIED_IN'), 0) AS carried_in,
      coalesce(sum(amount) FILTER (WHERE account = 'AVAILABLE'), 0) AS available,
      coalesce(sum(amount) FILTER (WHERE account = 'RESERVED'), 0) AS reserved,
      coalesce(sum(amount) FILTER (WHERE account = 'COMMITTED'), 0) AS committed,
      coalesce(sum(amount) FILTER (WHERE account = 'SENT'), 0) AS sent,
      coalesce(sum(amount) FILTER (WHERE account = 'PAID'), 0) AS paid,
      coalesce(sum(amount) FILTER (WHERE account = 'SETTLED'), 0) AS settled,
      coalesce(sum(amount) FILTER (WHERE account = 'RETURNED'), 0) AS returned,
      coalesce(sum(amount) FILTER (WHERE account = 'CARRIED_OUT'), 0) AS carried_out
    FROM (
      SELECT "budgetYearId" AS year, "toAccount" AS account, amount FROM entered
      UNION ALL SELECT "budgetYearId", "fromAccount", -amount FROM entered
    ) side GROUP BY year
  ) s WHERE y.id = s.year;

  INSERT INTO "ClaimMoney" ("claimId", "budgetYearId", "dossierId")
  SELECT DISTINCT "claimId", "budgetYearId", "dossierId" FROM entered WHERE "claimId" IS NOT NULL ORDER BY 1, 2
  ON CONFLICT DO NOTHING;
  UPDATE "ClaimMoney" m SET reserved = m.reserved + s.reserved, committed = m.committed + s.committed, sent = m.sent + s.sent,
    paid = m.paid + s.paid, settled = m.settled + s.settled, returned = m.returned + s.returned
  FROM (
    SELECT claim, year, coalesce(sum(amount) FILTER (WHERE account = 'RESERVED'), 0) AS reserved,
      coalesce(sum(amount) FILTER (WHERE account = 'COMMITTED'), 0) AS committed,
      coalesce(sum(amount) FILTER (WHERE account = 'SENT'), 0) AS sent,
      coalesce(sum(amount) FILTER (WHERE account = 'PAID'), 0) AS paid,
      coalesce(sum(amount) FILTER (WHERE account = 'SETTLED'), 0) AS settled,
      coalesce(sum(amount) FILTER (WHERE account = 'RETURNED'), 0) AS returned
    FROM (
      SELECT "claimId" AS claim, "budgetYearId" AS year, "toAccount" AS account, amount FROM entered WHERE "claimId" IS NOT NULL
      UNION ALL SELECT "claimId", "budgetYearId", "fromAccount", -amount FROM entered WHERE "claimId" IS NOT NULL
    ) side GROUP BY claim, year
  ) s WHERE m."claimId" = s.claim AND m."budgetYearId" = s.year;

  -- Nobody is reserved or granted more than their benefit, over all years, what was paid and given back included; only what
  -- is examined is reserved, and only what a decision granted is committed. A benefit that was lessened after it was sent or
  -- paid may hold more than it is: that is what is claimed back.
  IF EXISTS (
    SELECT 1 FROM (SELECT DISTINCT "claimId" FROM entered WHERE kind IN ('RESERVE', 'COMMIT', 'FAIL', 'BOUNCE', 'CARRY_IN')) t
      JOIN "SupportClaim" c ON c.id = t."claimId" JOIN "ClaimMoney" m ON m."claimId" = c.id
    GROUP BY c.id
    HAVING sum(m.reserved + m.committed) > greatest(c.amount - sum(m.sent + m.paid + m.settled + m.returned), 0)
      OR (c.state <> 'GRANTED' AND sum(m.committed) > 0) OR (c.state <> 'IN_FLIGHT' AND sum(m.reserved) > 0)) THEN
    RAISE EXCEPTION 'a benefit holds more than it may' USING ERRCODE = 'check_violation', CONSTRAINT = 'ClaimMoney_within_claim';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER "LedgerEntry_apply" AFTER INSERT ON "LedgerEntry" REFERENCING NEW TABLE AS entered
  FOR EACH STATEMENT EXECUTE FUNCTION ledger_apply();

-- Whoever changes a claim moves its money as well, before the transaction ends.
CREATE FUNCTION claim_holds_its_money() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (
    SELECT 1 FROM "SupportClaim" c JOIN "ClaimMoney" m ON m."claimId" = c.id WHERE c.id = NEW.id
    GROUP BY c.id
    HAVING sum(m.reserved + m.committed) > greatest(c.amount - sum(m.sent + m.paid + m.settled + m.returned), 0)
      OR (c.state <> 'GRANTED' AND sum(m.committed) > 0) OR (c.state <> 'IN_FLIGHT' AND sum(m.reserved) > 0)) THEN
    RAISE EXCEPTION 'a benefit holds more than it may' USING ERRCODE = 'check_violation', CONSTRAINT = 'ClaimMoney_within_claim';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER "SupportClaim_holds_its_money" AFTER UPDATE OF "amount", "state" ON "SupportClaim"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION claim_holds_its_money();
