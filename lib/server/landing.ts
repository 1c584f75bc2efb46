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
	return document === null ? "/" : `/projects/${document.projectId}/documents/${document.id}`;
}
