/** Lines that came back without their numbers: by their order, where there are as many as passages. */
import { isClosing, isOpening } from "./chatter.ts";
import { hasLead, labelOf, unwrapped, withoutLead } from "./line-label.ts";
import type { Pasted, ReadableLine } from "./read-pasted.ts";
import { lineBreaks } from "./write-numbered.ts";

type Read = Omit<Pasted, "missing">;

export function readParallel(lines: readonly ReadableLine[], text: string, asked: readonly number[]): Read {
	const [inner, around] = withoutChatter(lines, asked.length);
	const bare = [lines, inner].find((some) => some.length === asked.length);
	if (bare) return paired(bare, bare === lines ? [] : around, asked);
	const blocks = [lines, inner].map(blocksOf).find((some) => some.length === asked.length);
	if (blocks) return paired(blocks, blocks.length === blocksOf(lines).length ? [] : around, asked);
	const places = text.replace(/\s+$/u, "").split(lineBreaks);
	if (places.length === asked.length && lines.length > 0) return inPlaces(lines, asked);
	const extra = lines.map(({ line, text: said }) => ({ line, text: said, number: null }));
	const problem = { key: "counts", values: { lines: lines.length, passages: asked.length } } as const;
	return { ...nothing, extra, problems: lines.length > 0 ? [problem] : [] };
}

const nothing: Read = { lines: [], extra: [], outOfOrder: [], repeated: [], problems: [] };

/** What a model says before and after; never more than what is too much. */
function withoutChatter(
	lines: readonly ReadableLine[],
	wanted: number,
): [readonly ReadableLine[], readonly ReadableLine[]] {
	const inner = [...lines];
	const around: ReadableLine[] = [];
	while (inner.length > wanted && isOpening(inner[0]?.text ?? "")) around.push(...inner.splice(0, 1));
	const end = inner.findIndex(({ text }, i) => i > 0 && isClosing(text));
	if (end > 0 && inner.length > wanted) around.push(...inner.splice(end));
	return [inner, around];
}

/** Lines between empty ones, each block as one line. */
function blocksOf(lines: readonly ReadableLine[]): ReadableLine[] {
	const blocks: { line: number; text: string; apart: boolean }[] = [];
	for (const { line, text, apart } of lines) {
		const last = blocks.at(-1);
		if (last && !apart) last.text = `${last.text} ${text}`;
		else blocks.push({ line, text, apart });
	}
	return blocks;
}

function paired(
	lines: readonly ReadableLine[],
	around: readonly ReadableLine[],
	asked: readonly number[],
): Read {
	const bullets = lines.every(({ text }) => hasLead(text));
	const labels = lines.map(({ text }) => labelOf(text));
	const counted = labels.every((label, i) => label?.number === i + 1 && !label.weak);
	const ones = lines.length > 1 && labels.every((label) => label?.number === 1 && !label.weak);
	return {
		...nothing,
		lines: lines.map(({ text }, i) => {
			const [number, label] = [asked[i] ?? 0, labels[i]];
			const own = label && (counted || ones || (label.number === number && !label.weak)) ? label.text : text;
			return { number, text: unwrapped(bullets ? withoutLead(own) : own), how: "parallel" };
		}),
		extra: around.map(({ line, text }) => ({ line, text, number: null })).toSorted((a, b) => a.line - b.line),
	};
}

/** An empty line stands for a passage that was not translated. */
function inPlaces(lines: readonly ReadableLine[], asked: readonly number[]): Read {
	return {
		...nothing,
		lines: lines.flatMap(({ line, text }) => {
			const number = asked[line - 1];
			return number === undefined ? [] : [{ number, text: unwrapped(text), how: "parallel" as const }];
		}),
	};
}
