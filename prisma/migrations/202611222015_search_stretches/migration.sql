-- The eras of a stretch are asked beside the words, no longer in one query with them. In one query the index goes through
-- each row of each era named and puts the whole query to it; beside the words it leaps from one of their rows to the next.
-- Sixteen eras cost a twentieth of what they did (kho ở Đồ Sơn of Germans: 0.5 ms for 12), so stretches may follow one
-- another through a market of a million, and the words alone, which read all that ever matched, are for rare ones.
-- What sixteen eras cost grows with their number squared: longer stretches would be dearer than more of them.
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
      low := oldest;
      RETURN QUERY
        WITH matching AS MATERIALIZED (
          SELECT s."vacancyId", s."no", s."publishedAt", s."deadline", s."wage", s."tags", s."title" FROM "VacancySearch" s
          WHERE s."document" @@ asked AND s."deadline" >= today
            AND (wage_from IS NULL OR s."wage" >= wage_from) AND (closes_by IS NULL OR s."deadline" <= closes_by)
            AND s."no" + 0 < least(coalesce(below, 9223372036854775807), (high + 1)::bigint * 1024)
        )
        SELECT * FROM matching ORDER BY matching."no" DESC LIMIT missing;
    ELSE
      SELECT string_agg('e.' || era, ' | ')::tsquery INTO stretch FROM generate_series(low, high) era;
      RETURN QUERY
        WITH matching AS MATERIALIZED (
          SELECT s."vacancyId", s."no", s."publishedAt", s."deadline", s."wage", s."tags", s."title" FROM "VacancySearch" s
          WHERE s."document" @@ asked AND s."document" @@ stretch AND s."deadline" >= today
            AND (wage_from IS NULL OR s."wage" >= wage_from) AND (closes_by IS NULL OR s."deadline" <= closes_by)
            AND s."no" + 0 < least(coalesce(below, 9223372036854775807), (high + 1)::bigint * 1024)
        )
        SELECT * FROM matching ORDER BY matching."no" DESC LIMIT missing;
    END IF;
    GET DIAGNOSTICS found = ROW_COUNT;
    missing := missing - found;
    seen := seen + high - low + 1;
    high := low - 1;
    -- As far back as the matches so far promise to suffice, and a quarter more.
    width := CASE WHEN missing = most THEN 16 ELSE least(16, 1 + missing * seen * 5 / ((most - missing) * 4)) END;
  END LOOP;
END $$;
