/** The registry's lines for measures. */
import { z } from "zod";
import { MeasuresQuery } from "./measures/found.ts";
import { PassageMeasuresQuery } from "./measures/passages.ts";
import type { RouteDescription, RouteKey } from "./route-description.ts";

const whole = "drafts, drafted, total, people, days, everyone";
const unmeasured = "or {state: unmeasured, missing, renderings} where that takes a job first";
/** What a job is asked to add up. */
export const MeasuredScope = MeasuresQuery.pick({ drafts: true, passages: true });

export const measureRoutes = {
	"GET /documents/:documentId/measures": {
		summary:
			"How much of the drafts was changed, by whom and when; of people one's own only, without the permission for others'",
		access: "document.read",
		query: MeasuresQuery,
		answer: `{state: measured, headNumber, ${whole}}, ${unmeasured}`,
	},
	"POST /documents/:documentId/measures": {
		summary: "Measure by a job what nobody has asked about yet",
		access: "document.read",
		body: z.strictObject({}),
		status: 202,
		answer: "{jobId}",
	},
	"GET /documents/:documentId/measures/passages": {
		summary: "How much of the draft was changed in each passage that has been measured",
		access: "document.read",
		query: PassageMeasuresQuery,
		answer: "{total, passages: [{id, index, state, text, ter, chrf, characters, words, edits, …}]}",
	},
	"GET /documents/:documentId/measures/tables/:table": {
		summary: "The measures of passages, people or days as a CSV table",
		access: "document.read",
		query: MeasuresQuery,
		answer: "a file",
	},
	"GET /projects/:projectId/measures": {
		summary: "The same over all documents of a project",
		access: "document.read",
		query: MeasuresQuery,
		answer: `{state: measured, documents, ${whole}}, ${unmeasured}`,
	},
	"POST /projects/:projectId/measures": {
		summary: "Measure by a job what nobody has asked about yet in any document",
		access: "document.read",
		body: MeasuredScope,
		status: 202,
		answer: "{jobId}",
	},
	"GET /projects/:projectId/measures/tables/:table": {
		summary: "The measures of documents, people or days as a CSV table",
		access: "document.read",
		query: MeasuresQuery,
		answer: "a file",
	},
} as const satisfies Record<RouteKey, RouteDescription>;
