import type { WireNews } from "#lib/core/document/wire.ts";
import type { Desk } from "./desk.ts";

/** What others changed since the person was here last, until they have looked at it. */
export interface NewsState {
	/** The revision up to which they have seen the document, and when that was (ISO 8601). */
	readonly since: number;
	readonly at: string;
	readonly passages: number;
	/** A side was moved, or paired anew. */
	readonly regrouped: boolean;
	readonly people: readonly string[];
}

/** Who did nothing for so long was away: what came meanwhile was not seen. */
const longestRest = 30 * 60 * 1000; // ms
/** Where the server did not answer, it is asked again when the person does something so long after. */
const askAgain = 60 * 1000; // ms

/**
 * Keeps how far the person has seen the document: up to the newest revision that was here when they last did
 * something. Nothing of it is told to the server while there are news that nobody looked at, so none is passed over.
 */
export class News {
	readonly #desk: Desk;
	#seen = 0;
	#told = 0;
	/** Whether there are news is known: until then nothing counts as seen. */
	#known = false;
	#askedAt = 0;
	#activeAt = Date.now();

	constructor(desk: Desk) {
		this.#desk = desk;
	}

	begin(signal: AbortSignal): void {
		const active = () => this.active();
		const left = () => this.tell();
		for (const type of ["keydown", "pointerdown", "wheel"])
			window.addEventListener(type, active, { signal, capture: true, passive: true });
		document.addEventListener("visibilitychange", () => document.visibilityState === "hidden" && left(), {
			signal,
		});
		window.addEventListener("pagehide", left, { signal });
		signal.addEventListener("abort", left);
		void this.look();
	}

	/** The person is there. After a long rest it is another visit. */
	active(now = Date.now()): void {
		const returned = now - this.#activeAt > longestRest;
		this.#activeAt = now;
		if (returned || (!this.#known && now - this.#askedAt > askAgain)) void this.look();
		else if (this.#known) this.#seen = Math.max(this.#seen, this.#desk.data.taken);
	}

	/** Asks what is news; without any, all that is here counts as seen. */
	async look(): Promise<void> {
		await this.tell();
		[this.#known, this.#askedAt] = [false, Date.now()];
		const { id } = this.#desk.options.head;
		const news = await this.#desk.options.read<WireNews>(`/documents/${id}/visit`).catch(() => null);
		if (!news) return;
		this.#known = true;
		const { visit, passages, regrouped, people } = news;
		if (visit && (passages > 0 || regrouped)) {
			this.#desk.state.set({ news: { since: visit.number, at: visit.at, passages, regrouped, people } });
			return;
		}
		this.#desk.state.set({ news: null });
		this.#seen = Math.max(this.#seen, this.#desk.data.taken);
		await this.tell();
	}

	/** All that is here was looked at. */
	async markSeen(): Promise<void> {
		this.#known = true;
		this.#desk.state.set({ news: null });
		this.#seen = Math.max(this.#seen, this.#desk.data.taken);
		await this.tell();
	}

	/** Tells the server how far the person has seen the document; it comes again where that is lost. */
	async tell(): Promise<void> {
		const { news, head } = this.#desk.state.get();
		if (news || !this.#known || this.#seen <= this.#told) return;
		const number = this.#seen;
		this.#told = number;
		const init = {
			method: "PUT",
			headers: { "content-type": "application/json" },
			body: JSON.stringify({ number }),
			keepalive: true,
		};
		await this.#desk.fetch(`/api/v1/documents/${head.id}/visit`, init).catch(() => {
			this.#told = 0;
		});
	}
}
