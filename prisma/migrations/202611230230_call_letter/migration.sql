-- What the letter of a data call says, and why it was last closed or opened again.
ALTER TABLE "DataCall" ADD COLUMN "letter" JSONB, ADD COLUMN "reason" TEXT;
