/** Takes a wording that was written on an earlier version of a sentence along into what others made of the sentence. */
import { mergeTexts } from "#lib/core/diff/merge.ts";
import { diffWords } from "#lib/core/diff/words.ts";
import type { Operation } from "./operations/registry.ts";

/** What somebody wrote of a segment: `text` instead of `base`, which was its text at `version`. */
export interface Wording {
	readonly segment: string;
	readonly version: number;
	readonly base: string;
	readonly text: string;
}

export interface Happened {
	readonly number: number;
	/** Null where it is not known. */
	readonly operation: Operation | null;
}

/**
 * The wordings of the segments that hold the text now, after edits, joins and splits: both people's changes are in
 * them. Null where they touch, or where what happened is not known well enough. `wholes`: the texts that joins made, by
 * their revisions. The wordings' bases are what the segments hold as far as `happened` tells.
 */
export function carryAlong(
	wording: Wording,
	happened: readonly Happened[],
	wholes: ReadonlyMap<number, string>,
	language: string,
): readonly Wording[] | null {
	let parts: readonly Wording[] = [wording];
	for (const { number, operation } of happened) {
		const next = operation && after(parts, operation, number, wholes.get(number), language);
		if (!next) return null;
		parts = next;
	}
	return parts;
}

/** The joins that the sentence, or a part of it, came into, with the segments that hold the whole since. */
export function joinsOf(
	segment: string,
	happened: readonly Happened[],
): { readonly number: number; readonly whole: string }[] {
	const parts = new Set([segment]);
	const joins: { number: number; whole: string }[] = [];
	for (const { number, operation } of happened) {
		if (operation?.type === "split" && parts.has(operation.segment)) parts.add(operation.id);
		if (operation?.type !== "join" || !operation.segments.some((id) => parts.has(id))) continue;
		const [whole, retired] = operation.segments;
		parts.delete(retired);
		parts.add(whole);
		joins.push({ number, whole });
	}
	return joins;
}

type Is<Type extends Operation["type"]> = Extract<Operation, { type: Type }>;

function after(
	parts: readonly Wording[],
	operation: Operation,
	number: number,
	whole: string | undefined,
	language: string,
): readonly Wording[] | null {
	switch (operation.type) {
		case "edit":
			return each(parts, operation, (part) => edited(part, operation, number, language));
		case "split":
			return each(parts, operation, (part) => halves(part, operation, number, language));
		case "join":
			return joined(parts, operation, number, whole);
		default:
			return parts; // what words texts otherwise is known by the versions that the next step does not find
	}
}

function each(
	parts: readonly Wording[],
	{ segment, version }: Is<"edit"> | Is<"split">,
	change: (part: Wording) => readonly Wording[] | null,
): readonly Wording[] | null {
	const changed = parts.map((part) =>
		part.segment !== segment ? [part] : part.version === version ? change(part) : null,
	);
	return changed.includes(null) ? null : changed.flatMap((one) => one ?? []);
}

function edited(part: Wording, operation: Is<"edit">, number: number, language: string): Wording[] | null {
	const merged = mergeTexts(part.base, part.text, operation.text, language);
	if (merged.kind === "conflict") return null;
	const version = operation.as ?? number;
	return [{ segment: part.segment, version, base: operation.text, text: merged.text }];
}

function joined(
	parts: readonly Wording[],
	{ segments, versions, separator, as }: Is<"join">,
	number: number,
	whole: string | undefined,
): readonly Wording[] | null {
	const [left, right] = segments.map((id) => parts.find(({ segment }) => segment === id));
	if (!left && !right) return parts;
	const isKnown = [left, right].every((part, i) => !part || part.version === versions[i]);
	const made = isKnown && glued(left, right, separator, whole);
	if (!made) return null;
	const is = { segment: segments[0], version: as?.version ?? number, ...made };
	const place = parts.findIndex((part) => part === left || part === right);
	return parts.flatMap((part, i) => (i === place ? [is] : part === left || part === right ? [] : [part]));
}

function glued(
	left: Wording | undefined,
	right: Wording | undefined,
	separator: string,
	whole: string | undefined,
): Pick<Wording, "base" | "text"> | null {
	if (left && right)
		return { base: left.base + separator + right.base, text: left.text + separator + right.text };
	if (whole === undefined) return null;
	if (left?.base && whole.startsWith(left.base + separator))
		return { base: whole, text: left.text + whole.slice(left.base.length) };
	if (right?.base && whole.endsWith(separator + right.base))
		return { base: whole, text: whole.slice(0, whole.length - right.base.length) + right.text };
	return null;
}

/** Two wordings that are the one exactly; null where it is not clear what of it is left, and what right, of the cut. */
function halves(part: Wording, operation: Is<"split">, number: number, language: string): Wording[] | null {
	const { at, separator, id, as } = operation;
	const end = at + separator.length;
	const cut = cutOf(part, at, end, language);
	if (cut === null) return null;
	const texts = [part.text.slice(0, cut), part.text.slice(cut + separator.length)] as const;
	const bases = [part.base.slice(0, at), part.base.slice(end)] as const;
	if (texts.some((text, i) => text.trim() === "" && bases[i]?.trim() !== "")) return null;
	const [left, right] = as?.versions ?? [number, number];
	return [
		{ segment: part.segment, version: left, base: bases[0], text: texts[0] },
		{ segment: id, version: right, base: bases[1], text: texts[1] },
	];
}

/** Where a cut of the base from `at` to `end` falls in the text; null where words were changed across it or put in at it. */
function cutOf({ base, text }: Wording, at: number, end: number, language: string): number | null {
	let [old, now] = [0, 0];
	let cut: number | null = null;
	let replaces = false;
	for (const { kind, text: stretch } of diffWords(base, text, language)) {
		const { length } = stretch;
		if (kind === "inserted") {
			if (!replaces && at <= old && old <= end) return null;
			now += length;
		} else {
			if (kind === "deleted" && old < end && at < old + length) return null;
			if (kind === "same" && old <= at && end <= old + length) cut ??= now + at - old;
			if (kind === "same") now += length;
			old += length;
		}
		replaces = kind === "deleted";
	}
	return cut;
}
