-- CreateTable
CREATE TABLE "InlineCode" (
    "documentId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "projectId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "part" TEXT NOT NULL,
    "pair" INTEGER,
    "value" TEXT,
    "original" TEXT,

    CONSTRAINT "InlineCode_pkey" PRIMARY KEY ("documentId","number")
);

-- CreateTable
CREATE TABLE "Note" (
    "documentId" TEXT NOT NULL,
    "segmentId" TEXT NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "projectId" TEXT NOT NULL,
    "text" TEXT NOT NULL,

    CONSTRAINT "Note_pkey" PRIMARY KEY ("documentId","segmentId","ordinal")
);

-- What a number or a note means never changes.
REVOKE UPDATE, DELETE ON "InlineCode", "Note" FROM duizhao_app;
GRANT SELECT, INSERT ON "InlineCode", "Note" TO duizhao_app;
