-- CreateTable
CREATE TABLE "CommentThread" (
    "documentId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "projectId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "about" TEXT NOT NULL,
    "passageId" TEXT NOT NULL,
    "side" TEXT NOT NULL,
    "segmentId" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "start" INTEGER,
    "end" INTEGER,
    "quote" TEXT NOT NULL,
    "head" INTEGER NOT NULL,

    CONSTRAINT "CommentThread_pkey" PRIMARY KEY ("documentId","id")
);

-- CreateTable
CREATE TABLE "CommentEntry" (
    "documentId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "threadId" TEXT NOT NULL,
    "projectId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "authorId" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "text" TEXT,
    "of" INTEGER,
    "revision" INTEGER,
    "requestKey" TEXT NOT NULL,

    CONSTRAINT "CommentEntry_pkey" PRIMARY KEY ("documentId","number")
);

-- CreateTable
CREATE TABLE "Mention" (
    "documentId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "userId" TEXT NOT NULL,
    "threadId" TEXT NOT NULL,
    "projectId" TEXT NOT NULL,

    CONSTRAINT "Mention_pkey" PRIMARY KEY ("documentId","number","userId")
);

-- CreateTable
CREATE TABLE "CommentSeen" (
    "userId" TEXT NOT NULL,
    "documentId" TEXT NOT NULL,
    "threadId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,

    CONSTRAINT "CommentSeen_pkey" PRIMARY KEY ("userId","documentId","threadId")
);

-- CreateTable
CREATE TABLE "CommentHead" (
    "documentId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,

    CONSTRAINT "CommentHead_pkey" PRIMARY KEY ("documentId")
);

-- CreateIndex
CREATE UNIQUE INDEX "CommentThread_documentId_number_key" ON "CommentThread"("documentId", "number");

-- CreateIndex
CREATE INDEX "CommentEntry_documentId_threadId_number_idx" ON "CommentEntry"("documentId", "threadId", "number");

-- CreateIndex
CREATE UNIQUE INDEX "CommentEntry_documentId_authorId_requestKey_key" ON "CommentEntry"("documentId", "authorId", "requestKey");

-- CreateIndex
CREATE INDEX "Mention_userId_idx" ON "Mention"("userId");

-- What Prisma has no words for.
-- A suggestion is accepted or rejected once.
CREATE UNIQUE INDEX "CommentEntry_decision_key" ON "CommentEntry"("documentId", "threadId") WHERE "kind" IN ('accept', 'reject');

ALTER TABLE "CommentThread" ADD CONSTRAINT "CommentThread_kind_check" CHECK ("kind" IN ('comment', 'suggestion'));
ALTER TABLE "CommentThread" ADD CONSTRAINT "CommentThread_about_check" CHECK ("about" IN ('span', 'segment', 'passage'));
ALTER TABLE "CommentThread" ADD CONSTRAINT "CommentThread_side_check" CHECK ("side" IN ('source', 'target'));
ALTER TABLE "CommentThread" ADD CONSTRAINT "CommentThread_span_check"
    CHECK (("about" = 'span') = ("start" IS NOT NULL) AND ("start" IS NULL) = ("end" IS NULL) AND "start" < "end");
ALTER TABLE "CommentEntry" ADD CONSTRAINT "CommentEntry_kind_check"
    CHECK ("kind" IN ('comment', 'suggest', 'edit', 'delete', 'resolve', 'reopen', 'accept', 'reject'));

ALTER TABLE "CommentEntry" ADD CONSTRAINT "CommentEntry_thread_fkey"
    FOREIGN KEY ("documentId", "threadId") REFERENCES "CommentThread"("documentId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "Mention" ADD CONSTRAINT "Mention_entry_fkey"
    FOREIGN KEY ("documentId", "number") REFERENCES "CommentEntry"("documentId", "number") ON DELETE RESTRICT ON UPDATE RESTRICT;
DO $$
DECLARE name text;
BEGIN
	FOREACH name IN ARRAY ARRAY['CommentThread', 'CommentEntry', 'CommentSeen', 'CommentHead'] LOOP
		EXECUTE format(
			'ALTER TABLE %1$I ADD CONSTRAINT %2$I FOREIGN KEY ("documentId") REFERENCES "Document"("id") ON DELETE RESTRICT ON UPDATE RESTRICT',
			name, name || '_documentId_fkey'
		);
	END LOOP;
	-- What was said stays said, as the log does.
	FOREACH name IN ARRAY ARRAY['CommentThread', 'CommentEntry', 'Mention'] LOOP
		EXECUTE format('REVOKE UPDATE, DELETE ON %I FROM duizhao_app', name);
		EXECUTE format('GRANT SELECT, INSERT ON %I TO duizhao_app', name);
		EXECUTE format('CREATE TRIGGER refuse_change BEFORE UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION refuse_change()', name);
		EXECUTE format('CREATE TRIGGER refuse_truncate BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()', name);
	END LOOP;
END $$;
GRANT SELECT, INSERT, UPDATE, DELETE ON "CommentSeen", "CommentHead" TO duizhao_app;

-- For the history of a text: which revisions took a suggestion over.
CREATE UNIQUE INDEX "CommentEntry_revision_key" ON "CommentEntry"("documentId", "revision") WHERE "revision" IS NOT NULL;
