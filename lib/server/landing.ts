import { db } from "./db.ts";

/** Where signing in leads when no page was asked for: into the demo project's first document, else home. */
export async function landingPath(userId: string): Promise<string> {
	const document = await db().document.findFirst({
		where: {
			deletedAt: null,
			project: { demo: true, deletedAt: null, memberships: { some: { userId } } },
		},
		orderBy: [{ createdAt: "asc" }, { id: "asc" }],
		select: { id: true, projectId: true },
	});
	if (document === null) return "/";
	// The first passage that nobody has touched: there is something to do at once.
	const passage = await db().passage.findFirst({
		where: { documentId: document.id, state: "draft" },
		orderBy: { rank: "asc" },
		select: { id: true },
	});
	const path = `/projects/${document.projectId}/documents/${document.id}`;
	return passage === null ? path : `${path}?passage=${passage.id}`;
}
