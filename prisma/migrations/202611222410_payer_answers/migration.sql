-- What the payer answers to the transfers, line by line.

CREATE TYPE "PayerFileState" AS ENUM ('READING', 'READ', 'UNREADABLE');

CREATE TYPE "PayerOutcome" AS ENUM ('PAID', 'FAILED', 'NO_MATCH', 'DUPLICATE', 'WRONG_AMOUNT', 'WRONG_PAYEE', 'CONFLICT', 'UNREADABLE');

CREATE TABLE "PayerFile" (
    "id" SERIAL NOT NULL,
    "hash" TEXT NOT NULL,
    "ref" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "sealed" TEXT,
    "state" "PayerFileState" NOT NULL DEFAULT 'READING',
    "problem" TEXT,
    "rowsRead" INTEGER NOT NULL DEFAULT 0,
    "repeated" INTEGER NOT NULL DEFAULT 0,
    "takenById" INTEGER NOT NULL,
    "takenAt" TIMESTAMPTZ(3) NOT NULL,
    "readAt" TIMESTAMPTZ(3),

    CONSTRAINT "PayerFile_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "PayerLine" (
    "id" SERIAL NOT NULL,
    "key" TEXT NOT NULL,
    "fileId" INTEGER NOT NULL,
    "row" INTEGER NOT NULL,
    "ref" TEXT NOT NULL,
    "amount" BIGINT,
    "payeeName" TEXT,
    "lastDigits" TEXT,
    "verdict" "PayerOutcome",
    "reason" TEXT,
    "lineId" INTEGER,
    "outcome" "PayerOutcome" NOT NULL,
    "resolution" TEXT,
    "resolvedById" INTEGER,
    "resolvedAt" TIMESTAMPTZ(3),
    "resolvedNote" TEXT,

    CONSTRAINT "PayerLine_pkey" PRIMARY KEY ("id")
);

CREATE UNIQUE INDEX "PayerFile_hash_key" ON "PayerFile"("hash");

CREATE UNIQUE INDEX "PayerFile_ref_key" ON "PayerFile"("ref");

CREATE INDEX "PayerFile_state_idx" ON "PayerFile"("state");

CREATE UNIQUE INDEX "PayerLine_key_key" ON "PayerLine"("key");

CREATE INDEX "PayerLine_fileId_row_idx" ON "PayerLine"("fileId", "row");

CREATE INDEX "PayerLine_lineId_idx" ON "PayerLine"("lineId");

CREATE INDEX "PayerLine_outcome_id_idx" ON "PayerLine"("outcome", "id");

ALTER TABLE "PayerFile" ADD CONSTRAINT "PayerFile_takenById_fkey" FOREIGN KEY ("takenById") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "PayerLine" ADD CONSTRAINT "PayerLine_fileId_fkey" FOREIGN KEY ("fileId") REFERENCES "PayerFile"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "PayerLine" ADD CONSTRAINT "PayerLine_lineId_fkey" FOREIGN KEY ("lineId") REFERENCES "PaymentLine"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "PayerLine" ADD CONSTRAINT "PayerLine_resolvedById_fkey" FOREIGN KEY ("resolvedById") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "PayerFile" ADD CONSTRAINT "PayerFile_bytes_go" CHECK (("state" = 'READ') = ("readAt" IS NOT NULL) AND ("state" = 'READING') = ("sealed" IS NOT NULL));
ALTER TABLE "PayerLine"
  ADD CONSTRAINT "PayerLine_verdict" CHECK ("verdict" IS NULL OR "verdict" IN ('PAID', 'FAILED')),
  ADD CONSTRAINT "PayerLine_resolution" CHECK ("resolution" IS NULL OR
    ("resolution" IN ('PAID', 'FAILED', 'IGNORED') AND num_nonnulls("resolvedById", "resolvedAt", "resolvedNote") = 3));
-- What people have to settle.
CREATE INDEX "PayerLine_open" ON "PayerLine" ("id") WHERE "resolution" IS NULL AND "outcome" NOT IN ('PAID', 'FAILED');

-- What the payer said stays; what it means may change with the next line, and somebody may settle it once.
CREATE FUNCTION payer_line_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' OR (NEW.id, NEW."fileId", NEW.row, NEW.ref, NEW.amount, NEW."payeeName", NEW."lastDigits", NEW.verdict, NEW.reason, NEW."lineId")
      IS DISTINCT FROM (OLD.id, OLD."fileId", OLD.row, OLD.ref, OLD.amount, OLD."payeeName", OLD."lastDigits", OLD.verdict, OLD.reason, OLD."lineId")
    OR (OLD.resolution IS NOT NULL AND (NEW.resolution, NEW."resolvedById", NEW."resolvedAt", NEW."resolvedNote", NEW.outcome)
      IS DISTINCT FROM (OLD.resolution, OLD."resolvedById", OLD."resolvedAt", OLD."resolvedNote", OLD.outcome)) THEN
    RAISE EXCEPTION 'what the payer said stays' USING ERRCODE = 'check_violation', CONSTRAINT = 'PayerLine_stays';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "PayerLine_stays" BEFORE UPDATE OR DELETE ON "PayerLine" FOR EACH ROW EXECUTE FUNCTION payer_line_stays();
