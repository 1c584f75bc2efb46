/** When whom what was shown: from the answer to a save until others have it on their screens. */
import type { Acknowledged, Client } from "./client.ts";

interface Awaited {
	readonly save: Acknowledged;
	readonly passage: string;
}

/** Milliseconds from an answer to each sighting by somebody else; one that came before the answer counts as none. */
export class Sightings {
	readonly milliseconds: number[] = [];
	readonly #clients: readonly Client[];
	readonly #passageOf: ReadonlyMap<string, string>;
	readonly #awaited = new Map<Client, Set<Awaited>>();

	constructor(clients: readonly Client[], passageOf: ReadonlyMap<string, string>) {
		this.#clients = clients;
		this.#passageOf = passageOf;
	}

	/** A save was answered; everybody but its author is to see it. */
	await(save: Acknowledged, author: Client | null): void {
		const awaited = { save, passage: this.#passageOf.get(save.segment) ?? "" };
		for (const client of this.#clients) {
			if (client === author) continue;
			const waiting = this.#awaited.get(client) ?? new Set<Awaited>();
			this.#awaited.set(client, waiting.add(awaited));
			this.look(client);
		}
	}

	look(client: Client): void {
		const waiting = this.#awaited.get(client);
		if (!waiting) return;
		for (const one of waiting) {
			if (client.versionOf(one.passage, one.save.segment) < one.save.number) continue;
			waiting.delete(one);
			this.milliseconds.push(Math.max(0, Date.now() - one.save.at));
		}
	}

	/** What somebody has not seen to this day. */
	get unseen(): number {
		return [...this.#awaited.values()].reduce((sum, waiting) => sum + waiting.size, 0);
	}
}
