-- Entries of a rare kind sorted by amount, without trying all others first.
CREATE INDEX "LedgerEntry_budgetYearId_kind_amount_id_idx" ON "LedgerEntry"("budgetYearId", "kind", "amount", "id");
