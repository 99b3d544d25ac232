-- Names stand in the order of the Vietnamese alphabet (a ă â b c d đ e ê …), whatever their case, wherever they are sorted:
-- the order belongs to the column. Needs PostgreSQL with ICU, as its packages are built. What is equal stays equal.

ALTER TABLE "EconomicZone" ALTER COLUMN "nameVi" TYPE TEXT COLLATE "vi-x-icu";
ALTER TABLE "AdministrativeUnit" ALTER COLUMN "nameVi" TYPE TEXT COLLATE "vi-x-icu";
ALTER TABLE "Organisation" ALTER COLUMN "nameVi" TYPE TEXT COLLATE "vi-x-icu";
ALTER TABLE "School" ALTER COLUMN "nameVi" TYPE TEXT COLLATE "vi-x-icu";
ALTER TABLE "Obligation" ALTER COLUMN "nameVi" TYPE TEXT COLLATE "vi-x-icu";
ALTER TABLE "SupportPolicy" ALTER COLUMN "nameVi" TYPE TEXT COLLATE "vi-x-icu";
ALTER TABLE "DocumentRegister" ALTER COLUMN "nameVi" TYPE TEXT COLLATE "vi-x-icu";
ALTER TABLE "ReportForm" ALTER COLUMN "nameVi" TYPE TEXT COLLATE "vi-x-icu";
ALTER TABLE "SavedFilter" ALTER COLUMN "name" TYPE TEXT COLLATE "vi-x-icu";
ALTER TABLE "User" ALTER COLUMN "fullName" TYPE TEXT COLLATE "vi-x-icu";
ALTER TABLE "CohortProgramme" ALTER COLUMN "name" TYPE TEXT COLLATE "vi-x-icu";

-- What is read, generated or set off from a column has to make way for its change.
DROP TRIGGER "IndustrialPark_search_renamed" ON "IndustrialPark";
DROP TRIGGER "Enterprise_search_renamed" ON "Enterprise";
ALTER TABLE "Enterprise" DROP COLUMN "searchText";
DO $$
DECLARE source TEXT := pg_get_viewdef('"VacancySearchSource"'::regclass);
BEGIN
  DROP VIEW "VacancySearchSource";
  ALTER TABLE "IndustrialPark"
    ALTER COLUMN "nameVi" TYPE TEXT COLLATE "vi-x-icu",
    ALTER COLUMN "shortNameVi" TYPE TEXT COLLATE "vi-x-icu";
  ALTER TABLE "Enterprise" ALTER COLUMN "nameVi" TYPE TEXT COLLATE "vi-x-icu";
  EXECUTE 'CREATE VIEW "VacancySearchSource" AS ' || source;
END $$;
ALTER TABLE "Enterprise" ADD COLUMN "searchText" TEXT GENERATED ALWAYS AS (
  vi_norm("nameVi" || ' ' || coalesce("nameEn", '') || ' ' || "taxCode")
) STORED;
CREATE INDEX "Enterprise_searchText_trgm" ON "Enterprise" USING gin ("searchText" gin_trgm_ops);
CREATE TRIGGER "IndustrialPark_search_renamed" AFTER UPDATE OF "nameVi", "nameEn", "slug" ON "IndustrialPark"
  FOR EACH ROW WHEN ((OLD."nameVi", OLD."nameEn", OLD."slug") IS DISTINCT FROM (NEW."nameVi", NEW."nameEn", NEW."slug"))
  EXECUTE FUNCTION vacancy_search_renamed();
CREATE TRIGGER "Enterprise_search_renamed" AFTER UPDATE OF "nameVi", "nameEn", "investorCountry" ON "Enterprise"
  FOR EACH ROW WHEN ((OLD."nameVi", OLD."nameEn", OLD."investorCountry") IS DISTINCT FROM (NEW."nameVi", NEW."nameEn", NEW."investorCountry"))
  EXECUTE FUNCTION vacancy_search_renamed();

ALTER TABLE "RosterEntry" DROP COLUMN "searchText";
ALTER TABLE "RosterEntry" ALTER COLUMN "fullName" TYPE TEXT COLLATE "vi-x-icu";
ALTER TABLE "RosterEntry" ADD COLUMN "searchText" TEXT GENERATED ALWAYS AS (
  vi_norm(coalesce("fullName",'') || ' ' || coalesce("staffCode",'') || ' ' || coalesce("job",''))
) STORED;
CREATE INDEX "RosterEntry_searchText_trgm" ON "RosterEntry" USING GIN ("searchText" gin_trgm_ops);
