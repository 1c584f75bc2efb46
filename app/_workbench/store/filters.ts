/**
 * The ways of choosing passages. Another is one entry here, with its words under `filter` in the catalogue: the
 * outline's column, the address and the list of what is chosen iterate over them.
 */
import { linkOfLetter, markOfLetter, stateMarks } from "#app/_ui/state-marks.ts";
import { linkStates } from "#lib/core/document/model.ts";
import { nobody, personLetters } from "#lib/core/document/wire.ts";
import type { WireFindings } from "#lib/core/qa/wire.ts";
import { isUnsure, type Letters } from "./outline-letters.ts";

/** What is looked for, by name in the address; absent: anything. */
export type Filter = Readonly<Record<string, string>>;

/** What choosing goes by. */
export interface Known {
	readonly letters: Letters;
	/** One letter per passage: 1 where it is one of those that the server was asked for. */
	readonly asked: string;
	readonly findings: WireFindings | null;
	/** Places of passages with open comments. */
	readonly commented?: ReadonlySet<number>;
	/** Id of whoever looks. */
	readonly me: string;
}

export type Accepts = (index: number) => boolean;

export interface FilterOption {
	readonly value: string;
	/** Passages that are so now. */
	readonly count: number;
	/** What it is called, where that is not in the catalogue. */
	readonly name?: string;
}

export interface FilterKind {
	readonly name: string;
	/** Null where a value means nothing. */
	readonly accepts: (known: Known, value: string) => Accepts | null;
	/** What there is to choose. Absent for what is typed. */
	readonly options?: (known: Known) => readonly FilterOption[];
	/** Where the words for its values are; they are beside its own under `filter` where absent. */
	readonly words?: "common.state" | "common.link" | "findings";
	/** What there is to choose comes and goes while one works: its place is kept. */
	readonly varies?: true;
	/** Means nothing where the document has one side only. */
	readonly twoSided?: true;
}

const shapes: Readonly<Record<string, string>> = { alone: "st", lopsided: "stlL", uneven: "stnL" };

export const filterKinds = [
	{
		name: "state",
		accepts: ({ letters }, value) => among(letters.states, letterOf(markOfLetter, value)),
		options: ({ letters }) => counted(letters.states, markOfLetter, stateMarks),
		words: "common.state",
	},
	{
		name: "link",
		accepts: ({ letters }, value) =>
			value === "unsure"
				? (index) => isUnsure(letters, index)
				: among(letters.links, letterOf(linkOfLetter, value)),
		options: ({ letters }) => [
			...counted(letters.links, linkOfLetter, linkStates),
			{ value: "unsure", count: countWhere(letters.links.length, (index) => isUnsure(letters, index)) },
		],
		words: "common.link",
		twoSided: true,
	},
	{
		name: "shape",
		accepts: ({ letters }, value) => among(letters.shapes, shapes[value] ?? null),
		options: ({ letters }) => {
			const found = countLetters(letters.shapes);
			const count = (text: string) => [...text].reduce((sum, letter) => sum + (found[letter] ?? 0), 0);
			return Object.entries(shapes).map(([value, text]) => ({ value, count: count(text) }));
		},
		twoSided: true,
	},
	{
		name: "author",
		accepts: ({ letters, me }, value) => {
			const place = letters.people.findIndex(({ id }) => id === (value === "me" ? me : value));
			return among(letters.authors, personLetters[place] ?? "");
		},
		options: ({ letters, me }) => {
			const found = countLetters(letters.authors);
			const people = letters.people.slice(0, personLetters.length).map(({ id, name }, place) => {
				const count = found[personLetters[place] ?? nobody] ?? 0;
				return id === me ? { value: "me", count } : { value: id, count, name };
			});
			return people.toSorted((one, other) => Number(other.value === "me") - Number(one.value === "me"));
		},
		varies: true,
	},
	{
		name: "finding",
		accepts: ({ asked }) => among(asked, "1"),
		options: ({ findings }) => {
			const { any = 0, ...checks } = findings?.checks ?? {};
			const each = Object.entries(checks).map(([value, count]) => ({ value, count }));
			return [{ value: "any", count: any }, ...(each.length > 1 ? each : [])];
		},
		words: "findings",
		varies: true,
	},
	{
		name: "comments",
		accepts: ({ commented }, value) => (value === "open" ? (index) => commented?.has(index) === true : null),
		options: ({ commented }) => [{ value: "open", count: commented?.size ?? 0 }],
		varies: true,
	},
	{ name: "since", accepts: ({ asked }) => among(asked, "1") },
	{ name: "text", accepts: ({ asked }) => among(asked, "1") },
] as const satisfies readonly FilterKind[];

/** How a text is looked for; they mean nothing without one. */
export const textChoices = ["side", "regex", "case", "word"] as const;

/** Everything that belongs to a kind in the address, itself first. */
export const namesOf = (kind: string): readonly string[] =>
	kind === "text" ? ["text", ...textChoices] : kind === "since" ? ["since", "by"] : [kind];

/** Everything of a filter that stands in the address. */
export const filterNames: readonly string[] = filterKinds.flatMap(({ name }) => namesOf(name));

/** What the server is to be asked, as query parameters; null: nothing. */
export function askedOf(filter: Filter): string | null {
	const names = ["text", "finding", "since"].flatMap((kind) => (filter[kind] ? namesOf(kind) : []));
	const parameters = new URLSearchParams();
	for (const name of names) if (filter[name]) parameters.set(name, filter[name]);
	return parameters.size > 0 ? parameters.toString() : null;
}

export function isFiltering(filter: Filter): boolean {
	return filterKinds.some(({ name }) => filter[name]);
}

/** Whether a place is one of those looked for, by everything that is; null where nothing is. */
export function acceptsOf(known: Known, filter: Filter, twoSided = true): Accepts | null {
	const tests = filterKinds.flatMap((kind: FilterKind) => {
		const value = filter[kind.name];
		const means = value && (twoSided || !kind.twoSided) ? kind.accepts(known, value) : null;
		return means ? [means] : [];
	});
	return tests.length === 0 ? null : (index) => tests.every((accepts) => accepts(index));
}

/** The places that a filter leaves, in order; null when it leaves all. */
export function placesOf(known: Known, filter: Filter, twoSided = true): number[] | null {
	const accepts = acceptsOf(known, filter, twoSided);
	if (!accepts) return null;
	const places: number[] = [];
	for (let index = 0; index < known.letters.states.length; index++) if (accepts(index)) places.push(index);
	return places;
}

/** Null for letters that there are none of: the value is not one. */
function among(text: string, letters: string | null): Accepts | null {
	if (letters === null) return null;
	return (index) => letters.includes(text[index] ?? " ");
}

function letterOf(letters: Readonly<Record<string, string>>, name: string): string | null {
	return Object.keys(letters).find((letter) => letters[letter] === name) ?? null;
}

function counted(
	text: string,
	names: Readonly<Record<string, string>>,
	order: readonly string[],
): FilterOption[] {
	const found = countLetters(text);
	return order.map((value) => ({ value, count: found[letterOf(names, value) ?? ""] ?? 0 }));
}

function countWhere(total: number, accepts: Accepts): number {
	let count = 0;
	for (let index = 0; index < total; index++) if (accepts(index)) count += 1;
	return count;
}

/** Letters of an outline are ASCII; there are 50,000 of them in a long document. */
function countLetters(text: string): Record<string, number> {
	const counts = new Uint32Array(128);
	for (let i = 0; i < text.length; i += 1) {
		const code = text.charCodeAt(i) & 127;
		counts[code] = (counts[code] ?? 0) + 1;
	}
	return Object.fromEntries(
		[...counts].flatMap((count, code) => (count ? [[String.fromCharCode(code), count]] : [])),
	);
}
