-- Lists of schools by name, the Authority's and the public one: a page is read where it stands.
CREATE INDEX "School_by_name" ON "School" ("nameVi", "id");
