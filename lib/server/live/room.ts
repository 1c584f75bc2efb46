/** One document as this web process tells of it to everybody who follows it here. */
import { type Present, peopleIn } from "#lib/server/presence.ts";
import { newestRevisions } from "#lib/server/revisions.ts";

/** Whoever is told something: one stream. */
export interface Ear {
	send(event: string, data: string): void;
}

/** Revisions that come in so short a time are told together. */
const rest = 60; // ms
/** Who is where need not be told sooner. */
const peopleRest = 1_000; // ms
/** With more revisions than this at once, whoever follows asks the log. */
const mostTold = 50;

export class Room {
	readonly documentId: string;
	readonly #ears = new Set<Ear>();
	/** Everything up to here was told; what is known to be there. */
	#told: number;
	#known: number;
	#telling = false;
	#people = "[]";
	#lookingAround = false;
	#lookAgain = false;

	constructor(documentId: string, number: number) {
		this.documentId = documentId;
		this.#told = number;
		this.#known = number;
	}

	get isEmpty(): boolean {
		return this.#ears.size === 0;
	}

	/** Whoever comes in is told how far the document has come, as they were let in, and who is there. */
	enter(ear: Ear, number: number): void {
		this.#ears.add(ear);
		ear.send("head", JSON.stringify({ document: this.documentId, number }));
		ear.send("people", `{"document":"${this.documentId}","people":${this.#people}}`);
		this.heard(number);
		this.moved();
	}

	leave(ear: Ear): void {
		this.#ears.delete(ear);
	}

	/** The document has come so far. */
	heard(number: number): void {
		this.#known = Math.max(this.#known, number);
		if (!this.#telling && this.#known > this.#told) void this.#tell();
	}

	/** Somebody came, moved or left. */
	moved(): void {
		this.#lookAgain = true;
		if (!this.#lookingAround) void this.#lookAround();
	}

	/** Somebody commented, answered or decided: whoever follows asks what. */
	spoken(): void {
		this.#say("comments", `{"document":"${this.documentId}"}`);
	}

	showPeople(present: readonly Present[]): void {
		const now = JSON.stringify(present);
		if (now === this.#people) return;
		this.#people = now;
		this.#say("people", `{"document":"${this.documentId}","people":${now}}`);
	}

	async #tell(): Promise<void> {
		this.#telling = true;
		while (this.#known > this.#told && !this.isEmpty) {
			const since = this.#told;
			const found = await newestRevisions(this.documentId, since, mostTold + 1).catch(() => []);
			const number = Math.max(this.#known, found.at(-1)?.number ?? 0);
			const whole = found.length > 0 && found.length <= mostTold && found.at(-1)?.number === number;
			this.#told = number;
			this.#say(
				"head",
				JSON.stringify({
					document: this.documentId,
					number,
					...(whole && { since, revisions: found }),
				}),
			);
			await new Promise((resolve) => setTimeout(resolve, rest));
		}
		this.#telling = false;
	}

	async #lookAround(): Promise<void> {
		this.#lookingAround = true;
		while (this.#lookAgain && !this.isEmpty) {
			this.#lookAgain = false;
			const rooms = await peopleIn([this.documentId]).catch(() => null);
			if (rooms) this.showPeople(rooms.get(this.documentId) ?? []);
			await new Promise((resolve) => setTimeout(resolve, peopleRest));
		}
		this.#lookingAround = false;
	}

	#say(event: string, data: string): void {
		for (const ear of this.#ears) ear.send(event, data);
	}
}
