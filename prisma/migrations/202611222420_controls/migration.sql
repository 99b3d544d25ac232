-- Control after payment: samples, answers, what comes back.

CREATE TYPE "ControlMethod" AS ENUM ('RANDOM', 'RISK');

CREATE TYPE "ControlRoundState" AS ENUM ('PROPOSED', 'DECIDED', 'REFUSED');

CREATE TYPE "ControlState" AS ENUM ('DRAWN', 'ASKED', 'ANSWERED', 'JUDGED', 'DEMANDED', 'CLOSED');

CREATE TYPE "ControlOutcome" AS ENUM ('IN_ORDER', 'ERROR', 'NOT_ANSWERED');

CREATE TABLE "ControlRound" (
    "id" SERIAL NOT NULL,
    "policyId" INTEGER NOT NULL,
    "year" INTEGER NOT NULL,
    "organisationId" INTEGER,
    "method" "ControlMethod" NOT NULL,
    "size" INTEGER NOT NULL,
    "seed" TEXT NOT NULL,
    "weights" JSONB NOT NULL DEFAULT '{}',
    "population" INTEGER NOT NULL,
    "populationHash" TEXT NOT NULL,
    "answerDays" INTEGER NOT NULL,
    "basis" TEXT NOT NULL,
    "state" "ControlRoundState" NOT NULL DEFAULT 'PROPOSED',
    "proposedById" INTEGER NOT NULL,
    "proposedAt" TIMESTAMPTZ(3) NOT NULL,
    "decidedById" INTEGER,
    "decidedAt" TIMESTAMPTZ(3),
    "note" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "ControlRound_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "ControlCase" (
    "id" SERIAL NOT NULL,
    "roundId" INTEGER NOT NULL,
    "rank" INTEGER NOT NULL,
    "dossierId" INTEGER NOT NULL,
    "position" INTEGER NOT NULL,
    "beneficiaryId" INTEGER NOT NULL,
    "fullName" TEXT NOT NULL,
    "paid" BIGINT NOT NULL,
    "score" INTEGER NOT NULL DEFAULT 0,
    "signals" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "state" "ControlState" NOT NULL DEFAULT 'DRAWN',
    "askedAt" TIMESTAMPTZ(3),
    "dueOn" DATE,
    "answer" TEXT,
    "answeredById" INTEGER,
    "answeredAt" TIMESTAMPTZ(3),
    "outcome" "ControlOutcome",
    "amount" BIGINT NOT NULL DEFAULT 0,
    "finding" TEXT,
    "judgedById" INTEGER,
    "judgedAt" TIMESTAMPTZ(3),
    "decidedById" INTEGER,
    "decidedAt" TIMESTAMPTZ(3),
    "returned" BIGINT NOT NULL DEFAULT 0,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "ControlCase_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "ControlFile" (
    "caseId" INTEGER NOT NULL,
    "fileId" INTEGER NOT NULL,
    "fileName" TEXT NOT NULL,

    CONSTRAINT "ControlFile_pkey" PRIMARY KEY ("caseId","fileId")
);

CREATE TABLE "ControlReturn" (
    "id" SERIAL NOT NULL,
    "caseId" INTEGER NOT NULL,
    "amount" BIGINT NOT NULL,
    "returnedOn" DATE NOT NULL,
    "document" TEXT NOT NULL,
    "byUserId" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ControlReturn_pkey" PRIMARY KEY ("id")
);

CREATE INDEX "ControlRound_state_id_idx" ON "ControlRound"("state", "id");

CREATE INDEX "ControlCase_dossierId_idx" ON "ControlCase"("dossierId");

CREATE INDEX "ControlCase_state_id_idx" ON "ControlCase"("state", "id");

CREATE UNIQUE INDEX "ControlCase_roundId_rank_key" ON "ControlCase"("roundId", "rank");

CREATE UNIQUE INDEX "ControlFile_fileId_key" ON "ControlFile"("fileId");

CREATE UNIQUE INDEX "ControlReturn_caseId_document_key" ON "ControlReturn"("caseId", "document");

ALTER TABLE "ControlRound" ADD CONSTRAINT "ControlRound_policyId_fkey" FOREIGN KEY ("policyId") REFERENCES "SupportPolicy"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "ControlRound" ADD CONSTRAINT "ControlRound_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "ControlRound" ADD CONSTRAINT "ControlRound_proposedById_fkey" FOREIGN KEY ("proposedById") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "ControlRound" ADD CONSTRAINT "ControlRound_decidedById_fkey" FOREIGN KEY ("decidedById") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "ControlCase" ADD CONSTRAINT "ControlCase_roundId_fkey" FOREIGN KEY ("roundId") REFERENCES "ControlRound"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "ControlCase" ADD CONSTRAINT "ControlCase_dossierId_fkey" FOREIGN KEY ("dossierId") REFERENCES "SubsidyDossier"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "ControlCase" ADD CONSTRAINT "ControlCase_answeredById_fkey" FOREIGN KEY ("answeredById") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "ControlCase" ADD CONSTRAINT "ControlCase_judgedById_fkey" FOREIGN KEY ("judgedById") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "ControlCase" ADD CONSTRAINT "ControlCase_decidedById_fkey" FOREIGN KEY ("decidedById") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "ControlFile" ADD CONSTRAINT "ControlFile_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "ControlCase"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "ControlFile" ADD CONSTRAINT "ControlFile_fileId_fkey" FOREIGN KEY ("fileId") REFERENCES "UploadedFile"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "ControlReturn" ADD CONSTRAINT "ControlReturn_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "ControlCase"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "ControlReturn" ADD CONSTRAINT "ControlReturn_byUserId_fkey" FOREIGN KEY ("byUserId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "ControlRound"
  ADD CONSTRAINT "ControlRound_two_people" CHECK ("decidedById" IS DISTINCT FROM "proposedById"),
  ADD CONSTRAINT "ControlRound_decided" CHECK (("state" = 'PROPOSED') = ("decidedById" IS NULL) AND ("state" = 'PROPOSED') = ("decidedAt" IS NULL)),
  ADD CONSTRAINT "ControlRound_size" CHECK ("size" > 0 AND "answerDays" > 0 AND "population" >= 0);
ALTER TABLE "ControlCase"
  ADD CONSTRAINT "ControlCase_two_people" CHECK ("decidedById" IS NULL OR "decidedById" <> "judgedById"),
  ADD CONSTRAINT "ControlCase_judged" CHECK ("state" NOT IN ('JUDGED', 'DEMANDED', 'CLOSED') OR num_nonnulls("outcome", "finding", "judgedById", "judgedAt") = 4),
  ADD CONSTRAINT "ControlCase_decided" CHECK (("state" IN ('DEMANDED', 'CLOSED')) = (num_nonnulls("decidedById", "decidedAt") = 2)),
  ADD CONSTRAINT "ControlCase_asked" CHECK (("state" = 'DRAWN') = ("dueOn" IS NULL)),
  ADD CONSTRAINT "ControlCase_amount" CHECK ("amount" >= 0 AND "amount" <= "paid" AND "returned" >= 0 AND "returned" <= "amount"
    AND ("outcome" IS DISTINCT FROM 'IN_ORDER' OR "amount" = 0) AND ("outcome" IS DISTINCT FROM 'ERROR' OR "amount" > 0));
ALTER TABLE "ControlReturn" ADD CONSTRAINT "ControlReturn_amount" CHECK ("amount" > 0 AND length(trim("document")) > 0);
CREATE TRIGGER "ControlReturn_append_only" BEFORE UPDATE OR DELETE ON "ControlReturn" FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- What was drawn, and from what, stays.
CREATE FUNCTION control_round_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' OR OLD.state <> 'PROPOSED' OR
    (NEW."policyId", NEW.year, NEW."organisationId", NEW.method, NEW.size, NEW.seed, NEW.weights, NEW.population, NEW."populationHash", NEW."proposedById", NEW."proposedAt")
    IS DISTINCT FROM
    (OLD."policyId", OLD.year, OLD."organisationId", OLD.method, OLD.size, OLD.seed, OLD.weights, OLD.population, OLD."populationHash", OLD."proposedById", OLD."proposedAt") THEN
    RAISE EXCEPTION 'a sample stays as it was drawn' USING ERRCODE = 'check_violation', CONSTRAINT = 'ControlRound_stays';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "ControlRound_stays" BEFORE UPDATE OR DELETE ON "ControlRound" FOR EACH ROW EXECUTE FUNCTION control_round_stays();
