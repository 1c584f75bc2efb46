import { type AttributedRun, attribute } from "#lib/core/diff/attribute.ts";
import { isBlank, separatorBetween } from "#lib/core/diff/sentences.ts";
import type { DeliverSegment, Paragraph } from "#lib/core/formats/deliverable.ts";
import type { WordChange, WordParagraph, WordRun } from "#lib/core/formats/word-document.ts";
import { wordStyle } from "#lib/core/formats/word-style.ts";
import { replaceForbidden } from "#lib/core/xml/escape.ts";

/** Who stands for a change whose history does not say. */
export interface Unknown {
	readonly author: string;
	readonly at: string;
}

interface Tracked {
	readonly paragraph: WordParagraph;
	/** The paragraph exists only after accepting, only after rejecting, or either way. */
	readonly lives: "inserted" | "deleted" | "always";
}

/**
 * Paragraphs with every change from the draft to now. Rejecting all gives the paragraphs of the drafts, accepting
 * all those of the texts: sentences that came or went bring and take their separators, paragraphs their marks.
 */
export function trackedParagraphs(
	paragraphs: readonly Paragraph[],
	language: string,
	unknown: Unknown,
): WordParagraph[] {
	const tracked = paragraphs.flatMap((paragraph) => trackedParagraph(paragraph, language, unknown) ?? []);
	return passMarksBack(tracked);
}

function trackedParagraph(paragraph: Paragraph, language: string, unknown: Unknown): Tracked | null {
	const runs: WordRun[] = [];
	let draft = "";
	let now = "";
	let lastChange: WordChange | null = null;
	for (const segment of paragraph.segments) {
		const before = clean(segment.draft ?? "");
		const after = clean(segment.text);
		const own = runsOf(segment, before, after, language, unknown);
		const change: WordChange | null = own.find((run) => run.change !== null)?.change ?? lastChange;
		runs.push(
			...separatorRuns(
				separatorBetween(draft, before, language),
				separatorBetween(now, after, language),
				change ?? { kind: "inserted", ...unknown },
			),
			...own,
		);
		draft = before === "" ? draft : before;
		now = after === "" ? now : after;
		lastChange = change;
	}
	if (draft === "" && now === "") return null;
	const lives = draft === "" ? "inserted" : now === "" ? "deleted" : "always";
	const first = runs.find((run) => run.change !== null)?.change ?? { kind: "inserted" as const, ...unknown };
	return {
		lives,
		paragraph: {
			style: wordStyle(paragraph.kind, now === "" ? draft : now),
			runs: joinRuns(runs),
			mark: lives === "always" ? null : { ...first, kind: lives },
		},
	};
}

function clean(text: string): string {
	return isBlank(text) ? "" : replaceForbidden(text).replace(/\r\n?/g, "\n");
}

function runsOf(
	segment: DeliverSegment,
	before: string,
	after: string,
	language: string,
	unknown: Unknown,
): WordRun[] {
	const versions = segment.history.map((version) => ({ ...version, text: clean(version.text) }));
	const last = versions.at(-1);
	// A history that ends elsewhere (the text was cut or joined since) still names its last editor.
	if ((last?.text ?? before) !== after) versions.push({ ...(last ?? unknown), text: after });
	return attribute(before, versions, language).map(wordRun);
}

function wordRun(run: AttributedRun): WordRun {
	if (run.kind === "same" || run.author === null || run.at === null) return { text: run.text, change: null };
	return { text: run.text, change: { kind: run.kind, author: run.author, at: run.at } };
}

function separatorRuns(before: string, after: string, change: WordChange): WordRun[] {
	if (before === after) return before === "" ? [] : [{ text: before, change: null }];
	const runs: WordRun[] = [];
	if (before !== "") runs.push({ text: before, change: { ...change, kind: "deleted" } });
	if (after !== "") runs.push({ text: after, change: { ...change, kind: "inserted" } });
	return runs;
}

function joinRuns(runs: readonly WordRun[]): WordRun[] {
	const joined: WordRun[] = [];
	for (const run of runs) {
		const last = joined.at(-1);
		if (last !== undefined && sameChange(last.change, run.change)) {
			joined[joined.length - 1] = { ...last, text: last.text + run.text };
		} else joined.push(run);
	}
	return joined;
}

function sameChange(a: WordChange | null, b: WordChange | null): boolean {
	return a?.kind === b?.kind && a?.author === b?.author && a?.at === b?.at;
}

/**
 * Word cannot take away a document's last paragraph mark. Where paragraphs of one style were all inserted (or all
 * deleted) at the end, each mark moves to the paragraph before, as when someone presses Enter at the end and types.
 */
function passMarksBack(tracked: readonly Tracked[]): WordParagraph[] {
	const paragraphs = tracked.map(({ paragraph }) => paragraph);
	const stable = tracked.findLastIndex(({ lives }) => lives === "always");
	const tail = tracked.slice(stable + 1);
	const [anchor, first] = [paragraphs[stable], tail[0]];
	if (anchor === undefined || first === undefined) return paragraphs;
	const alike = tail.every(
		({ lives, paragraph }) => lives === first.lives && paragraph.style === anchor.style,
	);
	if (!alike) return paragraphs;
	return paragraphs.map((paragraph, index) =>
		index < stable ? paragraph : { ...paragraph, mark: paragraphs[index + 1]?.mark ?? null },
	);
}
