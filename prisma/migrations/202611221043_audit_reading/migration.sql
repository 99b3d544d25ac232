-- The trail is read newest first, by pages that continue at a place (at, id), whole or by one of its columns.
DROP INDEX "AuditEntry_subjectType_subjectId_id_idx";
DROP INDEX "AuditEntry_at_idx";
DROP INDEX "AuditEntry_userId_id_idx";
CREATE INDEX "AuditEntry_at_id_idx" ON "AuditEntry"("at", "id");
CREATE INDEX "AuditEntry_subjectType_subjectId_at_id_idx" ON "AuditEntry"("subjectType", "subjectId", "at", "id");
CREATE INDEX "AuditEntry_userId_at_id_idx" ON "AuditEntry"("userId", "at", "id");
CREATE INDEX "AuditEntry_command_at_id_idx" ON "AuditEntry"("command", "at", "id");

-- Append-only also means that the whole is not emptied.
CREATE TRIGGER "AuditEntry_not_emptied" BEFORE TRUNCATE ON "AuditEntry" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
