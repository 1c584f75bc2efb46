/** The work that is measured: sixty passages of the demo's articles, laid beside each other with the faults that aligners leave. */
import { demoArticles } from "#prisma/demo/articles.ts";
import type { RowTexts } from "#tests/factories.ts";

const wanted = 60;

/** The first sixty rows of the demo's two-sided articles as people paired them. */
export function rightRows(): RowTexts[] {
	const rows = demoArticles.flatMap((article) => {
		const sentences = (side: "source" | "target") =>
			(article[side] ?? [])
				.filter(({ kind }) => kind !== "furniture")
				.flatMap((paragraph) => paragraph.sentences);
		if (!article.source || !article.target) return [];
		const [source, target] = [sentences("source"), sentences("target")];
		let [s, t] = [0, 0];
		return article.rows.map(([sources, targets]): RowTexts => {
			const row: RowTexts = [source.slice(s, s + sources), target.slice(t, t + targets)];
			[s, t] = [s + sources, t + targets];
			return row;
		});
	});
	if (rows.length < wanted) throw new Error(`the demo has ${rows.length} passages, the work needs ${wanted}`);
	return rows.slice(0, wanted);
}

/** One fault of the pairing: which passages of the right document it concerns (from 0), and how they arrive. */
export interface Fault {
	readonly id: "halved" | "doubled" | "strayed" | "exchanged" | "slipped";
	readonly at: number;
	readonly arrive: (rows: readonly RowTexts[]) => RowTexts[];
	/** How many passages of the right document arrive so. */
	readonly length: number;
}

const row = (rows: readonly RowTexts[], i: number): RowTexts => rows[i] ?? [[], []];

/** A passage of one and two sentences in two rows, the second without its source. */
const halved = (at: number): Fault => ({
	id: "halved",
	at,
	length: 1,
	arrive: ([only]) => {
		const [source, target] = only ?? [[], []];
		return source.length > 1
			? [
					[source.slice(0, 1), []],
					[source.slice(1), target],
				]
			: [
					[source, target.slice(0, 1)],
					[[], target.slice(1)],
				];
	},
});

/** Two passages in one row. */
const doubled = (at: number): Fault => ({
	id: "doubled",
	at,
	length: 2,
	arrive: (rows) => [
		[
			[...row(rows, 0)[0], ...row(rows, 1)[0]],
			[...row(rows, 0)[1], ...row(rows, 1)[1]],
		],
	],
});

/** The rendering of a passage stands with that of the passage before it. */
const strayed = (at: number): Fault => ({
	id: "strayed",
	at,
	length: 2,
	arrive: (rows) => [
		[row(rows, 0)[0], [...row(rows, 0)[1], ...row(rows, 1)[1]]],
		[row(rows, 1)[0], []],
	],
});

/** The renderings of two passages stand in each other's place. */
const exchanged = (at: number): Fault => ({
	id: "exchanged",
	at,
	length: 2,
	arrive: (rows) => [
		[row(rows, 0)[0], row(rows, 1)[1]],
		[row(rows, 1)[0], row(rows, 0)[1]],
	],
});

/** From here to the end every rendering stands one row too late. */
const slipped = (at: number): Fault => ({
	id: "slipped",
	at,
	length: wanted - at,
	arrive: (rows) => [
		...rows.map(([source], i): RowTexts => [source, i === 0 ? [] : row(rows, i - 1)[1]]),
		[[], rows.at(-1)?.[1] ?? []],
	],
});

/** In reading order. */
export const faults: readonly Fault[] = [
	doubled(8),
	halved(15),
	halved(22),
	doubled(30),
	strayed(40),
	exchanged(44),
	slipped(50),
];

/** The rows as they arrive. */
export function arrivingRows(right: readonly RowTexts[]): RowTexts[] {
	const rows: RowTexts[] = [];
	for (let i = 0; i < right.length; ) {
		const fault = faults.find(({ at }) => at === i);
		rows.push(...(fault ? fault.arrive(right.slice(i, i + fault.length)) : [row(right, i)]));
		i += fault?.length ?? 1;
	}
	return rows;
}

/** A correction of wording: in the nth sentence that has them, some words become others. */
export interface Correction {
	readonly words: string;
	readonly better: string;
}

export const corrections: readonly Correction[] = [
	{ words: "progress and progress", better: "progress" },
	{ words: "15 million", better: "150 million" },
	{ words: "Foreign Liaison Department of", better: "External Liaison Office of" },
	{ words: "discussed and discussed it", better: "discussed it" },
	{ words: "sorted out and sorted out", better: "sorted out" },
	{ words: "opinions and opinions", better: "opinions" },
	{ words: "is the first batch of students", better: "was among the first trainees" },
	{ words: "thinner and thinner", better: "finer" },
	{ words: "run less legs", better: "make fewer trips" },
	{ words: "discussions and discussions", better: "discussions" },
	{ words: "communication and communication", better: "communication" },
	{ words: "带缆", better: "making fast" },
];

/** The right document with its corrected wording. */
export function finishedRows(right: readonly RowTexts[]): RowTexts[] {
	return right.map(([source, target]) => [source, target.map(corrected)]);
}

export function corrected(text: string): string {
	return corrections.reduce((better, { words, better: put }) => better.replace(words, put), text);
}

/** How many passages between a fault and the one before it are rightly not one sentence beside one. */
export function unevenBefore(index: number): number {
	const [before, fault] = [faults[index - 1], faults[index]];
	const from = before ? before.at + Math.min(before.length, 2) : 0;
	return rightRows()
		.slice(from, fault?.at ?? from)
		.filter(([source, target]) => source.length !== 1 || target.length !== 1).length;
}
