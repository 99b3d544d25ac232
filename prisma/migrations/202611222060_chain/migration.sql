-- The chain of approval: for whom deputies acted, what was decided for each person, what an officer has seen.

ALTER TABLE "ApprovalList" ADD COLUMN "approvedForId" INTEGER, ADD COLUMN "checkedForId" INTEGER;
ALTER TABLE "ApprovalList" ADD CONSTRAINT "ApprovalList_checkedForId_fkey" FOREIGN KEY ("checkedForId") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "ApprovalList" ADD CONSTRAINT "ApprovalList_approvedForId_fkey" FOREIGN KEY ("approvedForId") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- Whoever a deputy stands for is a person of the chain as well: nobody appears in it twice, in their own name or another's.
ALTER TABLE "ApprovalList" ADD CONSTRAINT "ApprovalList_deputies" CHECK (
  ("checkedForId" IS NULL OR ("checkedById" IS NOT NULL AND "checkedForId" <> "checkedById"))
  AND ("approvedForId" IS NULL OR ("approvedById" IS NOT NULL AND "approvedForId" <> "approvedById"))
  AND coalesce("checkedForId", -1) IS DISTINCT FROM coalesce("proposedById", -2)
  AND coalesce("checkedForId", -1) IS DISTINCT FROM coalesce("approvedById", -2)
  AND coalesce("approvedForId", -3) IS DISTINCT FROM coalesce("proposedById", -2)
  AND coalesce("approvedForId", -3) IS DISTINCT FROM coalesce("checkedById", -2)
  AND coalesce("approvedForId", -3) IS DISTINCT FROM coalesce("checkedForId", -1));

CREATE TABLE "DossierSeen" (
    "dossierId" INTEGER NOT NULL,
    "userId" INTEGER NOT NULL,
    "no" INTEGER NOT NULL,

    CONSTRAINT "DossierSeen_pkey" PRIMARY KEY ("dossierId","userId")
);
ALTER TABLE "DossierSeen" ADD CONSTRAINT "DossierSeen_dossierId_fkey" FOREIGN KEY ("dossierId") REFERENCES "SubsidyDossier"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "DossierSeen" ADD CONSTRAINT "DossierSeen_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

CREATE TABLE "DossierDecisionPerson" (
    "dossierId" INTEGER NOT NULL,
    "position" INTEGER NOT NULL,
    "beneficiaryId" INTEGER NOT NULL,
    "fullName" TEXT NOT NULL,
    "birthDate" DATE NOT NULL,
    "decision" "PersonDecision" NOT NULL,
    "reasonCode" TEXT,
    "reasonNote" TEXT,
    "lines" JSONB NOT NULL,
    "amount" BIGINT NOT NULL,

    CONSTRAINT "DossierDecisionPerson_pkey" PRIMARY KEY ("dossierId","position")
);
CREATE INDEX "DossierDecisionPerson_beneficiaryId_idx" ON "DossierDecisionPerson"("beneficiaryId");
ALTER TABLE "DossierDecisionPerson" ADD CONSTRAINT "DossierDecisionPerson_dossierId_fkey" FOREIGN KEY ("dossierId") REFERENCES "SubsidyDossier"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "DossierDecisionPerson" ADD CONSTRAINT "DossierDecisionPerson_beneficiaryId_fkey" FOREIGN KEY ("beneficiaryId") REFERENCES "Beneficiary"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "DossierDecisionPerson" ADD CONSTRAINT "DossierDecisionPerson_decided" CHECK (
  "decision" <> 'PENDING' AND "amount" >= 0 AND ("decision" = 'ACCEPTED' OR ("amount" = 0 AND "reasonCode" IS NOT NULL)));
CREATE TRIGGER "DossierDecisionPerson_append_only" BEFORE UPDATE OR DELETE ON "DossierDecisionPerson" FOR EACH ROW EXECUTE FUNCTION refuse_change();
