import { z } from "zod";
import { maxCommentLength } from "#lib/core/comments/wire.ts";
import { Count, Id, SegmentText, Version } from "#lib/core/document/operations/contract.ts";
import { isWellFormedText } from "#lib/core/document/text.ts";
import { RequestKey } from "#lib/server/operations.ts";

const CommentText = z
	.string()
	.max(maxCommentLength)
	.refine((text) => isWellFormedText(text) && text.trim() !== "", { error: "text-not-wellformed" });

/** What a comment is about, as the person sees it. A part is found by its quote where the text moved on meanwhile. */
export const CommentedOn = z.strictObject({
	passage: Id,
	side: z.enum(["source", "target"]),
	/** Null: the side is empty. */
	segment: Id.nullable(),
	span: z.strictObject({ start: Count, end: Count, quote: SegmentText.min(1) }).nullable(),
});
export type CommentedOn = z.infer<typeof CommentedOn>;

export const PostComment = z.strictObject({ key: RequestKey, on: CommentedOn, text: CommentText });
export type PostComment = z.infer<typeof PostComment>;

const EntryNumber = z.int().min(1);
export const PostEntry = z.discriminatedUnion("kind", [
	z.strictObject({ key: RequestKey, kind: z.literal("comment"), text: CommentText }),
	z.strictObject({ key: RequestKey, kind: z.literal("resolve") }),
	z.strictObject({ key: RequestKey, kind: z.literal("reopen") }),
	z.strictObject({ key: RequestKey, kind: z.literal("edit"), of: EntryNumber, text: CommentText }),
	z.strictObject({ key: RequestKey, kind: z.literal("delete"), of: EntryNumber }),
]);
export type PostEntry = z.infer<typeof PostEntry>;

export const PostSuggestion = z.strictObject({
	key: RequestKey,
	passage: Id,
	/** The rendering's segment; null: there is none yet. */
	segment: Id.nullable(),
	/** What the person started from: its version, and its text. */
	version: Version,
	base: SegmentText,
	text: SegmentText,
});
export type PostSuggestion = z.infer<typeof PostSuggestion>;

export const DecideSuggestion = z.strictObject({
	key: RequestKey,
	accept: z.boolean(),
	/** The text that somebody chose where the two could not be merged, and the version they saw. */
	chosen: z.strictObject({ text: SegmentText, version: Version }).nullable().default(null),
});
export type DecideSuggestion = z.infer<typeof DecideSuggestion>;

const Whole = z
	.string()
	.regex(/^\d{1,9}$/)
	.transform(Number);

/** Threads in one answer. */
export const maxThreads = 200;

export const ThreadsQuery = z.strictObject({
	/** Older ones than this number. */
	before: Whole.optional(),
	/** Open ones unless told. */
	which: z.enum(["open", "all"]).optional(),
	limit: Whole.refine((n) => n >= 1 && n <= maxThreads).optional(),
});
export type ThreadsQuery = z.infer<typeof ThreadsQuery>;
