/** What was last imported of each segment of a side, told from its log: people's corrections leave it as it is. */
import { mapOffset } from "../../diff/offsets.ts";
import type { Segment, Side } from "../model.ts";
import type { Applied } from "../operations/contract.ts";
import type { Operation } from "../operations/registry.ts";

export class ImportedTexts {
	readonly #side: Side;
	readonly #language: string;
	/** By segment and version: undoing brings a version back, and with it what was imported then. */
	readonly #known = new Map<string, string>();
	readonly #now = new Map<string, Segment>();

	constructor(side: Side, language: string) {
		this.#side = side;
		this.#language = language;
	}

	of(segment: Pick<Segment, "id" | "version" | "text">): string {
		return this.#known.get(keyOf(segment)) ?? segment.text;
	}

	/** To be told of every revision in order. */
	watch(operation: Operation, { rows }: Applied<Operation>): void {
		const segments = rows.flatMap((row) => row[this.#side]);
		for (const segment of segments) {
			const key = keyOf(segment);
			if (!this.#known.has(key)) this.#known.set(key, this.#base(segment, operation));
		}
		for (const segment of segments) this.#now.set(segment.id, segment);
	}

	#base(segment: Segment, operation: Operation): string {
		const before = this.#now;
		const was = before.get(segment.id);
		if (operation.type === "split") {
			const whole = before.get(operation.segment);
			if (whole) return this.#half(whole, segment, operation.segment === segment.id ? "left" : "right");
		}
		if (operation.type === "update" && !was) {
			const from = operation.moved.find(([, to]) => to === segment.id)?.[0];
			const moved = from === undefined ? undefined : before.get(from);
			return moved ? this.of(moved) : segment.text;
		}
		if (!was || ["import", "attach", "update"].includes(operation.type)) return segment.text;
		if (operation.type === "settle" && was.other?.is === "newer") return segment.text;
		if (operation.type === "fill" && segment.draft === segment.text) return segment.text;
		if (operation.type === "join") {
			const [left, right] = operation.segments.map((id) => before.get(id));
			if (left && right) return this.of(left) + operation.separator + this.of(right);
		}
		return this.of(was);
	}

	#half(whole: Segment, { text }: Segment, which: "left" | "right"): string {
		const base = this.of(whole);
		const at = which === "left" ? text.length : whole.text.length - text.length;
		const cut = base === whole.text ? at : mapOffset(whole.text, base, at, this.#language);
		return which === "left" ? base.slice(0, cut) : base.slice(cut);
	}
}

const keyOf = ({ id, version }: Pick<Segment, "id" | "version">) => `${id}@${version}`;
