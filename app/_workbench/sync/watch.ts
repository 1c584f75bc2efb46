import type { News } from "./live-stream.ts";
import type { WireRevision } from "./wire.ts";

export interface RevisionsAnswer {
	readonly headNumber: number;
	readonly revisions: readonly WireRevision[];
}

export interface WatchOptions {
	readonly read: (since: number) => Promise<RevisionsAnswer>;
	readonly since: () => number;
	/** How many of these, from the first on, can be told from what is on its way, and taken in beside it. */
	readonly clear: (revisions: readonly WireRevision[]) => number;
	/** Resolves when nothing is on its way. */
	readonly settled: () => Promise<void>;
	readonly isVisible: () => boolean;
	readonly found: (answer: RevisionsAnswer) => void;
	/** What came of asking: the answer arrived, or why it did not. */
	readonly state: (error: unknown) => void;
}

export interface Watch {
	stop(): void;
	/** Asks at once. */
	now(): void;
	/** One's own request was answered: what was told of it meanwhile is known as one's own now. */
	answered(): void;
	/** Something was heard of the document. */
	told(news: Extract<News, { readonly kind: "head" | "up" }>): void;
}

/** How often the log is asked for what others did, while nobody tells. */
export const watchEvery = 4_000;
/** And while somebody does, in case something was not told. */
export const watchAtRest = 30_000;

/** Takes in others' revisions as they are told, and asks for them every so often while the page is seen. */
export function watch(options: WatchOptions): Watch {
	return new Watching(options);
}

class Watching implements Watch {
	readonly #options: WatchOptions;
	#timer: ReturnType<typeof setTimeout> | null = null;
	#asking = false;
	#again = false;
	#stopped = false;
	#up = false;
	#waiting = false;
	/** Read or told, but not to be told from one's own yet; each follows on the one before. */
	#held: readonly WireRevision[] = [];

	constructor(options: WatchOptions) {
		this.#options = options;
		this.#later();
	}

	stop(): void {
		this.#stopped = true;
		if (this.#timer) clearTimeout(this.#timer);
	}

	now(): void {
		void this.#ask();
	}

	answered(): void {
		const held = this.#held;
		this.#held = [];
		if (held.length > 0) this.#take(held);
	}

	told(news: Extract<News, { readonly kind: "head" | "up" }>): void {
		if (news.kind === "up") {
			this.#up = news.up;
			this.#later();
			return;
		}
		const { number, since, revisions } = news;
		const reached = this.#held.at(-1)?.number ?? this.#options.since();
		if (number <= reached) return;
		if (revisions && since !== undefined && since <= reached)
			this.#take([...this.#held, ...revisions.filter((revision) => revision.number > reached)]);
		else void this.#ask();
	}

	/** Takes in what can be told apart; the rest waits until it can. */
	#take(revisions: readonly WireRevision[]): void {
		if (this.#stopped) return;
		const count = this.#options.clear(revisions);
		const clear = revisions.slice(0, count);
		this.#held = revisions.slice(count);
		if (clear.length > 0)
			this.#options.found({ headNumber: revisions.at(-1)?.number ?? 0, revisions: clear });
		if (this.#held.length > 0) this.#whenSettled();
	}

	#whenSettled(): void {
		if (this.#waiting) return;
		this.#waiting = true;
		void this.#options.settled().then(() => {
			this.#waiting = false;
			this.answered();
		});
	}

	#later(): void {
		if (this.#timer) clearTimeout(this.#timer);
		if (!this.#stopped) this.#timer = setTimeout(() => void this.#ask(), this.#up ? watchAtRest : watchEvery);
	}

	async #ask(): Promise<void> {
		this.#again = this.#asking;
		if (!this.#asking && this.#options.isVisible()) {
			this.#asking = true;
			const answer = await this.#options.read(this.#options.since()).catch((error: unknown) => {
				this.#options.state(error);
				return null;
			});
			this.#asking = false;
			if (answer) this.#answer(answer);
		}
		if (this.#again && !this.#asking && !this.#stopped) void this.#ask();
		else this.#later();
	}

	#answer({ headNumber, revisions }: RevisionsAnswer): void {
		this.#options.state(null);
		const last = revisions.at(-1)?.number ?? 0;
		const told = this.#held.filter(({ number }) => number > last);
		const joined = told[0] === undefined || told[0].number === last + 1 ? told : [];
		if (revisions.length > 0) this.#take([...revisions, ...joined]);
		if (this.#held.length === 0 && revisions.length > 0 && headNumber > this.#options.since())
			this.#again = true;
	}
}
