CREATE EXTENSION IF NOT EXISTS unaccent;
CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE EXTENSION IF NOT EXISTS btree_gist;
CREATE EXTENSION IF NOT EXISTS citext;

-- Folds Vietnamese text: NFC or NFD, any case, with or without diacritics (lib/core/text.ts fold() is its twin).
-- unaccent() is only STABLE; naming dictionary and schema makes IMMUTABLE an honest promise. unaccent keeps đ apart in
-- no version that we run, the translate() is for those that do.
CREATE FUNCTION vi_norm(txt text) RETURNS text
  LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  RETURN lower(public.unaccent('public.unaccent'::regdictionary, normalize(translate(txt, 'đĐ', 'dD'), NFC)));

-- array_to_string() is only STABLE because of element types with changing output; for text it is immutable.
CREATE FUNCTION vi_words(words text[]) RETURNS text
  LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  RETURN array_to_string(words, ' ');

-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "StaffRole" AS ENUM ('LABOUR_OFFICER', 'LABOUR_HEAD', 'INVESTMENT', 'SUPERVISION', 'OFFICE', 'EMPLOYMENT_CENTRE', 'LEADER', 'ADMIN');

-- CreateEnum
CREATE TYPE "OrganisationKind" AS ENUM ('ENTERPRISE', 'SCHOOL');

-- CreateEnum
CREATE TYPE "MembershipRole" AS ENUM ('OWNER', 'MEMBER');

-- CreateEnum
CREATE TYPE "RegistrationStatus" AS ENUM ('PENDING', 'MATCHED', 'REJECTED');

-- CreateEnum
CREATE TYPE "EnterpriseLifecycle" AS ENUM ('INVESTING', 'OPERATING', 'SUSPENDED', 'CLOSED');

-- CreateEnum
CREATE TYPE "WageRegion" AS ENUM ('I', 'II', 'III', 'IV');

-- CreateEnum
CREATE TYPE "MailStatus" AS ENUM ('QUEUED', 'SENDING', 'SENT', 'KEPT', 'FAILED');

-- CreateEnum
CREATE TYPE "PositionGroup" AS ENUM ('MANAGER', 'HIGH_TECHNICAL', 'MID_TECHNICAL', 'OTHER');

-- CreateEnum
CREATE TYPE "VacancyStatus" AS ENUM ('DRAFT', 'SUBMITTED', 'RETURNED', 'APPROVED', 'PUBLISHED', 'FILLED', 'EXPIRED', 'WITHDRAWN');

-- CreateEnum
CREATE TYPE "ContractType" AS ENUM ('INDEFINITE', 'FIXED_TERM', 'SEASONAL', 'PROBATION');

-- CreateEnum
CREATE TYPE "ShiftPattern" AS ENUM ('DAY', 'TWO_SHIFTS', 'THREE_SHIFTS', 'NIGHT', 'FLEXIBLE');

-- CreateEnum
CREATE TYPE "BatchStatus" AS ENUM ('COLLECTING', 'REVIEWING', 'PUBLISHED', 'CLOSED', 'WITHDRAWN');

-- CreateTable
CREATE TABLE "User" (
    "id" SERIAL NOT NULL,
    "email" CITEXT NOT NULL,
    "fullName" TEXT NOT NULL,
    "passwordHash" TEXT,
    "locale" TEXT NOT NULL DEFAULT 'vi',
    "staffRole" "StaffRole",
    "disabledAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "User_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Organisation" (
    "id" SERIAL NOT NULL,
    "kind" "OrganisationKind" NOT NULL,
    "nameVi" TEXT NOT NULL,
    "nameEn" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Organisation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Membership" (
    "id" SERIAL NOT NULL,
    "userId" INTEGER NOT NULL,
    "organisationId" INTEGER NOT NULL,
    "role" "MembershipRole" NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Membership_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Invitation" (
    "id" SERIAL NOT NULL,
    "tokenHash" TEXT NOT NULL,
    "email" CITEXT NOT NULL,
    "staffRole" "StaffRole",
    "organisationId" INTEGER,
    "membershipRole" "MembershipRole",
    "invitedById" INTEGER NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "acceptedAt" TIMESTAMPTZ(3),
    "revokedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Invitation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PasswordReset" (
    "id" SERIAL NOT NULL,
    "tokenHash" TEXT NOT NULL,
    "userId" INTEGER NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "usedAt" TIMESTAMPTZ(3),

    CONSTRAINT "PasswordReset_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Session" (
    "id" UUID NOT NULL,
    "userId" INTEGER NOT NULL,
    "activeOrganisationId" INTEGER,
    "userAgent" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "lastSeenAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "revokedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RateLimit" (
    "key" TEXT NOT NULL,
    "windowStart" TIMESTAMPTZ(3) NOT NULL,
    "count" INTEGER NOT NULL,

    CONSTRAINT "RateLimit_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "EnterpriseRegistration" (
    "id" SERIAL NOT NULL,
    "taxCode" TEXT NOT NULL,
    "nameVi" TEXT NOT NULL,
    "parkId" INTEGER,
    "phone" TEXT NOT NULL,
    "status" "RegistrationStatus" NOT NULL DEFAULT 'PENDING',
    "applicantId" INTEGER NOT NULL,
    "enterpriseId" INTEGER,
    "decidedById" INTEGER,
    "decidedAt" TIMESTAMPTZ(3),
    "reason" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "EnterpriseRegistration_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SavedFilter" (
    "id" SERIAL NOT NULL,
    "userId" INTEGER NOT NULL,
    "list" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "query" TEXT NOT NULL,

    CONSTRAINT "SavedFilter_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Enterprise" (
    "id" INTEGER NOT NULL,
    "taxCode" TEXT NOT NULL,
    "slug" TEXT NOT NULL,
    "nameVi" TEXT NOT NULL,
    "nameEn" TEXT,
    "parkId" INTEGER NOT NULL,
    "administrativeUnitId" INTEGER,
    "address" TEXT,
    "vsicCode" TEXT,
    "vsicVersion" TEXT,
    "investorCountry" TEXT NOT NULL,
    "headcount" INTEGER NOT NULL DEFAULT 0,
    "hasUnion" BOOLEAN NOT NULL DEFAULT false,
    "hasAgreement" BOOLEAN NOT NULL DEFAULT false,
    "website" TEXT,
    "introductionVi" TEXT,
    "introductionEn" TEXT,
    "lifecycle" "EnterpriseLifecycle" NOT NULL DEFAULT 'INVESTING',
    "verifiedAt" TIMESTAMPTZ(3),
    "verifiedById" INTEGER,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,
    "searchText" TEXT GENERATED ALWAYS AS (
        vi_norm("nameVi" || ' ' || coalesce("nameEn", '') || ' ' || "taxCode")
    ) STORED,

    CONSTRAINT "Enterprise_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "EnterpriseLifecycleEvent" (
    "id" SERIAL NOT NULL,
    "enterpriseId" INTEGER NOT NULL,
    "fromState" "EnterpriseLifecycle",
    "toState" "EnterpriseLifecycle" NOT NULL,
    "unit" "StaffRole" NOT NULL,
    "effectiveOn" DATE NOT NULL,
    "documentNumber" TEXT NOT NULL,
    "documentDate" DATE NOT NULL,
    "note" TEXT,
    "byUserId" INTEGER,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "EnterpriseLifecycleEvent_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ContactPoint" (
    "id" SERIAL NOT NULL,
    "organisationId" INTEGER NOT NULL,
    "purpose" TEXT NOT NULL,
    "fullName" TEXT NOT NULL,
    "title" TEXT,
    "phone" TEXT NOT NULL,
    "email" TEXT,
    "confirmedAt" TIMESTAMPTZ(3),

    CONSTRAINT "ContactPoint_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "School" (
    "id" INTEGER NOT NULL,
    "slug" TEXT NOT NULL,
    "nameVi" TEXT NOT NULL,
    "nameEn" TEXT,

    CONSTRAINT "School_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AdministrativeUnit" (
    "id" SERIAL NOT NULL,
    "code" TEXT NOT NULL,
    "nameVi" TEXT NOT NULL,
    "nameEn" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "formerProvince" TEXT,
    "latitude" DOUBLE PRECISION,
    "longitude" DOUBLE PRECISION,
    "wageRegion" "WageRegion",
    "validFrom" DATE NOT NULL,
    "validTo" DATE,
    "legalBasis" TEXT NOT NULL,

    CONSTRAINT "AdministrativeUnit_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AdministrativeUnitLineage" (
    "predecessorId" INTEGER NOT NULL,
    "successorId" INTEGER NOT NULL,
    "legalBasis" TEXT NOT NULL,

    CONSTRAINT "AdministrativeUnitLineage_pkey" PRIMARY KEY ("predecessorId","successorId")
);

-- CreateTable
CREATE TABLE "EconomicZone" (
    "id" SERIAL NOT NULL,
    "code" TEXT NOT NULL,
    "nameVi" TEXT NOT NULL,
    "nameEn" TEXT NOT NULL,

    CONSTRAINT "EconomicZone_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "IndustrialPark" (
    "id" SERIAL NOT NULL,
    "code" TEXT NOT NULL,
    "slug" TEXT NOT NULL,
    "nameVi" TEXT NOT NULL,
    "nameEn" TEXT NOT NULL,
    "shortNameVi" TEXT NOT NULL,
    "shortNameEn" TEXT NOT NULL,
    "zoneId" INTEGER,
    "areaHa" DOUBLE PRECISION,
    "formerDistrict" TEXT,
    "latitude" DOUBLE PRECISION,
    "longitude" DOUBLE PRECISION,
    "confidence" TEXT NOT NULL,

    CONSTRAINT "IndustrialPark_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "IndustrialParkAlias" (
    "id" SERIAL NOT NULL,
    "parkId" INTEGER NOT NULL,
    "name" TEXT NOT NULL,

    CONSTRAINT "IndustrialParkAlias_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ParkWageRegion" (
    "id" SERIAL NOT NULL,
    "parkId" INTEGER NOT NULL,
    "region" "WageRegion" NOT NULL,
    "validFrom" DATE NOT NULL,
    "validTo" DATE,
    "citation" TEXT NOT NULL,
    "verified" BOOLEAN NOT NULL,

    CONSTRAINT "ParkWageRegion_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RegionalMinimumWage" (
    "id" SERIAL NOT NULL,
    "region" "WageRegion" NOT NULL,
    "monthly" INTEGER NOT NULL,
    "validFrom" DATE NOT NULL,
    "validTo" DATE,
    "citation" TEXT NOT NULL,
    "verified" BOOLEAN NOT NULL,

    CONSTRAINT "RegionalMinimumWage_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AuditEntry" (
    "id" BIGSERIAL NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "command" TEXT NOT NULL,
    "outcome" TEXT NOT NULL,
    "actorKind" TEXT NOT NULL,
    "userId" INTEGER,
    "organisationId" INTEGER,
    "subjectType" TEXT,
    "subjectId" TEXT,
    "detail" JSONB NOT NULL,
    "requestId" TEXT,

    CONSTRAINT "AuditEntry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "IdempotencyKey" (
    "key" TEXT NOT NULL,
    "command" TEXT NOT NULL,
    "userId" INTEGER,
    "result" JSONB NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "IdempotencyKey_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "OutboxMessage" (
    "id" BIGSERIAL NOT NULL,
    "topic" TEXT NOT NULL,
    "payload" JSONB NOT NULL,
    "notBefore" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "dispatchedAt" TIMESTAMPTZ(3),

    CONSTRAINT "OutboxMessage_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Mail" (
    "id" SERIAL NOT NULL,
    "dedupeKey" TEXT NOT NULL,
    "toAddress" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "html" TEXT NOT NULL,
    "template" TEXT NOT NULL,
    "locale" TEXT NOT NULL,
    "messageId" TEXT NOT NULL,
    "status" "MailStatus" NOT NULL DEFAULT 'QUEUED',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "lastError" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "sentAt" TIMESTAMPTZ(3),

    CONSTRAINT "Mail_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Occupation" (
    "id" SERIAL NOT NULL,
    "code" TEXT NOT NULL,
    "scheme" TEXT NOT NULL,
    "parentCode" TEXT,
    "nameVi" TEXT NOT NULL,
    "nameEn" TEXT NOT NULL,
    "iscoCode" TEXT,
    "synonyms" TEXT[],
    "verified" BOOLEAN NOT NULL DEFAULT false,
    "searchText" TEXT GENERATED ALWAYS AS (
        vi_norm("nameVi" || ' ' || "nameEn" || ' ' || vi_words(coalesce("synonyms", '{}')) || ' ' || "code")
    ) STORED,

    CONSTRAINT "Occupation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "VacancyBatch" (
    "id" SERIAL NOT NULL,
    "year" INTEGER NOT NULL,
    "no" INTEGER NOT NULL,
    "month" INTEGER NOT NULL,
    "status" "BatchStatus" NOT NULL DEFAULT 'COLLECTING',
    "asOf" DATE NOT NULL,
    "collectFrom" DATE NOT NULL,
    "collectTo" DATE NOT NULL,
    "publishedAt" TIMESTAMPTZ(3),
    "publishedById" INTEGER,
    "closedAt" TIMESTAMPTZ(3),
    "withdrawnAt" TIMESTAMPTZ(3),
    "withdrawalNote" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "VacancyBatch_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Vacancy" (
    "id" SERIAL NOT NULL,
    "enterpriseId" INTEGER NOT NULL,
    "batchId" INTEGER,
    "status" "VacancyStatus" NOT NULL DEFAULT 'DRAFT',
    "version" INTEGER NOT NULL DEFAULT 1,
    "submissionNo" INTEGER NOT NULL DEFAULT 0,
    "titleVi" TEXT NOT NULL,
    "titleEn" TEXT,
    "slug" TEXT NOT NULL,
    "verifyCode" TEXT NOT NULL,
    "occupationId" INTEGER,
    "positionGroup" "PositionGroup" NOT NULL DEFAULT 'OTHER',
    "headcount" INTEGER NOT NULL DEFAULT 0,
    "filledCount" INTEGER NOT NULL DEFAULT 0,
    "unskilled" INTEGER NOT NULL DEFAULT 0,
    "elementary" INTEGER NOT NULL DEFAULT 0,
    "intermediate" INTEGER NOT NULL DEFAULT 0,
    "college" INTEGER NOT NULL DEFAULT 0,
    "university" INTEGER NOT NULL DEFAULT 0,
    "postgraduate" INTEGER NOT NULL DEFAULT 0,
    "wageBase" INTEGER,
    "wageMin" INTEGER,
    "wageMax" INTEGER,
    "wageNegotiable" BOOLEAN NOT NULL DEFAULT false,
    "allowancesVi" TEXT,
    "allowancesEn" TEXT,
    "contractType" "ContractType",
    "shift" "ShiftPattern",
    "experienceMonths" INTEGER NOT NULL DEFAULT 0,
    "meals" BOOLEAN NOT NULL DEFAULT false,
    "bus" BOOLEAN NOT NULL DEFAULT false,
    "busRoutes" TEXT,
    "dormitory" BOOLEAN NOT NULL DEFAULT false,
    "insurance" BOOLEAN NOT NULL DEFAULT false,
    "otherBenefitsVi" TEXT,
    "otherBenefitsEn" TEXT,
    "parkId" INTEGER NOT NULL,
    "workplace" TEXT,
    "descriptionVi" TEXT NOT NULL DEFAULT '',
    "descriptionEn" TEXT,
    "requirementsVi" TEXT NOT NULL DEFAULT '',
    "requirementsEn" TEXT,
    "menQuota" INTEGER,
    "womenQuota" INTEGER,
    "contactName" TEXT,
    "contactPhone" TEXT,
    "contactEmail" TEXT,
    "openToDisabled" BOOLEAN NOT NULL DEFAULT false,
    "openToDemobilised" BOOLEAN NOT NULL DEFAULT false,
    "deadline" DATE,
    "assignedToId" INTEGER,
    "submittedAt" TIMESTAMPTZ(3),
    "approvedAt" TIMESTAMPTZ(3),
    "publishedAt" TIMESTAMPTZ(3),
    "closedAt" TIMESTAMPTZ(3),
    "withdrawalNote" TEXT,
    "copiedFromId" INTEGER,
    "createdById" INTEGER,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,
    "searchContext" TEXT NOT NULL DEFAULT '',
    "searchVector" tsvector GENERATED ALWAYS AS (
        setweight(to_tsvector('simple', vi_norm("titleVi" || ' ' || coalesce("titleEn", ''))), 'A') ||
        setweight(to_tsvector('simple', vi_norm("searchContext")), 'B') ||
        setweight(to_tsvector('simple', vi_norm("descriptionVi" || ' ' || "requirementsVi")), 'D')
    ) STORED,

    CONSTRAINT "Vacancy_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "VacancyVersion" (
    "id" SERIAL NOT NULL,
    "vacancyId" INTEGER NOT NULL,
    "no" INTEGER NOT NULL,
    "content" JSONB NOT NULL,
    "submittedById" INTEGER,
    "submittedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "VacancyVersion_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "VacancyDecision" (
    "id" SERIAL NOT NULL,
    "vacancyId" INTEGER NOT NULL,
    "versionNo" INTEGER NOT NULL,
    "outcome" TEXT NOT NULL,
    "reasons" JSONB NOT NULL,
    "byUserId" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "VacancyDecision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "BatchEntry" (
    "id" SERIAL NOT NULL,
    "batchId" INTEGER NOT NULL,
    "vacancyId" INTEGER NOT NULL,
    "position" INTEGER NOT NULL,
    "enterpriseId" INTEGER NOT NULL,
    "parkId" INTEGER NOT NULL,
    "positionGroup" "PositionGroup" NOT NULL,
    "headcount" INTEGER NOT NULL,
    "unskilled" INTEGER NOT NULL,
    "elementary" INTEGER NOT NULL,
    "intermediate" INTEGER NOT NULL,
    "college" INTEGER NOT NULL,
    "university" INTEGER NOT NULL,
    "postgraduate" INTEGER NOT NULL,
    "content" JSONB NOT NULL,

    CONSTRAINT "BatchEntry_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "User_email_key" ON "User"("email");

-- CreateIndex
CREATE INDEX "Membership_organisationId_idx" ON "Membership"("organisationId");

-- CreateIndex
CREATE UNIQUE INDEX "Membership_userId_organisationId_key" ON "Membership"("userId", "organisationId");

-- CreateIndex
CREATE UNIQUE INDEX "Invitation_tokenHash_key" ON "Invitation"("tokenHash");

-- CreateIndex
CREATE INDEX "Invitation_email_idx" ON "Invitation"("email");

-- CreateIndex
CREATE INDEX "Invitation_organisationId_idx" ON "Invitation"("organisationId");

-- CreateIndex
CREATE UNIQUE INDEX "PasswordReset_tokenHash_key" ON "PasswordReset"("tokenHash");

-- CreateIndex
CREATE INDEX "PasswordReset_userId_idx" ON "PasswordReset"("userId");

-- CreateIndex
CREATE INDEX "Session_userId_idx" ON "Session"("userId");

-- CreateIndex
CREATE INDEX "Session_expiresAt_idx" ON "Session"("expiresAt");

-- CreateIndex
CREATE INDEX "RateLimit_windowStart_idx" ON "RateLimit"("windowStart");

-- CreateIndex
CREATE INDEX "EnterpriseRegistration_status_createdAt_idx" ON "EnterpriseRegistration"("status", "createdAt");

-- CreateIndex
CREATE INDEX "EnterpriseRegistration_taxCode_idx" ON "EnterpriseRegistration"("taxCode");

-- CreateIndex
CREATE UNIQUE INDEX "SavedFilter_userId_list_name_key" ON "SavedFilter"("userId", "list", "name");

-- CreateIndex
CREATE UNIQUE INDEX "Enterprise_taxCode_key" ON "Enterprise"("taxCode");

-- CreateIndex
CREATE UNIQUE INDEX "Enterprise_slug_key" ON "Enterprise"("slug");

-- CreateIndex
CREATE INDEX "Enterprise_parkId_idx" ON "Enterprise"("parkId");

-- CreateIndex
CREATE INDEX "Enterprise_lifecycle_idx" ON "Enterprise"("lifecycle");

-- CreateIndex
CREATE INDEX "Enterprise_investorCountry_idx" ON "Enterprise"("investorCountry");

-- CreateIndex
CREATE INDEX "EnterpriseLifecycleEvent_enterpriseId_id_idx" ON "EnterpriseLifecycleEvent"("enterpriseId", "id");

-- CreateIndex
CREATE INDEX "ContactPoint_organisationId_idx" ON "ContactPoint"("organisationId");

-- CreateIndex
CREATE UNIQUE INDEX "School_slug_key" ON "School"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "AdministrativeUnit_code_validFrom_key" ON "AdministrativeUnit"("code", "validFrom");

-- CreateIndex
CREATE UNIQUE INDEX "EconomicZone_code_key" ON "EconomicZone"("code");

-- CreateIndex
CREATE UNIQUE INDEX "IndustrialPark_code_key" ON "IndustrialPark"("code");

-- CreateIndex
CREATE UNIQUE INDEX "IndustrialPark_slug_key" ON "IndustrialPark"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "IndustrialParkAlias_parkId_name_key" ON "IndustrialParkAlias"("parkId", "name");

-- CreateIndex
CREATE INDEX "ParkWageRegion_parkId_validFrom_idx" ON "ParkWageRegion"("parkId", "validFrom");

-- CreateIndex
CREATE UNIQUE INDEX "RegionalMinimumWage_region_validFrom_key" ON "RegionalMinimumWage"("region", "validFrom");

-- CreateIndex
CREATE INDEX "AuditEntry_subjectType_subjectId_id_idx" ON "AuditEntry"("subjectType", "subjectId", "id");

-- CreateIndex
CREATE INDEX "AuditEntry_at_idx" ON "AuditEntry"("at");

-- CreateIndex
CREATE INDEX "AuditEntry_userId_id_idx" ON "AuditEntry"("userId", "id");

-- CreateIndex
CREATE INDEX "IdempotencyKey_createdAt_idx" ON "IdempotencyKey"("createdAt");

-- CreateIndex
CREATE UNIQUE INDEX "Mail_dedupeKey_key" ON "Mail"("dedupeKey");

-- CreateIndex
CREATE UNIQUE INDEX "Mail_messageId_key" ON "Mail"("messageId");

-- CreateIndex
CREATE INDEX "Mail_status_id_idx" ON "Mail"("status", "id");

-- CreateIndex
CREATE INDEX "Mail_createdAt_idx" ON "Mail"("createdAt");

-- CreateIndex
CREATE UNIQUE INDEX "Occupation_scheme_code_key" ON "Occupation"("scheme", "code");

-- CreateIndex
CREATE INDEX "VacancyBatch_status_publishedAt_idx" ON "VacancyBatch"("status", "publishedAt");

-- CreateIndex
CREATE UNIQUE INDEX "VacancyBatch_year_no_key" ON "VacancyBatch"("year", "no");

-- CreateIndex
CREATE UNIQUE INDEX "Vacancy_verifyCode_key" ON "Vacancy"("verifyCode");

-- CreateIndex
CREATE INDEX "Vacancy_enterpriseId_status_id_idx" ON "Vacancy"("enterpriseId", "status", "id");

-- CreateIndex
CREATE INDEX "Vacancy_batchId_status_idx" ON "Vacancy"("batchId", "status");

-- CreateIndex
CREATE INDEX "Vacancy_assignedToId_status_idx" ON "Vacancy"("assignedToId", "status");

-- CreateIndex
CREATE UNIQUE INDEX "VacancyVersion_vacancyId_no_key" ON "VacancyVersion"("vacancyId", "no");

-- CreateIndex
CREATE INDEX "VacancyDecision_vacancyId_id_idx" ON "VacancyDecision"("vacancyId", "id");

-- CreateIndex
CREATE INDEX "BatchEntry_enterpriseId_idx" ON "BatchEntry"("enterpriseId");

-- CreateIndex
CREATE UNIQUE INDEX "BatchEntry_batchId_vacancyId_key" ON "BatchEntry"("batchId", "vacancyId");

-- CreateIndex
CREATE UNIQUE INDEX "BatchEntry_batchId_position_key" ON "BatchEntry"("batchId", "position");

-- AddForeignKey
ALTER TABLE "Membership" ADD CONSTRAINT "Membership_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Membership" ADD CONSTRAINT "Membership_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Invitation" ADD CONSTRAINT "Invitation_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Invitation" ADD CONSTRAINT "Invitation_invitedById_fkey" FOREIGN KEY ("invitedById") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PasswordReset" ADD CONSTRAINT "PasswordReset_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Session" ADD CONSTRAINT "Session_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EnterpriseRegistration" ADD CONSTRAINT "EnterpriseRegistration_applicantId_fkey" FOREIGN KEY ("applicantId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EnterpriseRegistration" ADD CONSTRAINT "EnterpriseRegistration_decidedById_fkey" FOREIGN KEY ("decidedById") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EnterpriseRegistration" ADD CONSTRAINT "EnterpriseRegistration_parkId_fkey" FOREIGN KEY ("parkId") REFERENCES "IndustrialPark"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EnterpriseRegistration" ADD CONSTRAINT "EnterpriseRegistration_enterpriseId_fkey" FOREIGN KEY ("enterpriseId") REFERENCES "Enterprise"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SavedFilter" ADD CONSTRAINT "SavedFilter_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Enterprise" ADD CONSTRAINT "Enterprise_id_fkey" FOREIGN KEY ("id") REFERENCES "Organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Enterprise" ADD CONSTRAINT "Enterprise_parkId_fkey" FOREIGN KEY ("parkId") REFERENCES "IndustrialPark"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Enterprise" ADD CONSTRAINT "Enterprise_administrativeUnitId_fkey" FOREIGN KEY ("administrativeUnitId") REFERENCES "AdministrativeUnit"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EnterpriseLifecycleEvent" ADD CONSTRAINT "EnterpriseLifecycleEvent_enterpriseId_fkey" FOREIGN KEY ("enterpriseId") REFERENCES "Enterprise"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ContactPoint" ADD CONSTRAINT "ContactPoint_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "School" ADD CONSTRAINT "School_id_fkey" FOREIGN KEY ("id") REFERENCES "Organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AdministrativeUnitLineage" ADD CONSTRAINT "AdministrativeUnitLineage_predecessorId_fkey" FOREIGN KEY ("predecessorId") REFERENCES "AdministrativeUnit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AdministrativeUnitLineage" ADD CONSTRAINT "AdministrativeUnitLineage_successorId_fkey" FOREIGN KEY ("successorId") REFERENCES "AdministrativeUnit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "IndustrialPark" ADD CONSTRAINT "IndustrialPark_zoneId_fkey" FOREIGN KEY ("zoneId") REFERENCES "EconomicZone"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "IndustrialParkAlias" ADD CONSTRAINT "IndustrialParkAlias_parkId_fkey" FOREIGN KEY ("parkId") REFERENCES "IndustrialPark"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ParkWageRegion" ADD CONSTRAINT "ParkWageRegion_parkId_fkey" FOREIGN KEY ("parkId") REFERENCES "IndustrialPark"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Vacancy" ADD CONSTRAINT "Vacancy_enterpriseId_fkey" FOREIGN KEY ("enterpriseId") REFERENCES "Enterprise"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Vacancy" ADD CONSTRAINT "Vacancy_parkId_fkey" FOREIGN KEY ("parkId") REFERENCES "IndustrialPark"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Vacancy" ADD CONSTRAINT "Vacancy_batchId_fkey" FOREIGN KEY ("batchId") REFERENCES "VacancyBatch"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Vacancy" ADD CONSTRAINT "Vacancy_occupationId_fkey" FOREIGN KEY ("occupationId") REFERENCES "Occupation"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Vacancy" ADD CONSTRAINT "Vacancy_assignedToId_fkey" FOREIGN KEY ("assignedToId") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "VacancyVersion" ADD CONSTRAINT "VacancyVersion_vacancyId_fkey" FOREIGN KEY ("vacancyId") REFERENCES "Vacancy"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "VacancyDecision" ADD CONSTRAINT "VacancyDecision_vacancyId_fkey" FOREIGN KEY ("vacancyId") REFERENCES "Vacancy"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "BatchEntry" ADD CONSTRAINT "BatchEntry_batchId_fkey" FOREIGN KEY ("batchId") REFERENCES "VacancyBatch"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "BatchEntry" ADD CONSTRAINT "BatchEntry_vacancyId_fkey" FOREIGN KEY ("vacancyId") REFERENCES "Vacancy"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "BatchEntry" ADD CONSTRAINT "BatchEntry_enterpriseId_fkey" FOREIGN KEY ("enterpriseId") REFERENCES "Enterprise"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "BatchEntry" ADD CONSTRAINT "BatchEntry_parkId_fkey" FOREIGN KEY ("parkId") REFERENCES "IndustrialPark"("id") ON DELETE RESTRICT ON UPDATE CASCADE;



-- Rules that the database itself keeps ------------------------------------------------------------------------------

ALTER TABLE "Enterprise"
  ADD CONSTRAINT "Enterprise_taxCode_form" CHECK ("taxCode" ~ '^\d{10}(-\d{3})?$'),
  ADD CONSTRAINT "Enterprise_headcount_positive" CHECK ("headcount" >= 0),
  ADD CONSTRAINT "Enterprise_investorCountry_form" CHECK ("investorCountry" ~ '^[A-Z]{2}$');

ALTER TABLE "AdministrativeUnit" ADD CONSTRAINT "AdministrativeUnit_validity" CHECK ("validTo" IS NULL OR "validTo" >= "validFrom");
ALTER TABLE "RegionalMinimumWage"
  ADD CONSTRAINT "RegionalMinimumWage_validity" CHECK ("validTo" IS NULL OR "validTo" >= "validFrom"),
  ADD CONSTRAINT "RegionalMinimumWage_monthly_positive" CHECK ("monthly" > 0),
  ADD CONSTRAINT "RegionalMinimumWage_one_at_a_time"
    EXCLUDE USING gist ("region" WITH =, daterange("validFrom", "validTo", '[]') WITH &&);
ALTER TABLE "ParkWageRegion"
  ADD CONSTRAINT "ParkWageRegion_validity" CHECK ("validTo" IS NULL OR "validTo" >= "validFrom"),
  ADD CONSTRAINT "ParkWageRegion_one_at_a_time"
    EXCLUDE USING gist ("parkId" WITH =, daterange("validFrom", "validTo", '[]') WITH &&);

ALTER TABLE "Invitation" ADD CONSTRAINT "Invitation_to_one_place" CHECK (
  ("staffRole" IS NOT NULL AND "organisationId" IS NULL AND "membershipRole" IS NULL) OR
  ("staffRole" IS NULL AND "organisationId" IS NOT NULL AND "membershipRole" IS NOT NULL));
-- One open request per tax code and person.
CREATE UNIQUE INDEX "EnterpriseRegistration_one_open" ON "EnterpriseRegistration" ("taxCode", "applicantId") WHERE "status" = 'PENDING';

ALTER TABLE "VacancyBatch"
  ADD CONSTRAINT "VacancyBatch_month" CHECK ("month" BETWEEN 1 AND 12),
  ADD CONSTRAINT "VacancyBatch_no" CHECK ("no" > 0),
  ADD CONSTRAINT "VacancyBatch_window" CHECK ("collectFrom" <= "collectTo"),
  ADD CONSTRAINT "VacancyBatch_published" CHECK ("status" IN ('COLLECTING', 'REVIEWING') OR "publishedAt" IS NOT NULL OR "status" = 'WITHDRAWN'),
  ADD CONSTRAINT "VacancyBatch_withdrawn" CHECK ("status" <> 'WITHDRAWN' OR "withdrawalNote" IS NOT NULL),
  ADD CONSTRAINT "VacancyBatch_windows_apart"
    EXCLUDE USING gist (daterange("collectFrom", "collectTo", '[]') WITH &&) WHERE ("status" <> 'WITHDRAWN');

ALTER TABLE "Vacancy"
  ADD CONSTRAINT "Vacancy_counts" CHECK (least("headcount", "filledCount", "unskilled", "elementary", "intermediate", "college", "university", "postgraduate", "experienceMonths") >= 0),
  ADD CONSTRAINT "Vacancy_filled_within_headcount" CHECK ("filledCount" <= "headcount"),
  ADD CONSTRAINT "Vacancy_qualifications_sum" CHECK (
    "status" IN ('DRAFT', 'RETURNED') OR
    ("headcount" > 0 AND "unskilled" + "elementary" + "intermediate" + "college" + "university" + "postgraduate" = "headcount")),
  ADD CONSTRAINT "Vacancy_wage_order" CHECK ("wageMin" IS NULL OR "wageMax" IS NULL OR "wageMin" <= "wageMax"),
  ADD CONSTRAINT "Vacancy_wage_positive" CHECK (coalesce("wageBase", 1) > 0 AND coalesce("wageMin", 1) > 0 AND coalesce("wageMax", 1) > 0),
  ADD CONSTRAINT "Vacancy_quotas" CHECK (coalesce("menQuota", 0) >= 0 AND coalesce("womenQuota", 0) >= 0 AND
    ("status" IN ('DRAFT', 'RETURNED') OR coalesce("menQuota", 0) + coalesce("womenQuota", 0) <= "headcount")),
  ADD CONSTRAINT "Vacancy_public_is_complete" CHECK (
    "status" NOT IN ('PUBLISHED', 'FILLED', 'EXPIRED') OR
    ("publishedAt" IS NOT NULL AND "batchId" IS NOT NULL AND "deadline" IS NOT NULL)),
  ADD CONSTRAINT "Vacancy_withdrawn_after_publication_is_explained" CHECK (
    "status" <> 'WITHDRAWN' OR "publishedAt" IS NULL OR "withdrawalNote" IS NOT NULL);

ALTER TABLE "BatchEntry" ADD CONSTRAINT "BatchEntry_qualifications_sum" CHECK (
  "headcount" > 0 AND "unskilled" + "elementary" + "intermediate" + "college" + "university" + "postgraduate" = "headcount");

-- Append-only tables ---------------------------------------------------------------------------------------------------

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only: % refused', TG_TABLE_NAME, TG_OP USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER "AuditEntry_append_only" BEFORE UPDATE OR DELETE ON "AuditEntry" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "VacancyVersion_append_only" BEFORE UPDATE OR DELETE ON "VacancyVersion" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "VacancyDecision_append_only" BEFORE UPDATE OR DELETE ON "VacancyDecision" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "BatchEntry_append_only" BEFORE UPDATE OR DELETE ON "BatchEntry" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "EnterpriseLifecycleEvent_append_only" BEFORE UPDATE OR DELETE ON "EnterpriseLifecycleEvent" FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- What people search a vacancy by beside its own words -----------------------------------------------------------------

CREATE FUNCTION vacancy_search_context() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW."searchContext" := concat_ws(' ',
    (SELECT concat_ws(' ', e."nameVi", e."nameEn") FROM "Enterprise" e WHERE e.id = NEW."enterpriseId"),
    (SELECT concat_ws(' ', p."nameVi", p."nameEn", (SELECT string_agg(a.name, ' ') FROM "IndustrialParkAlias" a WHERE a."parkId" = p.id))
       FROM "IndustrialPark" p WHERE p.id = NEW."parkId"),
    (SELECT concat_ws(' ', o."nameVi", o."nameEn", vi_words(o."synonyms")) FROM "Occupation" o WHERE o.id = NEW."occupationId"));
  RETURN NEW;
END $$;
CREATE TRIGGER "Vacancy_search_context" BEFORE INSERT OR UPDATE OF "enterpriseId", "parkId", "occupationId", "searchContext" ON "Vacancy"
  FOR EACH ROW EXECUTE FUNCTION vacancy_search_context();

CREATE FUNCTION enterprise_renamed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE "Vacancy" SET "searchContext" = '' WHERE "enterpriseId" = NEW.id;
  RETURN NULL;
END $$;
CREATE TRIGGER "Enterprise_renamed" AFTER UPDATE OF "nameVi", "nameEn" ON "Enterprise"
  FOR EACH ROW WHEN (OLD."nameVi" IS DISTINCT FROM NEW."nameVi" OR OLD."nameEn" IS DISTINCT FROM NEW."nameEn")
  EXECUTE FUNCTION enterprise_renamed();

-- Indexes that Prisma cannot say -----------------------------------------------------------------------------------------

CREATE INDEX "Enterprise_searchText_trgm" ON "Enterprise" USING gin ("searchText" gin_trgm_ops);
CREATE INDEX "Occupation_searchText_trgm" ON "Occupation" USING gin ("searchText" gin_trgm_ops);
CREATE INDEX "OutboxMessage_waiting" ON "OutboxMessage" ("notBefore", "id") WHERE "dispatchedAt" IS NULL;
CREATE INDEX "Vacancy_public_search" ON "Vacancy" USING gin ("searchVector") WHERE "status" = 'PUBLISHED';
CREATE INDEX "Vacancy_public_newest" ON "Vacancy" ("publishedAt" DESC, "id" DESC) WHERE "status" = 'PUBLISHED';
CREATE INDEX "Vacancy_open_deadline" ON "Vacancy" ("deadline") WHERE "status" = 'PUBLISHED';
CREATE INDEX "Vacancy_review_queue" ON "Vacancy" ("submittedAt", "id") WHERE "status" = 'SUBMITTED';
