/** A document after one of its revisions as text, so that later versions need not be replayed from the import. */
import { canonicalJson, type Json } from "./canonical.ts";
import type {
	DocumentDescription,
	Fact,
	FactKind,
	OtherVersion,
	Row,
	Segment,
	SegmentKind,
} from "./model.ts";
import { type NumberedLineage, Replica } from "./replica.ts";

/** Raised when the form below changes: a snapshot of another form is not read, and the log is replayed instead. */
const form = 1;

/** A segment without its side, which its place tells. */
type WrittenSegment = readonly [
	id: string,
	kind: SegmentKind,
	paragraphStart: boolean,
	text: string,
	version: number,
	draft: string | null,
	origin: number | null,
	other?: OtherVersion,
];

interface WrittenSnapshot {
	readonly form: typeof form;
	readonly number: number;
	readonly order: number;
	readonly description: DocumentDescription;
	readonly rows: readonly (readonly [
		id: string,
		source: readonly WrittenSegment[],
		target: readonly WrittenSegment[],
	])[];
	readonly furniture: readonly [source: readonly WrittenSegment[], target: readonly WrittenSegment[]];
	readonly facts: readonly (readonly [
		kind: FactKind,
		source: string,
		target: string,
		confidence: number | null,
	])[];
	readonly lineage: readonly (readonly [
		number: number,
		fromId: string,
		fromAt: number,
		toId: string,
		toAt: number,
	])[];
}

/** Equal documents give equal texts, whether they were replayed from the import or from another snapshot. */
export function writeSnapshot(replica: Replica): string {
	const written: WrittenSnapshot = {
		form,
		number: replica.number,
		order: replica.order,
		description: replica.description,
		rows: replica.rows().map(({ id, source, target }) => [id, source.map(writeOne), target.map(writeOne)]),
		furniture: [replica.furniture("source").map(writeOne), replica.furniture("target").map(writeOne)],
		facts: Array.from(replica.facts.all(), ({ kind, source, target, confidence }) => [
			kind,
			source,
			target,
			confidence,
		]),
		lineage: replica.lineage.map(({ number, fromId, fromAt, toId, toAt }) => [
			number,
			fromId,
			fromAt,
			toId,
			toAt,
		]),
	};
	return canonicalJson(written as unknown as Json);
}

function writeOne({
	id,
	kind,
	paragraphStart,
	text,
	version,
	draft,
	origin,
	other,
}: Segment): WrittenSegment {
	const told = [id, kind, paragraphStart, text, version, draft, origin] as const;
	return other ? [...told, other] : told;
}

/** Only what `writeSnapshot` wrote. Null where that was in another form than this release's. */
export function readSnapshot(text: string): Replica | null {
	const written = JSON.parse(text) as WrittenSnapshot;
	if (written.form !== form) return null;
	const { number, order, description, furniture } = written;
	return new Replica({
		number,
		order,
		description,
		rows: written.rows.map(
			([id, source, target]): Row => ({
				id,
				source: source.map(read("source")),
				target: target.map(read("target")),
			}),
		),
		furniture: [...furniture[0].map(read("source")), ...furniture[1].map(read("target"))],
		facts: written.facts.map(
			([kind, source, target, confidence]): Fact => ({ kind, source, target, confidence, standing: true }),
		),
		lineage: written.lineage.map(
			([at, fromId, fromAt, toId, toAt]): NumberedLineage => ({ number: at, fromId, fromAt, toId, toAt }),
		),
	});
}

const read =
	(side: Segment["side"]) =>
	([id, kind, paragraphStart, text, version, draft, origin, other]: WrittenSegment): Segment => {
		const segment = { id, side, kind, paragraphStart, text, version, draft, origin };
		return other ? { ...segment, other } : segment;
	};
