-- What the glossary found in a passage: where another finds the same, the passage need not be looked at again.
ALTER TABLE "CheckedPassage" ADD COLUMN "terms" TEXT NOT NULL DEFAULT '';
