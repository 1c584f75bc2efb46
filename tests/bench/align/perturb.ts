/**
 * Harder documents out of gold ones: sentences missing, furniture left in, parts moved, texts that do not belong
 * together. The gold follows: a bead that loses all its sentences of one side leaves each of the others alone.
 */
import type { IndexBead } from "#lib/core/align/evaluate.ts";
import { seeded, shuffled } from "./random.ts";
import { type GoldDocument, inOrder, type Side, sides } from "./sets.ts";

/** What a side is made of: numbers of the document's own sentences, and new ones, which have no counterpart. */
type Piece = number | string;

/** Deletes this share of one side's sentences, drawn at random. */
export function deleteSentences(
	document: GoldDocument,
	side: Side,
	share: number,
	seed: number,
): GoldDocument {
	const all = document[side].map((_, i) => i);
	const gone = new Set(shuffled(all, seeded(seed)).slice(0, Math.round(share * all.length)));
	return rebuild(
		document,
		side,
		all.filter((i) => !gone.has(i)),
	);
}

/** Deletes `count` sentences of one side, from sentence `from` on. */
export function deleteBlock(document: GoldDocument, side: Side, from: number, count: number): GoldDocument {
	const all = document[side].map((_, i) => i);
	return rebuild(document, side, [...all.slice(0, from), ...all.slice(from + count)]);
}

const furniture = {
	han: {
		start: [
			"首页",
			"栏目导航 | 文学 | 历史 | 影像",
			"登录",
			"当前位置：首页 > 文库 > 正文",
			"字号：大 中 小",
		],
		middle: ["分享到：微信 微博 复制链接", "已有36位读者收藏本页"],
		end: [
			"责任编辑：山月",
			"上一篇　下一篇",
			"相关阅读",
			"版权所有，未经许可不得转载",
			"联系我们 | 网站地图",
		],
	},
	latin: {
		start: [
			"Skip to main content",
			"Home | Essays | Archive | About",
			"Sign in",
			"Reading time: 14 minutes",
			"Print this page",
		],
		middle: ["Share this: Mail · Copy link · More", "36 readers have saved this page"],
		end: [
			"Filed under: Fiction",
			"Previous | Next",
			"You might also like",
			"All rights reserved.",
			"Contact us | Terms of use",
		],
	},
} as const;

/** Leaves in one side what a web page has around its text: navigation at both ends, a share bar between two beads. */
export function insertFurniture(document: GoldDocument, side: Side, seed: number): GoldDocument {
	const { start, middle, end } = furniture[/\p{Script=Han}/u.test(document[side].join("")) ? "han" : "latin"];
	const all = document[side].map((_, i) => i);
	const beads = document.gold.filter((bead) => bead[side].length > 0);
	const place = beads[Math.round(beads.length * (0.3 + 0.4 * seeded(seed)()))]?.[side][0] ?? 0;
	const pieces = [...start, ...all.slice(0, place), ...middle, ...all.slice(place), ...end];
	return rebuild(document, side, pieces);
}

/**
 * Swaps two neighbouring runs of `count` gold beads on the target's side, the first of which is number `from`. Their
 * gold beads then cross, of which an aligner that keeps the order can have one run at most.
 */
export function swapParagraphs(document: GoldDocument, from: number, count: number): GoldDocument {
	const targetsOf = (start: number) =>
		document.gold.slice(start, start + count).flatMap((bead) => [...bead.target]);
	const moved = new Set([...targetsOf(from), ...targetsOf(from + count)]);
	const start = Math.min(...moved);
	const all = document.target.map((_, i) => i);
	const others = all.filter((i) => !moved.has(i));
	return rebuild(document, "target", [
		...others.filter((i) => i < start),
		...targetsOf(from + count),
		...targetsOf(from),
		...others.filter((i) => i > start),
	]);
}

/** The source of one document against the target of another: no sentence has a counterpart. */
export function unrelated(source: GoldDocument, target: GoldDocument): GoldDocument {
	return {
		name: `${source.name} against ${target.name}`,
		source: source.source,
		target: target.target,
		gold: [
			...source.source.map((_, i): IndexBead => ({ source: [i], target: [] })),
			...target.target.map((_, i): IndexBead => ({ source: [], target: [i] })),
		],
		...(source.sourceParagraphs && { sourceParagraphs: source.sourceParagraphs }),
		...(target.targetParagraphs && { targetParagraphs: target.targetParagraphs }),
	};
}

/** Keeps of the target what translates the first part of the source, so many of its beads. */
export function partialTarget(document: GoldDocument, share = 1 / 3): GoldDocument {
	const kept = document.gold.slice(0, Math.round(share * document.gold.length));
	return rebuild(
		document,
		"target",
		kept.flatMap((bead) => [...bead.target]).sort((a, b) => a - b),
	);
}

/**
 * Has the target of `count` gold beads a second time, right after the first, as when a passage was pasted twice. The
 * gold calls the first one right and the second one too much.
 */
export function repeatTarget(document: GoldDocument, from: number, count: number): GoldDocument {
	const again = document.gold.slice(from, from + count).flatMap((bead) => [...bead.target]);
	const after = Math.max(...again) + 1;
	const all = document.target.map((_, i) => i);
	const copies = again.map((i) => document.target[i] ?? "");
	return rebuild(document, "target", [...all.slice(0, after), ...copies, ...all.slice(after)]);
}

/** Texts one after the other, as one document. */
export function concatenate(name: string, documents: readonly GoldDocument[]): GoldDocument {
	const source: string[] = [];
	const target: string[] = [];
	const gold: IndexBead[] = [];
	for (const document of documents) {
		const [sources, targets] = [source.length, target.length];
		for (const bead of document.gold)
			gold.push({ source: bead.source.map((i) => i + sources), target: bead.target.map((j) => j + targets) });
		source.push(...document.source);
		target.push(...document.target);
	}
	return { name, source, target, gold };
}

function rebuild(document: GoldDocument, side: Side, pieces: readonly Piece[]): GoldDocument {
	const now = new Map(pieces.flatMap((piece, at) => (typeof piece === "number" ? [[piece, at]] : [])));
	const kept = document.gold.flatMap((bead) => {
		const left = bead[side].flatMap((i) => now.get(i) ?? []).sort((a, b) => a - b);
		const whole = { ...bead, [side]: left };
		return whole.source.length > 0 && whole.target.length > 0
			? [whole]
			: sides.flatMap((of) => alone(of, whole));
	});
	const added = pieces.flatMap((piece, at) => (typeof piece === "string" ? [at] : []));
	const starts = side === "source" ? document.sourceParagraphs : document.targetParagraphs;
	return {
		...document,
		[side]: pieces.map((piece) => (typeof piece === "number" ? (document[side][piece] ?? "") : piece)),
		gold: inOrder([...kept, ...alone(side, { source: added, target: added })]),
		...(starts && { [`${side}Paragraphs`]: moveStarts(starts, pieces) }),
	};
}

/** A bead for each sentence that a bead has on this side. */
function alone(side: Side, bead: IndexBead): IndexBead[] {
	return bead[side].map((i) => ({ source: [], target: [], [side]: [i] }));
}

/** Paragraphs of what is left: each of the old ones, pieces of them apart from each other, and each new line. */
function moveStarts(starts: readonly number[], pieces: readonly Piece[]): number[] {
	const paragraphOf = (sentence: number) => starts.findLastIndex((start) => start <= sentence);
	const paragraphs = pieces.map((piece, at) => (typeof piece === "number" ? paragraphOf(piece) : -2 - at));
	return paragraphs.flatMap((paragraph, at) => (at === 0 || paragraph !== paragraphs[at - 1] ? [at] : []));
}
