/** An update of one side as no service would make it: anything that the operation allows. */
import type { Row, Segment, Side } from "#lib/core/document/model.ts";
import type { Operation } from "#lib/core/document/operations/registry.ts";
import { seenRow, type UpdatedRows } from "#lib/core/document/operations/update-rows.ts";
import { stateOf, type WrittenState } from "#lib/core/document/operations/update-side.ts";
import type { Scene } from "./choose.ts";
import { posted } from "./example.ts";

const sides = ["source", "target"] as const;

export function randomUpdate({ replica, rows, attempt: { picks, text }, newId }: Scene): Operation | null {
	const side: Side = sides[picks[0] % 2] ?? "source";
	if (rows.every((row) => row[side].length === 0)) return null;
	const origins = replica.description.origins.length;
	const made = new Maker(side, picks[3], text, origins, newId);
	const stretches: UpdatedRows[] = [];
	for (let i = picks[1] % rows.length; i < rows.length; ) {
		const run = rows.slice(i, i + 1 + (picks[2] % 3));
		stretches.push({ before: run.map(seenRow), after: made.rows(run) });
		i += run.length + 1 + (picks[3] % 2);
	}
	const furniture = replica.furniture(side).map((segment) => [null, stateOf(segment)]);
	const aside = made.fresh("furniture");
	return posted({
		type: "update",
		side,
		stretches,
		written: made.written,
		beside: made.beside,
		moved: made.moved,
		...(picks[2] % 4 === 0 && {
			furniture: { order: replica.order, before: furniture, after: [...furniture.slice(1), [null, aside]] },
		}),
		...(side === "target" && { origin: { at: origins, is: { kind: "machine", engine: `E${picks[3]}` } } }),
		order: null,
	});
}

class Maker {
	readonly written: WrittenState[] = [];
	readonly beside: [string, object | null][] = [];
	readonly moved: [string, string][] = [];
	readonly #side: Side;
	readonly #text: string;
	readonly #origin: number | null;
	readonly #newId: () => string;
	#turn: number;

	constructor(side: Side, seed: number, text: string, origins: number, newId: () => string) {
		this.#side = side;
		this.#turn = seed;
		this.#text = text;
		this.#origin = side === "target" ? origins : null;
		this.#newId = newId;
	}

	rows(run: readonly Row[]): UpdatedRows["after"] {
		const other = this.#side === "source" ? "target" : "source";
		const after = run.flatMap((row) => {
			const list = row[this.#side].flatMap((segment) => this.#segment(segment));
			for (const segment of row[other]) this.#mark(segment);
			const there = row[other].map(({ id }) => id);
			const laid = { source: list, target: list, [other]: there };
			const own = { id: row.id, ...laid, confidence: this.#next() % 3 === 0 ? 0.5 : null };
			const extra = this.#next() % 4 === 0 ? [this.#alone()] : [];
			return [...(list.length + there.length > 0 ? [own] : []), ...extra];
		});
		return after.length > 0 ? after : [this.#alone()];
	}

	fresh(kind: Segment["kind"]): WrittenState {
		const text = `${this.#text}${this.#next()}`;
		const draft = this.#side === "target" ? text : null;
		return {
			id: this.#newId(),
			kind,
			paragraphStart: this.#next() % 2 === 0,
			text,
			version: null,
			draft,
			origin: this.#origin,
			other: null,
		};
	}

	#next(): number {
		this.#turn = (this.#turn * 31 + 7) % 1_009;
		return this.#turn;
	}

	#alone(): UpdatedRows["after"][number] {
		const made = this.fresh("body");
		this.written.push(made);
		const bare = { id: this.#newId(), source: [], target: [], confidence: null };
		return { ...bare, [this.#side]: [made.id] };
	}

	/** Kept, taken, held beside, marked as gone, gone, moved, or followed by a new one. */
	#segment(segment: Segment): string[] {
		const state = stateOf(segment);
		const keep = (changed: Partial<WrittenState>) => {
			this.written.push({ ...state, ...changed });
			return [segment.id];
		};
		const made = this.fresh("body");
		const taken = { text: made.text, draft: made.draft, origin: made.origin, version: null };
		switch (this.#next() % 7) {
			case 0:
				return keep({ ...taken, other: { is: "older", text: segment.text, since: null } });
			case 1:
				return keep({ other: { is: "newer", text: made.text, origin: made.origin, since: null } });
			case 2:
				return keep({ other: { is: "gone", since: null } });
			case 3:
				return [];
			case 4:
				this.written.push({ ...made, text: segment.text });
				this.moved.push([segment.id, made.id]);
				return [made.id];
			case 5:
				this.written.push(made);
				return [segment.id, made.id];
			default:
				return [segment.id];
		}
	}

	#mark(segment: Segment): void {
		const turn = this.#next() % 3;
		if (turn === 0) this.beside.push([segment.id, { is: "beside", text: this.#text, since: null }]);
		if (turn === 1 && segment.other) this.beside.push([segment.id, null]);
	}
}
