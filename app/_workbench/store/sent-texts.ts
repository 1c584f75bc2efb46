import { fieldsOf, operationOf } from "../sync/edited.ts";
import type { KeptRequest } from "../sync/kept.ts";
import { orphansOf } from "../sync/stand-ins.ts";
import type { Desk } from "./desk.ts";

/** What somebody has written by now who sent a text of which the server has said that it cannot be. */
export class SentTexts {
	readonly #desk: Desk;
	#dropped: readonly KeptRequest[] = [];
	readonly #takenUp = new Set<string>();

	constructor(desk: Desk) {
		this.#desk = desk;
	}

	/** Requests that build on one that did not come about; the texts among them may have been taken up with it. */
	dropped(requests: readonly KeptRequest[]): void {
		this.#dropped = requests;
		if (!requests.every(({ key }) => this.#takenUp.delete(key))) this.#desk.say("dropped");
	}

	mine(request: KeptRequest): string {
		return this.goesOn(request) ? this.#desk.typing.text : this.lastSent(request);
	}

	/** The open text began with what was sent; one that an earlier page sent may be unknown to it. */
	goesOn(request: KeptRequest): boolean {
		const { open } = this.#desk.typing;
		if (open?.segment !== operationOf(request)?.["segment"] || open?.suggested) return false;
		return [request, ...this.#laterOf(request)].some(({ stand }) => stand === open?.version);
	}

	/** A sentence that was written on while its first text waited has later ones in the queue. */
	lastSent(request: KeptRequest): string {
		const later = this.#laterOf(request);
		for (const { key } of later) this.#takenUp.add(key);
		return fieldsOf(operationOf(later.at(-1) ?? request) ?? { type: "" }).text;
	}

	#laterOf(request: KeptRequest): KeptRequest[] {
		const segment = operationOf(request)?.["segment"];
		const waiting = [...this.#dropped, ...this.#desk.data.queue.requests];
		return orphansOf(waiting, request.stand).filter((orphan) => {
			const operation = operationOf(orphan);
			return operation?.type === "edit" && operation["segment"] === segment;
		});
	}
}
