-- CreateEnum
CREATE TYPE "FileState" AS ENUM ('UPLOADING', 'CHECKING', 'READY', 'REFUSED');

-- CreateTable
CREATE TABLE "UploadedFile" (
    "id" SERIAL NOT NULL,
    "key" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "purpose" TEXT NOT NULL,
    "state" "FileState" NOT NULL DEFAULT 'UPLOADING',
    "size" INTEGER NOT NULL,
    "received" INTEGER NOT NULL DEFAULT 0,
    "kind" TEXT,
    "sha256" TEXT,
    "problem" TEXT,
    "params" JSONB NOT NULL DEFAULT '{}',
    "organisationId" INTEGER,
    "uploadedById" INTEGER,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "readyAt" TIMESTAMPTZ(3),
    "attachedAt" TIMESTAMPTZ(3),

    CONSTRAINT "UploadedFile_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "UploadedFilePiece" (
    "fileId" INTEGER NOT NULL,
    "start" INTEGER NOT NULL,
    "size" INTEGER NOT NULL,
    "path" TEXT NOT NULL,

    CONSTRAINT "UploadedFilePiece_pkey" PRIMARY KEY ("fileId","start")
);

-- CreateIndex
CREATE UNIQUE INDEX "UploadedFile_key_key" ON "UploadedFile"("key");
CREATE INDEX "UploadedFile_organisationId_attachedAt_idx" ON "UploadedFile"("organisationId", "attachedAt");
CREATE INDEX "UploadedFile_uploadedById_idx" ON "UploadedFile"("uploadedById");
CREATE INDEX "UploadedFile_attachedAt_createdAt_idx" ON "UploadedFile"("attachedAt", "createdAt");

-- AddForeignKey
ALTER TABLE "UploadedFile" ADD CONSTRAINT "UploadedFile_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "UploadedFile" ADD CONSTRAINT "UploadedFile_uploadedById_fkey" FOREIGN KEY ("uploadedById") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "UploadedFilePiece" ADD CONSTRAINT "UploadedFilePiece_fileId_fkey" FOREIGN KEY ("fileId") REFERENCES "UploadedFile"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What the states promise, whoever writes.
ALTER TABLE "UploadedFile"
  ADD CONSTRAINT "UploadedFile_key_check" CHECK ("key" ~ '^[0-9a-f]{40}$'),
  ADD CONSTRAINT "UploadedFile_name_check" CHECK ("name" <> ''),
  ADD CONSTRAINT "UploadedFile_received_check" CHECK ("received" BETWEEN 0 AND "size"),
  ADD CONSTRAINT "UploadedFile_whole_check" CHECK ("state" NOT IN ('CHECKING', 'READY') OR "received" = "size"),
  ADD CONSTRAINT "UploadedFile_ready_check" CHECK (
    ("state" = 'READY') = ("readyAt" IS NOT NULL)
    AND ("state" <> 'READY' OR ("kind" IS NOT NULL AND "sha256" ~ '^[0-9a-f]{64}$' AND "size" > 0))),
  ADD CONSTRAINT "UploadedFile_refused_check" CHECK (("state" = 'REFUSED') = ("problem" IS NOT NULL)),
  ADD CONSTRAINT "UploadedFile_attached_check" CHECK ("attachedAt" IS NULL OR "state" = 'READY');
ALTER TABLE "UploadedFilePiece"
  ADD CONSTRAINT "UploadedFilePiece_size_check" CHECK ("start" >= 0 AND "size" > 0);
