-- Data calls to schools and what they answer: kept in rows from the day on which a version is accepted.

-- CreateEnum
CREATE TYPE "DataCallState" AS ENUM ('DRAFT', 'OPEN', 'CLOSED');

-- CreateEnum
CREATE TYPE "DifficultyState" AS ENUM ('OPEN', 'IN_PROGRESS', 'RESOLVED', 'REFERRED');

-- CreateEnum
CREATE TYPE "SchoolKind" AS ENUM ('UNIVERSITY', 'COLLEGE', 'INTERMEDIATE', 'CENTRE');

-- AlterTable
ALTER TABLE "Obligation" ADD COLUMN     "secondPerson" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "School" ADD COLUMN     "address" TEXT,
ADD COLUMN     "kind" "SchoolKind" NOT NULL DEFAULT 'COLLEGE',
ADD COLUMN     "officeEmail" TEXT,
ADD COLUMN     "officeName" TEXT,
ADD COLUMN     "officePhone" TEXT,
ADD COLUMN     "province" TEXT NOT NULL DEFAULT '31',
ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1,
ADD COLUMN     "website" TEXT;

-- CreateTable
CREATE TABLE "DataCall" (
    "id" SERIAL NOT NULL,
    "year" INTEGER NOT NULL,
    "state" "DataCallState" NOT NULL DEFAULT 'DRAFT',
    "obligationId" INTEGER NOT NULL,
    "documentId" INTEGER,
    "createdById" INTEGER,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "openedAt" TIMESTAMPTZ(3),
    "closedAt" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "DataCall_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CohortAnswer" (
    "id" SERIAL NOT NULL,
    "schoolId" INTEGER NOT NULL,
    "callId" INTEGER NOT NULL,
    "year" INTEGER NOT NULL,
    "submissionId" INTEGER NOT NULL,
    "acceptedAt" TIMESTAMPTZ(3) NOT NULL,
    "replacedAt" TIMESTAMPTZ(3),
    "cooperation" TEXT,
    "presentState" TEXT,

    CONSTRAINT "CohortAnswer_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CohortProgramme" (
    "answerId" INTEGER NOT NULL,
    "no" INTEGER NOT NULL,
    "code" TEXT NOT NULL,
    "codeKey" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "field" TEXT NOT NULL,
    "level" "QualificationLevel" NOT NULL,
    "y1" INTEGER NOT NULL,
    "y2" INTEGER NOT NULL,
    "y3" INTEGER NOT NULL,
    "y4" INTEGER NOT NULL,
    "w1" INTEGER NOT NULL,
    "w2" INTEGER NOT NULL,
    "w3" INTEGER NOT NULL,
    "w4" INTEGER NOT NULL,
    "intake" INTEGER NOT NULL,
    "grades" TEXT[],
    "partner" TEXT,
    "accreditation" TEXT,

    CONSTRAINT "CohortProgramme_pkey" PRIMARY KEY ("answerId","no")
);

-- CreateTable
CREATE TABLE "CohortGraduates" (
    "answerId" INTEGER NOT NULL,
    "programmeNo" INTEGER NOT NULL,
    "month" DATE NOT NULL,
    "count" INTEGER NOT NULL,
    "women" INTEGER NOT NULL,

    CONSTRAINT "CohortGraduates_pkey" PRIMARY KEY ("answerId","programmeNo","month")
);

-- CreateTable
CREATE TABLE "CohortInternship" (
    "answerId" INTEGER NOT NULL,
    "no" INTEGER NOT NULL,
    "programmeNo" INTEGER,
    "enterpriseId" INTEGER,
    "enterpriseName" TEXT NOT NULL,
    "inParks" BOOLEAN NOT NULL,
    "term" TEXT NOT NULL,
    "count" INTEGER NOT NULL,

    CONSTRAINT "CohortInternship_pkey" PRIMARY KEY ("answerId","no")
);

-- CreateTable
CREATE TABLE "CohortUpgrade" (
    "answerId" INTEGER NOT NULL,
    "no" INTEGER NOT NULL,
    "field" TEXT NOT NULL,
    "scale" TEXT NOT NULL,
    "grade" INTEGER NOT NULL,
    "workers" INTEGER NOT NULL,

    CONSTRAINT "CohortUpgrade_pkey" PRIMARY KEY ("answerId","no")
);

-- CreateTable
CREATE TABLE "CohortDifficulty" (
    "id" SERIAL NOT NULL,
    "answerId" INTEGER NOT NULL,
    "no" INTEGER NOT NULL,
    "theme" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "state" "DifficultyState" NOT NULL DEFAULT 'OPEN',
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "CohortDifficulty_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "DifficultyStep" (
    "id" SERIAL NOT NULL,
    "difficultyId" INTEGER NOT NULL,
    "state" "DifficultyState" NOT NULL,
    "note" TEXT NOT NULL,
    "byUserId" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "DifficultyStep_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "DataCall_obligationId_key" ON "DataCall"("obligationId");

-- CreateIndex
CREATE UNIQUE INDEX "DataCall_documentId_key" ON "DataCall"("documentId");

-- CreateIndex
CREATE INDEX "DataCall_year_id_idx" ON "DataCall"("year", "id");

-- CreateIndex
CREATE UNIQUE INDEX "CohortAnswer_submissionId_key" ON "CohortAnswer"("submissionId");

-- CreateIndex
CREATE INDEX "CohortAnswer_schoolId_year_idx" ON "CohortAnswer"("schoolId", "year");

-- CreateIndex
CREATE INDEX "CohortAnswer_callId_idx" ON "CohortAnswer"("callId");

-- CreateIndex
CREATE INDEX "CohortAnswer_year_schoolId_idx" ON "CohortAnswer"("year", "schoolId");

-- CreateIndex
CREATE INDEX "CohortProgramme_codeKey_idx" ON "CohortProgramme"("codeKey");

-- CreateIndex
CREATE UNIQUE INDEX "CohortProgramme_answerId_codeKey_key" ON "CohortProgramme"("answerId", "codeKey");

-- CreateIndex
CREATE INDEX "CohortInternship_enterpriseId_idx" ON "CohortInternship"("enterpriseId");

-- CreateIndex
CREATE INDEX "CohortDifficulty_state_theme_id_idx" ON "CohortDifficulty"("state", "theme", "id");

-- CreateIndex
CREATE UNIQUE INDEX "CohortDifficulty_answerId_no_key" ON "CohortDifficulty"("answerId", "no");

-- CreateIndex
CREATE INDEX "DifficultyStep_difficultyId_id_idx" ON "DifficultyStep"("difficultyId", "id");

-- CreateIndex
CREATE INDEX "School_kind_province_idx" ON "School"("kind", "province");

-- AddForeignKey
ALTER TABLE "DataCall" ADD CONSTRAINT "DataCall_obligationId_fkey" FOREIGN KEY ("obligationId") REFERENCES "Obligation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DataCall" ADD CONSTRAINT "DataCall_documentId_fkey" FOREIGN KEY ("documentId") REFERENCES "RegisteredDocument"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DataCall" ADD CONSTRAINT "DataCall_createdById_fkey" FOREIGN KEY ("createdById") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CohortAnswer" ADD CONSTRAINT "CohortAnswer_schoolId_fkey" FOREIGN KEY ("schoolId") REFERENCES "School"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CohortAnswer" ADD CONSTRAINT "CohortAnswer_callId_fkey" FOREIGN KEY ("callId") REFERENCES "DataCall"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CohortAnswer" ADD CONSTRAINT "CohortAnswer_submissionId_fkey" FOREIGN KEY ("submissionId") REFERENCES "ReportSubmission"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CohortProgramme" ADD CONSTRAINT "CohortProgramme_answerId_fkey" FOREIGN KEY ("answerId") REFERENCES "CohortAnswer"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CohortGraduates" ADD CONSTRAINT "CohortGraduates_answerId_fkey" FOREIGN KEY ("answerId") REFERENCES "CohortAnswer"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CohortGraduates" ADD CONSTRAINT "CohortGraduates_answerId_programmeNo_fkey" FOREIGN KEY ("answerId", "programmeNo") REFERENCES "CohortProgramme"("answerId", "no") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CohortInternship" ADD CONSTRAINT "CohortInternship_answerId_fkey" FOREIGN KEY ("answerId") REFERENCES "CohortAnswer"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CohortInternship" ADD CONSTRAINT "CohortInternship_answerId_programmeNo_fkey" FOREIGN KEY ("answerId", "programmeNo") REFERENCES "CohortProgramme"("answerId", "no") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "CohortInternship" ADD CONSTRAINT "CohortInternship_enterpriseId_fkey" FOREIGN KEY ("enterpriseId") REFERENCES "Enterprise"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CohortUpgrade" ADD CONSTRAINT "CohortUpgrade_answerId_fkey" FOREIGN KEY ("answerId") REFERENCES "CohortAnswer"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CohortDifficulty" ADD CONSTRAINT "CohortDifficulty_answerId_fkey" FOREIGN KEY ("answerId") REFERENCES "CohortAnswer"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DifficultyStep" ADD CONSTRAINT "DifficultyStep_difficultyId_fkey" FOREIGN KEY ("difficultyId") REFERENCES "CohortDifficulty"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DifficultyStep" ADD CONSTRAINT "DifficultyStep_byUserId_fkey" FOREIGN KEY ("byUserId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- One answer of a school counts for a year.
CREATE UNIQUE INDEX "CohortAnswer_counts" ON "CohortAnswer"("schoolId", "year") WHERE "replacedAt" IS NULL;

ALTER TABLE "DataCall"
  ADD CONSTRAINT "DataCall_year" CHECK (year BETWEEN 2000 AND 2100),
  ADD CONSTRAINT "DataCall_opened" CHECK (state = 'DRAFT' OR "openedAt" IS NOT NULL),
  ADD CONSTRAINT "DataCall_closed" CHECK ((state = 'CLOSED') = ("closedAt" IS NOT NULL));
ALTER TABLE "CohortProgramme" ADD CONSTRAINT "CohortProgramme_counts" CHECK (
  w1 BETWEEN 0 AND y1 AND w2 BETWEEN 0 AND y2 AND w3 BETWEEN 0 AND y3 AND w4 BETWEEN 0 AND y4 AND intake >= 0);
ALTER TABLE "CohortGraduates" ADD CONSTRAINT "CohortGraduates_counts" CHECK (
  women BETWEEN 0 AND count AND extract(day FROM month) = 1);
ALTER TABLE "CohortInternship" ADD CONSTRAINT "CohortInternship_count" CHECK (count >= 0 AND term IN ('HK1', 'HK2', 'HK3'));
ALTER TABLE "CohortUpgrade" ADD CONSTRAINT "CohortUpgrade_grade" CHECK (
  workers >= 0 AND ((scale = 'BAC' AND grade BETWEEN 1 AND 7) OR (scale = 'KNN' AND grade BETWEEN 1 AND 5)));

-- What was accepted is not changed: an answer can only be replaced, a difficulty only be followed.
CREATE TRIGGER "CohortProgramme_append_only" BEFORE UPDATE OR DELETE ON "CohortProgramme" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "CohortGraduates_append_only" BEFORE UPDATE OR DELETE ON "CohortGraduates" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "CohortUpgrade_append_only" BEFORE UPDATE OR DELETE ON "CohortUpgrade" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "DifficultyStep_append_only" BEFORE UPDATE OR DELETE ON "DifficultyStep" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "CohortAnswer_kept" BEFORE DELETE ON "CohortAnswer" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "CohortAnswer_frozen" BEFORE UPDATE ON "CohortAnswer" FOR EACH ROW
  WHEN (OLD."replacedAt" IS NOT NULL OR NEW."replacedAt" IS NULL
    OR (to_jsonb(NEW) - 'replacedAt') IS DISTINCT FROM (to_jsonb(OLD) - 'replacedAt'))
  EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "CohortInternship_kept" BEFORE DELETE ON "CohortInternship" FOR EACH ROW EXECUTE FUNCTION refuse_change();
-- An enterprise that the register learns of later may be named; what the school said stays.
CREATE TRIGGER "CohortInternship_frozen" BEFORE UPDATE ON "CohortInternship" FOR EACH ROW
  WHEN ((to_jsonb(NEW) - 'enterpriseId') IS DISTINCT FROM (to_jsonb(OLD) - 'enterpriseId'))
  EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "CohortDifficulty_kept" BEFORE DELETE ON "CohortDifficulty" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "CohortDifficulty_frozen" BEFORE UPDATE ON "CohortDifficulty" FOR EACH ROW
  WHEN ((to_jsonb(NEW) - 'state' - 'version') IS DISTINCT FROM (to_jsonb(OLD) - 'state' - 'version'))
  EXECUTE FUNCTION refuse_change();
