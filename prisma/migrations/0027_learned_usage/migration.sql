-- What a document usually calls things, with what it was learned by and up to which revision. All of it is worked out again.
DELETE FROM "CheckedDocument";
-- AlterTable
ALTER TABLE "CheckedDocument" ADD COLUMN "basis" TEXT NOT NULL, ADD COLUMN "learned" INTEGER NOT NULL, ADD COLUMN "usage" JSONB NOT NULL;
