/**
 * Edit distance between a text and its reference along the diagonal, as the translation edit rate needs it: every
 * candidate is the text with some words shifted, so that only the rows from the first shifted word on are new.
 * Costs and ties follow sacreBLEU 2.6.0's `BeamEditDistance` (Copyright 2020 Memsource, Apache License 2.0).
 */

/** What is done to a word of the text or of the reference, on the way from the one to the other. */
export type EditStep = "same" | "replace" | "insert" | "delete";

const beamWidth = 25; // words to either side of the diagonal, as tercom
const unreached = 1 << 29;

export class BeamDistance {
	readonly #reference: Int32Array;
	readonly #length: number;
	/** Cells [from, until) of each row lie in the beam; row 0 is no word of the text yet. */
	readonly #from: Int32Array;
	readonly #until: Int32Array;
	readonly #width: number;
	#text: Int32Array;
	#costs: Int32Array;
	#tried: Int32Array;

	/** Words are numbers: equal words, equal numbers. Neither text is empty. */
	constructor(text: Int32Array, reference: Int32Array) {
		this.#reference = reference;
		this.#length = text.length;
		this.#from = new Int32Array(text.length + 1);
		this.#until = new Int32Array(text.length + 1);
		this.#width = this.#lay();
		this.#costs = new Int32Array((text.length + 1) * this.#width);
		this.#tried = new Int32Array((text.length + 1) * this.#width);
		for (let j = this.#at(this.#from, 0); j < this.#at(this.#until, 0); j += 1) {
			this.#costs[j - this.#at(this.#from, 0)] = j;
			this.#tried[j - this.#at(this.#from, 0)] = j;
		}
		this.#text = text;
		for (let i = 1; i <= this.#length; i += 1) this.#fill(this.#costs, this.#costs, i, text[i - 1] ?? 0);
	}

	/** The least number of words to replace, insert or delete. */
	get distance(): number {
		return this.#last(this.#costs);
	}

	/** The distance of the text with some words in another order; the first `unchanged` are where they were. */
	distanceOf(shifted: Int32Array, unchanged: number): number {
		if (unchanged >= this.#length) return this.distance;
		for (let i = unchanged + 1; i <= this.#length; i += 1)
			this.#fill(this.#tried, i === unchanged + 1 ? this.#costs : this.#tried, i, shifted[i - 1] ?? 0);
		return this.#last(this.#tried);
	}

	/** Takes a text in another order for the text from now on. */
	take(shifted: Int32Array): void {
		this.#text = shifted;
		for (let i = 1; i <= this.#length; i += 1) this.#fill(this.#costs, this.#costs, i, shifted[i - 1] ?? 0);
	}

	/** The steps from the text to the reference in order; where several cost the same, as the reference has it. */
	steps(): EditStep[] {
		const steps: EditStep[] = [];
		let i = this.#length;
		let j = this.#reference.length;
		while (i > 0 || j > 0) {
			const step = this.#stepAt(i, j);
			steps.push(step);
			if (step !== "insert") i -= 1;
			if (step !== "delete") j -= 1;
		}
		return steps.reverse();
	}

	#stepAt(i: number, j: number): EditStep {
		if (i === 0) return "insert";
		if (j === 0) return "delete";
		const cost = this.#cost(i, j);
		const same = this.#text[i - 1] === this.#reference[j - 1];
		if (this.#cost(i - 1, j - 1) + (same ? 0 : 1) === cost) return same ? "same" : "replace";
		return this.#cost(i - 1, j) + 1 === cost ? "delete" : "insert";
	}

	#cost(i: number, j: number): number {
		const from = this.#at(this.#from, i);
		if (j < from || j >= this.#at(this.#until, i)) return unreached;
		return this.#costs[i * this.#width + j - from] ?? unreached;
	}

	/** Where the beam lies in each row; answers the most cells of a row. */
	#lay(): number {
		const columns = this.#reference.length + 1;
		const ratio = this.#reference.length / this.#length;
		const beam = beamWidth < ratio / 2 ? Math.ceil(ratio / 2 + beamWidth) : beamWidth;
		let width = 0;
		for (let i = 1; i <= this.#length; i += 1) {
			const diagonal = Math.floor(i * ratio);
			this.#from[i] = Math.max(0, diagonal - beam);
			this.#until[i] = i === this.#length ? columns : Math.min(columns, diagonal + beam);
			width = Math.max(width, this.#at(this.#until, i) - this.#at(this.#from, i));
		}
		// Of row 0 only what row 1 looks at.
		this.#from[0] = Math.max(0, this.#at(this.#from, 1) - 1);
		this.#until[0] = this.#at(this.#until, 1);
		return Math.max(width, this.#at(this.#until, 0) - this.#at(this.#from, 0));
	}

	#fill(costs: Int32Array, above: Int32Array, i: number, word: number): void {
		const [from, until] = [this.#at(this.#from, i), this.#at(this.#until, i)];
		const [aboveFrom, aboveUntil] = [this.#at(this.#from, i - 1), this.#at(this.#until, i - 1)];
		const here = i * this.#width - from;
		const up = (i - 1) * this.#width - aboveFrom;
		let left = unreached;
		let diagonal = from - 1 >= aboveFrom && from - 1 < aboveUntil ? (above[up + from - 1] ?? 0) : unreached;
		for (let j = from; j < until; j += 1) {
			const straight = j >= aboveFrom && j < aboveUntil ? (above[up + j] ?? 0) : unreached;
			let cost = unreached;
			if (j > 0) {
				const replaced = this.#reference[j - 1] === word ? diagonal : diagonal + 1;
				if (replaced < cost) cost = replaced;
			}
			if (straight + 1 < cost) cost = straight + 1;
			if (left + 1 < cost) cost = left + 1;
			costs[here + j] = cost;
			left = cost;
			diagonal = straight;
		}
	}

	#last(costs: Int32Array): number {
		const row = this.#length * this.#width - this.#at(this.#from, this.#length);
		return costs[row + this.#reference.length] ?? unreached;
	}

	#at(bounds: Int32Array, i: number): number {
		return bounds[i] ?? 0;
	}
}
