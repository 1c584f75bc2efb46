/** The registry's lines for what the checks find. */
import { ChangedCheckSettings } from "./check-settings.ts";
import { DismissFindings, TakeBackDismissals } from "./dismissals.ts";
import { FindingsQuery } from "./findings.ts";
import { FixFindings } from "./fix-findings.ts";
import { ProjectFindingsQuery } from "./project-findings.ts";
import type { RouteDescription, RouteKey } from "./route-description.ts";

const counts =
	"counting: {left, total}, unread, total, dismissed, counts: [{check, severity, open, dismissed}]";

export const findingRoutes = {
	"GET /documents/:documentId/findings": {
		summary: "What the checks find in the document, counted, and the passages with it from a place on",
		access: "document.read",
		query: FindingsQuery,
		answer: `{headNumber, ${counts}, checks, passages: [{id, index, content, findings}], more, settings}`,
	},
	"GET /documents/:documentId/risks": {
		summary:
			"The passages in which most speaks for a fault that nobody has seen: doubt of the link, findings, machine wording, age",
		access: "document.read",
		answer: "{headNumber, passages: [{id, index, score, link, findings, machine, age, days}]}",
	},
	"GET /projects/:projectId/findings": {
		summary: "The same across the documents of a project, as a list",
		access: "document.read",
		query: ProjectFindingsQuery,
		answer: `{${counts}, fixable: [{check, open}], documents, findings: [{documentId, title, passage, index, text, finding}], listed, settings}`,
	},
	"POST /projects/:projectId/dismissals": {
		summary:
			"Hold findings to be none for exactly the text they were found in: some, all that say the same, or all of a check",
		access: "finding.dismiss",
		body: DismissFindings,
		limit: 256 * 1024,
		answer: "{batch, dismissed}",
	},
	"POST /projects/:projectId/dismissals/taken-back": {
		summary: "Take dismissals back, single ones or those that were made together",
		access: "finding.dismiss",
		body: TakeBackDismissals,
		answer: "{takenBack}",
	},
	"POST /projects/:projectId/fixes": {
		summary:
			"Mend all findings of a kind that have a safe fix, as one revision of each document, or preview that",
		access: "rendering.edit",
		body: FixFindings,
		limit: 256 * 1024,
		answer: "{changed, skipped, documents}, or with preview {fixes, more}",
	},
	"GET /projects/:projectId/checking": {
		summary: "Which checks a project does without, and how it writes",
		access: "project.read",
		answer: "{off: [{check, key}], style}",
	},
	"PUT /projects/:projectId/checking": {
		summary: "Choose that; what is not named stays",
		access: "checks.manage",
		body: ChangedCheckSettings,
		answer: null,
	},
} as const satisfies Record<RouteKey, RouteDescription>;
