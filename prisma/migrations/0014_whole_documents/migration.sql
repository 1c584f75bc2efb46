-- What changes many rows of a document at once: see docs/decisions/007-many-rows-at-once.md.

-- The link and the state of a passage are in no index. With room for a second version of every row beside the
-- first, 50,000 of them change in an eighth of the time, and no index grows.
ALTER TABLE "Passage" SET (fillfactor = 45);

-- A foreign key looks for the document of each row by itself: half of the time that writing 150,000 takes. These
-- do so once for a statement, and promise the same.
CREATE FUNCTION require_document() RETURNS trigger LANGUAGE plpgsql SET plan_cache_mode = auto SET search_path = public, pg_temp AS $$
DECLARE document text;
BEGIN
	FOR document IN SELECT DISTINCT "documentId" FROM added LOOP
		-- Whoever deletes it waits, and then finds the rows.
		PERFORM FROM "Document" WHERE "id" = document FOR KEY SHARE;
		IF NOT FOUND THEN
			RAISE EXCEPTION 'insert on table "%" violates "%": there is no document "%"',
				TG_TABLE_NAME, TG_TABLE_NAME || '_documentId_fkey', document USING ERRCODE = 'foreign_key_violation';
		END IF;
	END LOOP;
	RETURN NULL;
END $$;

CREATE FUNCTION refuse_other_document() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	RAISE EXCEPTION 'update on table "%" violates "%"', TG_TABLE_NAME, TG_TABLE_NAME || '_documentId_fkey'
		USING ERRCODE = 'foreign_key_violation';
END $$;

CREATE FUNCTION refuse_rows_left() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE
	name text;
	found_one boolean;
BEGIN
	FOREACH name IN ARRAY ARRAY['Passage', 'Segment', 'Fact', 'RevisionSegment'] LOOP
		EXECUTE format('SELECT EXISTS (SELECT FROM %I WHERE "documentId" = $1)', name) INTO found_one USING OLD."id";
		IF found_one THEN
			RAISE EXCEPTION '% on table "Document" violates "%" on table "%"', lower(TG_OP), name || '_documentId_fkey', name
				USING ERRCODE = 'foreign_key_violation';
		END IF;
	END LOOP;
	RETURN NULL;
END $$;

DO $$
DECLARE name text;
BEGIN
	FOREACH name IN ARRAY ARRAY['Passage', 'Segment', 'Fact', 'RevisionSegment'] LOOP
		EXECUTE format('ALTER TABLE %I DROP CONSTRAINT %I', name, name || '_documentId_fkey');
		EXECUTE format('CREATE TRIGGER require_document AFTER INSERT ON %I REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION require_document()', name);
	END LOOP;
	-- The log's tables refuse every update as it is.
	FOREACH name IN ARRAY ARRAY['Passage', 'Segment'] LOOP
		EXECUTE format('CREATE TRIGGER refuse_other_document AFTER UPDATE OF "documentId" ON %I FOR EACH ROW WHEN (OLD."documentId" <> NEW."documentId") EXECUTE FUNCTION refuse_other_document()', name);
	END LOOP;
END $$;

-- Afterwards, so that rows written while it waited are seen.
CREATE TRIGGER refuse_rows_left AFTER DELETE OR UPDATE OF "id" ON "Document" FOR EACH ROW EXECUTE FUNCTION refuse_rows_left();
