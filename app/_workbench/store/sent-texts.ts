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
		const sent = this.lastSent(request);
		if (this.goesOn(request)) return this.#desk.typing.text;
		const draft = this.#desk.typing.draftOf(fieldsOf(operationOf(request) ?? { type: "" }).segment);
		const isLater = draft && !draft.suggested && this.#standsOf(request).includes(draft.version);
		return isLater ? draft.text : sent;
	}

	/** The open text began with what was sent; one that an earlier page sent may be unknown to it. */
	goesOn(request: KeptRequest): boolean {
		const { open } = this.#desk.typing;
		if (open?.segment !== operationOf(request)?.["segment"] || open?.suggested) return false;
		return this.#standsOf(request).includes(open?.version ?? 0);
	}

	/** A sentence that was written on while its first text waited has later ones in the queue. */
	lastSent(request: KeptRequest): string {
		const later = this.#laterOf(request);
		for (const { key } of later) this.#takenUp.add(key);
		return fieldsOf(operationOf(later.at(-1) ?? request) ?? { type: "" }).text;
	}

	#standsOf(request: KeptRequest): number[] {
		return [request, ...this.#laterOf(request)].map(({ stand }) => stand);
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
