import { eventsOf } from "./event-stream.ts";
import type { Fetch } from "./transport.ts";
import type { Present, WireRevision } from "./wire.ts";

/** What a page is told of its document as it happens. */
export type News =
	/** The document has come so far; with what was done since, where that is little. */
	| {
			readonly kind: "head";
			readonly document: string;
			readonly number: number;
			readonly since?: number;
			readonly revisions?: readonly WireRevision[];
	  }
	| { readonly kind: "people"; readonly document: string; readonly people: readonly Present[] }
	/** Somebody said something about the document. */
	| { readonly kind: "comments"; readonly document: string }
	/** Whether news arrive at all; while they do not, the log has to be asked. */
	| { readonly kind: "up"; readonly up: boolean };

export interface LiveStreamOptions {
	readonly fetch: Fetch;
	readonly told: (news: News) => void;
}

const firstPause = 500; // ms
const longestPause = 15_000;
/** The server sends something every four seconds. */
const longestSilence = 14_000;

/** One stream of news of some documents, opened again whenever it breaks. */
export class LiveStream {
	readonly #options: LiveStreamOptions;
	#documents: readonly string[] = [];
	#running = false;
	#stopped = false;
	#failures = 0;
	#up = false;
	#attempt: AbortController | null = null;
	#wake: (() => void) | null = null;

	constructor(options: LiveStreamOptions) {
		this.#options = options;
	}

	get isUp(): boolean {
		return this.#up;
	}

	/** From now on these documents, in the place of those before. */
	follow(documents: Iterable<string>): void {
		const wanted = [...new Set(documents)].toSorted();
		if (wanted.join() === this.#documents.join()) return;
		this.#documents = wanted;
		this.#failures = 0;
		this.#attempt?.abort();
		this.wake();
		if (!this.#running) void this.#run();
	}

	/** Tries now instead of waiting. */
	wake(): void {
		this.#wake?.();
	}

	stop(): void {
		this.#stopped = true;
		this.#attempt?.abort();
		this.wake();
	}

	async #run(): Promise<void> {
		this.#running = true;
		while (!this.#stopped && this.#documents.length > 0) {
			const attempt = new AbortController();
			this.#attempt = attempt;
			await this.#listen(attempt).catch(() => undefined);
			if (this.#stopped) break;
			if (!attempt.signal.aborted || this.#documents.length === 0) this.#say(false);
			if (!attempt.signal.aborted) await this.#pause();
		}
		this.#running = false;
	}

	async #listen(attempt: AbortController): Promise<void> {
		const { fetch, told } = this.#options;
		let silence: ReturnType<typeof setTimeout> | null = null;
		const alive = () => {
			if (silence) clearTimeout(silence);
			silence = setTimeout(() => silent.abort(), longestSilence);
		};
		const silent = new AbortController();
		alive();
		try {
			const answer = await fetch(`/api/v1/live?documents=${this.#documents.join(",")}`, {
				headers: { accept: "text/event-stream" },
				signal: AbortSignal.any([attempt.signal, silent.signal]),
			});
			if (!answer.ok || !answer.body) throw new Error(`${answer.status}`);
			for await (const { event, data } of eventsOf(answer.body)) {
				alive();
				this.#failures = 0;
				this.#say(true);
				if (event === "head" || event === "people" || event === "comments")
					told({ kind: event, ...JSON.parse(data) });
			}
		} finally {
			if (silence) clearTimeout(silence);
		}
	}

	#say(up: boolean): void {
		if (up === this.#up) return;
		this.#up = up;
		this.#options.told({ kind: "up", up });
	}

	/** A whole office that lost its server does not come back in the same moment. */
	async #pause(): Promise<void> {
		const longest = Math.min(longestPause, firstPause * 2 ** this.#failures);
		this.#failures += 1;
		await new Promise<void>((resolve) => {
			const timer = setTimeout(resolve, longest * (0.5 + Math.random() / 2));
			this.#wake = () => {
				clearTimeout(timer);
				resolve();
			};
		});
		this.#wake = null;
	}
}
