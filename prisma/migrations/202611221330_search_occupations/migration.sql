-- The filter by occupation counts the occupation itself, too, not its major group alone.
CREATE OR REPLACE VIEW "VacancySearchSource" AS
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
  CASE WHEN length(o."code") > 1 THEN 'o.' || o."code" END,
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

UPDATE "VacancySearch" s SET "tags" = n."tags" FROM "VacancySearchSource" n WHERE n."vacancyId" = s."vacancyId";
