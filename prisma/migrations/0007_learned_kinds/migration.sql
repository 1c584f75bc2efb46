-- AlterTable
ALTER TABLE "Project" ADD COLUMN     "learned" JSONB NOT NULL DEFAULT '{"rules":[]}';
