/** GET /documents/:documentId/timeline and GET /projects/:projectId/timeline. */
export interface TimelineEntry {
	readonly documentId: string;
	readonly title?: string;
	readonly number: number;
	readonly at: string;
	readonly actor: { readonly id: string; readonly name: string };
	readonly type: string;
	readonly undoes: number | null;
	readonly undone: string | null;
	readonly place: { readonly passage: string; readonly index: number; readonly text: string } | null;
	readonly places: number;
	readonly segment: string | null;
	readonly language: string;
	readonly before: string | null;
	readonly after: string | null;
	readonly label: string | null;
}

export interface TimelinePage {
	readonly entries: readonly TimelineEntry[];
	readonly next: string | null;
	readonly people?: readonly { readonly id: string; readonly name: string }[];
	readonly brought?: {
		readonly by: { readonly name: string };
		readonly at: string;
		readonly until: number;
	} | null;
}
