-- A person who is taken out of a dossier leaves the claim behind, released: the trail of what was asked for stays.
ALTER TABLE "SupportClaim" ALTER COLUMN "personId" DROP NOT NULL,
  DROP CONSTRAINT "SupportClaim_personId_fkey",
  ADD CONSTRAINT "SupportClaim_personId_fkey" FOREIGN KEY ("personId") REFERENCES "DossierPerson"("id") ON DELETE SET NULL ON UPDATE CASCADE,
  ADD CONSTRAINT "SupportClaim_of_a_person" CHECK ("personId" IS NOT NULL OR "state" = 'RELEASED');
