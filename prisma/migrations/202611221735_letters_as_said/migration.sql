-- What a letter says of each report is kept with it: the same letter comes out again after the report has come in.
ALTER TABLE "EscalationLetter" ADD COLUMN "said" JSONB NOT NULL;
