/** What is kept on this device until the server has it: wording being typed, and requests not yet answered. */
import type { Change } from "./transport.ts";

/** The wording of one segment as it was last typed. */
export interface KeptDraft {
	readonly segment: string;
	readonly passage: string;
	/** The version that the typing started from, and its text; 0 and "" for a new segment. */
	readonly version: number;
	readonly base: string;
	readonly text: string;
	readonly at: number;
	/** True while the segment exists only in this browser. */
	readonly isNew: boolean;
	/** It is a suggestion, not the segment's text. */
	readonly suggested?: true;
}

/** A request on its way. Its key never changes once it was sent, so that it has one effect. */
export interface KeptRequest {
	readonly key: string;
	/** Place in the queue: requests are sent in this order. */
	readonly turn: number;
	readonly change: Change;
	readonly passage: string | null;
	/**
	 * The negative number that stands for the revision this request will make: later requests may name
	 * it as a version, and it is replaced by the real number when the answer comes.
	 */
	readonly stand: number;
	/** For an edit, the text it was made from: what a merge with somebody else's edit starts with. */
	readonly before: string | null;
	/** Whether it may have reached the server. */
	readonly tried: boolean;
}

export interface Keep {
	saveDraft(draft: KeptDraft): Promise<void>;
	dropDraft(segment: string): Promise<void>;
	saveRequests(changed: readonly KeptRequest[], dropped: readonly string[]): Promise<void>;
	/** What earlier pages of this person left behind for this document; it belongs to this page from now on. */
	adopt(): Promise<{
		drafts: readonly KeptDraft[];
		requests: readonly KeptRequest[];
	}>;
}

/** For browsers without a database, and for tests. */
export function memoryKeep(
	drafts: readonly KeptDraft[] = [],
	requests: readonly KeptRequest[] = [],
): Keep & {
	readonly drafts: Map<string, KeptDraft>;
	readonly requests: Map<string, KeptRequest>;
} {
	const keptDrafts = new Map(drafts.map((draft) => [draft.segment, draft]));
	const keptRequests = new Map(requests.map((request) => [request.key, request]));
	return {
		drafts: keptDrafts,
		requests: keptRequests,
		async saveDraft(draft) {
			keptDrafts.set(draft.segment, draft);
		},
		async dropDraft(segment) {
			keptDrafts.delete(segment);
		},
		async saveRequests(changed, dropped) {
			for (const key of dropped) keptRequests.delete(key);
			for (const request of changed) keptRequests.set(request.key, request);
		},
		async adopt() {
			return {
				drafts: [...keptDrafts.values()],
				requests: [...keptRequests.values()].sort((a, b) => a.turn - b.turn),
			};
		},
	};
}
