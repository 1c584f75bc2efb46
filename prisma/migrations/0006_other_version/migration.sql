-- AlterTable
ALTER TABLE "Segment" ADD COLUMN     "other" JSONB;
