import { windowSize } from "./row-cache.ts";
import type { RowWindow } from "./wire.ts";

export interface WindowsOptions {
	/** Asks the API for a window of the document; rejects when it cannot be had. */
	readonly read: (query: string) => Promise<RowWindow>;
	/** Takes a window in; false when the document was regrouped meanwhile. */
	readonly place: (window: RowWindow) => boolean;
	/** The passage one is on. */
	readonly around: () => string | null;
	/** Resolves when no regrouping of this page's own is on its way. */
	readonly settled: () => Promise<void>;
	/** The document was regrouped: this window is all that is known now. False when it was regrouped again meanwhile. */
	readonly restart: (window: RowWindow, around: string | null) => boolean;
	readonly state: (state: "ok" | "failing") => void;
}

const firstPause = 1_000;
const longestPause = 15_000;

/** Loads the rows that a screen needs, each window once at a time. */
export class Windows {
	#options: WindowsOptions;
	#waiting = new Map<string, Promise<boolean>>();
	#restarting: Promise<void> | null = null;
	#failures = 0;

	constructor(options: WindowsOptions) {
		this.#options = options;
	}

	/** Loads the windows that hold these places of the document. */
	async load(requests: readonly { readonly offset: number; readonly limit: number }[]): Promise<void> {
		await Promise.all(requests.map(({ offset, limit }) => this.#once(`offset=${offset}&limit=${limit}`)));
	}

	/** Loads rows that stand far from each other. */
	async loadAt(places: readonly number[]): Promise<void> {
		const parts = Array.from({ length: Math.ceil(places.length / windowSize) }, (_, i) =>
			places.slice(i * windowSize, (i + 1) * windowSize),
		);
		await Promise.all(parts.map((part) => this.#once(`at=${part.join(",")}`)));
	}

	/** Loads the rows around a passage again: somebody else changed them. */
	async refresh(passage: string, data: { place(window: RowWindow): boolean }): Promise<void> {
		const window = await this.#options.read(`around=${passage}&limit=8`).catch(() => null);
		if (window) data.place(window);
	}

	/** Loads the surroundings of a passage, or the start of the document, as all that is known. */
	async restart(around: string | null): Promise<void> {
		this.#restarting ??= this.#fresh(around).finally(() => {
			this.#restarting = null;
		});
		await this.#restarting;
	}

	/** Resolves when no restart is under way; null when none is. */
	restarted(): Promise<void> | null {
		return this.#restarting;
	}

	async #fresh(first: string | null): Promise<void> {
		let around = first;
		for (let tries = 0; ; tries++) {
			await this.#options.settled();
			const query = around ? `around=${around}&limit=${windowSize}` : `offset=0&limit=${windowSize}`;
			const window = await this.#patiently(query);
			if (this.#options.restart(window, around)) return;
			around = this.#options.around();
			if (tries > 0) await new Promise((resolve) => setTimeout(resolve, firstPause / 10));
		}
	}

	#once(query: string): Promise<boolean> {
		const known = this.#waiting.get(query);
		if (known) return known;
		const loading = this.#patiently(query)
			.then((window) => this.#options.place(window))
			.finally(() => this.#waiting.delete(query));
		this.#waiting.set(query, loading);
		return loading;
	}

	/** Tries until the window is there: the screen says so meanwhile. */
	async #patiently(query: string): Promise<RowWindow> {
		for (;;) {
			try {
				const window = await this.#options.read(query);
				if (this.#failures > 0) this.#options.state("ok");
				this.#failures = 0;
				return window;
			} catch {
				this.#failures += 1;
				this.#options.state("failing");
				await new Promise((resolve) =>
					setTimeout(resolve, Math.min(longestPause, firstPause * 2 ** (this.#failures - 1))),
				);
			}
		}
	}
}
