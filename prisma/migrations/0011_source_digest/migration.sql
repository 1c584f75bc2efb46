-- AlterTable
ALTER TABLE "Segment" ADD COLUMN     "sourceDigest" BIGINT;

-- Where a source text occurs elsewhere in a project. Renderings have none, so that moving them costs nothing here.
CREATE INDEX "Segment_projectId_sourceDigest_idx" ON "Segment"("projectId", "sourceDigest") WHERE "sourceDigest" IS NOT NULL;

-- Source texts from before, which are taken in when somebody first asks.
CREATE INDEX "Segment_withoutDigest_idx" ON "Segment"("projectId") WHERE "side" = 'source' AND "sourceDigest" IS NULL;
