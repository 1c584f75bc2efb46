/** Finds source terms in a text of either script. */
import { foldScript, foldText } from "../scripts/fold.ts";
import { longestOnly } from "./longest.ts";
import { straddles } from "./straddling.ts";
import type { Term } from "./term.ts";
import { Trie } from "./trie.ts";

export interface SourceUse {
	readonly term: Term;
	readonly start: number;
	readonly end: number;
}

/** Marks that people set within a term or leave out: “一带一路”倡议 and 一带一路倡议. */
const passedOver = new Set([..." \u3000\u00a0\"'“”‘’「」『』《》〈〉·•"].map((mark) => mark.charCodeAt(0)));
const comma = "、".charCodeAt(0);
const latin = /[\p{Script=Latin}\p{N}]/u;

export class SourceIndex {
	readonly #root = new Trie<number, Term>();

	constructor(terms: readonly Term[]) {
		for (const term of terms) {
			const simplified = foldText(term.simplified);
			const traditional = term.traditional === term.simplified ? simplified : foldText(term.traditional);
			this.#add(simplified, term);
			if (traditional !== simplified) this.#add(traditional, term);
		}
	}

	#add(written: string, term: Term): void {
		let node = this.#root;
		for (let i = 0; i < written.length; i += 1) {
			const unit = unitAt(written, i);
			if (!passedOver.has(unit)) node = node.grow(unit);
		}
		if (node === this.#root) return;
		node.values ??= [];
		if (!node.values.includes(term)) node.values.push(term);
	}

	/** All of them, overlapping ones too, or only the longest. */
	find(text: string, which: "all" | "longest"): SourceUse[] {
		const folded = foldScript(text);
		const found: SourceUse[] = [];
		for (let start = 0; start < folded.text.length; start += 1) this.#findFrom(folded.text, start, found);
		const wanted = which === "all" ? found : longestOnly(found, folded.text.length);
		return wanted.map(({ term, start, end }) => ({
			term,
			start: folded.starts[start] ?? 0,
			end: endOf(folded.starts, end),
		}));
	}

	#findFrom(text: string, start: number, found: SourceUse[]): void {
		let node = this.#root;
		for (let at = start; at < text.length; at += 1) {
			const unit = unitAt(text, at);
			if (at > start && passedOver.has(unit)) continue;
			const next = node.next(unit);
			if (!next) return;
			node = next;
			if (node.values && isWhole(text, start, at + 1) && !straddles(text, start, at + 1))
				for (const term of node.values) found.push({ term, start, end: at + 1 });
		}
	}
}

/** Commas that divide parts of a slogan are written one way or the other. */
function unitAt(text: string, at: number): number {
	const unit = text.charCodeAt(at);
	return unit === 0x2c || unit === 0xff0c ? comma : unit;
}

/** A term that begins or ends with a Latin letter or a digit is no part of a longer word or number. */
function isWhole(text: string, start: number, end: number): boolean {
	return !continues(text, start - 1, start) && !continues(text, end - 1, end);
}

const continues = (text: string, before: number, after: number) =>
	before >= 0 && after < text.length && latin.test(text.charAt(before)) && latin.test(text.charAt(after));

/** A character that folds to several units is found whole. */
function endOf(starts: readonly number[], end: number): number {
	const last = starts[end - 1] ?? 0;
	let i = end;
	while (i < starts.length - 1 && (starts[i] ?? 0) <= last) i += 1;
	return starts[i] ?? 0;
}
