-- What a reader of English remarked on each text of a passage, and whether it has still to read some.
ALTER TABLE "CheckedPassage" ADD COLUMN "remarks" JSONB NOT NULL DEFAULT '{}', ADD COLUMN "unread" BOOLEAN NOT NULL DEFAULT false;
CREATE INDEX "CheckedPassage_unread_idx" ON "CheckedPassage"("documentId") WHERE "unread";
