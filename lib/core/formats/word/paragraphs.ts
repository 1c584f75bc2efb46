import type { WordAnchor, WordChange, WordContent, WordParagraph } from "./document.ts";
import type { Item } from "./redline.ts";

/** What is anchored at a character of a sentence of the later version. */
export interface Anchored {
	readonly at: number;
	readonly anchor: WordAnchor;
}

/** The paragraphs that a redline makes, with what is anchored in its sentences. */
export function paragraphsFrom(
	items: readonly Item[],
	anchorsOf: (id: string) => readonly Anchored[],
): WordParagraph[] {
	const paragraphs: WordParagraph[] = [];
	let content: WordContent[] = [];
	let queue: Anchored[] = [];
	let at = 0;
	const release = (until: number, which: (anchor: WordAnchor) => boolean = () => true) => {
		content.push(...queue.flatMap((one) => (one.at <= until && which(one.anchor) ? [one.anchor] : [])));
		queue = queue.filter((one) => one.at > until || !which(one.anchor));
	};
	const write = (text: string, change: WordChange | null) => {
		const last = content.at(-1);
		if (text === "") return;
		if (last?.is === "run" && sameChange(last.change, change))
			content[content.length - 1] = { ...last, text: last.text + text };
		else content.push({ is: "run", text, change });
	};
	for (const item of items) {
		if (item.is === "edge") {
			if (item.edge === "start") [queue, at] = [anchorsOf(item.id).toSorted(byPlace), 0];
			release(item.edge === "start" ? 0 : Number.POSITIVE_INFINITY, isStartOr(item.edge === "end"));
		} else if (item.is === "mark") {
			const change = changeOf(item);
			paragraphs.push({
				is: "paragraph",
				style: item.style,
				styleBefore: item.styleBefore,
				styleBy: item.styleBefore === null ? null : item.by,
				content,
				mark: change,
			});
			content = [];
		} else if (item.kind === "deleted") {
			release(at, isStartOr(false));
			write(item.text, changeOf(item));
		} else {
			let from = 0;
			for (;;) {
				release(at + from);
				const next = queue[0]?.at ?? Number.POSITIVE_INFINITY;
				const to = Math.min(item.text.length, next - at);
				write(item.text.slice(from, to), changeOf(item));
				from = to;
				if (from >= item.text.length) break;
			}
			at += item.text.length;
		}
	}
	return paragraphs;
}

/** What ends at a place comes before what begins there. */
const byPlace = (one: Anchored, other: Anchored) =>
	one.at - other.at || Number(one.anchor.edge === "start") - Number(other.anchor.edge === "start");

const isStartOr = (any: boolean) => (anchor: WordAnchor) => any || anchor.edge === "start";

function changeOf({ kind, by }: Extract<Item, { is: "text" | "mark" }>): WordChange | null {
	return kind === "same" || by === null ? null : { ...by, kind };
}

function sameChange(a: WordChange | null, b: WordChange | null): boolean {
	return a?.kind === b?.kind && a?.author === b?.author && a?.at === b?.at;
}
