/** Code that no first row waits for: it comes when it is asked for, once, and again where it could not be had. */
export class LateCode<Code> {
	readonly #load: () => Promise<Code>;
	#here: Code | null = null;
	#coming: Promise<Code> | null = null;

	constructor(load: () => Promise<Code>) {
		this.#load = load;
	}

	get here(): Code | null {
		return this.#here;
	}

	expect(): Promise<Code> {
		this.#coming ??= this.#load().then(
			(code) => {
				this.#here = code;
				return code;
			},
			(error: unknown) => {
				this.#coming = null;
				throw error;
			},
		);
		return this.#coming;
	}
}
