import { db, type Tx } from "./db.ts";
import { AppError } from "./errors.ts";

/** Who does something. The first argument of every service. */
export interface Actor {
	readonly userId: string;
	readonly name: string;
	readonly administrator: boolean;
}

export const roles = ["owner", "lead", "reviewer", "reader"] as const;
export type Role = (typeof roles)[number];

/** Which roles of a project may do what. The one table. */
export const permissions = {
	"project.read": ["owner", "lead", "reviewer", "reader"],
	"project.manage": ["owner"],
	"members.read": ["owner", "lead", "reviewer", "reader"],
	"members.manage": ["owner"],
	"document.read": ["owner", "lead", "reviewer", "reader"],
	"document.import": ["owner", "lead"],
	"document.delete": ["owner", "lead"],
	"document.describe": ["owner", "lead"],
	"document.export": ["owner", "lead", "reviewer", "reader"],
	"rendering.edit": ["owner", "lead", "reviewer"],
	align: ["owner", "lead", "reviewer"],
	review: ["owner", "lead", "reviewer"],
	approve: ["owner", "lead"],
	"source.edit": ["owner", "lead"],
	"file.return": ["owner", "lead", "reviewer"],
	comment: ["owner", "lead", "reviewer", "reader"],
	suggest: ["owner", "lead", "reviewer", "reader"],
	"suggestion.decide": ["owner", "lead", "reviewer"],
	"glossary.edit": ["owner", "lead", "reviewer"],
	"finding.dismiss": ["owner", "lead", "reviewer"],
	/** Which checks a project does without, and how it writes. */
	"checks.manage": ["owner", "lead"],
	/** What others did and how long it took them; one's own is shown to everybody who may read. */
	"measures.people": ["owner", "lead"],
} as const satisfies Record<string, readonly Role[]>;

export type Permission = keyof typeof permissions;

export function isRole(value: string): value is Role {
	return roles.some((role) => role === value);
}

export function can(role: Role, permission: Permission): boolean {
	return permissions[permission].some((allowed) => allowed === role);
}

/** Everything a role may do, for screens that offer only what will work. */
export function permissionsOf(role: Role): Permission[] {
	return Object.keys(permissions)
		.filter((name): name is Permission => Object.hasOwn(permissions, name))
		.filter((permission) => can(role, permission));
}

export interface ProjectAccess {
	readonly projectId: string;
	readonly name: string;
	readonly demo: boolean;
	readonly role: Role;
}

export interface DocumentAccess {
	readonly documentId: string;
	readonly projectId: string;
	readonly role: Role;
}

/**
 * The actor's place in a project that is there. Throws `not-found` to anybody who is not a member, as
 * if the project did not exist, and `forbidden` to a member whose role does not reach.
 */
export async function requireProject(
	actor: Actor,
	projectId: string,
	permission: Permission,
	tx: Tx = db(),
): Promise<ProjectAccess> {
	const [found] = await tx.$queryRaw<{ name: string; demo: boolean; role: string }[]>`
		SELECT p."name", p."demo", m."role"
		FROM "Project" p JOIN "Membership" m ON m."projectId" = p."id"
		WHERE p."id" = ${projectId} AND p."deletedAt" IS NULL AND m."userId" = ${actor.userId}`;
	if (found === undefined) throw new AppError("not-found", "notFound");
	return { projectId, name: found.name, demo: found.demo, role: allowedRole(found.role, permission) };
}

/**
 * The same for a document. A deleted one counts as absent; with `deleted: true`, for taking a deletion
 * back, only a deleted one is there.
 */
export async function requireDocument(
	actor: Actor,
	documentId: string,
	permission: Permission,
	{ tx = db(), deleted = false }: { tx?: Tx; deleted?: boolean } = {},
): Promise<DocumentAccess> {
	const [found] = await tx.$queryRaw<{ projectId: string; role: string }[]>`
		SELECT d."projectId", m."role"
		FROM "Document" d
		JOIN "Project" p ON p."id" = d."projectId"
		JOIN "Membership" m ON m."projectId" = p."id"
		WHERE d."id" = ${documentId} AND (d."deletedAt" IS NOT NULL) = ${deleted}
			AND p."deletedAt" IS NULL AND m."userId" = ${actor.userId}`;
	if (found === undefined) throw new AppError("not-found", "notFound");
	return { documentId, projectId: found.projectId, role: allowedRole(found.role, permission) };
}

function allowedRole(role: string, permission: Permission): Role {
	if (!isRole(role) || !can(role, permission)) throw new AppError("forbidden", "forbidden");
	return role;
}

/** Throws `forbidden` unless the actor looks after the installation's accounts. */
export function requireAdministrator(actor: Actor): void {
	if (!actor.administrator) throw new AppError("forbidden", "forbidden");
}
