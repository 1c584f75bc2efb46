-- CreateTable
CREATE TABLE "DismissedTerm" (
    "projectId" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "dismissedById" TEXT NOT NULL,
    "dismissedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "DismissedTerm_pkey" PRIMARY KEY ("projectId","source")
);

-- AddForeignKey
ALTER TABLE "DismissedTerm" ADD CONSTRAINT "DismissedTerm_projectId_fkey" FOREIGN KEY ("projectId") REFERENCES "Project"("id") ON DELETE CASCADE ON UPDATE CASCADE;

GRANT SELECT, INSERT, DELETE ON "DismissedTerm" TO duizhao_app;
