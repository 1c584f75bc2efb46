/** The small logs in golden/: what every operation meant when it was released, and means for ever. */
import { readdirSync, readFileSync } from "node:fs";
import type { Row, Segment } from "#lib/core/document/model.ts";
import { StoredOperation } from "#lib/core/document/operations/registry.ts";
import { Replica } from "#lib/core/document/replica.ts";
import { nameOf } from "./example.ts";

const folder = new URL("./golden/", import.meta.url);

export interface Golden {
	/** Operations as they are stored: canonical JSON, to the byte. */
	readonly log: readonly string[];
	/** After each of them: its order name and the passages, "A s1@1|t1@2 edited confirmed 0.5". */
	readonly steps: readonly (readonly [number, ...string[]])[];
	/** After the last of them: [side, kind, begins a paragraph, text, draft, origin], and what stands beside it. */
	readonly segments: Readonly<Record<string, unknown>>;
	readonly description: unknown;
}

/** By the name of the operation. */
export function goldenLogs(): Map<string, Golden> {
	const files = readdirSync(folder).filter((file) => file.endsWith(".json"));
	return new Map(
		files.map((file) => [
			file.replace(".json", ""),
			JSON.parse(readFileSync(new URL(file, folder), "utf8")) as Golden,
		]),
	);
}

/** Replays a log and says what came of it, in the form that is kept. */
export function replayed(log: Golden["log"]): Golden {
	const replica = new Replica();
	const steps = log.map((text): [number, ...string[]] => {
		const operation = StoredOperation.parse(JSON.parse(text));
		const result = replica.apply(operation);
		if ("refused" in result) throw new Error(`${operation.type} was refused: ${result.refused}`);
		return [replica.order, ...replica.rows().map((row) => written(row, replica))];
	});
	const segments = [
		...replica.rows().flatMap((row) => [...row.source, ...row.target]),
		...replica.furniture("source"),
		...replica.furniture("target"),
	];
	return {
		log,
		steps,
		segments: Object.fromEntries(segments.map(spelled)),
		description: replica.description,
	};
}

function written(row: Row, replica: Replica): string {
	const names = (segments: readonly Segment[]) =>
		segments.map((s) => `${nameOf(s.id)}@${s.version}`).join(" ");
	const { state, withoutSource, link, confidence } = replica.standing(row);
	return `${nameOf(row.id)} ${names(row.source)}|${names(row.target)} ${state}${withoutSource ? " without source" : ""} ${link} ${confidence}`;
}

function spelled({ id, side, kind, paragraphStart, text, draft, origin, other }: Segment): [string, unknown] {
	return [nameOf(id), [side, kind, paragraphStart, text, draft, origin, ...(other ? [other] : [])]];
}
