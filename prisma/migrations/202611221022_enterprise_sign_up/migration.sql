-- The language in which an invitation is written, so that it is sent again in the same.
ALTER TABLE "Invitation" ADD COLUMN "locale" TEXT NOT NULL DEFAULT 'vi';

CREATE TABLE "EnterpriseSignUp" (
    "id" SERIAL NOT NULL,
    "tokenHash" TEXT NOT NULL,
    "email" CITEXT NOT NULL,
    "fullName" TEXT NOT NULL,
    "taxCode" TEXT NOT NULL,
    "nameVi" TEXT NOT NULL,
    "parkId" INTEGER,
    "phone" TEXT NOT NULL,
    "locale" TEXT NOT NULL DEFAULT 'vi',
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "confirmedAt" TIMESTAMPTZ(3),

    CONSTRAINT "EnterpriseSignUp_pkey" PRIMARY KEY ("id")
);

CREATE UNIQUE INDEX "EnterpriseSignUp_tokenHash_key" ON "EnterpriseSignUp"("tokenHash");
CREATE INDEX "EnterpriseSignUp_email_idx" ON "EnterpriseSignUp"("email");
CREATE INDEX "EnterpriseSignUp_expiresAt_idx" ON "EnterpriseSignUp"("expiresAt");

ALTER TABLE "EnterpriseSignUp" ADD CONSTRAINT "EnterpriseSignUp_parkId_fkey" FOREIGN KEY ("parkId") REFERENCES "IndustrialPark"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "EnterpriseSignUp" ADD CONSTRAINT "EnterpriseSignUp_taxCode_form" CHECK ("taxCode" ~ '^\d{10}(-\d{3})?$');
ALTER TABLE "EnterpriseRegistration" ADD CONSTRAINT "EnterpriseRegistration_taxCode_form" CHECK ("taxCode" ~ '^\d{10}(-\d{3})?$');
-- A matched registration names the enterprise, a rejected one says why.
ALTER TABLE "EnterpriseRegistration" ADD CONSTRAINT "EnterpriseRegistration_decided" CHECK (
  ("status" = 'PENDING' AND "decidedAt" IS NULL) OR
  ("status" = 'MATCHED' AND "decidedAt" IS NOT NULL AND "enterpriseId" IS NOT NULL) OR
  ("status" = 'REJECTED' AND "decidedAt" IS NOT NULL AND coalesce("reason", '') <> ''));
