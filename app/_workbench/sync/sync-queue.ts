import type { Keep, KeptRequest } from "./kept.ts";
import { names, orphansOf, versionWritten, withVersion } from "./stand-ins.ts";
import type { Change, Reply, Transport } from "./transport.ts";
import type { Answer, OperationBody, Problem } from "./wire.ts";

export type SyncStatus =
	| { readonly kind: "saved" }
	| { readonly kind: "saving" }
	| { readonly kind: "offline" }
	/** The server is busy or failing; the next try is at this time. */
	| { readonly kind: "waiting" }
	| { readonly kind: "signed-out" };

export interface Instead {
	readonly operation: OperationBody;
	readonly before: string;
}

/** What the queue tells its owner. */
export interface QueueEvents {
	status(status: SyncStatus): void;
	done(request: KeptRequest, answer: Answer): void;
	/**
	 * Answers what to try instead, if the change can still be made, with the text it is made from; later, where it is
	 * not the moment to change a text. Nothing else is sent until then.
	 */
	conflict(request: KeptRequest, problem: Problem): Instead | null | Promise<Instead | null>;
	refused(request: KeptRequest, problem: Problem): void;
	/** Requests that build on one that did not come about. */
	dropped(requests: readonly KeptRequest[]): void;
}

export interface QueueOptions {
	readonly transport: Transport;
	readonly keep: Keep;
	readonly events: QueueEvents;
	readonly newKey: () => string;
	readonly isOnline?: () => boolean;
}

const firstPause = 1_000;
const longestPause = 30_000;
/** Somebody who signs in beside the page and comes back to it wants to see that it went on. */
const signedOutPause = 3_000;

/** One request at a time, in order; each is tried until the server has said what came of it. */
export class SyncQueue {
	#requests: KeptRequest[] = [];
	#options: QueueOptions;
	#running = false;
	#leaving = false;
	#stopped = false;
	#signedOut = false;
	#failures = 0;
	#turn = 0;
	#stand = 0;
	#wake: (() => void) | null = null;
	#idle: (() => void)[] = [];

	constructor(options: QueueOptions) {
		this.#options = options;
	}

	get requests(): readonly KeptRequest[] {
		return this.#requests;
	}

	/** Takes over what an earlier page left; each may already have reached the server. */
	adopt(requests: readonly KeptRequest[]): void {
		if (requests.length === 0) return;
		const adopted = requests.map((request) => ({ ...request, tried: true }));
		this.#requests = [...adopted, ...this.#requests];
		for (const { turn, stand } of adopted) {
			this.#turn = Math.max(this.#turn, turn);
			this.#stand = Math.min(this.#stand, stand);
		}
		void this.#run();
	}

	/** The stand-in for the version that the next request will write. */
	nextStand(): number {
		this.#stand -= 1;
		return this.#stand;
	}

	add(change: Change, place: { passage: string | null; stand: number; before?: string | null }): KeptRequest {
		const { passage, stand, before = null } = place;
		this.#turn += 1;
		const request = {
			key: this.#options.newKey(),
			turn: this.#turn,
			change,
			passage,
			stand,
			before,
			tried: false,
		};
		this.#requests.push(request);
		this.#save([request], []);
		void this.#run();
		return request;
	}

	/** Gives the last request new content if nobody has seen it yet; answers whether it did. */
	amend(key: string, operation: OperationBody): boolean {
		const last = this.#requests.at(-1);
		if (!last || last.key !== key || last.tried) return false;
		const amended: KeptRequest = {
			...last,
			change: { kind: "operation", operation },
		};
		this.#requests[this.#requests.length - 1] = amended;
		this.#save([amended], []);
		return true;
	}

	/** Tries now instead of waiting: the network came back, or the person signed in again. */
	wake(): void {
		this.#wake?.();
	}

	/** From now on, or no longer, the page may vanish at any moment. */
	setLeaving(leaving: boolean): void {
		this.#leaving = leaving;
		if (!leaving) this.wake();
	}

	/** Says what stands in the way while nothing is being sent; null when it is gone. */
	interrupt(kind: "offline" | "signed-out" | null): void {
		if (this.#running) this.wake();
		else this.#options.events.status({ kind: kind ?? "saved" });
	}

	/** Sends nothing more: what is left is kept on the device for the next page. */
	stop(): void {
		this.#stopped = true;
		this.wake();
	}

	/** Resolves when nothing is on its way. */
	whenIdle(): Promise<void> {
		if (!this.#running && this.#requests.length === 0) return Promise.resolve();
		return new Promise((resolve) => this.#idle.push(resolve));
	}

	async #run(): Promise<void> {
		if (this.#running) return;
		this.#running = true;
		while (this.#requests.length > 0 && !this.#stopped) {
			if (!this.#signedOut) this.#options.events.status({ kind: "saving" });
			await this.#tryFirst();
		}
		this.#running = false;
		if (!this.#stopped) this.#options.events.status({ kind: "saved" });
		for (const resolve of this.#idle.splice(0)) resolve();
	}

	async #tryFirst(): Promise<void> {
		const first = this.#requests[0];
		if (!first) return;
		const request = first.tried ? first : { ...first, tried: true };
		if (request !== first) {
			this.#requests[0] = request;
			this.#save([request], []);
		}
		const reply = await this.#options.transport.send(request.change, request.key, this.#leaving);
		await this.#settle(request, reply);
	}

	async #settle(request: KeptRequest, reply: Reply): Promise<void> {
		this.#signedOut = reply.kind === "signed-out";
		switch (reply.kind) {
			case "done":
				this.#failures = 0;
				this.#finish(request, reply.answer);
				return;
			case "conflict":
				this.#failures = 0;
				await this.#settleConflict(request, reply.problem);
				return;
			case "refused":
				this.#failures = 0;
				if (isGone(request, reply.problem)) await this.#settleConflict(request, reply.problem);
				else this.#settleRefusal(request, reply.problem);
				return;
			case "signed-out":
				this.#options.events.status({ kind: "signed-out" });
				await this.#pause(signedOutPause);
				return;
			case "busy":
				this.#options.events.status({ kind: "waiting" });
				await this.#pause(reply.after ?? this.#nextPause());
				return;
			case "unreachable":
				this.#options.events.status(
					this.#options.isOnline?.() === false ? { kind: "offline" } : { kind: "waiting" },
				);
				await this.#pause(this.#nextPause());
		}
	}

	/** An answer that is there at once is acted on at once: whoever gave it counts on that. */
	async #settleConflict(request: KeptRequest, problem: Problem): Promise<void> {
		const instead = this.#options.events.conflict(request, problem);
		this.#replace(request, instead instanceof Promise ? await instead : instead);
	}

	/** What already is as asked needs no revision; what builds on it goes on from the version there is. */
	#settleRefusal(request: KeptRequest, problem: Problem): void {
		const version = request.change.kind === "operation" ? request.change.operation["version"] : null;
		if (/nothing-?changed$/i.test(problem.key) && typeof version === "number") this.#fill(request, version);
		else this.#replace(request, null);
		this.#options.events.refused(request, problem);
	}

	#finish(request: KeptRequest, answer: Answer): void {
		this.#fill(request, versionWritten(request, answer));
		this.#options.events.done(request, answer);
	}

	/** Takes the first request away; the real version takes the place of its stand-in in everything that waits. */
	#fill(request: KeptRequest, real: number): void {
		this.#requests.shift();
		const changed: KeptRequest[] = [];
		this.#requests = this.#requests.map((waiting) => {
			if (!names(waiting, request.stand)) return waiting;
			const operation = withVersion(
				(waiting.change as { operation: OperationBody }).operation,
				request.stand,
				real,
			);
			const rewritten: KeptRequest = {
				...waiting,
				change: { kind: "operation", operation },
			};
			changed.push(rewritten);
			return rewritten;
		});
		this.#save(changed, [request.key]);
	}

	/** Drops a request that failed, or puts another in its place; what built on the first goes with it. */
	#replace(request: KeptRequest, instead: Instead | null): void {
		const rest = this.#requests.slice(1);
		const orphans = orphansOf(rest, request.stand);
		const kept = rest.filter((waiting) => !orphans.includes(waiting));
		const dropped = [request.key, ...orphans.map((orphan) => orphan.key)];
		if (instead) {
			const { operation, before } = instead;
			const again: KeptRequest = {
				...request,
				before,
				key: this.#options.newKey(),
				change: { kind: "operation", operation },
				tried: false,
			};
			this.#requests = [again, ...kept];
			this.#save([again], dropped);
		} else {
			this.#requests = kept;
			this.#save([], dropped);
		}
		if (orphans.length > 0) this.#options.events.dropped(orphans);
	}

	#nextPause(): number {
		this.#failures += 1;
		return Math.min(longestPause, firstPause * 2 ** (this.#failures - 1));
	}

	#pause(milliseconds: number): Promise<void> {
		const paused = new Promise<void>((resolve) => {
			const timer = setTimeout(resolve, milliseconds);
			this.#wake = () => {
				clearTimeout(timer);
				resolve();
			};
		});
		return paused.then(() => {
			this.#wake = null;
		});
	}

	#save(changed: readonly KeptRequest[], dropped: readonly string[]): void {
		void this.#options.keep.saveRequests(changed, dropped);
	}
}

/** The text has no segment any more: it may belong into another one, which is for the owner to find out. */
function isGone({ change }: KeptRequest, { key }: Problem): boolean {
	return change.kind === "operation" && change.operation.type === "edit" && /segment-?gone$/i.test(key);
}
