import type { Deliverable, DeliverSegment, DeliverThread } from "../deliverable.ts";
import type { WordComment } from "./document.ts";
import type { Anchored } from "./paragraphs.ts";
import { forWord } from "./stream.ts";

/** Comments as Word has them, and where they are anchored, by sentence. */
export interface Commented {
	readonly comments: readonly WordComment[];
	readonly anchors: ReadonlyMap<string, readonly Anchored[]>;
}

/**
 * Threads on the sentences that the file has. What is about a source that does not go along, or a passage without a
 * rendering, stands with a rendering of its passage; where there is none either, it is left out.
 */
export function commentsOf(article: Deliverable, shown: ReadonlyMap<string, DeliverSegment>): Commented {
	const passages = new Map(article.passages.map((passage) => [passage.id, passage]));
	const comments: WordComment[] = [];
	const anchors = new Map<string, Anchored[]>();
	for (const thread of article.threads ?? []) {
		const own = shown.get(thread.segment ?? "");
		const passage = passages.get(thread.passage);
		const home =
			own ?? [...(passage?.target ?? []), ...(passage?.source ?? [])].find(({ id }) => shown.has(id));
		if (!home) continue;
		const [start, end] = spanIn(home.text, own ? (thread.span ?? quoted(own.text, thread.quote)) : null);
		const first = comments.length;
		for (const [index, { author, at, text }] of thread.comments.entries()) {
			const id = comments.length;
			comments.push({ id, author, at, text, parent: index === 0 ? null : first, resolved: thread.resolved });
			const list = anchors.get(home.id) ?? [];
			list.push({ at: start, anchor: { is: "comment", edge: "start", id } });
			list.push({ at: end, anchor: { is: "comment", edge: "end", id } });
			anchors.set(home.id, list);
		}
	}
	return { comments, anchors };
}

function quoted(text: string, quote: string | null = null): DeliverThread["span"] {
	const start = quote === null || quote === "" ? -1 : text.indexOf(quote);
	return quote === null || start === -1 ? null : { start, end: start + quote.length };
}

function spanIn(text: string, span: DeliverThread["span"]): [start: number, end: number] {
	const place = (offset: number) => forWord(text.slice(0, offset)).length;
	if (span === null || span.start >= span.end || span.end > text.length) return [0, place(text.length)];
	return [place(span.start), place(span.end)];
}
