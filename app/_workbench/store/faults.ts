import type { Finding } from "#lib/core/qa/contract.ts";
import type { Remark } from "#lib/core/qa/english/trusted.ts";
import type { Checker } from "#lib/core/qa/run-checks.ts";
import { isSwitchedOff } from "#lib/core/qa/settings.ts";
import type { Proofreader } from "../proofreading/proofreader.ts";
import type { WireRow } from "../sync/wire.ts";
import type { Desk } from "./desk.ts";
import type { Fault } from "./fault.ts";
import { checkedPassage } from "./findings.ts";
import { ProjectWords } from "./project-words.ts";

/** Where the choice to have English read is remembered. */
export const proofreadingKey = "duizhao.proofreading";

/**
 * The checks look when the keys have rested this long, English is read a little later: neither costs a key in a run of
 * them, and no mark comes and goes within a word. A quick writer takes 100 to 250 for a key. Milliseconds.
 */
const glance = 300;
const rest = 400;

/** Names the time that the checks took, for the browser's profiler and the bench. */
const lookMeasure = "duizhao: checks";

/** The words and rules of English are large: they come when the page has had this long to become still. */
const stillAfter = 1_500;

type Open = NonNullable<Desk["typing"]["open"]>;

/** What the checks found last, and in what. */
interface Looked {
	readonly checks: Checker;
	readonly row: WireRow;
	readonly segment: string;
	readonly text: string;
	readonly found: readonly Finding[];
}

/** What is wrong in the text being typed: what the checks find, and slips of English, each when the keys rest. */
export class Faults {
	readonly words: ProjectWords;
	#desk: Desk;
	#reader: Proofreader | null = null;
	#remarks: { readonly text: string; readonly list: readonly Remark[] } = { text: "", list: [] };
	#ignored = new Set<string>();
	#looked: Looked | null = null;
	#timers: ReturnType<typeof setTimeout>[] = [];
	#still = false;
	/** What the last drawing was made from; what is the same is not drawn again. */
	#checks: unknown = null;
	#findings: unknown = null;

	constructor(desk: Desk) {
		this.#desk = desk;
		this.words = new ProjectWords(desk, () => this.#draw());
	}

	/** Begins with the page; the reader of English comes when there is nothing better to do. */
	begin(signal: AbortSignal): void {
		const { state } = this.#desk;
		state.set({ proofreading: localStorage.getItem(proofreadingKey) !== "off" });
		const stops = [
			this.#desk.onTyped(() => this.#look()),
			state.subscribe(() => {
				const { checks, findings } = state.get();
				if (checks !== this.#checks) this.#look();
				else if (findings !== this.#findings) this.#draw();
				[this.#checks, this.#findings] = [checks, findings];
			}),
		];
		const timer = setTimeout(() => {
			this.#still = true;
			this.#look();
		}, stillAfter);
		signal.addEventListener("abort", () => {
			clearTimeout(timer);
			for (const stop of stops) stop();
			this.#rest();
			this.#reader?.stop();
			this.#reader = null;
		});
	}

	/** Turns the reading of English on or off, and remembers it. */
	toggle(): void {
		const proofreading = !this.#desk.state.get().proofreading;
		this.#desk.state.set({ proofreading });
		localStorage.setItem(proofreadingKey, proofreading ? "on" : "off");
		this.#desk.say(proofreading ? "proofreadingOn" : "proofreadingOff");
		this.#remarks = { text: "", list: [] };
		this.#look();
	}

	/** The same words in the same segment are not called wrong again on this page. */
	ignore(fault: Fault): void {
		this.#ignored.add(this.#nameOf(fault.found));
		this.#draw();
	}

	/** Puts the replacement in its place, as somebody who types would; says so where the text is another by now. */
	replace({ start, end, found }: Fault, replacement: string): void {
		const { editor } = this.#desk;
		if (editor?.text.slice(start, end) === found) editor.put(start, end, replacement);
		else this.#desk.say("findingGone");
		this.#desk.focus();
	}

	#look(): void {
		this.#rest();
		this.#timers.push(setTimeout(() => this.#draw(), glance));
		if (this.#isRead()) this.#timers.push(setTimeout(() => void this.#read(), rest));
	}

	#rest(): void {
		for (const timer of this.#timers.splice(0)) clearTimeout(timer);
	}

	#isRead(): boolean {
		const { proofreading } = this.#desk.state.get();
		const { open } = this.#desk.typing;
		return this.#still && proofreading && open !== null && /^en\b/i.test(this.#desk.language(open.side));
	}

	async #read(): Promise<void> {
		const { editor, typing } = this.#desk;
		if (!editor || !typing.open || editor.isComposing) return;
		const { text } = editor;
		// While the server is away what reads may not be there: the next rest of the keys asks for it again.
		const reader = await this.#begun(this.#desk.language(typing.open.side)).catch(() => null);
		const list = reader && (await reader.read(text));
		if (!list || this.#desk.editor?.text !== text) return;
		this.#remarks = { text, list };
		this.#draw();
	}

	async #begun(language: string): Promise<Proofreader> {
		const [{ Proofreader }, { spellingOf }] = await Promise.all([
			import("../proofreading/proofreader.ts"),
			import("#lib/core/qa/english/spelling.ts"),
			this.words.load(),
		]);
		this.#reader ??= new Proofreader(spellingOf(language));
		return this.#reader;
	}

	/** An input method in the middle of a word is not disturbed; what it ends with is looked at anew. */
	#draw(): void {
		const { editor, typing } = this.#desk;
		if (!editor || !typing.open || editor.isComposing) return;
		const { text } = editor;
		const checks = this.#ofChecks(text);
		const english = this.#ofEnglish(text)?.filter(
			(fault) => !checks.some((check) => saysTheSame(check, fault)),
		);
		editor.showFaults({ checks, english: english ?? null });
	}

	/** Null until the text as it is now was read: what was said of it before stays meanwhile. */
	#ofEnglish(text: string): Fault[] | null {
		if (!this.#isRead()) return [];
		if (this.#remarks.text !== text) return null;
		return this.#remarks.list
			.filter((remark) => !this.#isDismissed(remark, text))
			.map((remark) => faultOf(remark, text))
			.filter((fault) => this.#isShown(fault));
	}

	/** The project does without, or somebody held it to be none in exactly this text. */
	#isDismissed({ slip, start, end }: Remark, text: string): boolean {
		const { checks, findings } = this.#desk.state.get();
		const { open } = this.#desk.typing;
		const row = this.#desk.row();
		const reading = checks?.reading ?? [];
		if (findings && reading.some((check) => isSwitchedOff(findings.settings, { check, key: slip })))
			return true;
		if (!open || row?.[open.side].find(({ id }) => id === open.segment)?.text !== text) return false;
		return this.#desk.findings
			.dismissedOf(row)
			.some(
				(one) =>
					reading.includes(one.check) &&
					one.segment === open.segment &&
					one.key === slip &&
					one.start === start &&
					one.end === end,
			);
	}

	#isShown({ kind, found }: Fault): boolean {
		return !this.#ignored.has(this.#nameOf(found)) && !(kind === "spelling" && this.words.has(found));
	}

	#nameOf(found: string): string {
		return `${this.#desk.typing.open?.segment} ${found}`;
	}

	/** As it is known of the text that is saved; the checks look at what is being typed. */
	#foundIn(row: WireRow, text: string): readonly Finding[] {
		const { checks, findings } = this.#desk.state.get();
		const { open } = this.#desk.typing;
		const saved = open && row[open.side].find(({ id }) => id === open.segment);
		if (!checks || !open || saved?.text === text) return this.#desk.findings.of(row);
		const found = this.#lookAt(checks, row, open, text);
		return findings ? found.filter((one) => !isSwitchedOff(findings.settings, one)) : found;
	}

	/** Once at the same text, however often it is drawn. */
	#lookAt(checks: Checker, row: WireRow, open: Open, text: string): readonly Finding[] {
		const before = this.#looked;
		if (
			before?.checks === checks &&
			before.row === row &&
			before.segment === open.segment &&
			before.text === text
		)
			return before.found;
		const typed = row[open.side].map((segment) =>
			segment.id === open.segment ? { ...segment, text } : segment,
		);
		const { origins } = this.#desk.state.get().head.description;
		const start = performance.now();
		const { findings: found } = checks.look(checkedPassage({ ...row, [open.side]: typed }, origins));
		performance.measure(lookMeasure, { start });
		performance.clearMeasures(lookMeasure); // whoever watches has it
		this.#looked = { checks, row, segment: open.segment, text, found };
		return found;
	}

	/** The checks look at the passage with the text as it is being typed; English is marked as it is read here. */
	#ofChecks(text: string): Fault[] {
		const { checks } = this.#desk.state.get();
		const { open } = this.#desk.typing;
		const row = this.#desk.row();
		if (!checks || !open || !row) return [];
		return this.#foundIn(row, text)
			.filter(({ segment, check }) => segment === open.segment && !checks.reading.includes(check))
			.map((finding) => faultOfCheck(finding, text));
	}
}

/** Doubled words and spaces are looked for by checks too: where both see something, one mark is enough. */
function saysTheSame(check: Fault, english: Fault): boolean {
	const isShared = english.kind !== "check" && (english.slip === "repeated" || english.slip === "spacing");
	return isShared && check.start < english.end && english.start < check.end;
}

function faultOf({ slip, start, end, replacements }: Remark, text: string): Fault {
	const kind = slip === "spelling" ? "spelling" : "grammar";
	return { kind, slip, start, end, replacements, found: text.slice(start, end) };
}

function faultOfCheck({ start, end, fix, severity, check, key, values }: Finding, text: string): Fault {
	const replacements = fix === null ? [] : [fix];
	return {
		kind: "check",
		start,
		end,
		severity,
		check,
		key,
		values,
		replacements,
		found: text.slice(start, end),
	};
}
