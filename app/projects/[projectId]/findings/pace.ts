/** While work goes on, what came of it is asked for again after so long. Milliseconds. */
const soonest = 2_000;
/** Where nothing has changed for long: nobody may be doing the work. */
const latest = 60_000;

/** How soon to ask again: soon as long as each answer is another one, ever more seldom while they are the same. */
export class Pace {
	#stand: string | null = null;
	#answered = 0;
	#pause = soonest;

	/** `stand`: what the answer that came at this time says of the work; null where it is done. */
	after(stand: string | null, at: number): number | false {
		if (at !== this.#answered) {
			const same = stand !== null && stand === this.#stand;
			this.#pause = same ? Math.min(latest, this.#pause * 2) : soonest;
			this.#stand = stand;
			this.#answered = at;
		}
		return stand === null ? false : this.#pause;
	}
}
