/** A project as its screens know it: GET /projects/:projectId. */
export interface ProjectOnScreen {
	readonly id: string;
	readonly name: string;
	readonly demo: boolean;
	readonly role: string;
	readonly permissions: readonly string[];
	readonly documents: number;
}

export function may(project: Pick<ProjectOnScreen, "permissions">, permission: string): boolean {
	return project.permissions.includes(permission);
}
