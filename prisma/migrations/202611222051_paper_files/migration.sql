-- A paper's file is there as long as the paper is; a paper of a person who was taken out stays, removed.
ALTER TABLE "DossierPaper" ADD CONSTRAINT "DossierPaper_fileId_fkey" FOREIGN KEY ("fileId") REFERENCES "UploadedFile"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "DossierPaper" DROP CONSTRAINT "DossierPaper_personId_fkey",
  ADD CONSTRAINT "DossierPaper_personId_fkey" FOREIGN KEY ("personId") REFERENCES "DossierPerson"("id") ON DELETE SET NULL ON UPDATE CASCADE;
CREATE INDEX "DossierPaper_fileId_idx" ON "DossierPaper"("fileId");
