/** The registry's lines for documents. */
import { z } from "zod";
import { linkStates, passageStates } from "#lib/core/document/model.ts";
import { AttachSide } from "./attach-side.ts";
import { CompareQuery } from "./compare.ts";
import { ConvertDocument } from "./convert-script.ts";
import { importLimit, NewDocument } from "./import-input.ts";
import { PostOperation, PostUndo } from "./operations.ts";
import { maxWindow } from "./passages.ts";
import { PasteBack } from "./paste-bridge.ts";
import { RealignDocument } from "./realign.ts";
import { maxRevisions } from "./revisions.ts";
import type { RouteDescription, RouteKey } from "./route-description.ts";
import { SearchQuery } from "./search.ts";
import { UpdateSide } from "./update-side.ts";

const Whole = z
	.string()
	.regex(/^\d{1,9}$/)
	.transform(Number);
const WindowQuery = z.strictObject({
	offset: Whole.optional(),
	limit: Whole.refine((n) => n >= 1 && n <= maxWindow).optional(),
	around: z.string().max(64).optional(),
	state: z.enum(passageStates).optional(),
	link: z.enum(linkStates).optional(),
});
const RevisionQuery = z.strictObject({
	since: Whole.optional(),
	before: Whole.optional(),
	limit: Whole.refine((n) => n >= 1 && n <= maxRevisions).optional(),
});

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
	"GET /documents/:documentId/passages": {
		summary: "A window of passages",
		access: "document.read",
		query: WindowQuery,
		answer: "{headNumber, orderNumber, total, offset, rows}",
	},
	"GET /documents/:documentId/outline": {
		summary: "States, links and confidences of all passages in one letter each, headings, words",
		access: "document.read",
		answer: "{headNumber, states, links, confidences, headings, words}",
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
	"GET /documents/:documentId/segments/:segmentId/history": {
		summary: "What happened to a segment, newest first",
		access: "document.read",
		answer: "{entries: [{number, at, actor, type, undoes, before, after}], notes}",
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
		answer: `${saved} and {undone}`,
	},
	"POST /documents/:documentId/redo": {
		summary: "Do again what one took back last",
		access: "rendering.edit",
		body: PostUndo,
		answer: `${saved} and {undone}`,
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
	"GET /documents/:documentId/findings": {
		summary: "What the checks find in the document as it is",
		access: "document.read",
		answer: "{headNumber, total, passages: [{id, index, findings}], more}",
	},
	"GET /documents/:documentId/search": {
		summary: "Where a text occurs, on both sides and in either Chinese script",
		access: "document.read",
		query: SearchQuery,
		answer: "{total, passages: [{id, index, count, matches}], more}",
	},
	"GET /documents/:documentId/compare": {
		summary: "What changed between two versions, net of what happened in between",
		access: "document.read",
		query: CompareQuery,
		answer: "{from, to, passages, words, rows}",
	},
	"GET /documents/:documentId/export/:format": {
		summary: "The document in one of the formats it is delivered in",
		access: "document.export",
		answer: "a file",
	},
} as const satisfies Record<RouteKey, RouteDescription>;
