import { createHash } from "node:crypto";
import type { Role } from "#lib/server/access.ts";
import { postComment } from "#lib/server/comments/post.ts";
import { postSuggestion } from "#lib/server/comments/suggestions.ts";
import { db } from "#lib/server/db.ts";
import { createDocument } from "#lib/server/documents.ts";
import { createTerm } from "#lib/server/glossary/change.ts";
import { cutDocument } from "#lib/server/import-cut.ts";
import { NewDocument } from "#lib/server/import-input.ts";
import { importOperation } from "#lib/server/import-operation.ts";
import { newId } from "#lib/server/new-id.ts";
import type { RouteId } from "#lib/server/routes.ts";
import { storeUpload } from "#lib/server/uploads.ts";
import type { Person } from "./caller.ts";

/** What a call can be about: a project with a document, and another member beside the one who calls. */
export interface Place {
	readonly projectId: string;
	readonly documentId: string;
	readonly passageId: string;
	readonly segment: { readonly id: string; readonly version: number };
	readonly other: Person;
	/** Long work that the caller asked for, and some that `other` did. */
	readonly jobId: string;
	readonly otherJobId: string;
	/** A file that no document was made from. */
	readonly uploadId: string;
	/** An entry of the project's glossary. */
	readonly termId: string;
	/** A comment by `other`, and a suggestion. */
	readonly threadId: string;
	readonly suggestionId: string;
	/** Token of an open invitation to `invited`. */
	readonly invitation: string;
	readonly invited: string;
}

export interface Sample {
	readonly params?: Readonly<Record<string, string>>;
	readonly query?: Readonly<Record<string, string>>;
	readonly body?: unknown;
	/** Instead of `body`: a file as it is. */
	readonly raw?: string;
	readonly headers?: Readonly<Record<string, string>>;
	/** Further statuses of whoever may call: the sample meets a state in which the service refuses it. */
	readonly also?: readonly number[];
	/** What a member without the permission gets, where there is nothing of theirs that could be forbidden. */
	readonly forbidden?: number;
	/** Done to the place before the call. */
	readonly prepare?: () => Promise<unknown>;
}

const article = NewDocument.parse({
	title: "A short notice",
	sourceLanguage: "zh-Hans",
	targetLanguage: "en",
	source: { text: "图书馆周一闭馆。\n\n请在周二还书。" },
	target: { text: "The library is closed on Monday.\n\nPlease return books on Tuesday." },
	paragraphs: "blank-line",
	origin: { kind: "machine", engine: "Test engine" },
	aligner: "one-to-one",
});

const wharf = {
	simplified: "码头",
	traditional: "",
	domain: "harbour",
	note: "",
	renderings: [
		{
			text: "wharf",
			status: "preferred" as const,
			note: "",
			authority: "Harbour Office",
			alwaysWrong: false,
		},
	],
};

/** A project with one document, owned by `other`; `caller` is a member with `role`, or none. */
export async function makePlace(caller: Person, role: Role | null, other: Person): Promise<Place> {
	const projectId = newId();
	const invited = `invited-${newId().toLowerCase()}@example.org`;
	const invitation = newId();
	await db().project.create({
		data: {
			id: projectId,
			name: "Notices",
			demo: true,
			memberships: {
				create: [
					{ userId: other.id, role: "owner" },
					...(role === null ? [] : [{ userId: caller.id, role }]),
				],
			},
		},
	});
	await db().signInLink.create({
		data: {
			tokenHash: createHash("sha256").update(invitation).digest("base64url"),
			purpose: "invitation",
			email: invited,
			projectId,
			role: "reader",
			expiresAt: new Date(Date.now() + 60_000),
		},
	});
	const owner = { userId: other.id, name: other.name, administrator: false };
	const documentId = await createDocument(
		owner,
		projectId,
		importOperation(article, await cutDocument(article)),
	);
	const segment = await db().segment.findFirstOrThrow({
		where: { documentId, side: "target", passageId: { not: null } },
		orderBy: { rank: "asc" },
		select: { id: true, version: true, passageId: true },
	});
	const [jobId, otherJobId] = [newId(), newId()];
	const running = { kind: "import", projectId, state: "running", input: {} };
	await db().job.createMany({
		data: [
			{ id: jobId, actorId: caller.id, ...running },
			{ id: otherJobId, actorId: other.id, ...running },
		],
	});
	const bytes = streamOf("The library is closed on Monday.");
	const { id: uploadId } = await storeUpload(
		owner,
		projectId,
		{ name: "notice.txt" },
		{ bytes, announced: null },
	);
	const { term } = await createTerm(owner, projectId, { ...wharf, simplified: "图书馆" });
	const { threadId, suggestionId } = await comment(owner, documentId, segment);
	return {
		termId: term.id,
		threadId,
		suggestionId,
		uploadId,
		jobId,
		otherJobId,
		projectId,
		documentId,
		passageId: segment.passageId ?? "",
		segment,
		other,
		invitation,
		invited,
	};
}

async function comment(
	owner: { userId: string; name: string; administrator: boolean },
	documentId: string,
	segment: { id: string; version: number; passageId: string | null },
): Promise<{ threadId: string; suggestionId: string }> {
	const passage = segment.passageId ?? "";
	const said = await postComment(owner, documentId, {
		key: newId(),
		on: { passage, side: "target", segment: segment.id, span: null },
		text: "Is it closed?",
	});
	const suggested = await postSuggestion(owner, documentId, {
		key: newId(),
		passage,
		segment: segment.id,
		version: segment.version,
		base: "The library is closed on Monday.",
		text: "The library is shut on Monday.",
	});
	return { threadId: said.threads[0]?.id ?? "", suggestionId: suggested.threads[0]?.id ?? "" };
}

async function* streamOf(text: string) {
	yield new TextEncoder().encode(text);
}

const project = ({ projectId }: Place) => ({ params: { projectId } });
const document = ({ documentId }: Place) => ({ params: { documentId } });
const account = ({ other }: Place) => ({ params: { userId: other.id } });
const job = ({ jobId }: Place) => ({ params: { jobId } });
const upload = ({ projectId, uploadId }: Place) => ({ params: { projectId, uploadId } });
const thread = ({ documentId, threadId }: Place) => ({ params: { documentId, threadId } });
const term = ({ projectId, termId }: Place) => ({ params: { projectId, termId } });
const nothing = () => ({});
const ownWork = (place: Place) => ({
	...document(place),
	body: { key: newId() },
	also: [422],
	forbidden: 422,
});

/** One call of every route that would succeed for whoever may make it. A route without a line does not compile. */
export const samples: Record<RouteId, (place: Place) => Sample> = {
	"GET /openapi.json": nothing,
	"GET /health": nothing,
	"GET /session": nothing,
	"DELETE /session": nothing,
	"POST /invitations": ({ invitation }) => ({ body: { token: invitation }, also: [422] }),
	"GET /accounts": nothing,
	"POST /accounts": () => ({ body: { email: `new-${newId().toLowerCase()}@example.org` } }),
	"PATCH /accounts/me": () => ({ body: { name: "New name" } }),
	"GET /accounts/me/preferences": nothing,
	"PATCH /accounts/me/preferences": () => ({ body: { density: "compact" } }),
	"PUT /accounts/me/password": () => ({ body: { password: "a sentence that is long" }, also: [400] }),
	"DELETE /accounts/me/sessions": nothing,
	"PATCH /accounts/:userId": (place) => ({ ...account(place), body: { disabled: false } }),
	"DELETE /accounts/:userId/sessions": account,
	"POST /accounts/:userId/link": account,
	"GET /projects": nothing,
	"POST /projects": () => ({ body: { name: "Another", starterTerms: true } }),
	"GET /projects/:projectId": project,
	"PATCH /projects/:projectId": (place) => ({ ...project(place), body: { name: "Renamed" } }),
	"DELETE /projects/:projectId": project,
	"GET /projects/:projectId/words": project,
	"POST /projects/:projectId/words": (place) => ({ ...project(place), body: { word: "baijiu" } }),
	"DELETE /projects/:projectId/words": (place) => ({ ...project(place), body: { word: "baijiu" } }),
	"GET /dictionary": () => ({ query: { text: "图书馆" } }),
	"GET /projects/:projectId/members": project,
	"POST /projects/:projectId/members": (place) => ({
		...project(place),
		body: { email: "guest@example.org", role: "reader" },
	}),
	"DELETE /projects/:projectId/invitations": (place) => ({
		...project(place),
		body: { email: place.invited },
	}),
	"PATCH /projects/:projectId/members/:userId": ({ projectId, other }) => ({
		params: { projectId, userId: other.id },
		body: { role: "owner" },
	}),
	"DELETE /projects/:projectId/members/:userId": ({ projectId, other }) => ({
		params: { projectId, userId: other.id },
	}),
	"GET /projects/:projectId/documents": project,
	"POST /projects/:projectId/documents": (place) => ({ ...project(place), body: article }),
	"POST /projects/:projectId/preview": (place) => ({ ...project(place), body: article }),
	"POST /projects/:projectId/reset-demo": project,
	"GET /jobs/:jobId": job,
	"DELETE /jobs/:jobId": job,
	"GET /documents/:documentId": document,
	"DELETE /documents/:documentId": document,
	"POST /documents/:documentId/undelete": (place) => ({
		...document(place),
		prepare: () =>
			db().document.updateMany({ where: { id: place.documentId }, data: { deletedAt: new Date() } }),
	}),
	"GET /documents/:documentId/timeline": (place) => ({
		...document(place),
		query: { kind: "document", passage: place.passageId, since: "2020-01-01T00:00:00Z", before: "9" },
	}),
	"GET /projects/:projectId/timeline": (place) => ({
		...project(place),
		query: { person: place.other.id, limit: "10" },
	}),
	"GET /documents/:documentId/log": document,
	"GET /documents/:documentId/passages": (place) => ({ ...document(place), query: { limit: "10" } }),
	"GET /documents/:documentId/outline": document,
	"GET /documents/:documentId/readiness": document,
	"GET /documents/:documentId/revisions": document,
	"GET /live": ({ documentId }) => ({ query: { documents: documentId } }),
	"PUT /documents/:documentId/presence": (place) => ({
		...document(place),
		body: { page: newId(), passage: place.passageId, index: 0, typing: false },
	}),
	"GET /documents/:documentId/versions": document,
	"GET /documents/:documentId/visit": document,
	"PUT /documents/:documentId/visit": (place) => ({ ...document(place), body: { number: 1 } }),
	"GET /documents/:documentId/segments/:segmentId/history": ({ documentId, segment }) => ({
		params: { documentId, segmentId: segment.id },
	}),
	"GET /documents/:documentId/segments/:segmentId/blame": ({ documentId, segment }) => ({
		params: { documentId, segmentId: segment.id },
	}),
	"GET /documents/:documentId/blame": (place) => ({
		...document(place),
		query: { passages: place.passageId },
	}),
	"GET /documents/:documentId/blame/shares": document,
	"POST /documents/:documentId/operations": (place) => ({
		...document(place),
		body: {
			key: newId(),
			operation: {
				type: "edit",
				segment: place.segment.id,
				version: place.segment.version,
				text: "The library stays closed on Monday.",
			},
		},
	}),
	"POST /documents/:documentId/undo": ownWork,
	"POST /documents/:documentId/redo": ownWork,
	"POST /documents/:documentId/attach": (place) => ({
		...document(place),
		body: {
			key: newId(),
			side: "source",
			given: { text: "图书馆周一闭馆。" },
			paragraphs: "blank-line",
			aligner: "one-to-one",
			preview: true,
		},
		also: [422],
	}),
	"POST /documents/:documentId/update": (place) => ({
		...document(place),
		body: {
			key: newId(),
			side: "target",
			given: { text: "The library is closed on Mondays.\n\nPlease return books on Tuesday." },
			paragraphs: "blank-line",
			aligner: "one-to-one",
			preview: true,
		},
	}),
	"POST /documents/:documentId/realign": (place) => ({
		...document(place),
		body: { key: newId(), aligner: "one-to-one", preview: true },
	}),
	"POST /documents/:documentId/restore": (place) => ({
		...document(place),
		body: { key: newId(), to: 1, preview: true },
	}),
	"POST /documents/:documentId/revisions/:number/revert": ({ documentId }) => ({
		params: { documentId, number: "1" },
		body: { key: newId() },
		also: [422],
	}),
	"POST /documents/:documentId/convert-script": (place) => ({
		...document(place),
		body: { key: newId(), side: "source", to: "zh-Hant", preview: true },
	}),
	"GET /documents/:documentId/bridge": document,
	"POST /documents/:documentId/bridge": (place) => ({
		...document(place),
		body: { key: newId(), text: "1. The library stays closed.", preview: true },
	}),
	"GET /documents/:documentId/findings": (place) => ({
		...document(place),
		query: { check: "script-slip", severity: "minor", state: "open", from: "0" },
	}),
	"GET /documents/:documentId/risks": document,
	"GET /projects/:projectId/findings": (place) => ({ ...project(place), query: { state: "any" } }),
	"POST /projects/:projectId/dismissals": ({ projectId, documentId }) => ({
		params: { projectId },
		body: {
			key: newId(),
			which: { kind: "check", documentId, check: "script-slip" },
			reason: "intended",
			note: "A sign in the picture.",
		},
		also: [422],
	}),
	"POST /projects/:projectId/dismissals/taken-back": (place) => ({
		...project(place),
		body: { batch: newId() },
	}),
	"POST /projects/:projectId/fixes": ({ projectId, documentId }) => ({
		params: { projectId },
		body: { check: "script-slip", documentId, preview: true },
	}),
	"GET /projects/:projectId/checking": project,
	"PUT /projects/:projectId/checking": (place) => ({
		...project(place),
		body: { off: [{ check: "script-slip", key: "wrong-character" }] },
	}),
	"GET /documents/:documentId/filter": (place) => ({
		...document(place),
		query: { text: "圖書館", finding: "any" },
	}),
	"GET /documents/:documentId/search": (place) => ({ ...document(place), query: { text: "圖書館" } }),
	"GET /documents/:documentId/hits": (place) => ({
		...document(place),
		query: { text: "图书.", regex: "1", case: "1", word: "1", side: "source", from: "0" },
	}),
	"GET /documents/:documentId/passages/:passageId/elsewhere": ({ documentId, passageId }) => ({
		params: { documentId, passageId },
	}),
	"GET /projects/:projectId/concordance": (place) => ({ ...project(place), query: { text: "圖書館" } }),
	"POST /documents/:documentId/replace": (place) => ({
		...document(place),
		body: {
			key: newId(),
			side: "target",
			edits: [[place.segment.id, place.segment.version, "The library is shut on Monday."]],
		},
	}),
	"GET /documents/:documentId/passages/:passageId/stale": ({ documentId, passageId }) => ({
		params: { documentId, passageId },
	}),
	"GET /documents/:documentId/compare": (place) => ({
		...document(place),
		query: { from: "draft", to: "now" },
	}),
	"GET /documents/:documentId/export/:format": ({ documentId }) => ({
		params: { documentId, format: "txt" },
	}),
	"POST /projects/:projectId/uploads": (place) => ({
		...project(place),
		query: { name: "通知 (final).txt" },
		raw: "图书馆周一闭馆。",
		headers: { "content-type": "application/octet-stream" },
	}),
	"POST /documents/:documentId/returned": (place) => ({
		...document(place),
		query: { name: "通知 (edited).docx" },
		raw: "图书馆周一闭馆。",
		headers: { "content-type": "application/octet-stream" },
	}),
	// What was uploaded there is no Word file.
	"POST /documents/:documentId/bring-back": (place) => ({
		...document(place),
		body: { key: newId(), upload: place.uploadId, preview: true },
		also: [422],
	}),
	"GET /projects/:projectId/uploads/:uploadId": upload,
	"DELETE /projects/:projectId/uploads/:uploadId": upload,
	"POST /projects/:projectId/read": (place) => ({ ...project(place), body: { upload: place.uploadId } }),
	"GET /documents/:documentId/originals": document,
	"GET /documents/:documentId/comments": document,
	"POST /documents/:documentId/comments": (place) => ({
		...document(place),
		body: {
			key: newId(),
			on: { passage: place.passageId, side: "target", segment: place.segment.id, span: null },
			text: "On every Monday?",
		},
	}),
	"GET /documents/:documentId/comments/:threadId": thread,
	"POST /documents/:documentId/comments/:threadId/entries": (place) => ({
		...thread(place),
		body: { key: newId(), kind: "comment", text: "It is." },
	}),
	"POST /documents/:documentId/comments/:threadId/seen": thread,
	"GET /documents/:documentId/passages/:passageId/comments": ({ documentId, passageId }) => ({
		params: { documentId, passageId },
	}),
	"POST /documents/:documentId/suggestions": (place) => ({
		...document(place),
		body: {
			key: newId(),
			passage: place.passageId,
			segment: place.segment.id,
			version: place.segment.version,
			base: "The library is closed on Monday.",
			text: "The library closes on Monday.",
		},
	}),
	"POST /documents/:documentId/suggestions/:threadId": ({ documentId, suggestionId }) => ({
		params: { documentId, threadId: suggestionId },
		body: { key: newId(), accept: true },
	}),
	"GET /documents/:documentId/measures": (place) => ({
		...document(place),
		query: { drafts: "machine", passages: "confirmed", zone: "Asia/Shanghai" },
	}),
	"POST /documents/:documentId/measures": (place) => ({ ...document(place), body: {} }),
	"GET /documents/:documentId/measures/passages": (place) => ({
		...document(place),
		query: { order: "rate", offset: "0" },
	}),
	"GET /documents/:documentId/measures/tables/:table": ({ documentId }) => ({
		params: { documentId, table: "passages" },
	}),
	"GET /projects/:projectId/measures": project,
	"POST /projects/:projectId/measures": (place) => ({ ...project(place), body: { passages: "all" } }),
	"GET /projects/:projectId/measures/tables/:table": ({ projectId }) => ({
		params: { projectId, table: "documents" },
	}),
	"GET /me/mentions": nothing,
	"GET /projects/:projectId/glossary": (place) => ({
		...project(place),
		query: {
			text: "圖書館",
			domain: "places",
			status: "preferred",
			origin: "person",
			offset: "0",
			limit: "10",
		},
	}),
	"POST /projects/:projectId/glossary/starter": project,
	"POST /projects/:projectId/glossary/import": (place) => ({
		...project(place),
		query: { name: "terms.csv" },
		raw: "Simplified,Preferred\n码头,wharf\n",
		headers: { "content-type": "application/octet-stream" },
	}),
	"GET /projects/:projectId/glossary/export/:format": ({ projectId }) => ({
		params: { projectId, format: "tbx" },
	}),
	"POST /projects/:projectId/glossary/candidates": (place) => ({ ...project(place), body: {} }),
	"POST /projects/:projectId/glossary/dismissed": (place) => ({
		...project(place),
		body: { source: "还书" },
	}),
	"DELETE /projects/:projectId/glossary/dismissed": (place) => ({
		...project(place),
		body: { source: "还书" },
	}),
	"GET /projects/:projectId/terms": project,
	"POST /projects/:projectId/terms": (place) => ({ ...project(place), body: wharf }),
	"GET /projects/:projectId/terms/:termId": term,
	"PUT /projects/:projectId/terms/:termId": (place) => ({ ...term(place), body: { ...wharf, version: 1 } }),
	"GET /projects/:projectId/terms/:termId/touched": (place) => ({
		...term(place),
		query: { old: "book house" },
	}),
	"POST /projects/:projectId/reword": (place) => ({
		...project(place),
		body: {
			key: newId(),
			suggest: true,
			documents: [
				{
					id: place.documentId,
					texts: [
						{
							passage: place.passageId,
							segment: place.segment.id,
							version: place.segment.version,
							before: "The library is closed on Monday.",
							after: "The library closes on Monday.",
						},
					],
				},
			],
		},
	}),
	"DELETE /projects/:projectId/terms/:termId": (place) => ({ ...term(place), body: { version: 1 } }),
};
