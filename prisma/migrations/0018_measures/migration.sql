-- CreateTable
CREATE TABLE "SegmentMeasure" (
    "documentId" TEXT NOT NULL,
    "segmentId" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "projectId" TEXT NOT NULL,
    "basis" TEXT NOT NULL,
    "characters" INTEGER NOT NULL,
    "charactersChanged" INTEGER NOT NULL,
    "words" INTEGER NOT NULL,
    "wordsChanged" INTEGER NOT NULL,
    "edits" INTEGER NOT NULL,
    "referenceWords" INTEGER NOT NULL,
    "runs" INTEGER[],

    CONSTRAINT "SegmentMeasure_pkey" PRIMARY KEY ("documentId","segmentId","version")
);

-- CreateTable
CREATE TABLE "DocumentMeasure" (
    "documentId" TEXT NOT NULL,
    "scope" TEXT NOT NULL,
    "projectId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "tally" JSONB NOT NULL,

    CONSTRAINT "DocumentMeasure_pkey" PRIMARY KEY ("documentId","scope")
);

-- Both can be worked out again at any time: they go with their document. A version of a segment never changes, so what
-- was counted of it stays right; a document's tally is right for the revision it names.
ALTER TABLE "SegmentMeasure" ADD CONSTRAINT "SegmentMeasure_documentId_fkey"
    FOREIGN KEY ("documentId") REFERENCES "Document"("id") ON DELETE CASCADE ON UPDATE RESTRICT;
ALTER TABLE "DocumentMeasure" ADD CONSTRAINT "DocumentMeasure_documentId_fkey"
    FOREIGN KEY ("documentId") REFERENCES "Document"("id") ON DELETE CASCADE ON UPDATE RESTRICT;
GRANT SELECT, INSERT, UPDATE, DELETE ON "SegmentMeasure", "DocumentMeasure" TO duizhao_app;
