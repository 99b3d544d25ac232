-- Changes after the decision: what each granted change leaves a person, written down for ever beside the decision itself.

CREATE TABLE "DossierDecisionChange" (
    "requestId" INTEGER NOT NULL,
    "dossierId" INTEGER NOT NULL,
    "position" INTEGER NOT NULL,
    "lines" JSONB NOT NULL,
    "amountBefore" BIGINT NOT NULL,
    "amount" BIGINT NOT NULL,

    CONSTRAINT "DossierDecisionChange_pkey" PRIMARY KEY ("requestId","position")
);
CREATE INDEX "DossierDecisionChange_dossierId_position_requestId_idx" ON "DossierDecisionChange"("dossierId", "position", "requestId");
ALTER TABLE "DossierDecisionChange" ADD CONSTRAINT "DossierDecisionChange_requestId_fkey" FOREIGN KEY ("requestId") REFERENCES "DossierChangeRequest"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "DossierDecisionChange" ADD CONSTRAINT "DossierDecisionChange_dossierId_position_fkey" FOREIGN KEY ("dossierId", "position") REFERENCES "DossierDecisionPerson"("dossierId", "position") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "DossierDecisionChange" ADD CONSTRAINT "DossierDecisionChange_lessens" CHECK ("amount" >= 0 AND "amount" < "amountBefore");
CREATE TRIGGER "DossierDecisionChange_append_only" BEFORE UPDATE OR DELETE ON "DossierDecisionChange" FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- What a person is granted now: what was decided, as the change granted last left it. Requests of a dossier are granted one
-- after the other, so that the greatest number is the last one.
CREATE VIEW "GrantedNow" AS
  SELECT p."dossierId", p."position", p."beneficiaryId", p."fullName", p."decision", p."amount" AS "decided",
    coalesce(c."amount", p."amount") AS "amount", coalesce(c."lines", p."lines") AS "lines", c."requestId"
  FROM "DossierDecisionPerson" p LEFT JOIN LATERAL (
    SELECT x."amount", x."lines", x."requestId" FROM "DossierDecisionChange" x
    WHERE x."dossierId" = p."dossierId" AND x."position" = p."position"
    ORDER BY x."requestId" DESC LIMIT 1
  ) c ON true;

-- A change begins where the last one ended: nobody grants on top of what they did not see.
CREATE FUNCTION decision_change_guard() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW."amountBefore" IS DISTINCT FROM (SELECT g."amount" FROM "GrantedNow" g
      WHERE g."dossierId" = NEW."dossierId" AND g."position" = NEW."position") THEN
    RAISE EXCEPTION 'a change begins with what is granted now' USING ERRCODE = 'check_violation';
  END IF;
  IF NOT EXISTS (SELECT 1 FROM "DossierChangeRequest" r
      WHERE r."id" = NEW."requestId" AND r."dossierId" = NEW."dossierId" AND r."state" = 'GRANTED') THEN
    RAISE EXCEPTION 'a change belongs to a granted request of its dossier' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "DossierDecisionChange_guard" BEFORE INSERT ON "DossierDecisionChange"
  FOR EACH ROW EXECUTE FUNCTION decision_change_guard();

-- Whoever asks does not decide, and a refusal says why.
ALTER TABLE "DossierChangeRequest"
  ADD CONSTRAINT "DossierChangeRequest_two_people" CHECK ("decidedById" IS NULL OR "requestedById" IS NULL OR "decidedById" <> "requestedById"),
  ADD CONSTRAINT "DossierChangeRequest_refusal_is_explained" CHECK ("state" <> 'REFUSED' OR "note" IS NOT NULL);
