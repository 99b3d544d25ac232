-- A correction that speaks of one paper which an officer could not read: taking the finding back takes it back, too.
ALTER TABLE "DossierCorrection" ADD COLUMN "paperId" INTEGER;
CREATE INDEX "DossierCorrection_paperId_idx" ON "DossierCorrection"("paperId");
ALTER TABLE "DossierCorrection" ADD CONSTRAINT "DossierCorrection_paperId_fkey" FOREIGN KEY ("paperId") REFERENCES "DossierPaper"("id") ON DELETE SET NULL ON UPDATE CASCADE;
