-- For histories of texts that were made of others.
CREATE INDEX "Lineage_documentId_toId_idx" ON "Lineage"("documentId", "toId");

-- For the timeline of a project.
CREATE INDEX "Revision_projectId_at_documentId_number_idx" ON "Revision"("projectId", "at", "documentId", "number");

-- What Prisma has no words for.
-- For what is rare and looked for: nine of ten revisions are wordings and confirmations, and those saves do not pay for it.
CREATE INDEX "Revision_rare_type_idx" ON "Revision"("documentId", "type", "number") WHERE "type" NOT IN ('edit', 'confirm');
