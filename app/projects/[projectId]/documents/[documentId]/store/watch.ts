import type { WireRevision } from "./wire.ts";

export interface RevisionsAnswer {
	readonly headNumber: number;
	readonly revisions: readonly WireRevision[];
}

export interface WatchOptions {
	readonly read: (since: number) => Promise<RevisionsAnswer>;
	readonly since: () => number;
	/** Own requests are on their way: their revisions could not be told from others' yet. */
	readonly isBusy: () => boolean;
	readonly isVisible: () => boolean;
	readonly found: (answer: RevisionsAnswer) => void;
	/** What came of asking: the answer arrived, or why it did not. */
	readonly state: (error: unknown) => void;
}

/** How often the log is asked for what others did. */
export const watchEvery = 4_000;

/** Asks for others' revisions every few seconds while the page is seen. Answers how to stop, and how to ask at once. */
export function watch(options: WatchOptions): { stop: () => void; now: () => void } {
	let timer: ReturnType<typeof setTimeout> | null = null;
	let asking = false;
	let stopped = false;
	const later = () => {
		if (timer) clearTimeout(timer);
		if (!stopped) timer = setTimeout(() => void ask(), watchEvery);
	};
	async function ask(): Promise<void> {
		if (!asking && options.isVisible() && !options.isBusy()) {
			asking = true;
			const answer = await options.read(options.since()).catch((error: unknown) => {
				options.state(error);
				return null;
			});
			if (answer) options.state(null);
			asking = false;
			if (answer && !stopped && !options.isBusy() && answer.revisions.length > 0) options.found(answer);
		}
		later();
	}
	later();
	return {
		stop: () => {
			stopped = true;
			if (timer) clearTimeout(timer);
		},
		now: () => void ask(),
	};
}
