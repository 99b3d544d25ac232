-- The words by which people's tables name an occupation stand with the occupation and no longer in code. They grant nobody
-- anything: the versions that are in force get them as well, once.
ALTER TABLE "SupportPolicyVersion" DISABLE TRIGGER "SupportPolicyVersion_guard";
WITH known(code, aliases) AS (VALUES
  ('logistics', '["kho vận"]'::jsonb),
  ('electronics', '["điện tử"]'::jsonb),
  ('electricity', '["điện CN", "điện"]'::jsonb),
  ('welding', '["thợ hàn", "nghề hàn"]'::jsonb),
  ('automotive', '["ô tô", "sửa chữa ô tô"]'::jsonb),
  ('software', '["CNTT", "công nghệ thông tin", "ứng dụng phần mềm", "tin học"]'::jsonb),
  ('hotel', '["khách sạn"]'::jsonb),
  ('aquaculture', '["nuôi trồng thủy sản", "nuôi trồng thuỷ sản nước mặn và nước lợ", "thủy sản"]'::jsonb))
UPDATE "SupportPolicyVersion" v SET "definition" = jsonb_set(v."definition", '{occupations}', (
  SELECT jsonb_agg(CASE WHEN o ? 'aliases' OR k.aliases IS NULL THEN o ELSE o || jsonb_build_object('aliases', k.aliases) END ORDER BY at)
  FROM jsonb_array_elements(v."definition"->'occupations') WITH ORDINALITY AS named(o, at)
    LEFT JOIN known k ON k.code = o->>'code'))
FROM "SupportPolicy" p WHERE p.id = v."policyId" AND p.code = 'nq-03-2024';
ALTER TABLE "SupportPolicyVersion" ENABLE TRIGGER "SupportPolicyVersion_guard";
