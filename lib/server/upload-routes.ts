/** The registry's lines for files. */
import { importLimit } from "./import-input.ts";
import { ReadFile } from "./reading.ts";
import { BringBack } from "./returned-file.ts";
import type { RouteDescription, RouteKey } from "./route-description.ts";
import { UploadQuery, uploadLimit } from "./uploads.ts";

const upload = "{id, name, size, sha256}";

export const uploadRoutes = {
	"POST /projects/:projectId/uploads": {
		summary: "Keep a file as it is; it is there once all of it has arrived",
		access: "document.import",
		query: UploadQuery,
		file: true,
		limit: uploadLimit,
		status: 201,
		answer: upload,
	},
	"GET /projects/:projectId/uploads/:uploadId": {
		summary: "A file as it arrived",
		access: "document.read",
		answer: "the file's bytes",
	},
	"POST /documents/:documentId/returned": {
		summary: "Keep a Word file that was handed out and came back, to be brought back",
		access: "file.return",
		query: UploadQuery,
		file: true,
		limit: uploadLimit,
		status: 201,
		answer: upload,
	},
	"POST /documents/:documentId/bring-back": {
		summary: "Make suggestions and comments of what was changed in such a file, or preview that",
		access: "file.return",
		body: BringBack,
		answer:
			"{file, number, suggestions, conflicts, passages, comments, here, relooked, rest, more}, with preview also {changes, words}; where that takes long, with 202 {jobId}",
	},
	"DELETE /projects/:projectId/uploads/:uploadId": {
		summary: "Delete a file that no document was made from",
		access: "document.import",
		answer: null,
	},
	"POST /projects/:projectId/read": {
		summary: "What is in a file or a pasted text, without importing it; a large one is read by a job",
		access: "document.import",
		body: ReadFile,
		limit: importLimit,
		answer:
			"{format, shape, about, problems, count, metadata, blocks, units, rows, languages, columns, sheets}, or with 202 {jobId}",
	},
	"GET /documents/:documentId/originals": {
		summary: "The files that a document was made from, by revision and side",
		access: "document.read",
		answer: `{originals: [{number, side, upload: ${upload}}]}`,
	},
} as const satisfies Record<RouteKey, RouteDescription>;
