-- CreateTable
CREATE TABLE "Visit" (
    "userId" TEXT NOT NULL,
    "documentId" TEXT NOT NULL,
    "projectId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Visit_pkey" PRIMARY KEY ("userId","documentId")
);

-- What Prisma has no words for.
ALTER TABLE "Visit" ADD CONSTRAINT "Visit_documentId_fkey"
    FOREIGN KEY ("documentId") REFERENCES "Document"("id") ON DELETE CASCADE ON UPDATE RESTRICT;
GRANT SELECT, INSERT, UPDATE, DELETE ON "Visit" TO duizhao_app;

-- Which revisions took back which, for undoing what somebody else took back meanwhile.
CREATE INDEX "Revision_documentId_undoes_idx" ON "Revision"("documentId", "undoes") WHERE "undoes" IS NOT NULL;
