-- Written by `npm run migration`, then extended by hand: collations, the generated digest, and all that
-- follows the last index.

-- CreateTable
CREATE TABLE "User" (
    "id" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "passwordHash" TEXT,
    "administrator" BOOLEAN NOT NULL DEFAULT false,
    "tokenVersion" INTEGER NOT NULL DEFAULT 0,
    "disabledAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "User_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SignInLink" (
    "tokenHash" TEXT NOT NULL,
    "purpose" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "projectId" TEXT,
    "role" TEXT,
    "createdById" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "usedAt" TIMESTAMPTZ(3),

    CONSTRAINT "SignInLink_pkey" PRIMARY KEY ("tokenHash")
);

-- CreateTable
CREATE TABLE "SignInAttempt" (
    "key" TEXT NOT NULL,
    "windowStart" TIMESTAMPTZ(3) NOT NULL,
    "count" INTEGER NOT NULL,

    CONSTRAINT "SignInAttempt_pkey" PRIMARY KEY ("key","windowStart")
);

-- CreateTable
CREATE TABLE "EndedSession" (
    "id" TEXT NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "EndedSession_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Project" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "demo" BOOLEAN NOT NULL DEFAULT false,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "deletedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Project_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Membership" (
    "projectId" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Membership_pkey" PRIMARY KEY ("projectId","userId")
);

-- CreateTable
CREATE TABLE "Document" (
    "id" TEXT NOT NULL,
    "projectId" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "publishedOn" TEXT,
    "publisher" TEXT,
    "byline" TEXT,
    "sourceLanguage" TEXT NOT NULL,
    "targetLanguage" TEXT NOT NULL,
    "origins" JSONB NOT NULL,
    "labels" JSONB NOT NULL,
    "headNumber" INTEGER NOT NULL DEFAULT 0,
    "headHash" TEXT NOT NULL DEFAULT '',
    "orderNumber" INTEGER NOT NULL DEFAULT 0,
    "createdById" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "deletedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Document_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Passage" (
    "documentId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "projectId" TEXT NOT NULL,
    "rank" TEXT COLLATE "C" NOT NULL,
    "link" TEXT NOT NULL,
    "confidence" DOUBLE PRECISION,
    "state" TEXT NOT NULL,
    "withoutSource" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "Passage_pkey" PRIMARY KEY ("documentId","id")
);

-- CreateTable
CREATE TABLE "Segment" (
    "documentId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "projectId" TEXT NOT NULL,
    "passageId" TEXT,
    "side" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "paragraphStart" BOOLEAN NOT NULL,
    "rank" TEXT COLLATE "C" NOT NULL,
    "text" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "draft" TEXT,
    "origin" INTEGER,

    CONSTRAINT "Segment_pkey" PRIMARY KEY ("documentId","id")
);

-- CreateTable
CREATE TABLE "RetiredId" (
    "documentId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "number" INTEGER NOT NULL,

    CONSTRAINT "RetiredId_pkey" PRIMARY KEY ("documentId","id")
);

-- CreateTable
CREATE TABLE "Lineage" (
    "documentId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "fromId" TEXT NOT NULL,
    "fromAt" INTEGER NOT NULL,
    "toId" TEXT NOT NULL,
    "toAt" INTEGER NOT NULL,

    CONSTRAINT "Lineage_pkey" PRIMARY KEY ("documentId","number","ordinal")
);

-- CreateTable
CREATE TABLE "Fact" (
    "documentId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "target" TEXT NOT NULL,
    "digest" TEXT NOT NULL GENERATED ALWAYS AS (md5("kind" || '|' || "source" || '|' || "target")) STORED,
    "standing" BOOLEAN NOT NULL,
    "confidence" DOUBLE PRECISION,

    CONSTRAINT "Fact_pkey" PRIMARY KEY ("documentId","number","ordinal")
);

-- CreateTable
CREATE TABLE "Revision" (
    "documentId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "projectId" TEXT NOT NULL,
    "actorId" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "type" TEXT NOT NULL,
    "operation" TEXT NOT NULL,
    "inverse" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "undoes" INTEGER,
    "requestKey" TEXT,

    CONSTRAINT "Revision_pkey" PRIMARY KEY ("documentId","number")
);

-- CreateTable
CREATE TABLE "RevisionSegment" (
    "documentId" TEXT NOT NULL,
    "segmentId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,

    CONSTRAINT "RevisionSegment_pkey" PRIMARY KEY ("documentId","segmentId","number")
);

-- CreateTable
CREATE TABLE "Job" (
    "id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "projectId" TEXT NOT NULL,
    "actorId" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "done" INTEGER NOT NULL DEFAULT 0,
    "total" INTEGER NOT NULL DEFAULT 0,
    "input" JSONB NOT NULL,
    "result" JSONB,
    "problem" JSONB,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Job_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "User_email_key" ON "User"("email");

-- CreateIndex
CREATE INDEX "SignInLink_projectId_idx" ON "SignInLink"("projectId");

-- CreateIndex
CREATE INDEX "EndedSession_expiresAt_idx" ON "EndedSession"("expiresAt");

-- CreateIndex
CREATE INDEX "Membership_userId_idx" ON "Membership"("userId");

-- CreateIndex
CREATE INDEX "Document_projectId_deletedAt_idx" ON "Document"("projectId", "deletedAt");

-- CreateIndex
CREATE UNIQUE INDEX "Passage_documentId_rank_key" ON "Passage"("documentId", "rank");

-- CreateIndex
CREATE INDEX "Segment_documentId_passageId_idx" ON "Segment"("documentId", "passageId");

-- CreateIndex
CREATE UNIQUE INDEX "Segment_documentId_side_rank_key" ON "Segment"("documentId", "side", "rank");

-- CreateIndex
CREATE INDEX "Lineage_documentId_fromId_idx" ON "Lineage"("documentId", "fromId");

-- CreateIndex
CREATE INDEX "Fact_documentId_digest_idx" ON "Fact"("documentId", "digest");

-- CreateIndex
CREATE INDEX "Revision_documentId_actorId_number_idx" ON "Revision"("documentId", "actorId", "number");

-- CreateIndex
CREATE UNIQUE INDEX "Revision_documentId_actorId_requestKey_key" ON "Revision"("documentId", "actorId", "requestKey");

-- CreateIndex
CREATE INDEX "Job_projectId_idx" ON "Job"("projectId");

-- AddForeignKey
ALTER TABLE "Membership" ADD CONSTRAINT "Membership_projectId_fkey" FOREIGN KEY ("projectId") REFERENCES "Project"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Membership" ADD CONSTRAINT "Membership_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Document" ADD CONSTRAINT "Document_projectId_fkey" FOREIGN KEY ("projectId") REFERENCES "Project"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Every row of a document belongs to a document. RESTRICT, so that the rows of its log can only go by a
-- purge that names them, never by way of another table.
DO $$
DECLARE name text;
BEGIN
	FOREACH name IN ARRAY ARRAY['Passage', 'Segment', 'RetiredId', 'Lineage', 'Fact', 'Revision', 'RevisionSegment'] LOOP
		EXECUTE format(
			'ALTER TABLE %1$I ADD CONSTRAINT %2$I FOREIGN KEY ("documentId") REFERENCES "Document"("id") ON DELETE RESTRICT ON UPDATE RESTRICT',
			name, name || '_documentId_fkey'
		);
	END LOOP;
END $$;

-- What Prisma holds as plain text.
ALTER TABLE "Membership" ADD CONSTRAINT "Membership_role_check" CHECK ("role" IN ('owner', 'lead', 'reviewer', 'reader'));
ALTER TABLE "SignInLink" ADD CONSTRAINT "SignInLink_purpose_check" CHECK ("purpose" IN ('sign-in', 'invitation'));
ALTER TABLE "SignInLink" ADD CONSTRAINT "SignInLink_role_check" CHECK ("role" IN ('owner', 'lead', 'reviewer', 'reader'));
ALTER TABLE "Passage" ADD CONSTRAINT "Passage_link_check" CHECK ("link" IN ('automatic', 'confirmed', 'stale'));
ALTER TABLE "Passage" ADD CONSTRAINT "Passage_state_check" CHECK ("state" IN ('empty', 'draft', 'edited', 'reviewed', 'approved'));
ALTER TABLE "Passage" ADD CONSTRAINT "Passage_confidence_check" CHECK ("confidence" BETWEEN 0 AND 1);
ALTER TABLE "Segment" ADD CONSTRAINT "Segment_side_check" CHECK ("side" IN ('source', 'target'));
ALTER TABLE "Segment" ADD CONSTRAINT "Segment_draft_check" CHECK (("draft" IS NULL) = ("origin" IS NULL));
ALTER TABLE "Fact" ADD CONSTRAINT "Fact_kind_check" CHECK ("kind" IN ('bead', 'link', 'review', 'approval'));
ALTER TABLE "Job" ADD CONSTRAINT "Job_state_check" CHECK ("state" IN ('waiting', 'running', 'done', 'failed', 'cancelled'));

-- The role as which the application works. It belongs to the whole server, so another database of the same
-- server may have made it already, or may be making it now.
DO $$
BEGIN
	IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'duizhao_app') THEN
		BEGIN
			CREATE ROLE duizhao_app NOLOGIN;
		EXCEPTION WHEN duplicate_object OR unique_violation THEN
			NULL;
		END;
	END IF;
	IF NOT EXISTS (
		SELECT FROM pg_auth_members m
		WHERE m.roleid = 'duizhao_app'::regrole AND m.member = (SELECT oid FROM pg_roles WHERE rolname = current_user)
			AND (NOT to_jsonb(m) ? 'set_option' OR to_jsonb(m) ->> 'set_option' = 'true') -- a right of its own since 16
	) THEN
		GRANT duizhao_app TO CURRENT_USER;
	END IF;
END $$;

REVOKE CREATE ON SCHEMA public FROM PUBLIC;
GRANT USAGE ON SCHEMA public TO duizhao_app;
GRANT SELECT, INSERT ON "Revision", "Fact", "RevisionSegment", "Lineage" TO duizhao_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON
	"User", "SignInLink", "SignInAttempt", "Project", "Membership", "Document", "Passage", "Segment", "RetiredId", "Job"
	TO duizhao_app;

-- For the tables of later migrations; one that is append-only must take UPDATE and DELETE back.
ALTER DEFAULT PRIVILEGES GRANT USAGE ON SCHEMAS TO duizhao_app;
ALTER DEFAULT PRIVILEGES GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO duizhao_app;
ALTER DEFAULT PRIVILEGES GRANT USAGE, SELECT ON SEQUENCES TO duizhao_app;

-- The log is never changed or deleted. The one way round is an administrator's purge of a whole document:
-- the owner, in a transaction that says so.
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	IF TG_OP IN ('DELETE', 'TRUNCATE')
		AND current_setting('duizhao.purge', true) = 'on'
		AND current_user <> 'duizhao_app'
		AND pg_has_role(current_user, (SELECT relowner FROM pg_class WHERE oid = TG_RELID), 'USAGE')
	THEN
		IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
		RETURN NULL;
	END IF;
	RAISE EXCEPTION '% is append-only: % refused', TG_TABLE_NAME, TG_OP USING ERRCODE = 'insufficient_privilege';
END $$;

DO $$
DECLARE name text;
BEGIN
	FOREACH name IN ARRAY ARRAY['Revision', 'Fact', 'RevisionSegment', 'Lineage'] LOOP
		EXECUTE format('CREATE TRIGGER refuse_change BEFORE UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION refuse_change()', name);
		EXECUTE format('CREATE TRIGGER refuse_truncate BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()', name);
	END LOOP;
END $$;
