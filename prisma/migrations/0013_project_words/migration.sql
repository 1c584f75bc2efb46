-- CreateTable
CREATE TABLE "ProjectWord" (
    "projectId" TEXT NOT NULL,
    "word" TEXT NOT NULL,
    "addedById" TEXT NOT NULL,
    "addedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ProjectWord_pkey" PRIMARY KEY ("projectId","word")
);

-- AddForeignKey
ALTER TABLE "ProjectWord" ADD CONSTRAINT "ProjectWord_projectId_fkey" FOREIGN KEY ("projectId") REFERENCES "Project"("id") ON DELETE CASCADE ON UPDATE CASCADE;

GRANT SELECT, INSERT, DELETE ON "ProjectWord" TO duizhao_app;
