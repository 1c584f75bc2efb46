/** What a newer version says of each segment of a side, before anybody asks what people made of them. */
import { mapOffset } from "../../diff/offsets.ts";
import { joinSentences } from "../../diff/sentences.ts";
import type { SegmentKind } from "../model.ts";
import { maxSegmentLength } from "../operations/contract.ts";
import { type Match, matchVersions } from "./match.ts";
import { bagOf, bareText, similarity } from "./similarity.ts";

export interface OldSentence {
	readonly id: string;
	/** As last imported; null where it was typed and never imported. */
	readonly base: string | null;
	/** A version before this one had nothing in its place, and it stayed. */
	readonly gone: boolean;
	/** As it stands. */
	readonly typed: string;
}

export interface NewSentence {
	/** For the segment that it may become. */
	readonly id: string;
	readonly kind: SegmentKind;
	readonly paragraphStart: boolean;
	readonly text: string;
}

export interface Added {
	/** The old segment that it follows; null: it comes first. */
	readonly after: string | null;
	readonly sentence: NewSentence;
	/** The old segment that said the same elsewhere, and is nowhere else in the newer version. */
	readonly movedFrom: string | null;
}

export interface NewerVersion {
	/** By old segment: what the newer version says in its place; null where it says nothing. */
	readonly texts: ReadonlyMap<string, string | null>;
	/** Old segments with which a paragraph begins, or no longer does. */
	readonly starts: ReadonlyMap<string, boolean>;
	readonly added: readonly Added[];
	/** By new sentence that became none of its own: the old segment that it is part of. */
	readonly places: ReadonlyMap<string, string>;
}

interface Worded {
	readonly id: string;
	readonly base: string;
}

type Arrival = Omit<Added, "movedFrom">;

interface Telling {
	readonly texts: Map<string, string | null>;
	readonly starts: Map<string, boolean>;
	readonly places: Map<string, string>;
}

/** Both in order. Segments stay as they are cut: a sentence that is two in the newer version has both as its text. */
export function compareVersions(
	old: readonly OldSentence[],
	now: readonly NewSentence[],
	language: string,
): NewerVersion {
	const telling: Telling = { texts: new Map(), starts: new Map(), places: new Map() };
	// A text of nothing says nothing about a version.
	const says = ({ base, gone }: OldSentence) => base !== null && !gone && bareText(base) !== "";
	const worded = old.flatMap((one) => (says(one) ? [{ id: one.id, base: one.base ?? "" }] : []));
	const said = now.filter(({ text }) => bareText(text) !== "");
	const added: Arrival[] = [];
	for (const match of matchAll(worded, said)) {
		const [olds, news] = [worded.slice(...match.old), said.slice(...match.now)];
		const after = worded[match.old[1] - 1]?.id ?? null;
		if (!tell(match, olds, news, language, telling))
			added.push(...news.map((sentence) => ({ after, sentence })));
	}
	const left = withoutTyped(added, typedBehind(old, says), language, telling);
	return { ...telling, added: withOrigins(left, old, telling.texts) };
}

const matchAll = (olds: readonly Worded[], news: readonly NewSentence[]) =>
	matchVersions(
		olds.map(({ base }) => base),
		news.map(({ text }) => text),
	);

/** False where the two have nothing to do with each other. */
function tell(
	match: Match,
	olds: readonly Worded[],
	news: readonly NewSentence[],
	language: string,
	{ texts, starts, places }: Telling,
): boolean {
	const parts = partsOf(match, olds, news, language);
	for (const [i, { id }] of olds.entries()) texts.set(id, parts?.[i] ?? null);
	const last = olds.at(-1);
	if (parts && last) for (const { id } of news) places.set(id, last.id);
	const [first, begin] = [olds[0], news[0]];
	if (first && begin && parts) starts.set(first.id, begin.paragraphStart);
	return parts !== undefined;
}

/** What people typed where nothing was imported, by the imported segment that it follows. */
function typedBehind(
	old: readonly OldSentence[],
	says: (one: OldSentence) => boolean,
): Map<string | null, Worded[]> {
	const typed = new Map<string | null, Worded[]>();
	let after: string | null = null;
	for (const one of old) {
		if (says(one)) after = one.id;
		if (one.base !== null || bareText(one.typed) === "") continue;
		const there = typed.get(after) ?? [];
		typed.set(after, [...there, { id: one.id, base: one.typed }]);
	}
	return typed;
}

/** Words that a sentence has to have in common with what somebody typed in its place, to be another version of it. */
const alikeFrom = 0.4;

/** A sentence that came where somebody had typed one like it comes beside that one, and not a second time. */
function withoutTyped(
	added: readonly Arrival[],
	typed: ReadonlyMap<string | null, readonly Worded[]>,
	language: string,
	telling: Telling,
): Arrival[] {
	const slots = new Map<string | null, Arrival[]>();
	for (const one of added) slots.set(one.after, [...(slots.get(one.after) ?? []), one]);
	return [...slots].flatMap(([slot, arrivals]) => {
		const there = typed.get(slot);
		if (!there) return arrivals;
		let after = slot;
		const news = arrivals.map(({ sentence }) => sentence);
		return matchAll(there, news).flatMap((match) => {
			const [olds, come] = [there.slice(...match.old), news.slice(...match.now)];
			if (olds.length > 0 && come.length > 0 && (match.same || areAlike(olds, come))) {
				tell(match, olds, come, language, telling);
				after = olds.at(-1)?.id ?? after;
				return [];
			}
			return come.map((sentence) => ({ after, sentence }));
		});
	});
}

const areAlike = (olds: readonly Worded[], news: readonly NewSentence[]) =>
	similarity(bagOf(olds.map(({ base }) => base)), bagOf(news.map(({ text }) => text))) >= alikeFrom;

/** The newer text of each old sentence; undefined where the two have nothing to do with each other. */
function partsOf(
	{ same }: Match,
	olds: readonly Worded[],
	news: readonly NewSentence[],
	language: string,
): (string | null)[] | undefined {
	if (olds.length === 0 || news.length === 0) return undefined;
	const [only, one] = [olds[0], news[0]];
	if (same && (olds.length > 1 || news.length > 1)) return olds.map(({ base }) => base);
	if (olds.length === 1 && news.length === 1) return [same && only ? only.base : (one?.text ?? null)];
	const now = joinSentences(
		news.map(({ text }) => text),
		language,
	);
	if (now.length > maxSegmentLength) return undefined;
	const parts = cutLike(
		olds.map(({ base }) => base),
		now,
		language,
	);
	return parts.map((part) => (part === "" ? null : part));
}

/** Cuts a text where the old one was cut, as near as the words tell. */
function cutLike(olds: readonly string[], now: string, language: string): string[] {
	const whole = joinSentences(olds, language);
	let [at, from] = [0, 0];
	return olds.map((text, i) => {
		at = whole.indexOf(text, at) + text.length;
		const to = i === olds.length - 1 ? now.length : Math.max(from, mapOffset(whole, now, at, language));
		const part = now.slice(from, to).trim();
		from = to;
		return part;
	});
}

/** A text that is gone in one place and came in another, and nowhere else, has moved. */
function withOrigins(
	added: readonly Arrival[],
	old: readonly OldSentence[],
	texts: ReadonlyMap<string, string | null>,
): Added[] {
	const gone = new Map<string, string | null>();
	for (const { id, base, gone: before } of old) {
		if (base === null || (!before && texts.get(id) !== null)) continue;
		const key = bareText(base);
		gone.set(key, gone.has(key) ? null : id);
	}
	const came = new Map<string, number>();
	const keys = added.map(({ sentence }) => bareText(sentence.text));
	for (const key of keys) came.set(key, (came.get(key) ?? 0) + 1);
	return added.map((one, i) => {
		const key = keys[i] ?? "";
		return { ...one, movedFrom: came.get(key) === 1 ? (gone.get(key) ?? null) : null };
	});
}
