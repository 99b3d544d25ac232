-- CreateEnum
CREATE TYPE "PaperTemplateKind" AS ENUM ('LETTER');

-- CreateEnum
CREATE TYPE "DocumentKind" AS ENUM ('OFFICIAL_LETTER', 'NOTICE', 'PLAN', 'REPORT', 'DECISION');

-- CreateEnum
CREATE TYPE "DisseminationChannel" AS ENUM ('PORTAL', 'FANPAGE', 'LEAFLET_DESK', 'RADIO_TV', 'NEWSPAPER', 'CITY_PORTAL', 'LOCALITY', 'YOUTH_UNION', 'EMPLOYMENT_CENTRE', 'DEMOBILISED');

-- CreateTable
CREATE TABLE "StoredFile" (
    "id" SERIAL NOT NULL,
    "name" TEXT NOT NULL,
    "contentType" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "content" BYTEA NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "StoredFile_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PaperTemplate" (
    "id" SERIAL NOT NULL,
    "kind" "PaperTemplateKind" NOT NULL,
    "no" INTEGER NOT NULL,
    "fileId" INTEGER NOT NULL,
    "fields" TEXT[],
    "note" TEXT,
    "inForce" BOOLEAN NOT NULL DEFAULT false,
    "uploadedById" INTEGER,
    "uploadedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "PaperTemplate_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "DocumentRegister" (
    "id" SERIAL NOT NULL,
    "symbol" TEXT NOT NULL,
    "nameVi" TEXT NOT NULL,
    "nameEn" TEXT NOT NULL,

    CONSTRAINT "DocumentRegister_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "DocumentYear" (
    "registerId" INTEGER NOT NULL,
    "year" INTEGER NOT NULL,
    "startedAfter" INTEGER NOT NULL DEFAULT 0,
    "lastNo" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "DocumentYear_pkey" PRIMARY KEY ("registerId","year")
);

-- CreateTable
CREATE TABLE "RegisteredDocument" (
    "id" SERIAL NOT NULL,
    "registerId" INTEGER NOT NULL,
    "year" INTEGER NOT NULL,
    "no" INTEGER NOT NULL,
    "kind" "DocumentKind" NOT NULL,
    "subject" TEXT NOT NULL,
    "recipients" TEXT,
    "issuedOn" DATE NOT NULL,
    "signerTitle" TEXT,
    "signerName" TEXT,
    "batchId" INTEGER,
    "templateId" INTEGER,
    "givenById" INTEGER,
    "givenAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "cancelledAt" TIMESTAMPTZ(3),
    "cancelledById" INTEGER,
    "cancelReason" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "searchText" TEXT GENERATED ALWAYS AS (
        vi_norm("subject" || ' ' || coalesce("recipients", '') || ' ' || coalesce("signerName", ''))
    ) STORED,

    CONSTRAINT "RegisteredDocument_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Dissemination" (
    "id" SERIAL NOT NULL,
    "batchId" INTEGER NOT NULL,
    "channel" "DisseminationChannel" NOT NULL,
    "sentOn" DATE NOT NULL,
    "receiver" TEXT,
    "link" TEXT,
    "fileId" INTEGER,
    "documentId" INTEGER,
    "automatic" BOOLEAN NOT NULL DEFAULT false,
    "recordedById" INTEGER,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "correctsId" INTEGER,
    "withdrawnAt" TIMESTAMPTZ(3),
    "withdrawnById" INTEGER,
    "withdrawReason" TEXT,

    CONSTRAINT "Dissemination_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "PaperTemplate_kind_no_key" ON "PaperTemplate"("kind", "no");

-- CreateIndex
CREATE UNIQUE INDEX "DocumentRegister_symbol_key" ON "DocumentRegister"("symbol");

-- CreateIndex
CREATE INDEX "RegisteredDocument_issuedOn_id_idx" ON "RegisteredDocument"("issuedOn", "id");

-- CreateIndex
CREATE INDEX "RegisteredDocument_searchText_trgm" ON "RegisteredDocument" USING GIN ("searchText" gin_trgm_ops);

-- CreateIndex
CREATE UNIQUE INDEX "RegisteredDocument_registerId_year_no_key" ON "RegisteredDocument"("registerId", "year", "no");

-- CreateIndex
CREATE UNIQUE INDEX "Dissemination_correctsId_key" ON "Dissemination"("correctsId");

-- CreateIndex
CREATE INDEX "Dissemination_batchId_sentOn_id_idx" ON "Dissemination"("batchId", "sentOn", "id");

-- CreateIndex
CREATE INDEX "Dissemination_sentOn_id_idx" ON "Dissemination"("sentOn", "id");

-- CreateIndex
CREATE INDEX "Dissemination_channel_sentOn_idx" ON "Dissemination"("channel", "sentOn");

-- AddForeignKey
ALTER TABLE "PaperTemplate" ADD CONSTRAINT "PaperTemplate_fileId_fkey" FOREIGN KEY ("fileId") REFERENCES "StoredFile"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PaperTemplate" ADD CONSTRAINT "PaperTemplate_uploadedById_fkey" FOREIGN KEY ("uploadedById") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DocumentYear" ADD CONSTRAINT "DocumentYear_registerId_fkey" FOREIGN KEY ("registerId") REFERENCES "DocumentRegister"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RegisteredDocument" ADD CONSTRAINT "RegisteredDocument_registerId_fkey" FOREIGN KEY ("registerId") REFERENCES "DocumentRegister"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RegisteredDocument" ADD CONSTRAINT "RegisteredDocument_batchId_fkey" FOREIGN KEY ("batchId") REFERENCES "VacancyBatch"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RegisteredDocument" ADD CONSTRAINT "RegisteredDocument_templateId_fkey" FOREIGN KEY ("templateId") REFERENCES "PaperTemplate"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RegisteredDocument" ADD CONSTRAINT "RegisteredDocument_givenById_fkey" FOREIGN KEY ("givenById") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RegisteredDocument" ADD CONSTRAINT "RegisteredDocument_cancelledById_fkey" FOREIGN KEY ("cancelledById") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Dissemination" ADD CONSTRAINT "Dissemination_batchId_fkey" FOREIGN KEY ("batchId") REFERENCES "VacancyBatch"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Dissemination" ADD CONSTRAINT "Dissemination_fileId_fkey" FOREIGN KEY ("fileId") REFERENCES "StoredFile"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Dissemination" ADD CONSTRAINT "Dissemination_documentId_fkey" FOREIGN KEY ("documentId") REFERENCES "RegisteredDocument"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Dissemination" ADD CONSTRAINT "Dissemination_recordedById_fkey" FOREIGN KEY ("recordedById") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Dissemination" ADD CONSTRAINT "Dissemination_withdrawnById_fkey" FOREIGN KEY ("withdrawnById") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Dissemination" ADD CONSTRAINT "Dissemination_correctsId_fkey" FOREIGN KEY ("correctsId") REFERENCES "Dissemination"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- Numbers of documents: given once, in order, for ever ------------------------------------------------------------------

ALTER TABLE "DocumentYear"
  ADD CONSTRAINT "DocumentYear_counts_up" CHECK ("startedAfter" >= 0 AND "lastNo" >= "startedAfter"),
  ADD CONSTRAINT "DocumentYear_year" CHECK ("year" BETWEEN 2000 AND 2100);
ALTER TABLE "RegisteredDocument"
  ADD CONSTRAINT "RegisteredDocument_year_of_issue" CHECK (extract(year from "issuedOn") = "year"),
  ADD CONSTRAINT "RegisteredDocument_cancellation_is_explained" CHECK (("cancelledAt" IS NULL) = ("cancelReason" IS NULL));

CREATE FUNCTION document_number_guard() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    RAISE EXCEPTION 'a document number that was given stays' USING ERRCODE = 'restrict_violation';
  END IF;
  IF TG_OP = 'INSERT' THEN
    IF NEW."no" IS DISTINCT FROM (SELECT y."lastNo" FROM "DocumentYear" y
        WHERE y."registerId" = NEW."registerId" AND y."year" = NEW."year") THEN
      RAISE EXCEPTION 'document number % is not the one the register has counted to', NEW."no" USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
  END IF;
  -- Only a cancellation is written later, once.
  IF OLD."cancelledAt" IS NOT NULL AND (NEW."cancelledAt", NEW."cancelReason") IS DISTINCT FROM (OLD."cancelledAt", OLD."cancelReason")
    OR (NEW."registerId", NEW."year", NEW."no", NEW."kind", NEW."subject", NEW."recipients", NEW."issuedOn", NEW."signerTitle",
        NEW."signerName", NEW."batchId", NEW."templateId")
      IS DISTINCT FROM (OLD."registerId", OLD."year", OLD."no", OLD."kind", OLD."subject", OLD."recipients", OLD."issuedOn",
        OLD."signerTitle", OLD."signerName", OLD."batchId", OLD."templateId") THEN
    RAISE EXCEPTION 'a registered document is not edited' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "RegisteredDocument_guard" BEFORE INSERT OR UPDATE OR DELETE ON "RegisteredDocument"
  FOR EACH ROW EXECUTE FUNCTION document_number_guard();

-- A batch has one letter that counts.
CREATE UNIQUE INDEX "RegisteredDocument_one_letter_a_batch" ON "RegisteredDocument" ("batchId")
  WHERE "cancelledAt" IS NULL AND "kind" = 'OFFICIAL_LETTER';

INSERT INTO "DocumentRegister" ("symbol", "nameVi", "nameEn") VALUES
  ('BQL-LĐ', 'Văn bản đi của Phòng Quản lý lao động', 'Outgoing documents of the labour department');

-- Templates and files ---------------------------------------------------------------------------------------------------

CREATE UNIQUE INDEX "PaperTemplate_one_in_force" ON "PaperTemplate" ("kind") WHERE "inForce";
ALTER TABLE "StoredFile" ADD CONSTRAINT "StoredFile_size" CHECK ("size" = octet_length("content") AND "size" > 0);
CREATE TRIGGER "StoredFile_append_only" BEFORE UPDATE OR DELETE ON "StoredFile" FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- Dissemination: corrected by another row, never edited ------------------------------------------------------------------

ALTER TABLE "Dissemination"
  ADD CONSTRAINT "Dissemination_withdrawal_is_explained" CHECK (("withdrawnAt" IS NULL) = ("withdrawReason" IS NULL));
CREATE UNIQUE INDEX "Dissemination_one_automatic" ON "Dissemination" ("batchId", "channel") WHERE "automatic";

CREATE FUNCTION dissemination_guard() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' OR OLD."withdrawnAt" IS NOT NULL AND (NEW."withdrawnAt", NEW."withdrawReason") IS DISTINCT FROM (OLD."withdrawnAt", OLD."withdrawReason")
    OR (NEW."batchId", NEW."channel", NEW."sentOn", NEW."receiver", NEW."link", NEW."fileId", NEW."documentId", NEW."automatic",
        NEW."recordedAt", NEW."correctsId")
      IS DISTINCT FROM (OLD."batchId", OLD."channel", OLD."sentOn", OLD."receiver", OLD."link", OLD."fileId", OLD."documentId",
        OLD."automatic", OLD."recordedAt", OLD."correctsId") THEN
    RAISE EXCEPTION 'a sending that was recorded is not edited or deleted' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "Dissemination_guard" BEFORE UPDATE OR DELETE ON "Dissemination" FOR EACH ROW EXECUTE FUNCTION dissemination_guard();

-- Batches that were published before the portal kept this log went out on the portal all the same.
INSERT INTO "Dissemination" ("batchId", "channel", "sentOn", "link", "automatic", "recordedById", "recordedAt")
SELECT b.id, 'PORTAL', (b."publishedAt" AT TIME ZONE 'Asia/Ho_Chi_Minh')::date, '/dot-tuyen-dung/' || b.year || '/' || b.no, true,
  (SELECT u.id FROM "User" u WHERE u.id = b."publishedById"), b."publishedAt"
FROM "VacancyBatch" b WHERE b."publishedAt" IS NOT NULL;
