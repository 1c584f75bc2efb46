-- AlterTable
ALTER TABLE "Project" ADD COLUMN "checking" JSONB NOT NULL DEFAULT '{}';

-- CreateTable
CREATE TABLE "CheckedDocument" (
    "documentId" TEXT NOT NULL,
    "projectId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "rules" TEXT NOT NULL,

    CONSTRAINT "CheckedDocument_pkey" PRIMARY KEY ("documentId")
);

-- CreateTable
CREATE TABLE "CheckedPassage" (
    "documentId" TEXT NOT NULL,
    "passageId" TEXT NOT NULL,
    "projectId" TEXT NOT NULL,
    "stamp" TEXT NOT NULL,
    "rules" TEXT NOT NULL,
    "content" TEXT NOT NULL,
    "findings" JSONB NOT NULL,

    CONSTRAINT "CheckedPassage_pkey" PRIMARY KEY ("documentId","passageId")
);

-- CreateTable
CREATE TABLE "CheckedMention" (
    "documentId" TEXT NOT NULL,
    "passageId" TEXT NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "projectId" TEXT NOT NULL,
    "check" TEXT NOT NULL,
    "about" UUID NOT NULL,
    "subject" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "side" TEXT NOT NULL,
    "segmentId" TEXT NOT NULL,
    "start" INTEGER NOT NULL,
    "end" INTEGER NOT NULL,

    CONSTRAINT "CheckedMention_pkey" PRIMARY KEY ("documentId","passageId","ordinal")
);

-- CreateTable
CREATE TABLE "DisputedSubject" (
    "projectId" TEXT NOT NULL,
    "about" UUID NOT NULL,

    CONSTRAINT "DisputedSubject_pkey" PRIMARY KEY ("projectId","about")
);

-- CreateTable
CREATE TABLE "Dismissal" (
    "id" TEXT NOT NULL,
    "projectId" TEXT NOT NULL,
    "documentId" TEXT NOT NULL,
    "segmentId" TEXT NOT NULL,
    "check" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "fingerprint" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "note" TEXT NOT NULL,
    "batch" TEXT NOT NULL,
    "byId" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "takenBackById" TEXT,
    "takenBackAt" TIMESTAMPTZ(3),

    CONSTRAINT "Dismissal_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "CheckedPassage_projectId_idx" ON "CheckedPassage"("projectId");

-- CreateIndex
CREATE INDEX "CheckedMention_projectId_about_idx" ON "CheckedMention"("projectId", "about");

-- CreateIndex
CREATE INDEX "Dismissal_projectId_batch_idx" ON "Dismissal"("projectId", "batch");

-- What was found can be worked out again at any time: it goes with its document, and dismissals go with theirs.
ALTER TABLE "CheckedDocument" ADD CONSTRAINT "CheckedDocument_documentId_fkey"
    FOREIGN KEY ("documentId") REFERENCES "Document"("id") ON DELETE CASCADE ON UPDATE RESTRICT;
ALTER TABLE "CheckedPassage" ADD CONSTRAINT "CheckedPassage_documentId_fkey"
    FOREIGN KEY ("documentId") REFERENCES "Document"("id") ON DELETE CASCADE ON UPDATE RESTRICT;
ALTER TABLE "CheckedMention" ADD CONSTRAINT "CheckedMention_documentId_fkey"
    FOREIGN KEY ("documentId") REFERENCES "Document"("id") ON DELETE CASCADE ON UPDATE RESTRICT;
ALTER TABLE "DisputedSubject" ADD CONSTRAINT "DisputedSubject_projectId_fkey"
    FOREIGN KEY ("projectId") REFERENCES "Project"("id") ON DELETE CASCADE ON UPDATE RESTRICT;
ALTER TABLE "Dismissal" ADD CONSTRAINT "Dismissal_documentId_fkey"
    FOREIGN KEY ("documentId") REFERENCES "Document"("id") ON DELETE CASCADE ON UPDATE RESTRICT;

-- A finding is dismissed once; what was taken back stays to be read.
CREATE UNIQUE INDEX "Dismissal_standing_key" ON "Dismissal"("documentId", "segmentId", "fingerprint") WHERE "takenBackAt" IS NULL;

GRANT SELECT, INSERT, UPDATE, DELETE ON "CheckedDocument", "CheckedPassage", "CheckedMention", "DisputedSubject" TO duizhao_app;
GRANT SELECT, INSERT, UPDATE ("takenBackById", "takenBackAt") ON "Dismissal" TO duizhao_app;
