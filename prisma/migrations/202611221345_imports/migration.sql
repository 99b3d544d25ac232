
-- CreateEnum
CREATE TYPE "ImportKind" AS ENUM ('NEEDS', 'ANNEX', 'REGISTER');

-- CreateEnum
CREATE TYPE "ImportState" AS ENUM ('READING', 'MAPPING', 'CHECKING', 'CHECKED', 'APPLYING', 'APPLIED', 'UNREADABLE', 'DISCARDED');

-- CreateEnum
CREATE TYPE "ImportRowState" AS ENUM ('ACCEPTED', 'ASKED', 'REFUSED', 'APPLIED');

-- CreateTable
CREATE TABLE "ImportFile" (
    "id" SERIAL NOT NULL,
    "sha256" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "bytes" BYTEA NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ImportFile_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "TableImport" (
    "id" SERIAL NOT NULL,
    "kind" "ImportKind" NOT NULL,
    "enterpriseId" INTEGER,
    "createdById" INTEGER NOT NULL,
    "fileId" INTEGER,
    "fileName" TEXT NOT NULL,
    "fileHash" TEXT NOT NULL,
    "state" "ImportState" NOT NULL DEFAULT 'READING',
    "version" INTEGER NOT NULL DEFAULT 1,
    "run" INTEGER NOT NULL DEFAULT 0,
    "sheets" JSONB NOT NULL DEFAULT '[]',
    "sheet" INTEGER NOT NULL DEFAULT 0,
    "layout" JSONB,
    "preview" JSONB NOT NULL DEFAULT '[]',
    "matches" JSONB NOT NULL DEFAULT '{}',
    "passed" JSONB NOT NULL DEFAULT '[]',
    "rowsRead" INTEGER NOT NULL DEFAULT 0,
    "accepted" INTEGER NOT NULL DEFAULT 0,
    "asked" INTEGER NOT NULL DEFAULT 0,
    "refused" INTEGER NOT NULL DEFAULT 0,
    "complete" INTEGER NOT NULL DEFAULT 0,
    "applied" INTEGER NOT NULL DEFAULT 0,
    "submitted" INTEGER NOT NULL DEFAULT 0,
    "policy" TEXT,
    "handIn" BOOLEAN NOT NULL DEFAULT false,
    "problem" TEXT,
    "params" JSONB NOT NULL DEFAULT '{}',
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "checkedAt" TIMESTAMPTZ(3),
    "appliedAt" TIMESTAMPTZ(3),

    CONSTRAINT "TableImport_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "TableImportRow" (
    "importId" INTEGER NOT NULL,
    "row" INTEGER NOT NULL,
    "state" "ImportRowState" NOT NULL,
    "content" JSONB NOT NULL,
    "raw" JSONB NOT NULL,
    "findings" JSONB NOT NULL,
    "complete" BOOLEAN NOT NULL DEFAULT false,
    "enterpriseId" INTEGER,
    "subjectId" INTEGER,

    CONSTRAINT "TableImportRow_pkey" PRIMARY KEY ("importId","row")
);

-- CreateTable
CREATE TABLE "RememberedMapping" (
    "id" SERIAL NOT NULL,
    "scope" INTEGER NOT NULL,
    "kind" "ImportKind" NOT NULL,
    "fingerprint" TEXT NOT NULL,
    "columns" JSONB NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "RememberedMapping_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "TableImport_enterpriseId_id_idx" ON "TableImport"("enterpriseId", "id");

-- CreateIndex
CREATE INDEX "TableImport_kind_fileHash_idx" ON "TableImport"("kind", "fileHash");

-- CreateIndex
CREATE INDEX "TableImportRow_importId_state_row_idx" ON "TableImportRow"("importId", "state", "row");

-- CreateIndex
CREATE UNIQUE INDEX "RememberedMapping_scope_kind_fingerprint_key" ON "RememberedMapping"("scope", "kind", "fingerprint");

-- AddForeignKey
ALTER TABLE "TableImport" ADD CONSTRAINT "TableImport_enterpriseId_fkey" FOREIGN KEY ("enterpriseId") REFERENCES "Enterprise"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TableImport" ADD CONSTRAINT "TableImport_fileId_fkey" FOREIGN KEY ("fileId") REFERENCES "ImportFile"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TableImportRow" ADD CONSTRAINT "TableImportRow_importId_fkey" FOREIGN KEY ("importId") REFERENCES "TableImport"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What was taken over has become something, and nothing else has.
ALTER TABLE "TableImportRow" ADD CONSTRAINT "TableImportRow_applied_check" CHECK (("state" = 'APPLIED') = ("subjectId" IS NOT NULL));
ALTER TABLE "TableImport" ADD CONSTRAINT "TableImport_counts_check"
  CHECK (least("rowsRead", "accepted", "asked", "refused", "complete", "applied", "submitted") >= 0);
-- A table's bytes are compressed already.
ALTER TABLE "ImportFile" ALTER COLUMN "bytes" SET STORAGE EXTERNAL;
