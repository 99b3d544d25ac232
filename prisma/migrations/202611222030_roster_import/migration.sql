-- Rosters can be brought as a table.
ALTER TYPE "ImportKind" ADD VALUE 'ROSTER';
