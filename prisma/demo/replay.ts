/** The scripted work as the operations that people would have posted, each checked by the document itself. */

import type { Segment, Side } from "#lib/core/document/model.ts";
import { isRefusal, shapeOf } from "#lib/core/document/operations/contract.ts";
import type { Operation } from "#lib/core/document/operations/registry.ts";
import { Replica } from "#lib/core/document/replica.ts";
import type { DemoArticle, DemoParagraph } from "./article.ts";
import type { DemoAction, DemoStep, SegmentAt } from "./edit-steps.ts";

type NewId = () => string;
type WrittenSegment = [id: string, kind: Segment["kind"], paragraphStart: boolean, text: string];
type ActionOf<Do extends DemoAction["do"]> = Extract<DemoAction, { do: Do }>;

export type Replayed = {
	readonly article: DemoArticle;
	readonly replica: Replica;
	/** The import first, then one operation for each step. */
	readonly log: readonly { readonly operation: Operation; readonly step: DemoStep | null }[];
	/** The segment that was imported at this place. */
	readonly idAt: (at: SegmentAt) => string;
};

/** Throws where a step does not fit the document of its moment. */
export function replay(article: DemoArticle, steps: readonly DemoStep[], newId: NewId): Replayed {
	const replica = new Replica();
	const sides = { source: written(article.source, newId), target: written(article.target, newId) };
	const first = importOf(article, sides, newId);
	const log: { operation: Operation; step: DemoStep | null }[] = [];
	const idAt = ({ side, index }: SegmentAt) => known(sides[side][index], `${side} ${index}`)[0];
	const apply = (operation: Operation, step: DemoStep | null) => {
		const result = replica.apply(operation);
		if (isRefusal(result))
			throw new Error(`${article.key}: ${result.refused}: ${JSON.stringify(step ?? operation)}`);
		log.push({ operation, step });
	};
	apply(first, null);
	for (const step of steps) {
		if (step.article === article.key) apply(new Translator(replica, idAt, newId).operationFor(step), step);
	}
	return { article, replica, log, idAt };
}

function importOf(article: DemoArticle, sides: Record<Side, WrittenSegment[]>, newId: NewId): Operation {
	const { title, publishedOn, publisher, byline, sourceLanguage, targetLanguage, origin, rows } = article;
	return {
		type: "import",
		v: 1,
		description: { title, publishedOn, publisher, byline, sourceLanguage, targetLanguage },
		...sides,
		origin,
		rows: rows.map(([sources, targets, confidence]) => [newId(), sources, targets, confidence]),
	};
}

function written(paragraphs: readonly DemoParagraph[] | null, newId: NewId): WrittenSegment[] {
	return (paragraphs ?? []).flatMap(({ kind, sentences }) =>
		sentences.map((text, i): WrittenSegment => [newId(), kind, i === 0, text]),
	);
}

function known<T>(value: T | undefined, what: string): T {
	if (value === undefined) throw new Error(`the demo has no ${what}`);
	return value;
}

/** Turns a step into the operation it is on the document as it stands. */
class Translator {
	readonly #replica: Replica;
	readonly #idAt: (at: SegmentAt) => string;
	readonly #newId: NewId;

	constructor(replica: Replica, idAt: (at: SegmentAt) => string, newId: NewId) {
		this.#replica = replica;
		this.#idAt = idAt;
		this.#newId = newId;
	}

	operationFor(action: DemoAction): Operation {
		switch (action.do) {
			case "edit":
				return this.#edit({ side: "target", index: action.target }, action.text);
			case "edit-source":
				return this.#edit({ side: "source", index: action.source }, action.text);
			case "confirm":
				return this.#confirm(action.row, [...action.kinds]);
			case "approve":
				return this.#confirm(action.row, ["link", "review", "approval"]);
			case "label":
				return { type: "label", v: 1, number: this.#replica.number, before: null, after: action.name };
			case "split":
				return this.#split(action);
			case "join":
				return this.#join(action);
			case "merge":
				return this.#merge(action);
			case "move":
				return this.#move(action);
		}
	}

	#edit(at: SegmentAt, text: string): Operation {
		const { id, version } = this.#segment(at);
		return { type: "edit", v: 1, segment: id, version, text, as: null };
	}

	#confirm(at: SegmentAt, kinds: ("link" | "review" | "approval")[]): Operation {
		const { row } = this.#rowOf(at);
		const exact = (segments: readonly Segment[]) =>
			segments.map(({ id, version }): [string, number] => [id, version]);
		const rows = [{ id: row.id, source: exact(row.source), target: exact(row.target) }];
		return { type: "confirm", v: 1, kinds, rows };
	}

	#split({ side, index, left, draftLeft }: ActionOf<"split">): Operation {
		const { id, version, text, draft } = this.#segment({ side, index });
		if (!text.startsWith(left) || !draft?.startsWith(draftLeft)) throw new Error(`cannot split ${text}`);
		const [at, draftAt] = [left.length, draftLeft.length];
		return {
			type: "split",
			v: 1,
			segment: id,
			version,
			at,
			draftAt,
			id: this.#newId(),
			separator: "",
			as: null,
		};
	}

	#join({ side, indexes, separator }: ActionOf<"join">): Operation {
		const [left, right] = [
			this.#segment({ side, index: indexes[0] }),
			this.#segment({ side, index: indexes[1] }),
		];
		const versions: [number, number] = [left.version, right.version];
		return { type: "join", v: 1, segments: [left.id, right.id], versions, separator, as: null };
	}

	#merge({ rows: [first, second] }: ActionOf<"merge">): Operation {
		const rows = [shapeOf(this.#rowOf(first).row), shapeOf(this.#rowOf(second).row)] as const;
		return { type: "merge", v: 1, rows: [...rows], order: null };
	}

	#move({ side, index, to }: ActionOf<"move">): Operation {
		const { row, place } = this.#rowOf({ side, index });
		const other = known(this.#replica.rows()[to === "previous" ? place - 1 : place + 1], `${to} row`);
		const [first, second] = to === "previous" ? [other, row] : [row, other];
		const segment = this.#idAt({ side, index });
		return { type: "move", v: 1, rows: [shapeOf(first), shapeOf(second)], segment, order: null };
	}

	#segment(at: SegmentAt): Segment {
		const id = this.#idAt(at);
		return known(
			this.#rowOf(at).row[at.side].find((segment) => segment.id === id),
			`segment ${id}`,
		);
	}

	#rowOf(at: SegmentAt) {
		const id = this.#idAt(at);
		const rows = this.#replica.rows();
		const place = rows.findIndex((row) => row[at.side].some((segment) => segment.id === id));
		return { row: known(rows[place], `row with ${at.side} ${at.index}`), place };
	}
}
