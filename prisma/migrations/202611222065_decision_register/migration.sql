-- Decisions are numbered on their own: "12/QĐ-BQL" (NĐ 30/2020/NĐ-CP, Phụ lục I: a named kind bears its abbreviation).
INSERT INTO "DocumentRegister" ("symbol", "nameVi", "nameEn") VALUES
  ('QĐ-BQL', 'Quyết định của Ban Quản lý', 'Decisions of the Authority')
ON CONFLICT ("symbol") DO NOTHING;
