import { z } from "zod";
import { type Actor, isRole, permissionsOf, requireProject } from "./access.ts";
import { db } from "./db.ts";
import { beginAnew } from "./glossary/starter.ts";
import { newId } from "./new-id.ts";
import { PlainLine } from "./plain-text.ts";

const name = PlainLine(200);
export const ProjectName = z.strictObject({ name });
export type ProjectName = z.infer<typeof ProjectName>;

export const NewProject = z.strictObject({
	name,
	/** Its glossary begins with the official terms; else it is empty. */
	starterTerms: z.boolean().optional(),
});
export type NewProject = z.infer<typeof NewProject>;

/** The actor's projects, with their role and the number of documents in each. */
export async function listProjects(actor: Actor) {
	const projects = await db().project.findMany({
		where: { deletedAt: null, memberships: { some: { userId: actor.userId } } },
		orderBy: [{ createdAt: "asc" }, { id: "asc" }],
		select: {
			id: true,
			name: true,
			demo: true,
			memberships: { where: { userId: actor.userId }, select: { role: true } },
			_count: { select: { documents: { where: { deletedAt: null } } } },
		},
	});
	return {
		projects: projects.flatMap(({ memberships, _count, ...project }) => {
			const role = memberships[0]?.role;
			return role !== undefined && isRole(role) ? [{ ...project, role, documents: _count.documents }] : [];
		}),
	};
}

/** A new project whose one member, as its owner, is the actor. */
export async function createProject(actor: Actor, input: NewProject): Promise<{ id: string }> {
	const id = newId();
	await db().project.create({
		data: { id, name: input.name, memberships: { create: { userId: actor.userId, role: "owner" } } },
	});
	if (input.starterTerms) await beginAnew(id, actor.userId);
	return { id };
}

export async function readProject(actor: Actor, projectId: string) {
	const { name, demo, role } = await requireProject(actor, projectId, "project.read");
	const documents = await db().document.count({ where: { projectId, deletedAt: null } });
	return { id: projectId, name, demo, role, permissions: permissionsOf(role), documents };
}

export async function renameProject(actor: Actor, projectId: string, input: ProjectName): Promise<void> {
	await requireProject(actor, projectId, "project.manage");
	await db().project.update({ where: { id: projectId }, data: { name: input.name } });
}

/** Hides a project and all in it; nothing is removed. */
export async function deleteProject(actor: Actor, projectId: string): Promise<void> {
	await requireProject(actor, projectId, "project.manage");
	await db().project.update({ where: { id: projectId }, data: { deletedAt: new Date() } });
}
