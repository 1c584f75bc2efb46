-- Most passages have no finding; those that have are read again and again.
CREATE INDEX "CheckedPassage_found_idx" ON "CheckedPassage"("documentId") WHERE "findings" <> '[]';
