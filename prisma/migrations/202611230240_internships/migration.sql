-- Internships offered and filled in numbers; graduates' outcomes. No personal data.

CREATE TYPE "InternshipOfferState" AS ENUM ('OPEN', 'CLOSED', 'WITHDRAWN');
CREATE TYPE "InternshipSide" AS ENUM ('ENTERPRISE', 'SCHOOL');
CREATE TYPE "InternshipState" AS ENUM ('PROPOSED', 'CONFIRMED', 'REFUSED', 'WITHDRAWN', 'RUNNING', 'COMPLETED');

CREATE TABLE "InternshipOffer" (
    "id" SERIAL NOT NULL,
    "enterpriseId" INTEGER NOT NULL,
    "field" TEXT NOT NULL,
    "level" "QualificationLevel" NOT NULL,
    "places" INTEGER NOT NULL,
    "term" TEXT NOT NULL,
    "startsOn" DATE NOT NULL,
    "endsOn" DATE NOT NULL,
    "allowance" INTEGER,
    "learns" TEXT NOT NULL,
    "meals" BOOLEAN NOT NULL DEFAULT false,
    "housing" BOOLEAN NOT NULL DEFAULT false,
    "state" "InternshipOfferState" NOT NULL DEFAULT 'OPEN',
    "reason" TEXT,
    "createdById" INTEGER,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "InternshipOffer_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "InternshipPlacement" (
    "id" SERIAL NOT NULL,
    "offerId" INTEGER NOT NULL,
    "schoolId" INTEGER NOT NULL,
    "code" TEXT,
    "programme" TEXT NOT NULL,
    "students" INTEGER NOT NULL,
    "women" INTEGER NOT NULL,
    "startsOn" DATE NOT NULL,
    "endsOn" DATE NOT NULL,
    "proposedBy" "InternshipSide" NOT NULL,
    "state" "InternshipState" NOT NULL DEFAULT 'PROPOSED',
    "reason" TEXT,
    "startedOn" DATE,
    "endedOn" DATE,
    "completed" INTEGER,
    "createdById" INTEGER,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "InternshipPlacement_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "GraduateOutcome" (
    "id" SERIAL NOT NULL,
    "schoolId" INTEGER NOT NULL,
    "year" INTEGER NOT NULL,
    "months" INTEGER NOT NULL,
    "code" TEXT NOT NULL,
    "codeKey" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "field" TEXT NOT NULL,
    "level" "QualificationLevel" NOT NULL,
    "graduates" INTEGER NOT NULL,
    "inParks" INTEGER NOT NULL,
    "elsewhere" INTEGER NOT NULL,
    "studying" INTEGER NOT NULL,
    "seeking" INTEGER NOT NULL,
    "unknown" INTEGER NOT NULL,
    "byUserId" INTEGER,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "GraduateOutcome_pkey" PRIMARY KEY ("id")
);

CREATE INDEX "InternshipOffer_enterpriseId_startsOn_idx" ON "InternshipOffer"("enterpriseId", "startsOn");
CREATE INDEX "InternshipOffer_state_startsOn_idx" ON "InternshipOffer"("state", "startsOn");
CREATE INDEX "InternshipOffer_field_state_idx" ON "InternshipOffer"("field", "state");
CREATE INDEX "InternshipPlacement_offerId_state_idx" ON "InternshipPlacement"("offerId", "state");
CREATE INDEX "InternshipPlacement_schoolId_state_id_idx" ON "InternshipPlacement"("schoolId", "state", "id");
CREATE UNIQUE INDEX "GraduateOutcome_schoolId_year_months_codeKey_key" ON "GraduateOutcome"("schoolId", "year", "months", "codeKey");
CREATE INDEX "GraduateOutcome_year_months_field_idx" ON "GraduateOutcome"("year", "months", "field");
CREATE INDEX "CohortProgramme_answerId_field_level_idx" ON "CohortProgramme"("answerId", "field", "level");

ALTER TABLE "InternshipOffer" ADD CONSTRAINT "InternshipOffer_enterpriseId_fkey" FOREIGN KEY ("enterpriseId") REFERENCES "Organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "InternshipOffer" ADD CONSTRAINT "InternshipOffer_createdById_fkey" FOREIGN KEY ("createdById") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "InternshipPlacement" ADD CONSTRAINT "InternshipPlacement_offerId_fkey" FOREIGN KEY ("offerId") REFERENCES "InternshipOffer"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "InternshipPlacement" ADD CONSTRAINT "InternshipPlacement_schoolId_fkey" FOREIGN KEY ("schoolId") REFERENCES "Organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "InternshipPlacement" ADD CONSTRAINT "InternshipPlacement_createdById_fkey" FOREIGN KEY ("createdById") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "GraduateOutcome" ADD CONSTRAINT "GraduateOutcome_schoolId_fkey" FOREIGN KEY ("schoolId") REFERENCES "Organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "GraduateOutcome" ADD CONSTRAINT "GraduateOutcome_byUserId_fkey" FOREIGN KEY ("byUserId") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

ALTER TABLE "InternshipOffer"
  ADD CONSTRAINT "InternshipOffer_places" CHECK (places BETWEEN 1 AND 1000),
  ADD CONSTRAINT "InternshipOffer_days" CHECK ("endsOn" >= "startsOn"),
  ADD CONSTRAINT "InternshipOffer_term" CHECK (term IN ('HK1', 'HK2', 'HK3')),
  ADD CONSTRAINT "InternshipOffer_allowance" CHECK (allowance > 0),
  ADD CONSTRAINT "InternshipOffer_reason" CHECK ((state = 'WITHDRAWN') = (reason IS NOT NULL));
ALTER TABLE "InternshipPlacement"
  ADD CONSTRAINT "InternshipPlacement_counts" CHECK (students >= 1 AND women BETWEEN 0 AND students AND completed BETWEEN 0 AND students),
  ADD CONSTRAINT "InternshipPlacement_days" CHECK ("endsOn" >= "startsOn"),
  ADD CONSTRAINT "InternshipPlacement_reason" CHECK (state <> 'REFUSED' OR reason IS NOT NULL),
  ADD CONSTRAINT "InternshipPlacement_ran" CHECK (
    ("startedOn" IS NOT NULL) = (state IN ('RUNNING', 'COMPLETED'))
    AND ("endedOn" IS NOT NULL) = (state = 'COMPLETED') AND (completed IS NOT NULL) = (state = 'COMPLETED'));
ALTER TABLE "GraduateOutcome"
  ADD CONSTRAINT "GraduateOutcome_months" CHECK (months IN (6, 12)),
  ADD CONSTRAINT "GraduateOutcome_sum" CHECK (
    least("inParks", elsewhere, studying, seeking, unknown) >= 0
    AND "inParks" + elsewhere + studying + seeking + unknown = graduates);

-- Whoever confirms waits for the others who confirm at the same offer: its places are never exceeded.
CREATE FUNCTION internship_places() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  available integer;
  taken integer;
BEGIN
  IF NEW.state NOT IN ('CONFIRMED', 'RUNNING', 'COMPLETED') THEN RETURN NEW; END IF;
  SELECT places INTO available FROM "InternshipOffer" WHERE id = NEW."offerId" FOR UPDATE;
  SELECT coalesce(sum(students), 0) INTO taken FROM "InternshipPlacement"
    WHERE "offerId" = NEW."offerId" AND id <> NEW.id AND state IN ('CONFIRMED', 'RUNNING', 'COMPLETED');
  IF taken + NEW.students > available THEN
    RAISE EXCEPTION 'offer % has % places, % are taken', NEW."offerId", available, taken USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "InternshipPlacement_places" BEFORE INSERT OR UPDATE ON "InternshipPlacement"
  FOR EACH ROW EXECUTE FUNCTION internship_places();

CREATE FUNCTION internship_offer_places() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.places < (SELECT coalesce(sum(students), 0) FROM "InternshipPlacement"
    WHERE "offerId" = NEW.id AND state IN ('CONFIRMED', 'RUNNING', 'COMPLETED')) THEN
    RAISE EXCEPTION 'offer % has more students than places', NEW.id USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "InternshipOffer_places_taken" BEFORE UPDATE ON "InternshipOffer"
  FOR EACH ROW WHEN (NEW.places < OLD.places) EXECUTE FUNCTION internship_offer_places();
