/** The registry's lines for comments and suggestions. */
import { DecideSuggestion, PostComment, PostEntry, PostSuggestion, ThreadsQuery } from "./comments/input.ts";
import type { RouteDescription, RouteKey } from "./route-description.ts";

const whole = "{number, threads: [{id, kind, state, author, at, anchor, quote, entries, base}], people}";

export const commentRoutes = {
	"GET /documents/:documentId/comments": {
		summary:
			"What is said about a document and where its text is now, the newest first, open threads unless told",
		access: "document.read",
		query: ThreadsQuery,
		answer:
			"{number, threads: [{id, kind, state, number, last, author, at, anchor, quote, excerpt, comments, mine, mentionsMe}], next, people}",
	},
	"POST /documents/:documentId/comments": {
		summary: "Comment on a passage, a sentence or a part of one",
		access: "comment",
		body: PostComment,
		status: 201,
		answer: whole,
	},
	"GET /documents/:documentId/comments/:threadId": {
		summary: "One thread with all that was said in it",
		access: "document.read",
		answer: whole,
	},
	"POST /documents/:documentId/comments/:threadId/entries": {
		summary: "Answer in a thread, resolve or reopen it, edit or delete one's own comment",
		access: "comment",
		body: PostEntry,
		status: 201,
		answer: whole,
	},
	"POST /documents/:documentId/comments/:threadId/seen": {
		summary: "Say that one has read a thread in which one is mentioned",
		access: "document.read",
		answer: null,
	},
	"GET /documents/:documentId/passages/:passageId/comments": {
		summary: "The threads about a passage, whole",
		access: "document.read",
		answer: whole,
	},
	"POST /documents/:documentId/suggestions": {
		summary: "Suggest another wording of a rendering",
		access: "suggest",
		body: PostSuggestion,
		limit: 256 * 1024,
		status: 201,
		answer: whole,
	},
	"POST /documents/:documentId/suggestions/:threadId": {
		summary: "Accept a suggestion, which edits the text, or reject it",
		access: "suggestion.decide",
		body: DecideSuggestion,
		limit: 256 * 1024,
		answer: `${whole} and {revision, headNumber}`,
	},
	"GET /me/mentions": {
		summary: "Where one was mentioned and has not looked yet",
		access: "signed-in",
		answer: "{mentions: [{projectId, documentId, title, thread, number, by, at, text, people}]}",
	},
} as const satisfies Record<RouteKey, RouteDescription>;
