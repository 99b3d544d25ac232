-- The public search reads one narrow row per published vacancy, not the vacancy itself ---------------------------------
-- A row holds all that the search asks about, as words of one GIN index: the words of the listing, and tags such as
-- `p.trang-due` (a park), `o.8` (major group 8), `w.10` (pays up to 10 million or more). Words of people are [a-z0-9] only, so
-- the point keeps the two apart. Each row also has an era, its number of publication / 1024: `e.17`. The newest matches
-- are found era by era, so that the work is bounded by what is shown and not by how many vacancies there are.

-- The words by which a text is found: folded, with nothing but letters and digits (lib/vacancies/search.ts has the twin).
CREATE FUNCTION search_words(txt text) RETURNS text
  LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  RETURN btrim(regexp_replace(vi_norm(txt), '[^a-z0-9]+', ' ', 'g'));

CREATE TABLE "VacancySearch" (
    "vacancyId" INTEGER NOT NULL,
    "no" BIGSERIAL NOT NULL,
    "publishedAt" TIMESTAMPTZ(3) NOT NULL,
    "deadline" DATE NOT NULL,
    "wage" INTEGER,
    "label" TEXT NOT NULL,
    "tags" TEXT[] NOT NULL,
    "title" tsvector NOT NULL,
    "document" tsvector NOT NULL,

    CONSTRAINT "VacancySearch_pkey" PRIMARY KEY ("vacancyId"),
    CONSTRAINT "VacancySearch_vacancyId_fkey" FOREIGN KEY ("vacancyId") REFERENCES "Vacancy"("id") ON DELETE CASCADE ON UPDATE CASCADE
);
-- Only the index reads the document: out of line, it leaves the rows that are counted and sorted small.
ALTER TABLE "VacancySearch" SET (toast_tuple_target = 128);
ALTER TABLE "VacancySearch" ALTER COLUMN "document" SET STORAGE EXTERNAL,
  ALTER COLUMN "title" SET STORAGE MAIN, ALTER COLUMN "tags" SET STORAGE MAIN, ALTER COLUMN "label" SET STORAGE MAIN;

CREATE UNIQUE INDEX "VacancySearch_no_key" ON "VacancySearch"("no");
CREATE INDEX "VacancySearch_document" ON "VacancySearch" USING gin ("document");

CREATE TYPE "SearchTermKind" AS ENUM ('WORD', 'TITLE');

-- Words and titles of what is published now, with how many listings have them: for suggestions and corrections.
CREATE TABLE "SearchTerm" (
    "kind" "SearchTermKind" NOT NULL,
    "folded" TEXT NOT NULL,
    "label" TEXT NOT NULL,
    "uses" INTEGER NOT NULL,

    CONSTRAINT "SearchTerm_pkey" PRIMARY KEY ("kind","folded")
);
-- Partial, as each serves one kind: words begun with some letters, words nearest to a mistyped one, titles with a phrase.
CREATE INDEX "SearchTerm_prefix" ON "SearchTerm" ("folded" text_pattern_ops) WHERE "kind" = 'WORD';
CREATE INDEX "SearchTerm_nearest" ON "SearchTerm" USING gist ("folded" gist_trgm_ops) WHERE "kind" = 'WORD';
CREATE INDEX "SearchTerm_phrase" ON "SearchTerm" USING gin ("folded" gin_trgm_ops) WHERE "kind" = 'TITLE';

-- Wage steps of the filter, in millions (wageSteps in lib/vacancies/search.ts).
CREATE FUNCTION search_wage_tags(wage integer) RETURNS text[]
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN (SELECT coalesce(array_agg('w.' || step), '{}') FROM unnest(ARRAY[5, 6, 7, 8, 9, 10, 12, 15, 20, 25, 30, 40, 50]) step WHERE wage >= step * 1000000);

CREATE VIEW "VacancySearchSource" AS
SELECT v."id" AS "vacancyId", v."publishedAt", v."deadline", coalesce(v."wageMax", v."wageMin") AS "wage", v."titleVi" AS "label",
  tag."tags",
  to_tsvector('simple', search_words(v."titleVi" || ' ' || coalesce(v."titleEn", ''))) AS "title",
  array_to_tsvector(tag."tags" || search_wage_tags(coalesce(v."wageMax", v."wageMin"))
    || ('d.' || (v."deadline" - DATE '2020-01-06') / 7)
    || coalesce((SELECT array_agg('o.' || left(o."code", n)) FROM generate_series(2, length(o."code")) n), '{}')
    || string_to_array(search_words(concat_ws(' ', v."titleVi", v."titleEn", e."nameVi", e."nameEn", p."nameVi", p."nameEn",
         (SELECT string_agg(a."name", ' ') FROM "IndustrialParkAlias" a WHERE a."parkId" = p."id"),
         o."nameVi", o."nameEn", vi_words(o."synonyms"), v."workplace", v."busRoutes", v."descriptionVi", v."requirementsVi")), ' ')
  ) AS "document"
FROM "Vacancy" v
JOIN "Enterprise" e ON e."id" = v."enterpriseId"
JOIN "IndustrialPark" p ON p."id" = v."parkId"
LEFT JOIN "Occupation" o ON o."id" = v."occupationId"
CROSS JOIN LATERAL (SELECT array_remove(ARRAY[
  'p.' || p."slug",
  'c.' || e."investorCountry",
  'o.' || left(o."code", 1),
  's.' || v."shift",
  CASE WHEN v."unskilled" > 0 THEN 'k.unskilled' END,
  CASE WHEN v."elementary" > 0 THEN 'k.elementary' END,
  CASE WHEN v."intermediate" > 0 THEN 'k.intermediate' END,
  CASE WHEN v."college" > 0 THEN 'k.college' END,
  CASE WHEN v."university" > 0 THEN 'k.university' END,
  CASE WHEN v."postgraduate" > 0 THEN 'k.postgraduate' END,
  CASE WHEN v."meals" THEN 'b.meals' END,
  CASE WHEN v."bus" THEN 'b.bus' END,
  CASE WHEN v."dormitory" THEN 'b.dormitory' END,
  CASE WHEN v."insurance" THEN 'b.insurance' END,
  CASE WHEN v."openToDisabled" THEN 'x.disabled' END,
  CASE WHEN v."openToDemobilised" THEN 'x.demobilised' END
], NULL) AS "tags") tag
WHERE v."status" = 'PUBLISHED';

-- Brings the search rows of some vacancies up to date. A row keeps its number, and with it its place among the newest.
CREATE FUNCTION vacancy_search_refresh(ids integer[]) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM "VacancySearch" s WHERE s."vacancyId" = ANY (ids)
    AND NOT EXISTS (SELECT FROM "Vacancy" v WHERE v."id" = s."vacancyId" AND v."status" = 'PUBLISHED');
  UPDATE "VacancySearch" s
    SET "publishedAt" = n."publishedAt", "deadline" = n."deadline", "wage" = n."wage", "label" = n."label", "tags" = n."tags", "title" = n."title",
        "document" = n."document" || array_to_tsvector(ARRAY['e.' || s."no" / 1024])
    FROM "VacancySearchSource" n WHERE n."vacancyId" = s."vacancyId" AND s."vacancyId" = ANY (ids);
  INSERT INTO "VacancySearch" ("vacancyId", "no", "publishedAt", "deadline", "wage", "label", "tags", "title", "document")
    SELECT n."vacancyId", n."no", n."publishedAt", n."deadline", n."wage", n."label", n."tags", n."title",
           n."document" || array_to_tsvector(ARRAY['e.' || n."no" / 1024])
    FROM (SELECT ordered.*, nextval('"VacancySearch_no_seq"') AS "no"
          FROM (SELECT * FROM "VacancySearchSource" WHERE "vacancyId" = ANY (ids) ORDER BY "publishedAt", "vacancyId") ordered) n
    WHERE NOT EXISTS (SELECT FROM "VacancySearch" s WHERE s."vacancyId" = n."vacancyId");
END $$;

CREATE FUNCTION vacancy_search_inserted() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE ids integer[];
BEGIN
  SELECT array_agg("id") INTO ids FROM new_rows WHERE "status" = 'PUBLISHED';
  IF ids IS NOT NULL THEN PERFORM vacancy_search_refresh(ids); END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER "Vacancy_search_inserted" AFTER INSERT ON "Vacancy" REFERENCING NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION vacancy_search_inserted();

-- Of a published vacancy only a few fields change often (how many are hired): they are none of the search's.
CREATE FUNCTION vacancy_search_updated() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE ids integer[];
BEGIN
  SELECT array_agg(n."id") INTO ids FROM new_rows n JOIN old_rows o ON o."id" = n."id"
    WHERE (n."status" = 'PUBLISHED' OR o."status" = 'PUBLISHED')
      AND (to_jsonb(n) - ARRAY['filledCount', 'version', 'updatedAt', 'assignedToId', 'searchContext', 'searchVector'])
        IS DISTINCT FROM (to_jsonb(o) - ARRAY['filledCount', 'version', 'updatedAt', 'assignedToId', 'searchContext', 'searchVector']);
  IF ids IS NOT NULL THEN PERFORM vacancy_search_refresh(ids); END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER "Vacancy_search_updated" AFTER UPDATE ON "Vacancy" REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION vacancy_search_updated();

-- Names under which listings are found change seldom, and then all listings under them follow.
CREATE FUNCTION vacancy_search_renamed() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE ids integer[];
BEGIN
  IF TG_TABLE_NAME = 'Enterprise' THEN
    SELECT array_agg("id") INTO ids FROM "Vacancy" WHERE "enterpriseId" = NEW."id" AND "status" = 'PUBLISHED';
  ELSIF TG_TABLE_NAME = 'IndustrialPark' THEN
    SELECT array_agg(s."vacancyId") INTO ids FROM "VacancySearch" s WHERE s."document" @@ ('''p.' || OLD."slug" || '''')::tsquery;
  ELSE
    SELECT array_agg("id") INTO ids FROM "Vacancy" WHERE "occupationId" = NEW."id" AND "status" = 'PUBLISHED';
  END IF;
  IF ids IS NOT NULL THEN PERFORM vacancy_search_refresh(ids); END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER "Enterprise_search_renamed" AFTER UPDATE OF "nameVi", "nameEn", "investorCountry" ON "Enterprise"
  FOR EACH ROW WHEN ((OLD."nameVi", OLD."nameEn", OLD."investorCountry") IS DISTINCT FROM (NEW."nameVi", NEW."nameEn", NEW."investorCountry"))
  EXECUTE FUNCTION vacancy_search_renamed();
CREATE TRIGGER "IndustrialPark_search_renamed" AFTER UPDATE OF "nameVi", "nameEn", "slug" ON "IndustrialPark"
  FOR EACH ROW WHEN ((OLD."nameVi", OLD."nameEn", OLD."slug") IS DISTINCT FROM (NEW."nameVi", NEW."nameEn", NEW."slug"))
  EXECUTE FUNCTION vacancy_search_renamed();
CREATE TRIGGER "Occupation_search_renamed" AFTER UPDATE OF "nameVi", "nameEn", "synonyms", "code" ON "Occupation"
  FOR EACH ROW WHEN ((OLD."nameVi", OLD."nameEn", OLD."synonyms", OLD."code") IS DISTINCT FROM (NEW."nameVi", NEW."nameEn", NEW."synonyms", NEW."code"))
  EXECUTE FUNCTION vacancy_search_renamed();

-- Counts the words and titles that came (+1) or went (-1). Sorted, so that two at once never wait for each other in a ring.
CREATE FUNCTION search_terms_of(document tsvector) RETURNS SETOF text
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  BEGIN ATOMIC
    SELECT word FROM unnest(tsvector_to_array(document)) word WHERE strpos(word, '.') = 0 AND length(word) BETWEEN 2 AND 30 AND word !~ '^[0-9]+$';
  END;

CREATE FUNCTION search_terms_came() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO "SearchTerm" ("kind", "folded", "label", "uses")
    SELECT 'WORD', word, word, count(*) FROM new_rows, search_terms_of("document") word GROUP BY word ORDER BY word
    ON CONFLICT ("kind", "folded") DO UPDATE SET "uses" = "SearchTerm"."uses" + EXCLUDED."uses";
  INSERT INTO "SearchTerm" ("kind", "folded", "label", "uses")
    SELECT 'TITLE', search_words("label"), max("label"), count(*) FROM new_rows GROUP BY 2 ORDER BY 2
    ON CONFLICT ("kind", "folded") DO UPDATE SET "uses" = "SearchTerm"."uses" + EXCLUDED."uses", "label" = EXCLUDED."label";
  RETURN NULL;
END $$;
CREATE FUNCTION search_terms_went() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  WITH gone AS (
    SELECT 'WORD'::"SearchTermKind" AS "kind", word AS "folded", count(*) AS "uses" FROM old_rows, search_terms_of("document") word GROUP BY word
    UNION ALL SELECT 'TITLE', search_words("label"), count(*) FROM old_rows GROUP BY 2
  ), held AS (
    SELECT t."kind", t."folded", gone."uses" FROM "SearchTerm" t JOIN gone USING ("kind", "folded") ORDER BY 1, 2 FOR UPDATE OF t
  )
  UPDATE "SearchTerm" t SET "uses" = t."uses" - held."uses" FROM held WHERE t."kind" = held."kind" AND t."folded" = held."folded";
  RETURN NULL;
END $$;
CREATE TRIGGER "VacancySearch_terms_came" AFTER INSERT ON "VacancySearch" REFERENCING NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION search_terms_came();
CREATE TRIGGER "VacancySearch_terms_went" AFTER DELETE ON "VacancySearch" REFERENCING OLD TABLE AS old_rows
  FOR EACH STATEMENT EXECUTE FUNCTION search_terms_went();
CREATE TRIGGER "VacancySearch_terms_change_came" AFTER UPDATE ON "VacancySearch" REFERENCING NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION search_terms_came();
CREATE TRIGGER "VacancySearch_terms_change_went" AFTER UPDATE ON "VacancySearch" REFERENCING OLD TABLE AS old_rows
  FOR EACH STATEMENT EXECUTE FUNCTION search_terms_went();

-- The newest `most` open vacancies that match. `wanted` is a tsquery as text, of words and tags, '' for all.
-- First the newest eras; how many match there says how far back the rest must be sought, and whether the index alone (few
-- matches in all) or a further stretch of eras (many) is the shorter way. The plans are fixed: whatever the statistics
-- say, no table is read from end to end.
CREATE FUNCTION vacancy_candidates(wanted text, wage_from integer, closes_by date, today date, below bigint, most integer)
  RETURNS TABLE ("vacancyId" integer, "no" bigint, "publishedAt" timestamptz, "deadline" date, "wage" integer, "tags" text[], "title" tsvector)
  LANGUAGE plpgsql STABLE ROWS 500
  SET enable_seqscan = off SET plan_cache_mode = force_generic_plan SET jit = off
AS $$
DECLARE
  asked tsquery := NULLIF(wanted, '')::tsquery;
  stretch tsquery;
  high integer;
  low integer;
  oldest integer;
  width integer := 2;
  missing integer := most;
  found integer;
  seen integer := 0;
BEGIN
  IF asked IS NULL THEN
    RETURN QUERY
      SELECT s."vacancyId", s."no", s."publishedAt", s."deadline", s."wage", s."tags", s."title" FROM "VacancySearch" s
      WHERE s."no" < coalesce(below, 9223372036854775807) AND s."deadline" >= today
        AND (wage_from IS NULL OR s."wage" >= wage_from) AND (closes_by IS NULL OR s."deadline" <= closes_by)
      ORDER BY s."no" DESC LIMIT most;
    RETURN;
  END IF;
  SELECT least(coalesce(below, max(s."no")), max(s."no")) / 1024, min(s."no") / 1024 INTO high, oldest FROM "VacancySearch" s;
  WHILE high >= oldest AND missing > 0 LOOP
    low := greatest(high - width + 1, oldest);
    IF seen > 2 AND (most - missing) * (high - oldest + 1) < 4000 * seen THEN
      stretch := asked;
      low := oldest;
    ELSE
      SELECT asked && string_agg('e.' || era, ' | ')::tsquery INTO stretch FROM generate_series(low, high) era;
    END IF;
    RETURN QUERY
      WITH matching AS MATERIALIZED (
        SELECT s."vacancyId", s."no", s."publishedAt", s."deadline", s."wage", s."tags", s."title" FROM "VacancySearch" s
        WHERE s."document" @@ stretch AND s."deadline" >= today
          AND (wage_from IS NULL OR s."wage" >= wage_from) AND (closes_by IS NULL OR s."deadline" <= closes_by)
          AND s."no" < coalesce(below, 9223372036854775807) AND s."no" < (high + 1)::bigint * 1024
      )
      SELECT * FROM matching ORDER BY matching."no" DESC LIMIT missing;
    GET DIAGNOSTICS found = ROW_COUNT;
    missing := missing - found;
    seen := seen + high - low + 1;
    high := low - 1;
    -- As far back as the matches so far promise to suffice, and a quarter more.
    width := CASE WHEN missing = most THEN 16 ELSE least(128, 1 + missing * seen * 5 / ((most - missing) * 4)) END;
  END LOOP;
END $$;

-- What was published before this search existed.
SELECT vacancy_search_refresh(ids) FROM (SELECT array_agg("id") AS ids FROM "Vacancy" WHERE "status" = 'PUBLISHED') old WHERE ids IS NOT NULL;

-- It replaces the first one.
DROP TRIGGER "Vacancy_search_context" ON "Vacancy";
DROP TRIGGER "Enterprise_renamed" ON "Enterprise";
DROP FUNCTION vacancy_search_context();
DROP FUNCTION enterprise_renamed();
DROP INDEX "Vacancy_public_search";
ALTER TABLE "Vacancy" DROP COLUMN "searchVector", DROP COLUMN "searchContext";
