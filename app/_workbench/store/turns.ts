/** Something done by hand: what it does, and the text it would type. */
interface Stroke {
	readonly act: () => unknown;
	readonly text: string;
}

/**
 * What hands do is done in the order in which they did it: while one action waits for rows of the document, all
 * that comes later waits for it, and then acts where that one has led.
 */
export class Turns {
	#waiting: Stroke[] = [];
	#busy = false;

	/** An action is under way: nothing else may be done before it ends. */
	get busy(): boolean {
		return this.#busy;
	}

	/** Does it now, or in its turn. */
	take(act: () => unknown, text = ""): void {
		if (this.#busy) this.#waiting.push({ act, text });
		else this.#begin(act);
	}

	/** Does it in its turn; answers what came of it. */
	run<Result>(act: () => Promise<Result>): Promise<Result> {
		return new Promise((resolve, reject) => {
			this.take(() => act().then(resolve, reject));
		});
	}

	/** Nothing that waits is done any more; answers the text that would have been typed. */
	forget(): string {
		return this.#waiting
			.splice(0)
			.map(({ text }) => text)
			.join("");
	}

	#begin(act: () => unknown): void {
		const doing = act();
		if (!(doing instanceof Promise)) return;
		this.#busy = true;
		void doing.finally(() => {
			this.#busy = false;
			this.#goOn();
		});
	}

	#goOn(): void {
		while (!this.#busy) {
			const next = this.#waiting.shift();
			if (!next) return;
			this.#begin(next.act);
		}
	}
}
