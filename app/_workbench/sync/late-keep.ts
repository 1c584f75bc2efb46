import type { Keep } from "./kept.ts";

/** A keep that may be used before its database is open: what is asked of it waits in order. */
export function lateKeep(): { keep: Keep; open: (keep: Keep) => void } {
	let open: (keep: Keep) => void = () => undefined;
	const ready = new Promise<Keep>((resolve) => {
		open = resolve;
	});
	return {
		open: (keep) => open(keep),
		keep: {
			saveDraft: async (draft) => (await ready).saveDraft(draft),
			dropDraft: async (segment) => (await ready).dropDraft(segment),
			saveRequests: async (changed, dropped) => (await ready).saveRequests(changed, dropped),
			adopt: async () => (await ready).adopt(),
		},
	};
}
