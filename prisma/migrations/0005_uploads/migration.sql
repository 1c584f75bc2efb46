-- Files are kept as they arrived, in pieces: a file of any size passes through the server in bounded memory.
CREATE TABLE "Upload" (
    "id" TEXT NOT NULL,
    "projectId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "size" INTEGER NOT NULL DEFAULT 0,
    "sha256" TEXT,
    "createdById" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "completedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Upload_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "Upload_sha256_check" CHECK (("sha256" IS NULL) = ("completedAt" IS NULL))
);
CREATE INDEX "Upload_projectId_idx" ON "Upload"("projectId");
CREATE INDEX "Upload_createdAt_idx" ON "Upload"("createdAt");

CREATE TABLE "UploadChunk" (
    "uploadId" TEXT NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "projectId" TEXT NOT NULL,
    "bytes" BYTEA NOT NULL,

    CONSTRAINT "UploadChunk_pkey" PRIMARY KEY ("uploadId", "ordinal")
);
-- Most files are compressed already; trying once more would cost more than storing them.
ALTER TABLE "UploadChunk" ALTER COLUMN "bytes" SET STORAGE EXTERNAL;

CREATE TABLE "DocumentOriginal" (
    "documentId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "side" TEXT NOT NULL,
    "uploadId" TEXT NOT NULL,
    "projectId" TEXT NOT NULL,

    CONSTRAINT "DocumentOriginal_pkey" PRIMARY KEY ("documentId", "number", "side", "uploadId"),
    CONSTRAINT "DocumentOriginal_side_check" CHECK ("side" IN ('source', 'target', 'both'))
);
CREATE INDEX "DocumentOriginal_uploadId_idx" ON "DocumentOriginal"("uploadId");

-- An original of a document cannot go by way of its upload; pieces go with the whole.
ALTER TABLE "Upload" ADD CONSTRAINT "Upload_projectId_fkey"
    FOREIGN KEY ("projectId") REFERENCES "Project"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "UploadChunk" ADD CONSTRAINT "UploadChunk_uploadId_fkey"
    FOREIGN KEY ("uploadId") REFERENCES "Upload"("id") ON DELETE CASCADE ON UPDATE RESTRICT;
ALTER TABLE "DocumentOriginal" ADD CONSTRAINT "DocumentOriginal_documentId_fkey"
    FOREIGN KEY ("documentId") REFERENCES "Document"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "DocumentOriginal" ADD CONSTRAINT "DocumentOriginal_uploadId_fkey"
    FOREIGN KEY ("uploadId") REFERENCES "Upload"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

GRANT SELECT, INSERT, UPDATE, DELETE ON "Upload", "UploadChunk" TO duizhao_app;
GRANT SELECT, INSERT ON "DocumentOriginal" TO duizhao_app;
REVOKE UPDATE, DELETE ON "DocumentOriginal" FROM duizhao_app;
