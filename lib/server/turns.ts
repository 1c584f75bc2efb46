/** Lets only so many do the same heavy work at a time; the others wait in the order in which they came. */
export class Turns {
	#free: number;
	readonly #waiting: (() => void)[] = [];

	constructor(atOnce: number) {
		this.#free = atOnce;
	}

	/** Throws the signal's reason where it comes before the turn. */
	async take<Result>(work: () => Promise<Result>, signal: AbortSignal): Promise<Result> {
		await this.#enter(signal);
		try {
			return await work();
		} finally {
			const next = this.#waiting.shift();
			if (next) next();
			else this.#free += 1;
		}
	}

	async #enter(signal: AbortSignal): Promise<void> {
		signal.throwIfAborted();
		if (this.#free > 0) {
			this.#free -= 1;
			return;
		}
		await new Promise<void>((resolve, reject) => {
			const enter = () => {
				signal.removeEventListener("abort", leave);
				resolve();
			};
			const leave = () => {
				this.#waiting.splice(this.#waiting.indexOf(enter), 1);
				reject(signal.reason);
			};
			this.#waiting.push(enter);
			signal.addEventListener("abort", leave, { once: true });
		});
	}
}
