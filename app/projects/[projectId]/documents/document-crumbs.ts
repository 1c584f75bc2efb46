import type { Crumb } from "#app/_ui/page-header.tsx";

/** What the pages beside the workbench need to say which document they are about. */
export interface DocumentOnScreen {
	readonly id: string;
	readonly projectId: string;
	readonly projectName: string;
	readonly title: string;
}

export function documentAddress(document: DocumentOnScreen): string {
	return `/projects/${document.projectId}/documents/${document.id}`;
}

/** `projects`: what the list of all projects is called. */
export function documentCrumbs(document: DocumentOnScreen, projects: string): Crumb[] {
	return [
		{ href: "/", label: projects },
		{ href: `/projects/${document.projectId}`, label: document.projectName },
		{ href: documentAddress(document), label: document.title },
	];
}
