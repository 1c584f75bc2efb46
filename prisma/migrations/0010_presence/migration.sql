-- Who is where in a document, for some seconds. Not worth a log: after a crash everybody says it again.
CREATE UNLOGGED TABLE "Presence" (
    "documentId" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "page" TEXT NOT NULL,
    "passage" TEXT,
    "index" INTEGER,
    "typing" BOOLEAN NOT NULL,
    "movedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "seenAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Presence_pkey" PRIMARY KEY ("documentId", "userId", "page")
);
CREATE INDEX "Presence_seenAt_idx" ON "Presence"("seenAt");

-- No foreign keys: checking one would wait for the lock under which the document's revisions are numbered.
GRANT SELECT, INSERT, UPDATE, DELETE ON "Presence" TO duizhao_app;
