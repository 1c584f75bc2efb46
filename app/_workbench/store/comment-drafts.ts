import type { CommentTarget } from "./comment-state.ts";

/** A comment being written, kept on this device at every key until the server has it. */
export interface CommentDraft {
	readonly text: string;
	/** Of the request: sending it again has one effect. */
	readonly key: string;
	/** Of a new thread. */
	readonly target?: CommentTarget;
}

/** Which text it is: `new`, the thread that is answered, or `edit NUMBER`. */
export type DraftName = string;

/** Drafts of one person for one document. Without storage they live as long as the page. */
export class CommentDrafts {
	#place: string;
	#drafts: Map<DraftName, CommentDraft>;

	constructor(userId: string, documentId: string) {
		this.#place = `duizhao.comments.${userId}.${documentId}`;
		this.#drafts = this.#read();
	}

	get(name: DraftName): CommentDraft | undefined {
		return this.#drafts.get(name);
	}

	set(name: DraftName, draft: CommentDraft | null): void {
		if (draft === null) this.#drafts.delete(name);
		else this.#drafts.set(name, draft);
		try {
			if (this.#drafts.size === 0) localStorage.removeItem(this.#place);
			else localStorage.setItem(this.#place, JSON.stringify([...this.#drafts]));
		} catch {
			// A browser that stores nothing, or no more: the text is still in its box.
		}
	}

	#read(): Map<DraftName, CommentDraft> {
		try {
			return new Map(JSON.parse(localStorage.getItem(this.#place) ?? "[]") as [DraftName, CommentDraft][]);
		} catch {
			return new Map();
		}
	}
}
