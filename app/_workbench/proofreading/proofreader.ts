import type { Spelling } from "#lib/core/qa/english/spelling.ts";
import type { Remark } from "#lib/core/qa/english/trusted.ts";
import type { HaveRead, ToRead } from "./english-worker.ts";

/** Has texts read in a worker of its own, one at a time: of those that wait only the newest is read. */
export class Proofreader {
	#worker: Worker;
	#spelling: Spelling;
	#turn = 0;
	#reading: { readonly turn: number; readonly answer: (remarks: readonly Remark[] | null) => void } | null =
		null;
	#next: { readonly text: string; readonly answer: (remarks: readonly Remark[] | null) => void } | null =
		null;

	constructor(
		spelling: Spelling,
		worker: Worker = new Worker(new URL("./english-worker.ts", import.meta.url)),
	) {
		this.#spelling = spelling;
		this.#worker = worker;
		worker.addEventListener("message", ({ data }: MessageEvent<HaveRead>) => this.#answer(data));
		worker.addEventListener("error", () => this.stop());
	}

	/** Null where a newer text took this one's place, or the worker is gone. */
	read(text: string): Promise<readonly Remark[] | null> {
		this.#next?.answer(null);
		return new Promise((answer) => {
			this.#next = { text, answer };
			this.#go();
		});
	}

	stop(): void {
		this.#worker.terminate();
		for (const waiting of [this.#reading, this.#next]) waiting?.answer(null);
		this.#reading = null;
		this.#next = null;
	}

	#go(): void {
		if (this.#reading || !this.#next) return;
		const { text, answer } = this.#next;
		this.#next = null;
		this.#turn += 1;
		this.#reading = { turn: this.#turn, answer };
		this.#worker.postMessage({ turn: this.#turn, text, spelling: this.#spelling } satisfies ToRead);
	}

	#answer({ turn, remarks }: HaveRead): void {
		if (this.#reading?.turn !== turn) return;
		this.#reading.answer(remarks);
		this.#reading = null;
		this.#go();
	}
}
