-- A table belongs to an organisation of any kind: an enterprise's number is that of its organisation, so nothing moves.
ALTER TABLE "TableImport" DROP CONSTRAINT "TableImport_enterpriseId_fkey";
ALTER TABLE "TableImport" RENAME COLUMN "enterpriseId" TO "organisationId";
ALTER INDEX "TableImport_enterpriseId_id_idx" RENAME TO "TableImport_organisationId_id_idx";
-- Null is the Authority's: the table of an organisation that goes must not become it.
ALTER TABLE "TableImport" ADD CONSTRAINT "TableImport_organisationId_fkey"
  FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Total rows say more than one sum: the one that was kept becomes a list.
UPDATE "TableImport" SET "passed" = (
  SELECT jsonb_agg(CASE WHEN one ? 'said'
    THEN (one - 'said' - 'read') || jsonb_build_object('sums',
      jsonb_build_array(jsonb_build_object('field', 'headcount', 'said', one->'said', 'read', one->'read')))
    ELSE one END ORDER BY place)
  FROM jsonb_array_elements("passed") WITH ORDINALITY AS rows(one, place))
WHERE "passed" @? '$[*].said';

-- Programmes and students of a school can be brought as a table.
ALTER TYPE "ImportKind" ADD VALUE 'COHORTS';
