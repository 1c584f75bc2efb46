/** The registry's lines for documents. */
import { z } from "zod";
import { linkStates, passageStates } from "#lib/core/document/model.ts";
import { AttachSide } from "./attach-side.ts";
import { BlameQuery } from "./blame.ts";
import { CompareQuery } from "./compare.ts";
import { ConcordanceQuery } from "./concordance.ts";
import { ConvertDocument } from "./convert-script.ts";
import { ExportQuery } from "./delivery.ts";
import { FilterQuery } from "./filter-passages.ts";
import { importLimit, NewDocument } from "./import-input.ts";
import { LiveQuery } from "./live/stream.ts";
import { PostOperation, PostUndo } from "./operations.ts";
import { maxWindow } from "./passages.ts";
import { PasteBack } from "./paste-bridge.ts";
import { HerePresence } from "./presence.ts";
import { RealignDocument } from "./realign.ts";
import { ReplaceTexts, replaceLimit } from "./replace.ts";
import { RestoreDocument } from "./restore.ts";
import { maxRevisions } from "./revisions.ts";
import type { RouteDescription, RouteKey } from "./route-description.ts";
import { HitsQuery, SearchQuery } from "./search.ts";
import { ProjectTimelineQuery, TimelineQuery } from "./timeline.ts";
import { UpdateSide } from "./update-side.ts";
import { SeenUntil } from "./visits.ts";

const Whole = z
	.string()
	.regex(/^\d{1,9}$/)
	.transform(Number);
/** Places in the document, from 0, divided by commas. */
const Places = z
	.string()
	.regex(/^\d{1,9}(,\d{1,9}){0,199}$/)
	.transform((text) => text.split(",").map(Number));
const WindowQuery = z.strictObject({
	offset: Whole.optional(),
	limit: Whole.refine((n) => n >= 1 && n <= maxWindow).optional(),
	around: z.string().max(64).optional(),
	at: Places.optional(),
	state: z.enum(passageStates).optional(),
	link: z.enum(linkStates).optional(),
});
const RevisionQuery = z.strictObject({
	since: Whole.optional(),
	before: Whole.optional(),
	limit: Whole.refine((n) => n >= 1 && n <= maxRevisions).optional(),
});

const timeline =
	"{entries: [{documentId, number, at, actor, type, undoes, undone, place, places, segment, language, before, after, label}], next, people}";

const blame =
	"{texts: [{segment, text, version, stretches: [[start, end, writer]], machine}], writers: [{is, revision, at, …}]}";
const saved = "{number, headNumber, orderNumber, replaced, rows, reload}";

export const documentRoutes = {
	"GET /projects/:projectId/documents": {
		summary: "The project's documents with their progress",
		access: "document.read",
		answer: "{documents: [{id, title, passages, states, words, sides, updatedAt}]}",
	},
	"POST /projects/:projectId/documents": {
		summary: "Import a document; a long one is imported by a job",
		access: "document.import",
		body: NewDocument,
		limit: importLimit,
		status: 201,
		answer: "{documentId}, or with 202 {jobId}",
	},
	"POST /projects/:projectId/preview": {
		summary: "What an import would make, without making it",
		access: "document.import",
		body: NewDocument,
		limit: importLimit,
		answer: "{source, target, rows: [[source segments, target segments, confidence]], partial}",
	},
	"POST /projects/:projectId/reset-demo": {
		summary: "Bring the demo project back to its first state",
		access: "project.manage",
		answer: "{documentId, passageId}",
	},
	"GET /jobs/:jobId": {
		summary: "How far long work is that one asked for",
		access: "project.read",
		answer: "{state, done, total, result, problem}",
	},
	"DELETE /jobs/:jobId": {
		summary: "Cancel long work that one asked for",
		access: "project.read",
		answer: null,
	},
	"GET /documents/:documentId": {
		summary: "What a document says of itself, and what one may do with it",
		access: "document.read",
		answer:
			"{id, projectId, projectName, description, headNumber, orderNumber, passages, role, permissions, sides}",
	},
	"DELETE /documents/:documentId": {
		summary: "Delete a document; it can be brought back for 30 days",
		access: "document.delete",
		answer: null,
	},
	"POST /documents/:documentId/undelete": {
		summary: "Bring a deleted document back",
		access: "document.delete",
		answer: null,
	},
	"GET /documents/:documentId/timeline": {
		summary: "What happened in the document, or in one of its passages, newest first, as people read it",
		access: "document.read",
		query: TimelineQuery,
		answer: timeline,
	},
	"GET /projects/:projectId/timeline": {
		summary: "The same in all documents of a project",
		access: "document.read",
		query: ProjectTimelineQuery,
		answer: timeline,
	},
	"GET /documents/:documentId/log": {
		summary: "The whole log, with the bytes that its hashes cover, as lines of JSON",
		access: "document.export",
		answer:
			"application/jsonl: {format, version, document, people, …}, a line for each revision, {end, revisions, hash}",
	},
	"GET /documents/:documentId/passages": {
		summary: "A window of passages",
		access: "document.read",
		query: WindowQuery,
		answer: "{headNumber, orderNumber, total, offset, rows}",
	},
	"GET /documents/:documentId/outline": {
		summary:
			"States, links, confidences, paragraphs, shapes and authors of all passages in one letter each, headings, words",
		access: "document.read",
		answer:
			"{headNumber, states, links, confidences, starts, shapes, usual, authors, people, headings, words}",
	},
	"GET /documents/:documentId/filter": {
		summary: "Which passages hold a text or a finding of a check, or were changed since a revision",
		access: "document.read",
		query: FilterQuery,
		answer: "{headNumber, orderNumber, count, runs: [place, length, …]}",
	},
	"GET /documents/:documentId/readiness": {
		summary: "What is not reviewed yet, for the line of warnings before an export",
		access: "document.read",
		answer: "{passages, unreviewed, empty, stale}",
	},
	"GET /documents/:documentId/revisions": {
		summary: "The log: revisions since a number, oldest first, or before a number, newest first",
		access: "document.read",
		query: RevisionQuery,
		answer: "{headNumber, revisions: [{number, at, actor, type, operation, undoes}]}",
	},
	"GET /live": {
		summary: "What happens in documents from now on, and who is where, as server-sent events",
		access: "document.read",
		query: LiveQuery,
		answer:
			"text/event-stream: head {document, number, since, revisions}, people {document, people}, gone {document}, beat, end {reason}",
	},
	"PUT /documents/:documentId/presence": {
		summary: "Say where in the document one is, again every few seconds",
		access: "document.read",
		body: HerePresence,
		answer: null,
	},
	"GET /documents/:documentId/versions": {
		summary: "The draft, the versions with a name, and the document as it is",
		access: "document.read",
		answer: "{versions: [{is, number, name, at, actor}]}",
	},
	"GET /documents/:documentId/visit": {
		summary: "How far one has seen the document, and what others changed since",
		access: "document.read",
		answer: "{visit: {number, at}, headNumber, passages, regrouped, people}",
	},
	"PUT /documents/:documentId/visit": {
		summary: "Say how far one has seen the document",
		access: "document.read",
		body: SeenUntil,
		answer: null,
	},
	"GET /documents/:documentId/segments/:segmentId/history": {
		summary: "What happened to a segment, newest first",
		access: "document.read",
		answer: "{entries: [{number, at, actor, type, undoes, before, after}], notes}",
	},
	"GET /documents/:documentId/segments/:segmentId/blame": {
		summary: "Who wrote each stretch of a segment's text, and in which revision",
		access: "document.read",
		answer: blame,
	},
	"GET /documents/:documentId/blame": {
		summary: "The same of the renderings of some passages, with how much of them a machine wrote",
		access: "document.read",
		query: BlameQuery,
		answer: blame,
	},
	"GET /documents/:documentId/blame/shares": {
		summary:
			"How much of the renderings is a machine's, and each person's; of people oneself only, without the permission for others'",
		access: "document.read",
		answer:
			"{total, machine, people: [{id, name, characters}]}, total null where there are too many revisions",
	},
	"POST /documents/:documentId/operations": {
		summary: "Change the document by one operation",
		access: "rendering.edit",
		body: PostOperation,
		limit: 1024 * 1024,
		answer: saved,
	},
	"POST /documents/:documentId/undo": {
		summary: "Take back one's own last operation",
		access: "rendering.edit",
		body: PostUndo,
		answer: `${saved} and {undone: {number, type, passage, passages}}`,
	},
	"POST /documents/:documentId/redo": {
		summary: "Do again what one took back last",
		access: "rendering.edit",
		body: PostUndo,
		answer: `${saved} and {undone: {number, type, passage, passages}}`,
	},
	"POST /documents/:documentId/attach": {
		summary: "Lay the other side beside a one-sided document, or preview that",
		access: "document.import",
		body: AttachSide,
		limit: importLimit,
		answer: `${saved}, or with preview {source, target, rows}; where that takes long, with 202 {jobId}`,
	},
	"POST /documents/:documentId/update": {
		summary: "Import a newer version of one side, or preview what that would change",
		access: "document.import",
		body: UpdateSide,
		limit: importLimit,
		answer: `${saved} and {counts}, or with preview {orderNumber, kept, taken, held, marked, dropped, added, moved, reviewed, changes, more}; where that takes long, with 202 {jobId}`,
	},
	"POST /documents/:documentId/realign": {
		summary: "Pair the passages anew that nobody has confirmed, or preview that",
		access: "align",
		body: RealignDocument,
		answer: `${saved} and {changed, skipped}, or with preview {orderNumber, total, confirmed, changed, became, reviewed, restated, stretches, more}; where that takes long, with 202 {jobId}`,
	},
	"POST /documents/:documentId/restore": {
		summary: "Bring passages or the whole document back to an earlier version, or preview that",
		access: "rendering.edit",
		body: RestoreDocument,
		answer: `${saved} and {changed}, or with preview {to, headNumber, passages, words, reviewed, reviewedAgain, textsOnly, samples, more}; where that takes long, with 202 {jobId}`,
	},
	"POST /documents/:documentId/revisions/:number/revert": {
		summary: "Take back one revision, whoever made it",
		access: "rendering.edit",
		body: PostUndo,
		answer: `${saved} and {undone: {number, type, passage, passages}}`,
	},
	"POST /documents/:documentId/convert-script": {
		summary: "Write one side in the other Chinese script, or preview that",
		access: "document.describe",
		body: ConvertDocument,
		answer: `${saved} and {changed}, or with preview {language, total, changed, characters, samples}; where that takes long, with 202 {jobId}`,
	},
	"GET /documents/:documentId/bridge": {
		summary: "Passages without a rendering as numbered lines, from a number on",
		access: "document.read",
		query: z.strictObject({ from: Whole.optional() }),
		answer: "{numbering, total, passages: [{number, text}], next}",
	},
	"POST /documents/:documentId/bridge": {
		summary: "Fill passages without a rendering with numbered or parallel lines, or preview that",
		access: "rendering.edit",
		body: PasteBack,
		limit: importLimit,
		answer: `${saved} and {filled, skipped}, or with preview {filled, parallel, missing, extra, outOfOrder, repeated, taken, untranslated, problems, samples}; in a long document with 202 {jobId}`,
	},
	"GET /documents/:documentId/search": {
		summary: "Where a text occurs, in either Chinese script, or where an expression matches",
		access: "document.read",
		query: SearchQuery,
		answer: "{total, passages: [{id, index, count, matches}], more}",
	},
	"GET /documents/:documentId/hits": {
		summary: "The same with the texts, from a place of the document on",
		access: "document.read",
		query: HitsQuery,
		answer: "{passages: [{id, index, state, segments: [{id, side, version, text, places}]}], next}",
	},
	"GET /documents/:documentId/passages/:passageId/elsewhere": {
		summary: "How the same source was rendered elsewhere in the project",
		access: "document.read",
		answer:
			"{passage, renderings: [{texts, state, by, at, places, documentId, title, passage, here}], same, twins}",
	},
	"GET /projects/:projectId/concordance": {
		summary: "Where a text occurs in the documents of a project",
		access: "document.read",
		query: ConcordanceQuery,
		answer: "{total, more, lines: [{documentId, title, passage, index, state, side, text, places, beside}]}",
	},
	"POST /documents/:documentId/replace": {
		summary: "Put new wordings in the place of texts that are still as they were seen, as one revision",
		access: "rendering.edit",
		body: ReplaceTexts,
		limit: replaceLimit,
		answer: `${saved} and {changed, passages, skipped}`,
	},
	"GET /documents/:documentId/passages/:passageId/stale": {
		summary: "What changed in a passage since its link was confirmed",
		access: "document.read",
		answer:
			"{confirmed: {number, at, actor}, changes: [{kind, side, segment, before, text, passage, index}]}",
	},
	"GET /documents/:documentId/compare": {
		summary: "What changed between two versions, net of what happened in between",
		access: "document.read",
		query: CompareQuery,
		answer: "{from, to, passages, words, rows}",
	},
	"GET /documents/:documentId/export/:format": {
		summary:
			"A version of the document in one of the formats it is delivered in; Word files as running text or in columns, with comments, with the changes from another version",
		access: "document.export",
		query: ExportQuery,
		answer: "a file",
	},
} as const satisfies Record<RouteKey, RouteDescription>;
