import { mapOffset } from "#lib/core/diff/offsets.ts";
import { isWord, tokenize } from "#lib/core/diff/tokens.ts";
import { tagName } from "../tags.ts";
import { alike, alikeAbove, alikeInOrder } from "./alike.ts";
import type { FileParagraph } from "./body.ts";
import type { ExpectedParagraph, ExpectedSentence } from "./expected.ts";

/** What became of a sentence. */
export interface Found {
	readonly sentence: ExpectedSentence;
	/** Null: it is not in the file any more. */
	readonly place: Place | null;
}

export interface Place {
	readonly paragraph: FileParagraph;
	readonly start: number;
	readonly end: number;
}

export interface Matching {
	readonly found: readonly Found[];
	/** Paragraphs of the file that hold no sentence of ours, each with the sentence before it. */
	readonly added: readonly { readonly paragraph: FileParagraph; readonly after: ExpectedSentence | null }[];
	/** Paragraphs of ours of which nothing is left. */
	readonly removed: readonly ExpectedParagraph[];
	/** Sentences before which a paragraph begins now, or does no longer. */
	readonly broken: readonly ExpectedSentence[];
	readonly joined: readonly ExpectedSentence[];
}

/**
 * Finds the sentences of a version in a file: by their tags, and where tags are gone by what lies between tags that
 * are there. A stretch that several sentences share is cut where the difference puts their borders.
 */
export function matchSentences(
	expected: readonly ExpectedParagraph[],
	paragraphs: readonly FileParagraph[],
	language: string,
): Matching {
	return new Matcher(expected, paragraphs, language).run();
}

/** Where a tagged sentence of ours begins in the file. */
interface Anchor {
	readonly paragraph: number;
	readonly at: number;
	/** Its paragraph and its place therein, of ours. */
	readonly own: number;
	readonly index: number;
}

class Matcher {
	readonly #expected: readonly ExpectedParagraph[];
	readonly #paragraphs: readonly FileParagraph[];
	readonly #language: string;
	readonly #places = new Map<ExpectedSentence, Place>();
	readonly #added: { paragraph: FileParagraph; after: ExpectedSentence | null }[] = [];
	readonly #broken: ExpectedSentence[] = [];
	readonly #joined: ExpectedSentence[] = [];
	#last: ExpectedSentence | null = null;

	constructor(
		expected: readonly ExpectedParagraph[],
		paragraphs: readonly FileParagraph[],
		language: string,
	) {
		this.#expected = expected;
		this.#paragraphs = paragraphs.filter(({ text, tags }) => text.trim() !== "" || tags.length > 0);
		this.#language = language;
	}

	run(): Matching {
		const anchors = this.#anchors();
		const own = new Set(anchors.map((anchor) => anchor.own));
		const loose = this.#paragraphs.map((_, index) => index);
		const tagged = Map.groupBy(anchors, ({ paragraph }) => paragraph);
		let [from, since] = [0, 0];
		const untagged = (until: number, before: number) => {
			const theirs = loose.slice(from, until);
			const ours = this.#expected.map((_, index) => index).slice(since, Math.max(since, before));
			this.#matchLoose(
				ours.filter((index) => !own.has(index)),
				theirs,
			);
		};
		for (const [paragraph, here] of tagged) {
			untagged(paragraph, here[0]?.own ?? since);
			this.#cut(paragraph, here);
			[from, since] = [paragraph + 1, Math.max(since, ...here.map((anchor) => anchor.own + 1))];
		}
		untagged(loose.length, this.#expected.length);
		return this.#result();
	}

	/** In the order of the file, each sentence once. */
	#anchors(): Anchor[] {
		const places = new Map<string, { own: number; index: number }>();
		for (const [own, sentences] of this.#expected.entries())
			for (const [index, sentence] of sentences.entries()) places.set(tagName(sentence), { own, index });
		const seen = new Set<string>();
		return this.#paragraphs.flatMap(({ tags }, paragraph) =>
			tags.flatMap(({ tag, at }): Anchor[] => {
				const name = tagName(tag);
				const place = places.get(name);
				if (!place || seen.has(name)) return [];
				seen.add(name);
				return [{ paragraph, at, ...place }];
			}),
		);
	}

	/** Cuts a paragraph at the tags in it; what others of our paragraph say there is found by the difference. */
	#cut(number: number, anchors: readonly Anchor[]): void {
		const paragraph = this.#paragraphs[number];
		if (!paragraph) return;
		const present = new Set(anchors.map(({ own, index }) => `${own} ${index}`));
		for (const [i, anchor] of anchors.entries()) {
			const ours = this.#expected[anchor.own] ?? [];
			const next = anchors[i + 1];
			const last = i === 0 ? this.#untaggedBefore(anchor) : anchor.index;
			let end = anchor.index + 1;
			while (
				end < ours.length &&
				!present.has(`${anchor.own} ${end}`) &&
				!this.#taggedElsewhere(anchor.own, end)
			)
				end++;
			const start = i === 0 ? this.#leading(paragraph, anchor, last) : anchor.at;
			this.#share(ours.slice(last, end), paragraph, start, next?.at ?? paragraph.text.length);
			const first = ours[anchor.index];
			const before = this.#sentenceAt(anchors[i - 1]);
			// A paragraph that was taken out with a trace runs on into this one with nothing in it.
			const runsOn = before !== undefined && this.#places.has(before);
			if (anchor.index === 0 && runsOn && anchors[i - 1]?.own !== anchor.own && first)
				this.#joined.push(first);
			if (i === 0 && anchor.index > 0 && last === anchor.index && first) this.#broken.push(first);
		}
	}

	#sentenceAt(anchor: Anchor | undefined): ExpectedSentence | undefined {
		return anchor && this.#expected[anchor.own]?.[anchor.index];
	}

	/** The first of the sentences before this one, in its paragraph, whose tags are gone. */
	#untaggedBefore({ own, index }: Anchor): number {
		let first = index;
		while (first > 0 && !this.#taggedElsewhere(own, first - 1)) first--;
		return first;
	}

	#taggedElsewhere(own: number, index: number): boolean {
		const sentence = this.#expected[own]?.[index];
		return sentence !== undefined && this.#tagged.has(tagName(sentence));
	}

	get #tagged(): ReadonlySet<string> {
		this.#names ??= new Set(this.#paragraphs.flatMap(({ tags }) => tags.map(({ tag }) => tagName(tag))));
		return this.#names;
	}
	#names: ReadonlySet<string> | null = null;

	/** What stands before the first tag is of the sentence before where that lost just this, else of the first. */
	#leading(paragraph: FileParagraph, { at, own, index }: Anchor, first: number): number {
		const lead = paragraph.text.slice(0, at);
		const before =
			first === index ? (this.#expected[own]?.[index - 1] ?? this.#expected[own - 1]?.at(-1)) : undefined;
		if (lead.trim() === "" || !before || !this.#continues(before, lead)) return 0;
		this.#extend(before, paragraph, 0, at);
		return at;
	}

	/** Sentences of one of our paragraphs, in a stretch that they have to themselves. */
	#share(sentences: ExpectedParagraph, paragraph: FileParagraph, start: number, end: number): void {
		const text = paragraph.text.slice(start, end);
		const whole = sentences.map((sentence) => sentence.text + sentence.gap).join("");
		let at = 0;
		let from = 0;
		for (const [index, sentence] of sentences.entries()) {
			at += sentence.text.length + sentence.gap.length;
			const last = index === sentences.length - 1;
			const to = last ? text.length : Math.max(from, mapOffset(whole, text, at, this.#language));
			this.#place(sentence, paragraph, start + from, start + to);
			from = to;
		}
	}

	/** Without what keeps it apart from the next, and without blanks at its ends that it never had. */
	#place(sentence: ExpectedSentence, paragraph: FileParagraph, start: number, end: number): void {
		let [from, to] = [start, end];
		const text = () => paragraph.text.slice(from, to);
		if (text() !== sentence.text && sentence.gap !== "" && text().endsWith(sentence.gap))
			to -= sentence.gap.length;
		if (text() !== sentence.text) {
			if (sentence.text.trimEnd() === sentence.text) to = from + text().trimEnd().length;
			if (sentence.text.trimStart() === sentence.text) from += text().length - text().trimStart().length;
		}
		if (from >= to && sentence.text !== "") return;
		this.#places.set(sentence, { paragraph, start: from, end: to });
		this.#last = sentence;
	}

	/** Paragraphs without tags, ours and theirs, between two that have some. */
	#matchLoose(ours: readonly number[], theirs: readonly number[]): void {
		const pairs = new Map(this.#alike(ours, theirs).map(([own, other]) => [other, own]));
		for (const number of theirs) {
			const paragraph = this.#paragraphs[number];
			if (!paragraph) continue;
			const own = pairs.get(number);
			if (own !== undefined) {
				this.#share(this.#expected[own] ?? [], paragraph, 0, paragraph.text.length);
				continue;
			}
			if (paragraph.text.trim() === "") continue;
			const after = this.#last;
			if (after && this.#continues(after, paragraph.text)) {
				this.#extend(after, paragraph, 0, paragraph.text.length);
				this.#broken.push(after);
			} else this.#added.push({ paragraph, after });
		}
	}

	#alike(ours: readonly number[], theirs: readonly number[]): [number, number][] {
		const own = ours.map((number) =>
			this.#words((this.#expected[number] ?? []).map(({ text, gap }) => text + gap).join("")),
		);
		const words = theirs.map((number) => this.#words(this.#paragraphs[number]?.text ?? ""));
		return alikeInOrder(own, words).map(([one, other]) => [ours[one] ?? 0, theirs[other] ?? 0]);
	}

	#words(text: string): string[] {
		return tokenize(text, this.#language).filter(isWord);
	}

	/** Somebody pressed Enter within a sentence: what it lost stands here. */
	#continues(sentence: ExpectedSentence, text: string): boolean {
		const place = this.#places.get(sentence);
		if (!place) return false;
		const kept = place.paragraph.text.slice(place.start, place.end);
		const lost = sentence.text.startsWith(kept) ? sentence.text.slice(kept.length) : "";
		return alike(this.#words(lost), this.#words(text)) >= alikeAbove;
	}

	/** A sentence over two paragraphs of the file is read as one. */
	#extend(sentence: ExpectedSentence, paragraph: FileParagraph, start: number, end: number): void {
		const place = this.#places.get(sentence);
		if (!place) return;
		const kept = place.paragraph.text.slice(place.start, place.end);
		const rest = paragraph.text.slice(start, end).trim();
		const lost = sentence.text.slice(kept.length);
		const gap = lost.slice(0, lost.length - lost.trimStart().length);
		const text = kept + gap + rest;
		const shift = kept.length + gap.length - start;
		const moved = <Range extends { start: number; end: number }>(ranges: readonly Range[], by: number) =>
			ranges.map((range) => ({ ...range, start: range.start + by, end: range.end + by }));
		const joined: FileParagraph = {
			...place.paragraph,
			text,
			inserted: [...moved(place.paragraph.inserted, -place.start), ...moved(paragraph.inserted, shift)],
			deleted: [
				...place.paragraph.deleted.map((one) => ({ ...one, at: one.at - place.start })),
				...paragraph.deleted.map((one) => ({ ...one, at: one.at + shift })),
			],
			comments: [...moved(place.paragraph.comments, -place.start), ...moved(paragraph.comments, shift)],
		};
		this.#places.set(sentence, { paragraph: joined, start: 0, end: text.length });
	}

	#result(): Matching {
		const gone = (paragraph: ExpectedParagraph) => paragraph.every((sentence) => !this.#places.has(sentence));
		return {
			found: this.#expected
				.flat()
				.map((sentence) => ({ sentence, place: this.#places.get(sentence) ?? null })),
			added: this.#added,
			removed: this.#expected.filter(gone),
			broken: this.#broken,
			joined: this.#joined,
		};
	}
}
