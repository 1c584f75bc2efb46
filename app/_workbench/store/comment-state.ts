import type { Mentioned, WholeThread, WireThread } from "#lib/core/comments/wire.ts";
import type { Side } from "#lib/core/document/model.ts";
import type { Match } from "#lib/core/scripts/fold.ts";

export const commentFilters = ["open", "mine", "mentioned", "suggestions", "resolved"] as const;
export type CommentFilter = (typeof commentFilters)[number];

/** What a comment that is being written is about. */
export interface CommentTarget {
	readonly passage: string;
	readonly side: Side;
	readonly segment: string | null;
	readonly span: { readonly start: number; readonly end: number; readonly quote: string } | null;
}

export interface CommentsState {
	/** The last number known of the document's entries; null until the threads are here. */
	readonly number: number | null;
	/** Open threads; all of them once somebody asked for what is resolved. */
	readonly threads: readonly WireThread[];
	readonly people: Mentioned;
	/** Open threads of each passage. */
	readonly counts: ReadonlyMap<string, number>;
	/** The places in the document of passages with open threads. */
	readonly commented: ReadonlySet<number>;
	/** Commented parts of each segment's text, in order. */
	readonly spans: ReadonlyMap<string, readonly Match[]>;
	/** The threads of the passage one is on, whole. */
	readonly here: { readonly passage: string; readonly threads: readonly WholeThread[] } | null;
	readonly filter: CommentFilter;
	/** The thread one has gone to. */
	readonly chosen: string | null;
	/** What a new comment is being written about. */
	readonly writing: CommentTarget | null;
	/** A suggestion that touches what others wrote: somebody has to choose. */
	readonly conflict: { readonly thread: string; readonly current: string; readonly version: number } | null;
	/** Rises when the comments are to be shown. */
	readonly asked: number;
}

export const noComments: CommentsState = {
	number: null,
	threads: [],
	people: {},
	counts: new Map(),
	commented: new Set(),
	spans: new Map(),
	here: null,
	filter: "open",
	chosen: null,
	writing: null,
	conflict: null,
	asked: 0,
};

/** Whether a thread is for somebody to deal with. */
export const isOpen = ({ state }: Pick<WireThread, "state">) => state === "open";

const lets: Readonly<Record<CommentFilter, (thread: WireThread) => boolean>> = {
	open: isOpen,
	mine: (thread) => isOpen(thread) && thread.mine,
	mentioned: (thread) => isOpen(thread) && thread.mentionsMe,
	suggestions: (thread) => isOpen(thread) && thread.kind === "suggestion",
	resolved: (thread) => !isOpen(thread),
};

/** What a filter lets through, in the order of the document; what has no place any more comes last. */
export function filtered(threads: readonly WireThread[], filter: CommentFilter): WireThread[] {
	return threads.filter(lets[filter]).sort(inOrder);
}

const placeOf = ({ anchor }: WireThread) => anchor?.index ?? Number.POSITIVE_INFINITY;

function inOrder(a: WireThread, b: WireThread): number {
	const [first, second] = [placeOf(a), placeOf(b)];
	return first === second ? a.number - b.number : first - second;
}

/** What rows show of open threads. */
export function marksOf(
	threads: readonly WireThread[],
): Pick<CommentsState, "counts" | "commented" | "spans"> {
	const counts = new Map<string, number>();
	const commented = new Set<number>();
	const spans = new Map<string, Match[]>();
	for (const { anchor } of threads.filter(isOpen)) {
		if (!anchor) continue;
		counts.set(anchor.passage, (counts.get(anchor.passage) ?? 0) + 1);
		commented.add(anchor.index);
		if (anchor.segment && anchor.span)
			spans.set(anchor.segment, [...(spans.get(anchor.segment) ?? []), anchor.span]);
	}
	for (const list of spans.values()) list.sort((a, b) => a.start - b.start);
	return { counts, commented, spans };
}
