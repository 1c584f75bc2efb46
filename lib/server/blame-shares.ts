/** How much of a document's renderings is still a machine's, and how much each person wrote. */
import type { ClientBase } from "pg";
import { wordingTypes } from "#lib/core/document/blame/steps.ts";
import { isMachine, type WireBlame, type WireShares } from "#lib/core/document/blame/wire.ts";
import { type Actor, can, requireDocument } from "./access.ts";
import { atOneMoment, blameOf } from "./blame.ts";

/** Revisions of wordings up to which everybody's answer comes within a second. */
const mostRevisions = 4_000;
/** Renderings whose writers are found at once. */
const batch = 100;

type Client = Pick<ClientBase, "query">;

export async function wordingShares(actor: Actor, documentId: string): Promise<WireShares> {
	const { role } = await requireDocument(actor, documentId, "document.read");
	return await atOneMoment(async (client) => {
		if (await isLong(client, documentId)) return { total: null, machine: 0, people: [] };
		const untouched = await asTheyCame(client, documentId);
		const sum = new Sum(untouched.total, untouched.machine);
		const ids = await touched(client, documentId);
		for (let at = 0; at < ids.length; at += batch)
			sum.add(await blameOf(client, documentId, ids.slice(at, at + batch), "target"));
		const everyone = can(role, "measures.people");
		const people = sum.people.filter(({ id }) => everyone || id === actor.userId);
		return { total: sum.total, machine: sum.machine, people };
	});
}

async function isLong(client: Client, documentId: string): Promise<boolean> {
	const found = await client.query(
		`SELECT FROM "Revision" WHERE "documentId" = $1 AND "type" = ANY($2) LIMIT ${mostRevisions + 1}`,
		[documentId, wordingTypes],
	);
	return found.rows.length > mostRevisions;
}

const wasTouched = `EXISTS (SELECT FROM "RevisionSegment" t JOIN "Revision" r ON r."documentId" = t."documentId" AND r."number" = t."number"
	WHERE t."documentId" = s."documentId" AND t."segmentId" = s."id" AND r."type" = ANY($2))`;
const renderings = `"Segment" s WHERE s."documentId" = $1 AND s."side" = 'target' AND s."passageId" IS NOT NULL`;

async function touched(client: Client, documentId: string): Promise<string[]> {
	const found = await client.query<{ id: string }>(
		`SELECT s."id" FROM ${renderings} AND ${wasTouched} ORDER BY s."rank"`,
		[documentId, wordingTypes],
	);
	return found.rows.map(({ id }) => id);
}

/** Renderings that no revision worded since their file was brought. */
async function asTheyCame(client: Client, documentId: string): Promise<{ total: number; machine: number }> {
	const found = await client.query<{ total: number; machine: number }>(
		`SELECT coalesce(sum(length("text")), 0)::int AS "total",
			coalesce(sum(length("text")) FILTER (WHERE "kind" = 'machine'), 0)::int AS "machine"
		FROM (
			SELECT s."text", d."origins"->s."origin"->>'kind' AS "kind" FROM "Document" d, ${renderings}
				AND d."id" = s."documentId" AND NOT ${wasTouched}
		) AS came`,
		[documentId, wordingTypes],
	);
	return found.rows[0] ?? { total: 0, machine: 0 };
}

class Sum {
	total: number;
	machine: number;
	readonly #people = new Map<string, WireShares["people"][number]>();

	constructor(total: number, machine: number) {
		this.total = total;
		this.machine = machine;
	}

	get people(): WireShares["people"] {
		return [...this.#people.values()].toSorted((a, b) => b.characters - a.characters);
	}

	add({ texts, writers }: WireBlame): void {
		for (const { text, stretches } of texts)
			for (const [start, end, place] of stretches) {
				const writer = writers[place];
				const count = Array.from(text.slice(start, end)).length;
				this.total += count;
				if (isMachine(writer)) this.machine += count;
				if (writer?.is !== "person") continue;
				const person = writer.suggestedBy ?? writer.actor;
				const characters = (this.#people.get(person.id)?.characters ?? 0) + count;
				this.#people.set(person.id, { ...person, characters });
			}
	}
}
