import { newId } from "../sync/new-id.ts";
import type { Present } from "../sync/wire.ts";
import type { Desk } from "./desk.ts";

/** Nobody is told more often than this where one is. */
const restBetween = 2_500; // ms
/** The server forgets whoever says nothing for fifteen seconds. */
const sayAgain = 6_000; // ms
/** Somebody who has not typed for so long is not typing. */
const typingLasts = 5_000; // ms

/** Where the others are, and tells them where this person is. */
export class Presence {
	readonly #desk: Desk;
	#page = newId();
	#typedAt = 0;
	#said = "";
	#saidAt = 0;
	#timer: ReturnType<typeof setTimeout> | null = null;
	#here = false;

	constructor(desk: Desk) {
		this.#desk = desk;
	}

	/** Whoever is there, oneself left out: another window of one's own is nobody else. */
	show(people: readonly Present[]): void {
		const { person } = this.#desk.options;
		const others = people.filter(({ id }) => id !== person.id);
		if (JSON.stringify(others) !== JSON.stringify(this.#desk.state.get().people))
			this.#desk.state.set({ people: others });
	}

	/** News arrive again, or no longer: then nobody knows who is there. */
	heard(up: boolean): void {
		if (up) this.#soon();
		else this.show([]);
	}

	/** Tells where one is for as long as the page is seen. */
	begin(page: string, signal: AbortSignal): void {
		const unsubscribe = this.watchPlace(page);
		const seen = () => this.setHere(document.visibilityState === "visible");
		document.addEventListener("visibilitychange", seen, { signal });
		window.addEventListener("pagehide", () => this.setHere(false), { signal });
		window.addEventListener("pageshow", seen, { signal });
		signal.addEventListener("abort", () => {
			unsubscribe();
			this.setHere(false);
		});
		seen();
	}

	/** Follows where one goes and whether one types; answers how to end. */
	watchPlace(page: string): () => void {
		this.#page = page;
		let place = this.#desk.state.get().place?.passage;
		const stopPlace = this.#desk.state.subscribe(() => {
			const now = this.#desk.state.get().place?.passage;
			if (now === place) return;
			place = now;
			this.#typedAt = 0;
			this.#soon();
		});
		const stopTyped = this.#desk.onTyped(() => {
			if (!this.#desk.typing.isDirty) return;
			const wasTyping = this.#isTyping;
			this.#typedAt = Date.now();
			if (!wasTyping) this.#soon();
		});
		return () => {
			stopPlace();
			stopTyped();
		};
	}

	/** The page is looked at, or no longer. */
	setHere(here: boolean): void {
		if (here === this.#here) return;
		this.#here = here;
		if (here) this.#soon();
		else {
			this.#stopTimer();
			this.#said = "";
			this.#send({ ...this.#standing, leaving: true });
		}
	}

	get #isTyping(): boolean {
		return Date.now() - this.#typedAt < typingLasts;
	}

	get #standing() {
		const { place } = this.#desk.state.get();
		const index = place ? this.#desk.data.rows.indexOf(place.passage) : -1;
		return {
			page: this.#page,
			passage: place?.passage ?? null,
			index: index < 0 ? null : index,
			typing: this.#isTyping,
		};
	}

	/** At once where nothing was said for a while, else when enough time has passed. */
	#soon(): void {
		if (!this.#here) return;
		this.#stopTimer();
		this.#timer = setTimeout(() => this.#say(), Math.max(0, this.#saidAt + restBetween - Date.now()));
	}

	#say(): void {
		const standing = this.#standing;
		const said = JSON.stringify(standing);
		if (said !== this.#said || Date.now() - this.#saidAt >= sayAgain) {
			this.#said = said;
			this.#saidAt = Date.now();
			this.#send(standing);
		}
		this.#stopTimer();
		this.#timer = setTimeout(() => this.#say(), standing.typing ? restBetween : sayAgain);
	}

	#send(body: object): void {
		const init = {
			method: "PUT",
			headers: { "content-type": "application/json" },
			body: JSON.stringify(body),
			keepalive: true,
		};
		// Nothing depends on it: whoever is not heard of is forgotten, and it is said again before long.
		void this.#desk
			.fetch(`/api/v1/documents/${this.#desk.options.head.id}/presence`, init)
			.catch(() => undefined);
	}

	#stopTimer(): void {
		if (this.#timer) clearTimeout(this.#timer);
		this.#timer = null;
	}
}
