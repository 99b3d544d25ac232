-- Training support: policies as data, rosters and registrations, courses, dossiers with their versions, the chain of approval.

-- CreateEnum
CREATE TYPE "DossierState" AS ENUM ('DRAFT', 'SUBMITTED', 'IN_REVIEW', 'CORRECTING', 'PROPOSED', 'CHECKED', 'APPROVED', 'REFUSED', 'WITHDRAWN');

-- CreateEnum
CREATE TYPE "PersonDecision" AS ENUM ('PENDING', 'ACCEPTED', 'REFUSED');

-- CreateEnum
CREATE TYPE "ClaimState" AS ENUM ('IN_FLIGHT', 'GRANTED', 'RELEASED');

-- CreateEnum
CREATE TYPE "CorrectionKind" AS ENUM ('MISSING', 'WRONG', 'OUTDATED');

-- CreateEnum
CREATE TYPE "CorrectionState" AS ENUM ('OPEN', 'ANSWERED', 'SETTLED');

-- CreateEnum
CREATE TYPE "OpinionVerdict" AS ENUM ('AGREES', 'AGREES_WITH_RESERVE', 'DISAGREES');

-- CreateEnum
CREATE TYPE "ChangeRequestState" AS ENUM ('REQUESTED', 'GRANTED', 'REFUSED');

-- CreateEnum
CREATE TYPE "ApprovalState" AS ENUM ('GATHERING', 'PROPOSED', 'CHECKED', 'APPROVED', 'DISSOLVED');

-- CreateEnum
CREATE TYPE "PersonKind" AS ENUM ('WORKER', 'STUDENT', 'TEACHER', 'EXPERT');

-- CreateEnum
CREATE TYPE "EducationLevel" AS ENUM ('NONE', 'PRIMARY', 'LOWER_SECONDARY', 'UPPER_SECONDARY');

-- CreateEnum
CREATE TYPE "QualificationLevel" AS ENUM ('UNSKILLED', 'ELEMENTARY', 'INTERMEDIATE', 'COLLEGE', 'UNIVERSITY', 'POSTGRADUATE');

-- CreateEnum
CREATE TYPE "RosterSource" AS ENUM ('TYPED', 'IMPORTED', 'REGISTERED');

-- CreateEnum
CREATE TYPE "SelfRegistrationState" AS ENUM ('WAITING', 'CONFIRMED', 'DECLINED', 'WITHDRAWN');

-- CreateEnum
CREATE TYPE "CourseState" AS ENUM ('PLANNED', 'RUNNING', 'COMPLETED', 'CANCELLED');

-- CreateEnum
CREATE TYPE "PolicyVersionState" AS ENUM ('DRAFT', 'IN_FORCE', 'RETIRED');

-- CreateTable
CREATE TABLE "SubsidyDossier" (
    "id" SERIAL NOT NULL,
    "code" TEXT,
    "organisationId" INTEGER NOT NULL,
    "policyId" INTEGER NOT NULL,
    "policyVersionId" INTEGER NOT NULL,
    "groupCode" TEXT NOT NULL,
    "courseId" INTEGER NOT NULL,
    "note" TEXT,
    "state" "DossierState" NOT NULL DEFAULT 'DRAFT',
    "version" INTEGER NOT NULL DEFAULT 1,
    "nextPosition" INTEGER NOT NULL DEFAULT 1,
    "currentNo" INTEGER NOT NULL DEFAULT 0,
    "persons" INTEGER NOT NULL DEFAULT 0,
    "amount" BIGINT NOT NULL DEFAULT 0,
    "stopped" INTEGER NOT NULL DEFAULT 0,
    "submittedAt" TIMESTAMPTZ(3),
    "dueOn" DATE,
    "daysLeft" INTEGER,
    "assignedToId" INTEGER,
    "assignedAt" TIMESTAMPTZ(3),
    "labels" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "editingById" INTEGER,
    "editingUntil" TIMESTAMPTZ(3),
    "approvalListId" INTEGER,
    "decidedAt" TIMESTAMPTZ(3),
    "documentId" INTEGER,
    "createdById" INTEGER,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "searchText" TEXT GENERATED ALWAYS AS (vi_norm(coalesce("code",'') || ' ' || coalesce("note",''))) STORED,

    CONSTRAINT "SubsidyDossier_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "DossierPerson" (
    "id" SERIAL NOT NULL,
    "dossierId" INTEGER NOT NULL,
    "position" INTEGER NOT NULL,
    "rosterEntryId" INTEGER NOT NULL,
    "beneficiaryId" INTEGER NOT NULL,
    "extra" JSONB NOT NULL DEFAULT '{}',
    "lines" JSONB NOT NULL DEFAULT '[]',
    "amount" BIGINT NOT NULL DEFAULT 0,
    "findings" JSONB NOT NULL DEFAULT '[]',
    "stopped" BOOLEAN NOT NULL DEFAULT false,
    "decision" "PersonDecision" NOT NULL DEFAULT 'PENDING',
    "reasonCode" TEXT,
    "reasonNote" TEXT,
    "decidedById" INTEGER,
    "decidedAt" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "DossierPerson_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "DossierPaper" (
    "id" SERIAL NOT NULL,
    "dossierId" INTEGER NOT NULL,
    "personId" INTEGER,
    "code" TEXT NOT NULL,
    "fileId" INTEGER,
    "fileName" TEXT NOT NULL,
    "illegible" BOOLEAN NOT NULL DEFAULT false,
    "addedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "removedAt" TIMESTAMPTZ(3),

    CONSTRAINT "DossierPaper_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "DossierVersion" (
    "id" SERIAL NOT NULL,
    "dossierId" INTEGER NOT NULL,
    "no" INTEGER NOT NULL,
    "policyVersionId" INTEGER NOT NULL,
    "head" JSONB NOT NULL,
    "persons" INTEGER NOT NULL,
    "amount" BIGINT NOT NULL,
    "submittedById" INTEGER,
    "submittedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "DossierVersion_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "DossierVersionPerson" (
    "versionId" INTEGER NOT NULL,
    "position" INTEGER NOT NULL,
    "beneficiaryId" INTEGER NOT NULL,
    "fullName" TEXT NOT NULL,
    "facts" JSONB NOT NULL,
    "lines" JSONB NOT NULL,
    "amount" BIGINT NOT NULL,
    "findings" JSONB NOT NULL,
    "papers" JSONB NOT NULL,
    "digest" TEXT NOT NULL,

    CONSTRAINT "DossierVersionPerson_pkey" PRIMARY KEY ("versionId","position")
);

-- CreateTable
CREATE TABLE "SupportClaim" (
    "id" SERIAL NOT NULL,
    "beneficiaryId" INTEGER NOT NULL,
    "scope" TEXT NOT NULL,
    "rateCode" TEXT NOT NULL,
    "dossierId" INTEGER NOT NULL,
    "personId" INTEGER NOT NULL,
    "amount" BIGINT NOT NULL,
    "state" "ClaimState" NOT NULL DEFAULT 'IN_FLIGHT',
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "endedAt" TIMESTAMPTZ(3),

    CONSTRAINT "SupportClaim_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "DossierEvent" (
    "id" SERIAL NOT NULL,
    "dossierId" INTEGER NOT NULL,
    "move" TEXT NOT NULL,
    "fromState" "DossierState" NOT NULL,
    "toState" "DossierState" NOT NULL,
    "versionNo" INTEGER NOT NULL,
    "byUserId" INTEGER,
    "forUserId" INTEGER,
    "reason" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "DossierEvent_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "DossierCorrection" (
    "id" SERIAL NOT NULL,
    "dossierId" INTEGER NOT NULL,
    "versionNo" INTEGER NOT NULL,
    "answeredNo" INTEGER,
    "kind" "CorrectionKind" NOT NULL,
    "position" INTEGER,
    "field" TEXT,
    "paperCode" TEXT,
    "message" TEXT NOT NULL,
    "state" "CorrectionState" NOT NULL DEFAULT 'OPEN',
    "sentAt" TIMESTAMPTZ(3),
    "answer" TEXT,
    "byUserId" INTEGER,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "settledAt" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "DossierCorrection_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "DossierMessage" (
    "id" SERIAL NOT NULL,
    "dossierId" INTEGER NOT NULL,
    "internal" BOOLEAN NOT NULL,
    "body" TEXT NOT NULL,
    "byUserId" INTEGER,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "DossierMessage_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "DossierOpinion" (
    "id" SERIAL NOT NULL,
    "dossierId" INTEGER NOT NULL,
    "unit" "StaffRole" NOT NULL,
    "question" TEXT NOT NULL,
    "dueOn" DATE NOT NULL,
    "askedById" INTEGER,
    "askedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "verdict" "OpinionVerdict",
    "answer" TEXT,
    "answeredById" INTEGER,
    "answeredAt" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "DossierOpinion_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "DossierChangeRequest" (
    "id" SERIAL NOT NULL,
    "dossierId" INTEGER NOT NULL,
    "content" JSONB NOT NULL,
    "reason" TEXT NOT NULL,
    "state" "ChangeRequestState" NOT NULL DEFAULT 'REQUESTED',
    "requestedById" INTEGER,
    "requestedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "decidedById" INTEGER,
    "decidedAt" TIMESTAMPTZ(3),
    "note" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "DossierChangeRequest_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ApprovalList" (
    "id" SERIAL NOT NULL,
    "title" TEXT NOT NULL,
    "state" "ApprovalState" NOT NULL DEFAULT 'GATHERING',
    "dossierCount" INTEGER NOT NULL DEFAULT 0,
    "persons" INTEGER NOT NULL DEFAULT 0,
    "amount" BIGINT NOT NULL DEFAULT 0,
    "proposedById" INTEGER,
    "proposedAt" TIMESTAMPTZ(3),
    "checkedById" INTEGER,
    "checkedAt" TIMESTAMPTZ(3),
    "approvedById" INTEGER,
    "approvedAt" TIMESTAMPTZ(3),
    "documentId" INTEGER,
    "createdById" INTEGER,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "ApprovalList_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ApprovalAct" (
    "id" SERIAL NOT NULL,
    "listId" INTEGER NOT NULL,
    "move" TEXT NOT NULL,
    "fromState" "ApprovalState" NOT NULL,
    "toState" "ApprovalState" NOT NULL,
    "byUserId" INTEGER NOT NULL,
    "forUserId" INTEGER,
    "reason" TEXT,
    "persons" INTEGER NOT NULL,
    "amount" BIGINT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ApprovalAct_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Delegation" (
    "id" SERIAL NOT NULL,
    "fromUserId" INTEGER NOT NULL,
    "toUserId" INTEGER NOT NULL,
    "role" "StaffRole" NOT NULL,
    "fromOn" DATE NOT NULL,
    "untilOn" DATE NOT NULL,
    "document" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "revokedAt" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Delegation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "DossierYear" (
    "year" INTEGER NOT NULL,
    "lastNo" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "DossierYear_pkey" PRIMARY KEY ("year")
);

-- CreateTable
CREATE TABLE "Beneficiary" (
    "id" SERIAL NOT NULL,
    "ref" UUID NOT NULL,
    "idHash" TEXT NOT NULL,
    "idSealed" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Beneficiary_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RosterEntry" (
    "id" SERIAL NOT NULL,
    "organisationId" INTEGER NOT NULL,
    "beneficiaryId" INTEGER NOT NULL,
    "kind" "PersonKind" NOT NULL,
    "staffCode" TEXT,
    "fullName" TEXT NOT NULL,
    "birthDate" DATE NOT NULL,
    "phone" TEXT,
    "email" TEXT,
    "education" "EducationLevel",
    "job" TEXT,
    "occupationCode" TEXT,
    "qualificationHeld" "QualificationLevel",
    "fieldHeld" TEXT,
    "qualificationRequired" "QualificationLevel",
    "contractType" "ContractType",
    "contractFrom" DATE,
    "contractTo" DATE,
    "insuredSince" DATE,
    "permanentStaff" BOOLEAN,
    "leftOn" DATE,
    "source" "RosterSource" NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,
    "searchText" TEXT GENERATED ALWAYS AS (vi_norm(coalesce("fullName",'') || ' ' || coalesce("staffCode",'') || ' ' || coalesce("job",''))) STORED,

    CONSTRAINT "RosterEntry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RegistrationLink" (
    "id" SERIAL NOT NULL,
    "organisationId" INTEGER NOT NULL,
    "code" TEXT NOT NULL,
    "kind" "PersonKind" NOT NULL,
    "note" TEXT,
    "createdById" INTEGER,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "closesOn" DATE,
    "closedAt" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "RegistrationLink_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SelfRegistration" (
    "id" SERIAL NOT NULL,
    "ref" UUID NOT NULL,
    "linkId" INTEGER NOT NULL,
    "organisationId" INTEGER NOT NULL,
    "tokenHash" TEXT NOT NULL,
    "beneficiaryId" INTEGER,
    "idHash" TEXT,
    "idSealed" TEXT,
    "fullName" TEXT,
    "birthDate" DATE,
    "phone" TEXT,
    "education" "EducationLevel",
    "job" TEXT,
    "occupationCode" TEXT NOT NULL,
    "level" "QualificationLevel" NOT NULL,
    "consentText" TEXT NOT NULL,
    "consentedAt" TIMESTAMPTZ(3) NOT NULL,
    "locale" TEXT NOT NULL DEFAULT 'vi',
    "state" "SelfRegistrationState" NOT NULL DEFAULT 'WAITING',
    "reason" TEXT,
    "decidedById" INTEGER,
    "decidedAt" TIMESTAMPTZ(3),
    "rosterEntryId" INTEGER,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "erasedAt" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "SelfRegistration_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "TrainingCourse" (
    "id" SERIAL NOT NULL,
    "organisationId" INTEGER NOT NULL,
    "schoolId" INTEGER,
    "schoolName" TEXT NOT NULL,
    "localSchool" BOOLEAN NOT NULL DEFAULT true,
    "programme" TEXT NOT NULL,
    "occupationCode" TEXT,
    "level" "QualificationLevel" NOT NULL,
    "tuition" BIGINT NOT NULL,
    "startsOn" DATE NOT NULL,
    "endsOn" DATE NOT NULL,
    "months" INTEGER NOT NULL,
    "places" INTEGER,
    "state" "CourseState" NOT NULL DEFAULT 'PLANNED',
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,
    "searchText" TEXT GENERATED ALWAYS AS (vi_norm("programme" || ' ' || "schoolName")) STORED,

    CONSTRAINT "TrainingCourse_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CourseParticipant" (
    "id" SERIAL NOT NULL,
    "courseId" INTEGER NOT NULL,
    "rosterEntryId" INTEGER NOT NULL,
    "beneficiaryId" INTEGER NOT NULL,
    "monthsAttended" INTEGER,
    "completedOn" DATE,
    "certificateNo" TEXT,
    "droppedOn" DATE,
    "dropReason" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "CourseParticipant_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SupportPolicy" (
    "id" SERIAL NOT NULL,
    "code" TEXT NOT NULL,
    "nameVi" TEXT NOT NULL,
    "nameEn" TEXT NOT NULL,
    "citation" TEXT NOT NULL,
    "validFrom" DATE NOT NULL,
    "validTo" DATE NOT NULL,

    CONSTRAINT "SupportPolicy_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SupportPolicyVersion" (
    "id" SERIAL NOT NULL,
    "policyId" INTEGER NOT NULL,
    "no" INTEGER NOT NULL,
    "definition" JSONB NOT NULL,
    "note" TEXT,
    "state" "PolicyVersionState" NOT NULL DEFAULT 'DRAFT',
    "inForceFrom" DATE,
    "createdById" INTEGER,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "decidedById" INTEGER,
    "decidedAt" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "SupportPolicyVersion_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RateRelease" (
    "id" SERIAL NOT NULL,
    "policyVersionId" INTEGER NOT NULL,
    "rateCode" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "releasedById" INTEGER NOT NULL,
    "releasedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "revokedAt" TIMESTAMPTZ(3),

    CONSTRAINT "RateRelease_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "SubsidyDossier_code_key" ON "SubsidyDossier"("code");

-- CreateIndex
CREATE INDEX "SubsidyDossier_organisationId_id_idx" ON "SubsidyDossier"("organisationId", "id");

-- CreateIndex
CREATE INDEX "SubsidyDossier_approvalListId_idx" ON "SubsidyDossier"("approvalListId");

-- CreateIndex
CREATE INDEX "SubsidyDossier_labels_idx" ON "SubsidyDossier" USING GIN ("labels");

-- CreateIndex
CREATE INDEX "SubsidyDossier_searchText_trgm" ON "SubsidyDossier" USING GIN ("searchText" gin_trgm_ops);

-- CreateIndex
CREATE INDEX "DossierPerson_rosterEntryId_idx" ON "DossierPerson"("rosterEntryId");

-- CreateIndex
CREATE INDEX "DossierPerson_beneficiaryId_idx" ON "DossierPerson"("beneficiaryId");

-- CreateIndex
CREATE UNIQUE INDEX "DossierPerson_dossierId_position_key" ON "DossierPerson"("dossierId", "position");

-- CreateIndex
CREATE UNIQUE INDEX "DossierPerson_dossierId_beneficiaryId_key" ON "DossierPerson"("dossierId", "beneficiaryId");

-- CreateIndex
CREATE INDEX "DossierPaper_dossierId_personId_idx" ON "DossierPaper"("dossierId", "personId");

-- CreateIndex
CREATE UNIQUE INDEX "DossierVersion_dossierId_no_key" ON "DossierVersion"("dossierId", "no");

-- CreateIndex
CREATE INDEX "DossierVersionPerson_beneficiaryId_idx" ON "DossierVersionPerson"("beneficiaryId");

-- CreateIndex
CREATE INDEX "SupportClaim_dossierId_idx" ON "SupportClaim"("dossierId");

-- CreateIndex
CREATE INDEX "SupportClaim_personId_idx" ON "SupportClaim"("personId");

-- CreateIndex
CREATE INDEX "SupportClaim_beneficiaryId_idx" ON "SupportClaim"("beneficiaryId");

-- CreateIndex
CREATE INDEX "DossierEvent_dossierId_id_idx" ON "DossierEvent"("dossierId", "id");

-- CreateIndex
CREATE INDEX "DossierCorrection_dossierId_id_idx" ON "DossierCorrection"("dossierId", "id");

-- CreateIndex
CREATE INDEX "DossierMessage_dossierId_id_idx" ON "DossierMessage"("dossierId", "id");

-- CreateIndex
CREATE INDEX "DossierOpinion_dossierId_idx" ON "DossierOpinion"("dossierId");

-- CreateIndex
CREATE INDEX "DossierChangeRequest_dossierId_idx" ON "DossierChangeRequest"("dossierId");

-- CreateIndex
CREATE INDEX "ApprovalList_state_id_idx" ON "ApprovalList"("state", "id");

-- CreateIndex
CREATE INDEX "ApprovalAct_listId_id_idx" ON "ApprovalAct"("listId", "id");

-- CreateIndex
CREATE INDEX "Delegation_toUserId_idx" ON "Delegation"("toUserId");

-- CreateIndex
CREATE UNIQUE INDEX "Beneficiary_ref_key" ON "Beneficiary"("ref");

-- CreateIndex
CREATE UNIQUE INDEX "Beneficiary_idHash_key" ON "Beneficiary"("idHash");

-- CreateIndex
CREATE INDEX "RosterEntry_beneficiaryId_idx" ON "RosterEntry"("beneficiaryId");

-- CreateIndex
CREATE INDEX "RosterEntry_searchText_trgm" ON "RosterEntry" USING GIN ("searchText" gin_trgm_ops);

-- CreateIndex
CREATE UNIQUE INDEX "RegistrationLink_code_key" ON "RegistrationLink"("code");

-- CreateIndex
CREATE INDEX "RegistrationLink_organisationId_idx" ON "RegistrationLink"("organisationId");

-- CreateIndex
CREATE UNIQUE INDEX "SelfRegistration_ref_key" ON "SelfRegistration"("ref");

-- CreateIndex
CREATE UNIQUE INDEX "SelfRegistration_tokenHash_key" ON "SelfRegistration"("tokenHash");

-- CreateIndex
CREATE INDEX "SelfRegistration_organisationId_state_id_idx" ON "SelfRegistration"("organisationId", "state", "id");

-- CreateIndex
CREATE INDEX "TrainingCourse_organisationId_id_idx" ON "TrainingCourse"("organisationId", "id");

-- CreateIndex
CREATE INDEX "TrainingCourse_schoolId_idx" ON "TrainingCourse"("schoolId");

-- CreateIndex
CREATE INDEX "CourseParticipant_beneficiaryId_idx" ON "CourseParticipant"("beneficiaryId");

-- CreateIndex
CREATE UNIQUE INDEX "CourseParticipant_courseId_beneficiaryId_key" ON "CourseParticipant"("courseId", "beneficiaryId");

-- CreateIndex
CREATE UNIQUE INDEX "SupportPolicy_code_key" ON "SupportPolicy"("code");

-- CreateIndex
CREATE UNIQUE INDEX "SupportPolicyVersion_policyId_no_key" ON "SupportPolicyVersion"("policyId", "no");

-- CreateIndex
CREATE INDEX "RateRelease_policyVersionId_idx" ON "RateRelease"("policyVersionId");

-- AddForeignKey
ALTER TABLE "SubsidyDossier" ADD CONSTRAINT "SubsidyDossier_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SubsidyDossier" ADD CONSTRAINT "SubsidyDossier_policyId_fkey" FOREIGN KEY ("policyId") REFERENCES "SupportPolicy"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SubsidyDossier" ADD CONSTRAINT "SubsidyDossier_policyVersionId_fkey" FOREIGN KEY ("policyVersionId") REFERENCES "SupportPolicyVersion"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SubsidyDossier" ADD CONSTRAINT "SubsidyDossier_courseId_fkey" FOREIGN KEY ("courseId") REFERENCES "TrainingCourse"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SubsidyDossier" ADD CONSTRAINT "SubsidyDossier_assignedToId_fkey" FOREIGN KEY ("assignedToId") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SubsidyDossier" ADD CONSTRAINT "SubsidyDossier_editingById_fkey" FOREIGN KEY ("editingById") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SubsidyDossier" ADD CONSTRAINT "SubsidyDossier_createdById_fkey" FOREIGN KEY ("createdById") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SubsidyDossier" ADD CONSTRAINT "SubsidyDossier_approvalListId_fkey" FOREIGN KEY ("approvalListId") REFERENCES "ApprovalList"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SubsidyDossier" ADD CONSTRAINT "SubsidyDossier_documentId_fkey" FOREIGN KEY ("documentId") REFERENCES "RegisteredDocument"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DossierPerson" ADD CONSTRAINT "DossierPerson_dossierId_fkey" FOREIGN KEY ("dossierId") REFERENCES "SubsidyDossier"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DossierPerson" ADD CONSTRAINT "DossierPerson_rosterEntryId_fkey" FOREIGN KEY ("rosterEntryId") REFERENCES "RosterEntry"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DossierPerson" ADD CONSTRAINT "DossierPerson_beneficiaryId_fkey" FOREIGN KEY ("beneficiaryId") REFERENCES "Beneficiary"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DossierPerson" ADD CONSTRAINT "DossierPerson_decidedById_fkey" FOREIGN KEY ("decidedById") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DossierPaper" ADD CONSTRAINT "DossierPaper_dossierId_fkey" FOREIGN KEY ("dossierId") REFERENCES "SubsidyDossier"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DossierPaper" ADD CONSTRAINT "DossierPaper_personId_fkey" FOREIGN KEY ("personId") REFERENCES "DossierPerson"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DossierVersion" ADD CONSTRAINT "DossierVersion_dossierId_fkey" FOREIGN KEY ("dossierId") REFERENCES "SubsidyDossier"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DossierVersion" ADD CONSTRAINT "DossierVersion_policyVersionId_fkey" FOREIGN KEY ("policyVersionId") REFERENCES "SupportPolicyVersion"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DossierVersion" ADD CONSTRAINT "DossierVersion_submittedById_fkey" FOREIGN KEY ("submittedById") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DossierVersionPerson" ADD CONSTRAINT "DossierVersionPerson_versionId_fkey" FOREIGN KEY ("versionId") REFERENCES "DossierVersion"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SupportClaim" ADD CONSTRAINT "SupportClaim_beneficiaryId_fkey" FOREIGN KEY ("beneficiaryId") REFERENCES "Beneficiary"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SupportClaim" ADD CONSTRAINT "SupportClaim_dossierId_fkey" FOREIGN KEY ("dossierId") REFERENCES "SubsidyDossier"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SupportClaim" ADD CONSTRAINT "SupportClaim_personId_fkey" FOREIGN KEY ("personId") REFERENCES "DossierPerson"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DossierEvent" ADD CONSTRAINT "DossierEvent_dossierId_fkey" FOREIGN KEY ("dossierId") REFERENCES "SubsidyDossier"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DossierEvent" ADD CONSTRAINT "DossierEvent_byUserId_fkey" FOREIGN KEY ("byUserId") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DossierEvent" ADD CONSTRAINT "DossierEvent_forUserId_fkey" FOREIGN KEY ("forUserId") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DossierCorrection" ADD CONSTRAINT "DossierCorrection_dossierId_fkey" FOREIGN KEY ("dossierId") REFERENCES "SubsidyDossier"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DossierCorrection" ADD CONSTRAINT "DossierCorrection_byUserId_fkey" FOREIGN KEY ("byUserId") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DossierMessage" ADD CONSTRAINT "DossierMessage_dossierId_fkey" FOREIGN KEY ("dossierId") REFERENCES "SubsidyDossier"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DossierMessage" ADD CONSTRAINT "DossierMessage_byUserId_fkey" FOREIGN KEY ("byUserId") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DossierOpinion" ADD CONSTRAINT "DossierOpinion_dossierId_fkey" FOREIGN KEY ("dossierId") REFERENCES "SubsidyDossier"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DossierOpinion" ADD CONSTRAINT "DossierOpinion_askedById_fkey" FOREIGN KEY ("askedById") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DossierOpinion" ADD CONSTRAINT "DossierOpinion_answeredById_fkey" FOREIGN KEY ("answeredById") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DossierChangeRequest" ADD CONSTRAINT "DossierChangeRequest_dossierId_fkey" FOREIGN KEY ("dossierId") REFERENCES "SubsidyDossier"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DossierChangeRequest" ADD CONSTRAINT "DossierChangeRequest_requestedById_fkey" FOREIGN KEY ("requestedById") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DossierChangeRequest" ADD CONSTRAINT "DossierChangeRequest_decidedById_fkey" FOREIGN KEY ("decidedById") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ApprovalList" ADD CONSTRAINT "ApprovalList_proposedById_fkey" FOREIGN KEY ("proposedById") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ApprovalList" ADD CONSTRAINT "ApprovalList_checkedById_fkey" FOREIGN KEY ("checkedById") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ApprovalList" ADD CONSTRAINT "ApprovalList_approvedById_fkey" FOREIGN KEY ("approvedById") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ApprovalList" ADD CONSTRAINT "ApprovalList_createdById_fkey" FOREIGN KEY ("createdById") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ApprovalList" ADD CONSTRAINT "ApprovalList_documentId_fkey" FOREIGN KEY ("documentId") REFERENCES "RegisteredDocument"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ApprovalAct" ADD CONSTRAINT "ApprovalAct_listId_fkey" FOREIGN KEY ("listId") REFERENCES "ApprovalList"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ApprovalAct" ADD CONSTRAINT "ApprovalAct_byUserId_fkey" FOREIGN KEY ("byUserId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ApprovalAct" ADD CONSTRAINT "ApprovalAct_forUserId_fkey" FOREIGN KEY ("forUserId") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Delegation" ADD CONSTRAINT "Delegation_fromUserId_fkey" FOREIGN KEY ("fromUserId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Delegation" ADD CONSTRAINT "Delegation_toUserId_fkey" FOREIGN KEY ("toUserId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RosterEntry" ADD CONSTRAINT "RosterEntry_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RosterEntry" ADD CONSTRAINT "RosterEntry_beneficiaryId_fkey" FOREIGN KEY ("beneficiaryId") REFERENCES "Beneficiary"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RegistrationLink" ADD CONSTRAINT "RegistrationLink_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RegistrationLink" ADD CONSTRAINT "RegistrationLink_createdById_fkey" FOREIGN KEY ("createdById") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SelfRegistration" ADD CONSTRAINT "SelfRegistration_linkId_fkey" FOREIGN KEY ("linkId") REFERENCES "RegistrationLink"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SelfRegistration" ADD CONSTRAINT "SelfRegistration_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SelfRegistration" ADD CONSTRAINT "SelfRegistration_beneficiaryId_fkey" FOREIGN KEY ("beneficiaryId") REFERENCES "Beneficiary"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SelfRegistration" ADD CONSTRAINT "SelfRegistration_decidedById_fkey" FOREIGN KEY ("decidedById") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SelfRegistration" ADD CONSTRAINT "SelfRegistration_rosterEntryId_fkey" FOREIGN KEY ("rosterEntryId") REFERENCES "RosterEntry"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TrainingCourse" ADD CONSTRAINT "TrainingCourse_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TrainingCourse" ADD CONSTRAINT "TrainingCourse_schoolId_fkey" FOREIGN KEY ("schoolId") REFERENCES "School"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CourseParticipant" ADD CONSTRAINT "CourseParticipant_courseId_fkey" FOREIGN KEY ("courseId") REFERENCES "TrainingCourse"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CourseParticipant" ADD CONSTRAINT "CourseParticipant_rosterEntryId_fkey" FOREIGN KEY ("rosterEntryId") REFERENCES "RosterEntry"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CourseParticipant" ADD CONSTRAINT "CourseParticipant_beneficiaryId_fkey" FOREIGN KEY ("beneficiaryId") REFERENCES "Beneficiary"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SupportPolicyVersion" ADD CONSTRAINT "SupportPolicyVersion_policyId_fkey" FOREIGN KEY ("policyId") REFERENCES "SupportPolicy"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SupportPolicyVersion" ADD CONSTRAINT "SupportPolicyVersion_createdById_fkey" FOREIGN KEY ("createdById") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SupportPolicyVersion" ADD CONSTRAINT "SupportPolicyVersion_decidedById_fkey" FOREIGN KEY ("decidedById") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RateRelease" ADD CONSTRAINT "RateRelease_policyVersionId_fkey" FOREIGN KEY ("policyVersionId") REFERENCES "SupportPolicyVersion"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RateRelease" ADD CONSTRAINT "RateRelease_releasedById_fkey" FOREIGN KEY ("releasedById") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Policies --------------------------------------------------------------------------------------------------------------

ALTER TABLE "SupportPolicy" ADD CONSTRAINT "SupportPolicy_valid_in_order" CHECK ("validTo" >= "validFrom");
ALTER TABLE "SupportPolicyVersion"
  ADD CONSTRAINT "SupportPolicyVersion_in_force_from_a_day" CHECK (("state" = 'DRAFT') = ("inForceFrom" IS NULL)),
  ADD CONSTRAINT "SupportPolicyVersion_decided" CHECK (("state" = 'DRAFT') = ("decidedAt" IS NULL));
CREATE UNIQUE INDEX "SupportPolicyVersion_one_draft" ON "SupportPolicyVersion" ("policyId") WHERE "state" = 'DRAFT';
CREATE UNIQUE INDEX "SupportPolicyVersion_one_a_day" ON "SupportPolicyVersion" ("policyId", "inForceFrom") WHERE "state" = 'IN_FORCE';
CREATE UNIQUE INDEX "RateRelease_one_standing" ON "RateRelease" ("policyVersionId", "rateCode") WHERE "revokedAt" IS NULL;

CREATE FUNCTION policy_version_guard() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD."state" <> 'DRAFT' AND (TG_OP = 'DELETE' OR NEW."state" = 'DRAFT'
      OR (NEW."policyId", NEW."no", NEW."definition", NEW."inForceFrom") IS DISTINCT FROM (OLD."policyId", OLD."no", OLD."definition", OLD."inForceFrom")) THEN
    RAISE EXCEPTION 'a policy version that was in force is not changed' USING ERRCODE = 'restrict_violation';
  END IF;
  IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "SupportPolicyVersion_guard" BEFORE UPDATE OR DELETE ON "SupportPolicyVersion"
  FOR EACH ROW EXECUTE FUNCTION policy_version_guard();

-- People ----------------------------------------------------------------------------------------------------------------

-- On a roster once at a time; who left and comes back gets a new row, and the history stays.
CREATE UNIQUE INDEX "RosterEntry_one_at_a_time" ON "RosterEntry" ("organisationId", "beneficiaryId") WHERE "leftOn" IS NULL;
CREATE INDEX "RosterEntry_present" ON "RosterEntry" ("organisationId", "fullName", "id") WHERE "leftOn" IS NULL;
CREATE INDEX "RosterEntry_by_name" ON "RosterEntry" ("organisationId", "fullName", "id");
ALTER TABLE "RosterEntry"
  ADD CONSTRAINT "RosterEntry_contract_in_order" CHECK ("contractTo" IS NULL OR "contractFrom" IS NULL OR "contractTo" >= "contractFrom"),
  ADD CONSTRAINT "RosterEntry_born_in_time" CHECK ("birthDate" BETWEEN '1920-01-01' AND '2100-01-01');

-- One registration of a person waits at an organisation at a time.
CREATE UNIQUE INDEX "SelfRegistration_one_waiting" ON "SelfRegistration" ("organisationId", "idHash") WHERE "state" = 'WAITING';
ALTER TABLE "SelfRegistration"
  ADD CONSTRAINT "SelfRegistration_decided" CHECK (("state" = 'WAITING') = ("decidedAt" IS NULL)),
  ADD CONSTRAINT "SelfRegistration_decline_is_explained" CHECK ("state" <> 'DECLINED' OR "reason" IS NOT NULL),
  ADD CONSTRAINT "SelfRegistration_confirmed_on_a_roster" CHECK ("state" <> 'CONFIRMED' OR "rosterEntryId" IS NOT NULL),
  ADD CONSTRAINT "SelfRegistration_erased" CHECK (
    ("erasedAt" IS NULL AND num_nonnulls("fullName", "birthDate", "idHash", "idSealed") = 4)
    OR ("erasedAt" IS NOT NULL AND num_nonnulls("fullName", "birthDate", "idHash", "idSealed", "phone") = 0));

ALTER TABLE "TrainingCourse"
  ADD CONSTRAINT "TrainingCourse_days_in_order" CHECK ("endsOn" >= "startsOn"),
  ADD CONSTRAINT "TrainingCourse_counts" CHECK ("tuition" >= 0 AND "months" BETWEEN 1 AND 72 AND ("places" IS NULL OR "places" > 0));
ALTER TABLE "CourseParticipant"
  ADD CONSTRAINT "CourseParticipant_one_end" CHECK (num_nonnulls("completedOn", "droppedOn") <= 1),
  ADD CONSTRAINT "CourseParticipant_months" CHECK ("monthsAttended" BETWEEN 0 AND 72),
  ADD CONSTRAINT "CourseParticipant_drop_is_explained" CHECK ("droppedOn" IS NULL OR "dropReason" IS NOT NULL);

-- Dossiers --------------------------------------------------------------------------------------------------------------

ALTER TABLE "SubsidyDossier"
  ADD CONSTRAINT "SubsidyDossier_counts" CHECK ("persons" BETWEEN 0 AND 2000 AND "amount" >= 0 AND "stopped" BETWEEN 0 AND "persons"),
  ADD CONSTRAINT "SubsidyDossier_handed_in" CHECK ("state" IN ('DRAFT', 'WITHDRAWN') OR ("code" IS NOT NULL AND "submittedAt" IS NOT NULL AND "currentNo" > 0)),
  ADD CONSTRAINT "SubsidyDossier_in_a_list" CHECK ("state" NOT IN ('PROPOSED', 'CHECKED') OR "approvalListId" IS NOT NULL),
  ADD CONSTRAINT "SubsidyDossier_decided" CHECK (("state" IN ('APPROVED', 'REFUSED')) = ("decidedAt" IS NOT NULL)),
  -- The clock runs towards a day, or stands still with days left, never both.
  ADD CONSTRAINT "SubsidyDossier_clock" CHECK (num_nonnulls("dueOn", "daysLeft") <= 1);
ALTER TABLE "DossierPerson"
  ADD CONSTRAINT "DossierPerson_amount" CHECK ("amount" >= 0 AND "position" > 0),
  ADD CONSTRAINT "DossierPerson_refusal_has_a_reason" CHECK ("decision" <> 'REFUSED' OR "reasonCode" IS NOT NULL),
  ADD CONSTRAINT "DossierPerson_decided" CHECK (("decision" = 'PENDING') = ("decidedAt" IS NULL));
-- The queue: what waits for an officer, by the day by which it is to be decided.
CREATE INDEX "SubsidyDossier_queue" ON "SubsidyDossier" ("dueOn", "id") WHERE "state" IN ('SUBMITTED', 'IN_REVIEW', 'PROPOSED', 'CHECKED');
CREATE INDEX "SubsidyDossier_by_state" ON "SubsidyDossier" ("state", "submittedAt" DESC, "id");
CREATE INDEX "SubsidyDossier_assigned" ON "SubsidyDossier" ("assignedToId", "state", "id") WHERE "assignedToId" IS NOT NULL;
-- A paper stands once for a person, or for the dossier, until it is replaced.
CREATE UNIQUE INDEX "DossierPaper_one_standing" ON "DossierPaper" ("dossierId", coalesce("personId", 0), "code") WHERE "removedAt" IS NULL;

CREATE TRIGGER "DossierVersion_append_only" BEFORE UPDATE OR DELETE ON "DossierVersion" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "DossierVersionPerson_append_only" BEFORE UPDATE OR DELETE ON "DossierVersionPerson" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "DossierEvent_append_only" BEFORE UPDATE OR DELETE ON "DossierEvent" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "DossierMessage_append_only" BEFORE UPDATE OR DELETE ON "DossierMessage" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "ApprovalAct_append_only" BEFORE UPDATE OR DELETE ON "ApprovalAct" FOR EACH ROW EXECUTE FUNCTION refuse_change();
ALTER TABLE "DossierVersion" ADD CONSTRAINT "DossierVersion_counts" CHECK ("persons" > 0 AND "amount" >= 0 AND "no" > 0);
ALTER TABLE "DossierVersionPerson" ADD CONSTRAINT "DossierVersionPerson_amount" CHECK ("amount" >= 0);

-- One person is supported once within what the policy version says, across enterprises, schools and years, also in flight.
CREATE UNIQUE INDEX "SupportClaim_once" ON "SupportClaim" ("beneficiaryId", "scope") WHERE "state" <> 'RELEASED';
ALTER TABLE "SupportClaim"
  ADD CONSTRAINT "SupportClaim_amount" CHECK ("amount" >= 0),
  ADD CONSTRAINT "SupportClaim_ended" CHECK (("state" = 'RELEASED') = ("endedAt" IS NOT NULL));

ALTER TABLE "DossierCorrection"
  ADD CONSTRAINT "DossierCorrection_settled" CHECK (("state" = 'SETTLED') = ("settledAt" IS NOT NULL)),
  ADD CONSTRAINT "DossierCorrection_answered" CHECK ("state" <> 'ANSWERED' OR "answeredNo" IS NOT NULL);
CREATE INDEX "DossierOpinion_open" ON "DossierOpinion" ("unit", "dueOn", "id") WHERE "verdict" IS NULL;
ALTER TABLE "DossierOpinion" ADD CONSTRAINT "DossierOpinion_answered"
  CHECK (("verdict" IS NULL) = ("answeredAt" IS NULL) AND ("verdict" IS NULL OR "answer" IS NOT NULL));
CREATE UNIQUE INDEX "DossierChangeRequest_one_open" ON "DossierChangeRequest" ("dossierId") WHERE "state" = 'REQUESTED';
ALTER TABLE "DossierChangeRequest" ADD CONSTRAINT "DossierChangeRequest_decided" CHECK (("state" = 'REQUESTED') = ("decidedAt" IS NULL));

-- Approval --------------------------------------------------------------------------------------------------------------

ALTER TABLE "ApprovalList"
  ADD CONSTRAINT "ApprovalList_three_people" CHECK (
    "proposedById" IS DISTINCT FROM coalesce("checkedById", -1) AND "checkedById" IS DISTINCT FROM coalesce("approvedById", -1)
    AND "proposedById" IS DISTINCT FROM coalesce("approvedById", -1)),
  ADD CONSTRAINT "ApprovalList_stages" CHECK (
    ("state" NOT IN ('PROPOSED', 'CHECKED', 'APPROVED') OR "proposedById" IS NOT NULL)
    AND ("state" NOT IN ('CHECKED', 'APPROVED') OR "checkedById" IS NOT NULL)
    AND (("state" = 'APPROVED') = ("approvedById" IS NOT NULL))),
  ADD CONSTRAINT "ApprovalList_counts" CHECK ("dossierCount" >= 0 AND "persons" >= 0 AND "amount" >= 0);
ALTER TABLE "Delegation"
  ADD CONSTRAINT "Delegation_days_in_order" CHECK ("untilOn" >= "fromOn"),
  ADD CONSTRAINT "Delegation_to_another" CHECK ("fromUserId" <> "toUserId"),
  ADD CONSTRAINT "Delegation_of_a_signer" CHECK ("role" IN ('LABOUR_HEAD', 'LEADER')),
  ADD CONSTRAINT "Delegation_one_at_a_time" EXCLUDE USING gist (
    "fromUserId" WITH =, "role" WITH =, daterange("fromOn", "untilOn", '[]') WITH &&) WHERE ("revokedAt" IS NULL);
