import type { Turns } from "./turns.ts";

/** A dialog that does not come, or decides nothing, in so long holds no keys back. Milliseconds. */
const patience = 3_000;

/**
 * What hands type between the key that opens a dialog and the moment it is there. What they do after an Enter is
 * done after what the dialog makes of it.
 */
export class TypedEarly {
	readonly #turns: Turns;
	#until = 0;
	#kind: "dialog" | "lines" = "dialog";
	#text = "";
	#entered = false;
	#decide: ((act: (() => unknown) | null) => void) | null = null;

	constructor(turns: Turns) {
		this.#turns = turns;
	}

	/** A dialog was asked for, or a field of several lines, where an Enter decides nothing. */
	begin(kind: "dialog" | "lines" = "dialog"): void {
		this.#kind = kind;
		this.#until = Date.now() + patience;
		this.#text = "";
		this.#entered = false;
	}

	/** It is there. */
	end(): void {
		this.#until = 0;
	}

	get text(): string {
		return this.#text;
	}

	/** Enter was pressed after the text. */
	get entered(): boolean {
		return this.#entered;
	}

	/** Takes a key that is meant for the dialog; answers whether it was. */
	take(key: string, text: string): boolean {
		if (Date.now() >= this.#until || this.#entered) return false;
		if (key === "Enter" && this.#kind === "dialog") this.#enter();
		else if (key === "Enter") this.#text += "\n";
		else if (key === "Backspace") this.#text = this.#text.slice(0, -1);
		else this.#text += text;
		return true;
	}

	#enter(): void {
		this.#entered = true;
		const { promise, resolve } = Promise.withResolvers<(() => unknown) | null>();
		const timer = setTimeout(() => resolve(null), patience);
		this.#decide = resolve;
		this.#turns.take(async () => {
			const act = await promise;
			clearTimeout(timer);
			this.#decide = null;
			await act?.();
		});
	}

	/** Gives what was typed to the field that it was meant for, once. */
	claim(): { readonly text: string; readonly entered: boolean } {
		const claimed = { text: this.#text, entered: this.#entered };
		this.end();
		this.#text = "";
		this.#entered = false;
		return claimed;
	}

	/** The dialog makes nothing of an Enter: what was typed after it was meant for something else that did not come. */
	settle(): void {
		if (!this.#decide) return;
		this.#turns.forget();
		this.#decide(null);
	}

	/** What the dialog makes of an Enter is done now, before all that was typed after it. */
	decide(act: () => unknown): void {
		if (this.#decide) this.#decide(act);
		else this.#turns.take(act);
	}
}
