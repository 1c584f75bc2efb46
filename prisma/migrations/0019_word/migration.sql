-- AlterTable
ALTER TABLE "CommentEntry" ADD COLUMN     "fileName" TEXT,
ADD COLUMN     "writer" TEXT,
ADD COLUMN     "writtenAt" TIMESTAMPTZ(3);

-- What Prisma has no words for.
-- Only what came in a file has somebody beside its author, who brought it.
ALTER TABLE "CommentEntry" ADD CONSTRAINT "CommentEntry_file_check"
    CHECK ("fileName" IS NOT NULL OR "writer" IS NULL AND "writtenAt" IS NULL);
