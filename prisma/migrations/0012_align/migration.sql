-- AlterTable
ALTER TABLE "RevisionSegment" ADD COLUMN     "ordinal" INTEGER;
