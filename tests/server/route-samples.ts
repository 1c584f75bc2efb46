import { createHash } from "node:crypto";
import type { Role } from "#lib/server/access.ts";
import { db } from "#lib/server/db.ts";
import { createDocument } from "#lib/server/documents.ts";
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
	return {
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

async function* streamOf(text: string) {
	yield new TextEncoder().encode(text);
}

const project = ({ projectId }: Place) => ({ params: { projectId } });
const document = ({ documentId }: Place) => ({ params: { documentId } });
const account = ({ other }: Place) => ({ params: { userId: other.id } });
const job = ({ jobId }: Place) => ({ params: { jobId } });
const upload = ({ projectId, uploadId }: Place) => ({ params: { projectId, uploadId } });
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
	"PUT /accounts/me/password": () => ({ body: { password: "a sentence that is long" }, also: [400] }),
	"DELETE /accounts/me/sessions": nothing,
	"PATCH /accounts/:userId": (place) => ({ ...account(place), body: { disabled: false } }),
	"DELETE /accounts/:userId/sessions": account,
	"POST /accounts/:userId/link": account,
	"GET /projects": nothing,
	"POST /projects": () => ({ body: { name: "Another" } }),
	"GET /projects/:projectId": project,
	"PATCH /projects/:projectId": (place) => ({ ...project(place), body: { name: "Renamed" } }),
	"DELETE /projects/:projectId": project,
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
	"GET /documents/:documentId/passages": (place) => ({ ...document(place), query: { limit: "10" } }),
	"GET /documents/:documentId/outline": document,
	"GET /documents/:documentId/readiness": document,
	"GET /documents/:documentId/revisions": document,
	"GET /documents/:documentId/segments/:segmentId/history": ({ documentId, segment }) => ({
		params: { documentId, segmentId: segment.id },
	}),
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
	"POST /documents/:documentId/convert-script": (place) => ({
		...document(place),
		body: { key: newId(), side: "source", to: "zh-Hant", preview: true },
	}),
	"GET /documents/:documentId/bridge": document,
	"POST /documents/:documentId/bridge": (place) => ({
		...document(place),
		body: { key: newId(), text: "1. The library stays closed.", preview: true },
	}),
	"GET /documents/:documentId/findings": document,
	"GET /documents/:documentId/search": (place) => ({ ...document(place), query: { text: "圖書館" } }),
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
	"GET /projects/:projectId/uploads/:uploadId": upload,
	"DELETE /projects/:projectId/uploads/:uploadId": upload,
	"POST /projects/:projectId/read": (place) => ({ ...project(place), body: { upload: place.uploadId } }),
	"GET /documents/:documentId/originals": document,
};
