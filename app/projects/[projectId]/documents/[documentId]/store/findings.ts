import type { WireFindings } from "#lib/core/document/wire.ts";
import type { Finding } from "#lib/core/qa/contract.ts";
import * as compose from "./compose.ts";
import type { Desk } from "./desk.ts";
import { segmentsOf, type WireRow } from "./wire.ts";

/** The whole document is counted again when work has rested this long; a long one seldom. Milliseconds. */
const rest = 1_500;
const longDocument = 5_000;
const longRest = 30_000;

const none: readonly Finding[] = [];

/** The words that checks need are large: they come when the page has nothing better to do, after this long at the latest. */
const longestIdle = 2_000;

function whenIdle(run: () => void): void {
	if ("requestIdleCallback" in globalThis) requestIdleCallback(run, { timeout: longestIdle });
	else setTimeout(run, 0);
}

/** What the checks find: in loaded passages at once, in the document as a whole as the server counted it last. */
export class Findings {
	#desk: Desk;
	#known = new WeakMap<WireRow, readonly Finding[]>();
	/** The languages and sides that the checks were loaded for. */
	#loadedFor = "";
	#countedAt = -1;
	#timer: ReturnType<typeof setTimeout> | null = null;

	constructor(desk: Desk) {
		this.#desk = desk;
	}

	/** The same list for the same row. */
	of(row: WireRow): readonly Finding[] {
		const { checks } = this.#desk.state.get();
		if (!checks) return none;
		const known = this.#known.get(row);
		if (known) return known;
		const found = checks(row);
		const kept = found.length > 0 ? found : none;
		this.#known.set(row, kept);
		return kept;
	}

	/** Whether a passage has any: known of loaded ones, else as it was counted last. */
	isAt(index: number): boolean {
		const { rows, findings } = this.#desk.state.get();
		const row = rows.at(index);
		if (row) return this.of(row).length > 0;
		return findings?.passages.some((passage) => passage.index === index) ?? false;
	}

	/** Loads the checks where any concerns the document, and counts from then on. */
	begin(signal: AbortSignal): void {
		let stop: () => void = () => undefined;
		const look = () => {
			void this.#load();
			this.#countLater();
		};
		whenIdle(() => {
			if (signal.aborted) return;
			stop = this.#desk.state.subscribe(look);
			look();
		});
		signal.addEventListener("abort", () => {
			stop();
			if (this.#timer) clearTimeout(this.#timer);
		});
	}

	/** Puts what the finding offers in its place; says so where the text is another by now. */
	fix(passage: string, { segment: id, side, start, end, fix, values }: Finding): void {
		const desk = this.#desk;
		desk.typing.save();
		const row = desk.data.rows.row(passage);
		const segment = row && segmentsOf(row, side).find((one) => one.id === id);
		if (!segment || fix === null || segment.text.slice(start, end) !== values["found"]) {
			desk.say("findingGone");
			return;
		}
		if (desk.typing.open?.segment === id && desk.editor) {
			desk.editor.put(start, end, fix);
			desk.typing.save();
			return;
		}
		const text = segment.text.slice(0, start) + fix + segment.text.slice(end);
		desk.data.push(compose.edit(id, segment.version, text), passage, segment.text);
	}

	async #load(): Promise<void> {
		const { description, sides } = this.#desk.state.get().head;
		const { sourceLanguage, targetLanguage } = description;
		const document = { sourceLanguage, targetLanguage, sides };
		const wanted = JSON.stringify(document);
		if (wanted === this.#loadedFor) return;
		this.#loadedFor = wanted;
		const { loadChecks } = await import("#lib/core/qa/run-checks.ts");
		const checks = await loadChecks(document);
		if (wanted !== this.#loadedFor) return;
		this.#known = new WeakMap();
		this.#countedAt = -1;
		this.#desk.state.set({ checks, findings: null });
	}

	#countLater(): void {
		const { checks, rows, findings } = this.#desk.state.get();
		if (!checks || this.#timer || this.#desk.data.taken === this.#countedAt) return;
		const wait = findings === null ? 0 : rows.total > longDocument ? longRest : rest;
		this.#timer = setTimeout(() => void this.#count(), wait);
	}

	async #count(): Promise<void> {
		const { data, options, state } = this.#desk;
		this.#countedAt = data.taken;
		const counted = await options
			.read<WireFindings>(`/documents/${options.head.id}/findings`)
			.catch(() => null);
		this.#timer = null;
		if (counted && state.get().checks) state.set({ findings: counted });
	}
}
