import { db } from "./db.ts";

/**
 * Where signing in leads when no page was asked for: to the first passage that nobody has touched of the
 * demo article that heads the list; without a demo, home.
 */
export async function landingPath(userId: string): Promise<string> {
	const document = await db().document.findFirst({
		where: {
			deletedAt: null,
			project: { demo: true, deletedAt: null, memberships: { some: { userId } } },
		},
		orderBy: [{ updatedAt: "desc" }, { id: "asc" }],
		select: { id: true, projectId: true },
	});
	if (document === null) return "/";
	const passage = await db().passage.findFirst({
		where: { documentId: document.id, state: "draft" },
		orderBy: { rank: "asc" },
		select: { id: true },
	});
	const path = `/projects/${document.projectId}/documents/${document.id}`;
	return passage === null ? path : `${path}?passage=${passage.id}`;
}
