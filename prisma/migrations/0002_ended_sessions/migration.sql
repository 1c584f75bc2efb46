-- Signing out ends one session at once, on every web process.
CREATE TABLE IF NOT EXISTS "EndedSession" (
    "id" TEXT NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "EndedSession_pkey" PRIMARY KEY ("id")
);
CREATE INDEX IF NOT EXISTS "EndedSession_expiresAt_idx" ON "EndedSession"("expiresAt");
GRANT SELECT, INSERT, UPDATE, DELETE ON "EndedSession" TO duizhao_app;
