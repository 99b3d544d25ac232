-- On which paper and why a policy version came into force, and by whom it was retired; who took a release back, and why.

ALTER TABLE "SupportPolicyVersion"
  ADD COLUMN "document" TEXT,
  ADD COLUMN "reason" TEXT,
  ADD COLUMN "retiredById" INTEGER,
  ADD COLUMN "retiredAt" TIMESTAMPTZ(3),
  ADD COLUMN "retireReason" TEXT;
ALTER TABLE "SupportPolicyVersion" ADD CONSTRAINT "SupportPolicyVersion_retiredById_fkey"
  FOREIGN KEY ("retiredById") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

ALTER TABLE "RateRelease" ADD COLUMN "revokedById" INTEGER, ADD COLUMN "revokeReason" TEXT;
ALTER TABLE "RateRelease" ADD CONSTRAINT "RateRelease_revokedById_fkey"
  FOREIGN KEY ("revokedById") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;
-- Taken back: by whom and why is known.
ALTER TABLE "RateRelease" ADD CONSTRAINT "RateRelease_revocation_is_explained"
  CHECK ("revokedAt" IS NULL OR "revokeReason" IS NOT NULL);
