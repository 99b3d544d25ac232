-- Naming many eras costs the index more than it saves: each entry of each is looked at, 50 ms for 28 of them where the
-- words alone take 2. So when a stretch reaches back to the oldest era, or a dozen matches already say that there are few,
-- the words are asked alone. What is read twice then are matches of the eras seen, fewer than `most`.
CREATE OR REPLACE FUNCTION vacancy_candidates(wanted text, wage_from integer, closes_by date, today date, below bigint, most integer)
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
    IF seen > 0 AND low = oldest
      OR (seen > 2 OR most - missing > 10) AND (most - missing) * (high - oldest + 1) < 2000 * seen THEN
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
          AND s."no" + 0 < least(coalesce(below, 9223372036854775807), (high + 1)::bigint * 1024)
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
