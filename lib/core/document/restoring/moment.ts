/** A document at one of its versions, and its segments as they become when it is brought back. */
import { canonicalJson, type Json } from "../canonical.ts";
import type { DocumentDescription, Origin, Row, Segment, Side } from "../model.ts";
import { isSameOrigin } from "../operations/side.ts";

export interface Moment {
	readonly number: number;
	readonly rows: readonly Row[];
	readonly description: DocumentDescription;
}

export const sides = ["source", "target"] as const satisfies readonly Side[];

export const segmentsOf = (rows: readonly Row[]): Segment[] =>
	rows.flatMap((row) => [...row.source, ...row.target]);

const plainFields = ["side", "kind", "paragraphStart", "text", "version", "draft", "origin"] as const;

function isSame(a: Segment, b: Segment): boolean {
	const other = ({ other: is }: Segment) => (is ? canonicalJson(is as unknown as Json) : "");
	return a === b || (plainFields.every((field) => a[field] === b[field]) && other(a) === other(b));
}

/** Segments of an earlier version with their origins named as the document names them now; the same object where nothing differs. */
export class Former {
	/** Those of the earlier version that the document has no more, in the places that they get. */
	readonly origins: Origin[] = [];
	readonly #now: ReadonlyMap<string, Segment>;
	readonly #was: Moment;
	readonly #description: DocumentDescription;
	readonly #places = new Map<number, number>();

	constructor(now: Moment, was: Moment) {
		this.#now = new Map(segmentsOf(now.rows).map((segment) => [segment.id, segment]));
		this.#was = was;
		this.#description = now.description;
		for (const { id, origin } of segmentsOf(was.rows)) {
			// An origin that was corrected since is still the one of the drafts that have it.
			if (origin !== null && this.#now.get(id)?.origin === origin) this.#places.set(origin, origin);
		}
	}

	segment(segment: Segment): Segment {
		const { origin } = segment;
		const former = origin === null ? segment : { ...segment, origin: this.origin(origin) };
		const present = this.#now.get(segment.id);
		return present && isSame(present, former) ? present : former;
	}

	row(row: Row): Row {
		return {
			id: row.id,
			source: row.source.map((segment) => this.segment(segment)),
			target: row.target.map((segment) => this.segment(segment)),
		};
	}

	/** The place that an origin of the earlier version has among the document's. */
	origin(origin: number): number {
		const known = this.#places.get(origin);
		if (known !== undefined) return known;
		const is = this.#was.description.origins[origin] ?? ({ kind: "unknown" } as const);
		const { origins } = this.#description;
		const present = [origin, ...origins.keys()].find((at) => origins[at] && isSameOrigin(origins[at], is));
		const place = present ?? origins.length + this.origins.push(is) - 1;
		this.#places.set(origin, place);
		return place;
	}
}
