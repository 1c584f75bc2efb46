/** How the same source was rendered elsewhere in a project. */
import type { PassageState } from "#lib/core/document/model.ts";
import type { RenderedElsewhere, SameSource, WireElsewhere } from "#lib/core/document/wire.ts";
import { type Actor, requireDocument } from "./access.ts";
import { pool } from "./db.ts";
import { AppError } from "./errors.ts";
import { placesOf } from "./passages.ts";
import { comparable, digestOf, fillDigests } from "./source-digest.ts";

/** Passages with the same source that are looked at: those of this document and those most worked on first. */
const mostLookedAt = 200;
/** Renderings that are offered, each with a key of its own. */
const mostOffered = 9;

interface Found {
	readonly documentId: string;
	readonly title: string;
	readonly passage: string;
	readonly state: PassageState;
	readonly source: Text[];
	readonly target: Text[];
}

interface Text {
	readonly id: string;
	readonly version: number;
	readonly text: string;
	readonly by: string | null;
	readonly at: Date | null;
}

/** Only of documents of the same project, which the actor may read as this one; deleted ones are absent. */
export async function readElsewhere(
	actor: Actor,
	documentId: string,
	passageId: string,
): Promise<WireElsewhere> {
	const { projectId } = await requireDocument(actor, documentId, "document.read");
	const [here] = await readPassages([{ documentId, passage: passageId }]);
	if (!here) throw new AppError("not-found", "notFound");
	const first = here.source[0];
	const wanted = joined(here.source);
	if (!first || wanted === "") return { passage: passageId, renderings: [], same: [], twins: 0 };
	await fillDigests(projectId);
	const named = await passagesWith(projectId, digestOf({ side: "source", text: first.text }), here);
	const others = (await readPassages(named)).filter(({ source }) => joined(source) === wanted);
	const differing = others.filter(({ target }) => worded({ target }) !== worded(here));
	return {
		passage: passageId,
		renderings: offered(differing, documentId),
		same: await sameHere(differing, here),
		twins: others.filter((other) => other.documentId === documentId).length,
	};
}

const joined = (texts: readonly Text[]) => texts.map(({ text }) => comparable(text)).join("\n");
const worded = ({ target }: Pick<Found, "target">) => target.map(({ text }) => text).join("\n");

/** Passages whose first source text says the same, but for the one asked about. */
async function passagesWith(
	projectId: string,
	digest: string | null,
	{ documentId, passage }: Found,
): Promise<{ documentId: string; passage: string }[]> {
	const found = await pool().query<{ documentId: string; passage: string }>(
		`SELECT p."documentId", p."id" AS "passage"
		FROM "Segment" s
		JOIN "Passage" p ON p."documentId" = s."documentId" AND p."id" = s."passageId"
		JOIN "Document" d ON d."id" = s."documentId" AND d."deletedAt" IS NULL
		WHERE s."projectId" = $1 AND s."sourceDigest" = $2 AND p."state" <> 'empty'
			AND d."targetLanguage" = (SELECT "targetLanguage" FROM "Document" WHERE "id" = $3)
			AND NOT (p."documentId" = $3 AND p."id" = $4)
		ORDER BY p."documentId" <> $3, array_position(ARRAY['approved', 'reviewed', 'edited', 'draft'], p."state") LIMIT ${mostLookedAt}`,
		[projectId, digest, documentId, passage],
	);
	return found.rows;
}

type Line = Text & Omit<Found, "source" | "target"> & { side: "source" | "target" };

async function readPassages(
	named: readonly { readonly documentId: string; readonly passage: string }[],
): Promise<Found[]> {
	if (named.length === 0) return [];
	const found = await pool().query<Line>(
		`SELECT s."documentId", d."title", s."passageId" AS "passage", p."state", s."side", s."id", s."version", s."text",
			u."name" AS "by", r."at"
		FROM unnest($1::text[], $2::text[]) WITH ORDINALITY AS named(document, passage, place)
		JOIN "Document" d ON d."id" = named.document
		JOIN "Passage" p ON p."documentId" = named.document AND p."id" = named.passage
		JOIN "Segment" s ON s."documentId" = p."documentId" AND s."passageId" = p."id"
		LEFT JOIN "Revision" r ON s."draft" IS DISTINCT FROM s."text" AND r."documentId" = s."documentId" AND r."number" = s."version"
			AND r."type" NOT IN ('import', 'attach', 'update')
		LEFT JOIN "User" u ON u."id" = r."actorId"
		ORDER BY named.place, s."side", s."rank"`,
		[named.map(({ documentId }) => documentId), named.map(({ passage }) => passage)],
	);
	const passages: Found[] = [];
	for (const { documentId, title, passage, state, side, id, version, text, by, at } of found.rows) {
		let last = passages.at(-1);
		if (last?.passage !== passage || last.documentId !== documentId) {
			last = { documentId, title, passage, state, source: [], target: [] };
			passages.push(last);
		}
		last[side].push({ id, version, text, by, at });
	}
	return passages;
}

/** Wordings that somebody worked on, each once, with the place that says most for it. */
function offered(passages: readonly Found[], documentId: string): RenderedElsewhere[] {
	const known = new Map<string, RenderedElsewhere & { places: number }>();
	for (const found of passages) {
		if (found.state === "draft" || found.state === "empty") continue;
		const already = known.get(worded(found));
		if (already) {
			already.places += 1;
			continue;
		}
		const last = found.target.toSorted((a, b) => Number(b.at ?? 0) - Number(a.at ?? 0))[0];
		known.set(worded(found), {
			texts: found.target.map(({ text }) => text),
			state: found.state,
			by: last?.by ?? null,
			at: last?.at?.toISOString() ?? null,
			places: 1,
			documentId: found.documentId,
			title: found.title,
			passage: found.passage,
			here: found.documentId === documentId,
		});
	}
	return [...known.values()].slice(0, mostOffered);
}

/** Passages of the same document that could be worded as this one. */
async function sameHere(passages: readonly Found[], here: Found): Promise<SameSource[]> {
	const mine = passages.filter(
		({ documentId, target }) => documentId === here.documentId && target.length === here.target.length,
	);
	const places = await placesOf(
		pool(),
		here.documentId,
		mine.map(({ passage }) => passage),
	);
	return mine
		.map(({ passage, state, target }) => ({
			id: passage,
			index: places.get(passage) ?? 0,
			state,
			target: target.map(({ id, version, text }) => ({ id, version, text })),
		}))
		.toSorted((a, b) => a.index - b.index);
}
