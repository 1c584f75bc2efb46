import type { CheckedPassage, Finding } from "#lib/core/qa/contract.ts";
import { contentOf } from "#lib/core/qa/fingerprint.ts";
import { isSwitchedOff } from "#lib/core/qa/settings.ts";
import type { PassageFindings, WireFinding, WireFindings } from "#lib/core/qa/wire.ts";
import * as compose from "../sync/compose.ts";
import { segmentsOf, type WireRow } from "../sync/wire.ts";
import type { Desk } from "./desk.ts";

/** The whole document is counted again when work has rested this long; a long one seldom. Milliseconds. */
const rest = 1_500;
const longDocument = 5_000;
const longRest = 5_000;

const none: readonly Finding[] = [];
const noneDismissed: readonly WireFinding[] = [];

/** The words that checks need are large: they come when the page has nothing better to do, after this long at the latest. */
const longestIdle = 2_000;
/** Passages before the one somebody is on that are asked for with those behind it. */
const before = 100;

function whenIdle(run: () => void): void {
	if ("requestIdleCallback" in globalThis) requestIdleCallback(run, { timeout: longestIdle });
	else setTimeout(run, 0);
}

/**
 * What the checks find: as the server keeps it where the texts are those that it looked at, and looked at here where
 * they are others by now. What compares passages, or needs a dictionary, is told by the server alone.
 */
export class Findings {
	#desk: Desk;
	#known = new WeakMap<WireRow, { readonly by: unknown; readonly list: readonly Finding[] }>();
	#kept = new Map<string, PassageFindings>();
	/** The place that the passages in the last answer begin at. */
	#from = 0;
	/** The languages, sides and style that the checks were loaded for, and the version of the glossary. */
	#loadedFor = "";
	#countedAt = -1;
	/** The revision up to which the last answer speaks. */
	#headNumber = 0;
	#timer: ReturnType<typeof setTimeout> | null = null;

	constructor(desk: Desk) {
		this.#desk = desk;
	}

	/** Open ones. The same list for the same row, as long as it is the same. */
	of(row: WireRow): readonly Finding[] {
		const { checks, findings } = this.#desk.state.get();
		if (!checks) return none;
		const known = this.#known.get(row);
		if (known?.by === findings) return known.list;
		const found = this.#lookAt(row);
		const same = known && JSON.stringify(known.list) === JSON.stringify(found);
		const list = same ? known.list : found.length > 0 ? found : none;
		this.#known.set(row, { by: findings, list });
		return list;
	}

	/** What somebody held to be none, in the texts as they are. */
	dismissedOf(row: WireRow): readonly WireFinding[] {
		const kept = this.#kept.get(row.id);
		if (!kept || kept.content !== contentOf(row)) return noneDismissed;
		return kept.findings.filter(({ dismissal }) => dismissal !== null);
	}

	/** Whether a passage has any: known of loaded ones, else as it was counted last. */
	isAt(index: number, fits: (finding: Finding) => boolean = () => true): boolean {
		const { rows, findings } = this.#desk.state.get();
		const row = rows.at(index);
		if (row) return this.of(row).some(fits);
		const there = findings?.passages.find((passage) => passage.index === index);
		return there?.findings.some((finding) => finding.dismissal === null && fits(finding)) ?? false;
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

	/** Something that findings rest on was changed beside the text. */
	async again(): Promise<void> {
		if (this.#timer) clearTimeout(this.#timer);
		await this.#count();
	}

	/** Puts what the finding offers in its place; says so where the text is another by now. */
	fix(passage: string, finding: Finding): void {
		const { segment: id, side, start, end, fix } = finding;
		const desk = this.#desk;
		desk.typing.save();
		const row = desk.data.rows.row(passage);
		const segment = row && segmentsOf(row, side).find((one) => one.id === id);
		if (!row || !segment || fix === null || !this.#isStill(row, finding)) {
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

	#isStill(row: WireRow, { check, key, segment, start, end }: Finding): boolean {
		return this.of(row).some(
			(one) =>
				one.check === check &&
				one.key === key &&
				one.segment === segment &&
				one.start === start &&
				one.end === end,
		);
	}

	#lookAt(row: WireRow): readonly Finding[] {
		const { checks, findings, head } = this.#desk.state.get();
		const kept = this.#kept.get(row.id);
		if (kept && kept.content === contentOf(row))
			return kept.findings.filter(({ dismissal }) => dismissal === null);
		if (!kept && findings && this.#isAsCounted(row, findings)) return none;
		const passage = checkedPassage(row, head.description.origins);
		const found = checks?.look(passage).findings ?? none;
		return findings ? found.filter((one) => !isSwitchedOff(findings.settings, one)) : found;
	}

	/** Nothing of it was written since the server looked, and it would have told. */
	#isAsCounted({ index, source, target }: WireRow, { counting, passages, more }: WireFindings): boolean {
		const until = more > 0 ? (passages.at(-1)?.index ?? 0) : Number.POSITIVE_INFINITY;
		return (
			counting === null &&
			index >= this.#from &&
			index <= until &&
			[...source, ...target].every(({ version }) => version > 0 && version <= this.#headNumber)
		);
	}

	async #load(): Promise<void> {
		const { head, findings } = this.#desk.state.get();
		const { description, sides } = head;
		const { sourceLanguage, targetLanguage } = description;
		const document = { sourceLanguage, targetLanguage, sides };
		const { terms } = this.#desk.state.get();
		const style = findings?.settings.style;
		const of = JSON.stringify(document);
		const wanted = JSON.stringify([of, terms?.version ?? null, style && !isPlain(style) ? style : null]);
		if (wanted === this.#loadedFor) return;
		const same = this.#loadedFor.startsWith(JSON.stringify([of]).slice(0, -1));
		this.#loadedFor = wanted;
		const known = { ...(style && { style }), ...(terms && { terms: terms.matcher }) };
		const checks = await import("#lib/core/qa/run-checks.ts")
			.then(({ loadChecks, withinPassages }) => loadChecks(document, known, withinPassages))
			.catch(() => undefined);
		if (wanted !== this.#loadedFor) return;
		if (checks === undefined) {
			this.#loadedFor = ""; // the server cannot be reached: asked for again with the next change
			return;
		}
		this.#known = new WeakMap();
		this.#countedAt = -1;
		// What was counted before another glossary or style came stays until it is counted again.
		this.#desk.state.set(same ? { checks } : { checks, findings: null });
	}

	#countLater(): void {
		const { checks, rows, findings } = this.#desk.state.get();
		const { data } = this.#desk;
		if (!checks || this.#timer) return;
		const news = data.taken !== this.#countedAt || findings?.counting || this.#isBeyond(findings);
		if (!news && !findings?.unread) return;
		const long = rows.total > longDocument || !news;
		const wait = findings === null ? 0 : long ? longRest : rest;
		this.#timer = setTimeout(() => void this.#count(), wait);
	}

	/** Somebody stands where the last answer does not reach. */
	#isBeyond(findings: WireFindings | null): boolean {
		const { place } = this.#desk.state.get();
		const index = place ? this.#desk.data.rows.indexOf(place.passage) : -1;
		if (!findings || index < 0) return false;
		const until = findings.passages.at(-1)?.index ?? 0;
		return index < this.#from || (findings.more > 0 && index > until);
	}

	async #count(): Promise<void> {
		const { data, options, state } = this.#desk;
		this.#countedAt = data.taken;
		const { findings, place } = state.get();
		const index = place ? data.rows.indexOf(place.passage) : 0;
		const apart = (findings?.more ?? 0) > 0 || this.#from > 0;
		const from = apart ? Math.max(0, index - before) : 0;
		const counted = await options
			.read<WireFindings>(`/documents/${options.head.id}/findings${from > 0 ? `?from=${from}` : ""}`)
			.catch(() => null);
		this.#timer = null;
		if (!counted || !state.get().checks) return;
		this.#from = from;
		this.#headNumber = counted.headNumber;
		if (findings && state.get().findings === findings && saysTheSame(findings, counted)) {
			this.#countLater();
			return;
		}
		this.#kept = new Map(counted.passages.map((passage) => [passage.id, passage]));
		state.set({ findings: counted });
	}
}

/** Nothing is drawn anew for an answer that only speaks of a later revision. */
function saysTheSame(before: WireFindings, now: WireFindings): boolean {
	const { headNumber: _, passages: listed, ...rest } = before;
	const { headNumber: __, passages, ...others } = now;
	return (
		listed.length === passages.length &&
		JSON.stringify(rest) === JSON.stringify(others) &&
		passages.every((passage, i) => JSON.stringify(passage) === JSON.stringify(listed[i]))
	);
}

type Style = WireFindings["settings"]["style"];

/** As checks take it where nobody chose anything: they need not be loaded again. */
const isPlain = ({ spelling, serialComma, figuresFrom, titles }: Style) =>
	figuresFrom === null && [spelling, serialComma, titles].every((choice) => choice === "either");

type Origins = readonly { readonly kind: string }[];

/** A row with what checks want to know of it besides its texts. */
export function checkedPassage(row: WireRow, origins: Origins): CheckedPassage {
	return {
		id: row.id,
		state: row.state,
		link: row.link,
		source: row.source,
		target: row.target.map(({ id, text, draft, origin }) => {
			const machine = origin !== null && origins[origin]?.kind === "machine";
			return { id, text, ...(machine && draft !== null && { machineDraft: draft }) };
		}),
	};
}
