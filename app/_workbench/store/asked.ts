import type { WirePlaces } from "#lib/core/document/wire.ts";
import type { Pattern, PatternProblem } from "#lib/core/search/pattern.ts";
import type { WireRow } from "../sync/wire.ts";
import type { Desk } from "./desk.ts";
import { askedOf, type Filter } from "./filters.ts";
import { cut, type Splice, written } from "./outline-letters.ts";

/** What the server says of a filter that the outline's letters cannot answer. */
export type AskedState =
	| { readonly kind: "none" }
	| { readonly kind: "asking" }
	| { readonly kind: "ready" }
	| { readonly kind: "failed" }
	| ({ readonly kind: "problem" } & PatternProblem);

/** The server is asked when typing rests this long. Milliseconds. */
const rest = 250;

/** Texts and findings are known of the whole document by the server alone, and of loaded rows by themselves. */
export class Asked {
	#desk: Desk;
	#query: string | null = null;
	#filter: Filter = {};
	#pattern: Pattern | null = null;
	#letters = "";
	#stale = false;
	#turn = 0;
	#timer: ReturnType<typeof setTimeout> | null = null;

	constructor(desk: Desk) {
		this.#desk = desk;
	}

	/** One letter per passage: 1 where it is one of those asked for. */
	get letters(): string {
		return this.#letters;
	}

	/** Nothing is asked for, or what was is here. */
	get isReady(): boolean {
		return this.#query === null || (!this.#stale && this.#desk.state.get().asked.kind === "ready");
	}

	/** Asks for what of a filter has to be asked; answers whether that is another than before. */
	look(filter: Filter): boolean {
		const query = askedOf(filter);
		if (query === this.#query) return false;
		const typed = filter["text"] !== this.#filter["text"] && this.#query !== null;
		[this.#query, this.#filter, this.#pattern] = [query, filter, null];
		this.#set(query === null ? { kind: "none" } : { kind: "asking" });
		this.#later(typed ? rest : 0);
		return true;
	}

	/** Asks anew: the document has changed. */
	again(wait = 0): void {
		if (this.#query !== null && this.#desk.state.get().asked.kind !== "problem") this.#later(wait);
	}

	/** The places are others: what is known of them is of no use. */
	restart(): void {
		this.#stale = true;
		this.again();
	}

	/** Whether a row is one of those asked for, as it is now; `before`: it was one. */
	fits(row: WireRow, before = false): boolean {
		const { side, text, finding } = this.#filter;
		if (!before && !this.#isLater(row)) return false;
		if (finding && !this.#desk.findings.of(row).some(({ check }) => finding === "any" || check === finding))
			return false;
		const pattern = this.#pattern;
		if (!text || !pattern) return true;
		const texts = [...(side === "target" ? [] : row.source), ...(side === "source" ? [] : row.target)];
		return texts.some((segment) => pattern.find(segment.text).length > 0);
	}

	/** As far as the row tells: a text of it was written after the revision that is asked for. */
	#isLater({ source, target }: WireRow): boolean {
		const { since, by } = this.#filter;
		const me = by === "others" ? this.#desk.options.person.name : null;
		return (
			!since ||
			[...source, ...target].some(({ version, changedBy }) => version > Number(since) && changedBy !== me)
		);
	}

	/** Takes in rows as they are now. */
	refreshed(rows: readonly (readonly [number, WireRow])[]): void {
		if (this.#query === null || !this.isReady) return;
		this.#letters = written(
			this.#letters,
			rows.map(([index, row]) => [index, this.fits(row, this.#letters[index] === "1") ? "1" : "0"] as const),
		);
	}

	spliced(splice: Splice): void {
		if (this.#query !== null) this.#letters = cut(this.#letters, splice, "0");
	}

	#later(wait: number): void {
		if (this.#timer) clearTimeout(this.#timer);
		this.#turn += 1;
		this.#timer = this.#query === null ? null : setTimeout(() => void this.#ask(this.#turn), wait);
	}

	async #ask(turn: number): Promise<void> {
		const { data, options, overview } = this.#desk;
		try {
			const problem = await this.#compile();
			if (turn !== this.#turn) return;
			if (problem) {
				this.#set({ kind: "problem", ...problem });
				return;
			}
			await data.queue.whenIdle();
			const found = await options.read<WirePlaces>(`/documents/${options.head.id}/filter?${this.#query}`);
			if (turn !== this.#turn) return;
			if (found.orderNumber !== data.serverOrder) {
				this.#later(rest * 4);
				return;
			}
			this.#letters = lettersOf(found.runs, data.rows.total);
			const first = this.#desk.state.get().asked.kind !== "ready";
			this.#stale = false;
			this.#set({ kind: "ready" });
			overview.asked(first);
		} catch {
			if (turn !== this.#turn) return;
			if (this.#desk.state.get().asked.kind !== "ready") this.#set({ kind: "failed" });
			this.#later(rest * 20);
		}
	}

	/** The expressions' own engine comes with the first text that is looked for. */
	async #compile(): Promise<PatternProblem | null> {
		const { text, regex, case: matchCase, word } = this.#filter;
		if (!text || this.#pattern) return null;
		const { compilePattern, isProblem } = await import("#lib/core/search/pattern.ts");
		const pattern = compilePattern({
			text,
			regex: Boolean(regex),
			matchCase: Boolean(matchCase),
			wholeWord: Boolean(word),
		});
		if (isProblem(pattern)) return pattern;
		this.#pattern = pattern;
		return null;
	}

	#set(asked: AskedState): void {
		this.#desk.state.set({ asked });
	}
}

function lettersOf(runs: readonly number[], total: number): string {
	let text = "";
	for (let i = 0; i < runs.length; i += 2) {
		text += "0".repeat(Math.max(0, (runs[i] ?? 0) - text.length));
		text += "1".repeat(runs[i + 1] ?? 0);
	}
	return text.padEnd(total, "0");
}
