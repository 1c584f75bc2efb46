-- AlterTable
ALTER TABLE "Project" ADD COLUMN     "glossaryVersion" INTEGER NOT NULL DEFAULT 0;

-- CreateTable
CREATE TABLE "Term" (
    "projectId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "simplified" TEXT NOT NULL,
    "traditional" TEXT NOT NULL,
    "domain" TEXT NOT NULL DEFAULT '',
    "note" TEXT NOT NULL DEFAULT '',
    "origin" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdById" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedById" TEXT NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Term_pkey" PRIMARY KEY ("projectId","id")
);

-- CreateTable
CREATE TABLE "TermRendering" (
    "projectId" TEXT NOT NULL,
    "termId" TEXT NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "authority" TEXT NOT NULL DEFAULT '',
    "alwaysWrong" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "TermRendering_pkey" PRIMARY KEY ("projectId","termId","ordinal")
);

-- CreateIndex
CREATE UNIQUE INDEX "Term_projectId_simplified_key" ON "Term"("projectId", "simplified");

-- AddForeignKey
ALTER TABLE "Term" ADD CONSTRAINT "Term_projectId_fkey" FOREIGN KEY ("projectId") REFERENCES "Project"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "TermRendering" ADD CONSTRAINT "TermRendering_projectId_termId_fkey" FOREIGN KEY ("projectId", "termId") REFERENCES "Term"("projectId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

GRANT SELECT, INSERT, UPDATE, DELETE ON "Term", "TermRendering" TO duizhao_app;
