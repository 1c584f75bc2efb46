-- A log that was brought from elsewhere keeps the name that its hashes cover.
ALTER TABLE "Document" ADD COLUMN     "logId" TEXT,
ADD COLUMN     "broughtById" TEXT,
ADD COLUMN     "broughtAt" TIMESTAMPTZ(3),
ADD COLUMN     "broughtUntil" INTEGER;

ALTER TABLE "Document" ADD CONSTRAINT "Document_brought_check"
    CHECK (("logId" IS NULL) = ("broughtById" IS NULL) AND ("logId" IS NULL) = ("broughtAt" IS NULL) AND ("logId" IS NULL) = ("broughtUntil" IS NULL));

-- People whom only such a log knows have a name under their id and an address that nobody has: no way in.
ALTER TABLE "User" ADD CONSTRAINT "User_elsewhere_check"
    CHECK ("email" NOT LIKE '%@elsewhere.invalid' OR ("disabledAt" IS NOT NULL AND "passwordHash" IS NULL AND NOT "administrator"));
