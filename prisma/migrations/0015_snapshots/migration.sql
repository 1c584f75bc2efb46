-- AlterTable
ALTER TABLE "Document" ADD COLUMN     "logSince" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "weight" INTEGER NOT NULL DEFAULT 0;

-- CreateTable
CREATE TABLE "Snapshot" (
    "documentId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "projectId" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "bytes" BYTEA NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Snapshot_pkey" PRIMARY KEY ("documentId","number")
);

-- What Prisma has no words for.
-- The bytes are compressed already.
ALTER TABLE "Snapshot" ALTER COLUMN "bytes" SET STORAGE EXTERNAL;
-- Made from the log and never more than a short cut: with its document it may go, and no log goes by way of it.
ALTER TABLE "Snapshot" ADD CONSTRAINT "Snapshot_documentId_fkey"
    FOREIGN KEY ("documentId") REFERENCES "Document"("id") ON DELETE CASCADE ON UPDATE RESTRICT;
GRANT SELECT, INSERT, DELETE ON "Snapshot" TO duizhao_app;
REVOKE UPDATE ON "Snapshot" FROM duizhao_app;

-- What the documents weigh that are there already; the next save of a long one asks for its first snapshot.
UPDATE "Document" d SET
    "weight" = least(2000000000, (SELECT coalesce(sum(octet_length(r."operation")), 0) FROM "Revision" r
        WHERE r."documentId" = d."id" AND r."number" = 1)),
    "logSince" = least(2000000000, (SELECT coalesce(sum(octet_length(r."operation") + octet_length(r."inverse")), 0) FROM "Revision" r
        WHERE r."documentId" = d."id" AND r."number" > 1));
