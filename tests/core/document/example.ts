/** Small documents written as lines: "s1 s2|t1" is a passage of two source segments and one rendering. */
import type { Row, Segment, Side, Standing } from "#lib/core/document/model.ts";
import type { Applied, Refusal } from "#lib/core/document/operations/contract.ts";
import type { Import } from "#lib/core/document/operations/import.ts";
import { type Operation, StoredOperation } from "#lib/core/document/operations/registry.ts";
import { Replica } from "#lib/core/document/replica.ts";

const shortestId = 12;

/** "s1" as an id of the form that all ids have. */
export const id = (name: string) => name.padEnd(shortestId, "x");
export const nameOf = (full: string) => full.replace(/x+$/, "");

const namesOf = (list: string) => list.split(" ").filter((name) => name !== "");
const sidesOf = (line: string): [string[], string[]] => {
	const [source = "", target = ""] = line.split("|");
	return [namesOf(source), namesOf(target)];
};

/** A posted operation with the defaults that the schema fills in. */
export function posted(operation: { readonly type: string; readonly [field: string]: unknown }): Operation {
	return StoredOperation.parse(operation);
}

/** Passages are called A, B, C …; the text of s1 is "Text s1." unless given; "s1*" begins a paragraph. */
export function imported(lines: readonly string[], texts: Readonly<Record<string, string>> = {}): Import {
	const written = (names: readonly string[]): Import["source"] =>
		names.map((written) => {
			const name = written.replace("*", "");
			return [id(name), "body", written.endsWith("*"), texts[name] ?? `Text ${name}.`];
		});
	const sides = lines.map(sidesOf);
	const target = written(sides.flatMap(([, names]) => names));
	return {
		type: "import",
		v: 1,
		description: {
			title: "An example",
			publishedOn: null,
			publisher: null,
			byline: null,
			sourceLanguage: "zh-Hans",
			targetLanguage: "en",
		},
		source: written(sides.flatMap(([names]) => names)),
		target,
		origin: target.length > 0 ? { kind: "machine", engine: "Engine" } : null,
		rows: sides.map(([source, renderings], i) => [
			id(String.fromCharCode(65 + i)),
			source.length,
			renderings.length,
			0.5,
		]),
	};
}

export function example(lines: readonly string[], texts: Readonly<Record<string, string>> = {}): Replica {
	const replica = new Replica();
	perform(replica, imported(lines, texts));
	return replica;
}

/** Applies what must not be refused. */
export function perform(replica: Replica, operation: Operation): Applied<Operation> {
	const result = replica.apply(operation);
	if ("refused" in result) throw new Error(`${operation.type} was refused: ${JSON.stringify(result)}`);
	return result;
}

export function refusalOf(replica: Replica, operation: Operation): Refusal | "applied" {
	const result = replica.apply(operation);
	return "refused" in result ? result : "applied";
}

export function inverseOf(applied: Applied<Operation>): Operation {
	if (applied.inverse === null) throw new Error("no inverse");
	return applied.inverse;
}

/** The passages in the notation of the examples: "A s1 s2|t1". */
export function lines(replica: Replica): string[] {
	return replica.rows().map((row) => `${nameOf(row.id)} ${names(row.source)}|${names(row.target)}`);
}

const names = (segments: readonly Segment[]) => segments.map((segment) => nameOf(segment.id)).join(" ");

export function rowOf(replica: Replica, name: string): Row {
	const row = replica.row(id(name));
	if (!row) throw new Error(`no passage ${name}`);
	return row;
}

export function segmentOf(replica: Replica, name: string): Segment {
	const found = replica
		.rows()
		.flatMap((row) => [...row.source, ...row.target])
		.find((segment) => segment.id === id(name));
	if (!found) throw new Error(`no segment ${name}`);
	return found;
}

/** The composition of a passage as a client names it. */
export function shape(replica: Replica, name: string) {
	const row = rowOf(replica, name);
	return { id: row.id, source: row.source.map((s) => s.id), target: row.target.map((s) => s.id) };
}

/** The exact content of a passage as a client names it. */
export function exact(replica: Replica, name: string) {
	const row = rowOf(replica, name);
	const versions = (segments: readonly Segment[]) => segments.map((s): [string, number] => [s.id, s.version]);
	return { id: row.id, source: versions(row.source), target: versions(row.target) };
}

export function standingOfRow(replica: Replica, name: string): Standing {
	return replica.standing(rowOf(replica, name));
}

/** What an edit posts. */
export function edited(replica: Replica, name: string, text: string): Operation {
	return posted({ type: "edit", segment: id(name), version: segmentOf(replica, name).version, text });
}

export function confirmed(replica: Replica, rows: readonly string[], kinds: readonly string[]): Operation {
	return posted({ type: "confirm", kinds, rows: rows.map((name) => exact(replica, name)) });
}

/** A shift from a segment on; `above` names the passage that receives it when it goes up. */
export function shifted(
	replica: Replica,
	side: Side,
	direction: "down" | "up",
	from: string,
	segment: string,
): Operation {
	return posted({
		type: "shift",
		side,
		direction,
		from: id(from),
		segment: id(segment),
		created: id(`N${replica.number}`),
		order: replica.order,
	});
}
