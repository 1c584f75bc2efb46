/** Comments and suggestions as the API sends them: what services return and screens read. */
import type { Span } from "../anchor/map-span.ts";
import type { Side } from "../document/model.ts";

/** Longest text of a comment, in UTF-16 code units. */
export const maxCommentLength = 4_000;

/** `withdrawn`: whoever began it has deleted it, and nobody else said anything. */
export type ThreadState = "open" | "resolved" | "accepted" | "rejected" | "withdrawn";

export interface WirePerson {
	readonly id: string;
	readonly name: string;
}

/** Where a thread is now. */
export interface WireAnchor {
	readonly passage: string;
	/** Place of the passage in the document, from 0. */
	readonly index: number;
	readonly side: Side;
	/** Null: the side is empty, and the thread is about the passage. */
	readonly segment: string | null;
	/** Null: the segment or passage as a whole. */
	readonly span: Span | null;
	/** The quote is not in the text any more. */
	readonly orphaned: boolean;
}

export interface WireThread {
	readonly id: string;
	readonly kind: "comment" | "suggestion";
	readonly state: ThreadState;
	/** Numbers of its first and its last entry. */
	readonly number: number;
	readonly last: number;
	readonly author: WirePerson;
	/** ISO 8601. */
	readonly at: string;
	/** Null: the text is not in the document any more. */
	readonly anchor: WireAnchor | null;
	/** The text commented on, as it was then; "" where a side was empty. */
	readonly quote: string;
	/** How its first comment begins; of a suggestion the text suggested. */
	readonly excerpt: string;
	/** Comments that are there, the first one and answers. */
	readonly comments: number;
	readonly mine: boolean;
	readonly mentionsMe: boolean;
	/** Absent where it was begun here. */
	readonly from?: FromFile;
}

export interface WireEntry {
	readonly number: number;
	readonly kind: "comment" | "suggest" | "resolve" | "reopen" | "accept" | "reject";
	readonly author: WirePerson;
	readonly at: string;
	/** Null where there is none, or it was deleted. `@{id}` stands for a person. */
	readonly text: string | null;
	/** When its author worded it anew; null: never. */
	readonly editedAt: string | null;
	readonly deleted: boolean;
	/** The revision that accepting wrote. */
	readonly revision: number | null;
	/** Absent where it was said here. */
	readonly from?: FromFile;
}

/** What came back in a file: its author is who brought it, and the file says who wrote it. */
export interface FromFile {
	readonly file: string;
	/** Null where the file does not say. */
	readonly name: string | null;
	/** ISO 8601. */
	readonly at: string | null;
}

/** A thread with all that was said in it. */
export interface WholeThread extends WireThread {
	readonly entries: readonly WireEntry[];
	/** The whole text that a suggestion started from; null for a comment. */
	readonly base: string | null;
}

/** Names of those who are mentioned, by id; also of people who have left the project since. */
export type Mentioned = Readonly<Record<string, string>>;

/** GET /documents/:documentId/comments */
export interface WireThreads {
	/** The last number given in this document: rises with everything anybody says. */
	readonly number: number;
	readonly threads: readonly WireThread[];
	/** Ask for more before this number; null: these were the last. */
	readonly next: number | null;
	readonly people: Mentioned;
}

/** GET /documents/:documentId/passages/:passageId/comments, and what posting answers. */
export interface WholeThreads {
	readonly number: number;
	readonly threads: readonly WholeThread[];
	readonly people: Mentioned;
}

/** GET /me/mentions */
export interface WireMentions {
	readonly mentions: readonly WireMention[];
}

export interface WireMention {
	readonly projectId: string;
	readonly documentId: string;
	readonly title: string;
	readonly thread: string;
	readonly number: number;
	readonly by: string;
	readonly at: string;
	readonly text: string;
	readonly people: Mentioned;
}
