/** The registry's lines for glossaries. */
import { DismissedSource, MineTerms } from "./glossary/candidates.ts";
import { GlossaryFileQuery, glossaryFileLimit } from "./glossary/import.ts";
import { NewTerm, TermChange, TermRemoval } from "./glossary/input.ts";
import { GlossaryQuery } from "./glossary/list.ts";
import { RewordTexts, rewordLimit } from "./glossary/reword.ts";
import { TouchedQuery } from "./glossary/touched.ts";
import type { RouteDescription, RouteKey } from "./route-description.ts";

const term =
	"{id, simplified, traditional, domain, note, renderings: [{text, status, note, authority, alwaysWrong}], origin, version, updatedBy, updatedAt}";

export const glossaryRoutes = {
	"GET /projects/:projectId/glossary": {
		summary: "Terms of a project by the sound of their source, searched in either script and in renderings",
		access: "project.read",
		query: GlossaryQuery,
		answer: `{version, all, total, terms: [${term}], domains: [{domain, terms}], origins: [{origin, terms}]}`,
	},
	"POST /projects/:projectId/glossary/starter": {
		summary: "Add the official terms that the project does not have",
		access: "glossary.edit",
		answer: "{added}",
	},
	"POST /projects/:projectId/glossary/import": {
		summary:
			"What a glossary file (TBX, CSV, Excel workbook) would make of the terms; with `onto` it is taken in, onto that version",
		access: "glossary.edit",
		query: GlossaryFileQuery,
		file: true,
		limit: glossaryFileLimit,
		answer:
			"{version, applied, added: [term], changed: [{before, after}], same, totals: {added, changed}, problems, remarks}",
	},
	"GET /projects/:projectId/glossary/export/:format": {
		summary: "All terms as a file: tbx, xlsx or csv",
		access: "project.read",
		answer: "a file",
	},
	"POST /projects/:projectId/glossary/candidates": {
		summary: "Look by a job for what is rendered alike again and again in reviewed passages",
		access: "glossary.edit",
		body: MineTerms,
		status: 202,
		answer:
			"{jobId}; the job answers {passages, candidates: [{source, rendering, passages, together, examples}]}",
	},
	"POST /projects/:projectId/glossary/dismissed": {
		summary: "Do not offer a candidate again",
		access: "glossary.edit",
		body: DismissedSource,
		answer: null,
	},
	"DELETE /projects/:projectId/glossary/dismissed": {
		summary: "Offer a candidate again",
		access: "glossary.edit",
		body: DismissedSource,
		answer: null,
	},
	"GET /projects/:projectId/terms": {
		summary: "All terms of a project, for checking texts; 304 to a version that is known already",
		access: "project.read",
		answer: "{version, terms: [{id, simplified, traditional, domain, note, renderings}]}",
	},
	"POST /projects/:projectId/terms": {
		summary: "Add a term; the script that is left empty is converted from the other",
		access: "glossary.edit",
		body: NewTerm,
		status: 201,
		answer: `{term: ${term}, version}`,
	},
	"GET /projects/:projectId/terms/:termId": {
		summary: "One term",
		access: "project.read",
		answer: term,
	},
	"PUT /projects/:projectId/terms/:termId": {
		summary: "Change a term; refused with both where somebody else changed it meanwhile",
		access: "glossary.edit",
		body: TermChange,
		answer: `{term: ${term}, version}`,
	},
	"DELETE /projects/:projectId/terms/:termId": {
		summary: "Delete a term; made again under the same id, it is as it was",
		access: "glossary.edit",
		body: TermRemoval,
		answer: null,
	},
	"GET /projects/:projectId/terms/:termId/touched": {
		summary: "Passages that call a term what it must not be called, with what they would read",
		access: "project.read",
		query: TouchedQuery,
		answer:
			"{preferred, documents: [{id, title, passages: [{id, index, state, source, places, texts: [{id, version, before, text, places}]}]}], more}",
	},
	"POST /projects/:projectId/reword": {
		summary: "Write new wordings into many documents, one revision in each, or suggest them",
		access: "suggest",
		body: RewordTexts,
		limit: rewordLimit,
		answer: "{documents: [{id, number, changed, skipped}]}",
	},
} as const satisfies Record<RouteKey, RouteDescription>;
