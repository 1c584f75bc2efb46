/** Everybody who follows documents through this web process, and the one connection that is told of changes. */
import { AppError } from "#lib/server/errors.ts";
import { describeError, logEvent } from "#lib/server/log.ts";
import { peopleIn, sweepPresence } from "#lib/server/presence.ts";
import { headNumbers } from "#lib/server/revisions.ts";
import type { Session } from "#lib/server/session.ts";
import { comments, people } from "./announce.ts";
import { judge } from "./guard.ts";
import { Listener } from "./listener.ts";
import { type Ear, Room } from "./room.ts";

/** One browser that follows some documents. */
export interface Follower extends Ear {
	readonly session: Session;
	readonly documents: Set<string>;
	/** Ends the stream, with a reason that the browser understands. */
	end(reason: "signed-out" | "restarting" | "behind"): void;
}

/** Sessions, memberships and who is still there are looked at this often; a stream without a beat for longer is broken. */
export const beat = 4_000; // ms
/** Browsers, and browsers' private windows, of one person on one web process. */
export const mostOfOnePerson = 12;
/** The connection to the database stays this long after the last has gone. */
const linger = 5_000; // ms

class Hub {
	readonly #followers = new Set<Follower>();
	readonly #rooms = new Map<string, Room>();
	#listener: Listener | null = null;
	#timer: NodeJS.Timeout | null = null;
	#lingering: NodeJS.Timeout | null = null;
	#blind = 0;
	#sweepAt = 0;
	#closed = false;

	/** Throws `throttled` where one person already has as many streams as anybody needs, `busy` while the process ends. */
	requireRoom({ actor }: Session): void {
		if (this.#closed) throw new AppError("busy", "busy");
		const own = [...this.#followers].filter(({ session }) => session.actor.userId === actor.userId);
		if (own.length >= mostOfOnePerson) throw new AppError("throttled", "throttled", { minutes: 1 });
	}

	/** Tells the follower of its documents from now on. */
	async enter(follower: Follower): Promise<void> {
		this.#wake();
		this.#followers.add(follower);
		const numbers = await headNumbers([...follower.documents]);
		if (!this.#followers.has(follower)) return;
		for (const id of follower.documents) {
			const number = numbers.get(id);
			if (number === undefined) continue;
			const room = this.#rooms.get(id) ?? new Room(id, number);
			this.#rooms.set(id, room);
			room.enter(follower, number);
		}
	}

	leave(follower: Follower): void {
		if (!this.#followers.delete(follower)) return;
		for (const id of follower.documents) this.#leaveRoom(follower, id);
		if (this.#followers.size > 0) return;
		this.#lingering = setTimeout(() => this.#sleep(), linger);
		this.#lingering.unref();
	}

	/** Ends all streams: the process is about to. */
	close(): void {
		this.#closed = true;
		for (const follower of [...this.#followers]) follower.end("restarting");
		this.#sleep();
	}

	#wake(): void {
		if (this.#lingering) clearTimeout(this.#lingering);
		this.#lingering = null;
		this.#listener ??= new Listener({
			heard: (payload) => this.#heard(payload),
			began: () => void this.#catchUp(),
		});
		this.#timer ??= setInterval(() => void this.#look(), beat).unref();
	}

	#sleep(): void {
		this.#listener?.stop();
		this.#listener = null;
		if (this.#timer) clearInterval(this.#timer);
		this.#timer = null;
	}

	#leaveRoom(follower: Follower, id: string): void {
		const room = this.#rooms.get(id);
		room?.leave(follower);
		if (room?.isEmpty) this.#rooms.delete(id);
	}

	#heard(payload: string): void {
		const [id = "", news = ""] = payload.split(" ");
		const room = this.#rooms.get(id);
		if (news === people) room?.moved();
		else if (news === comments) room?.spoken();
		else room?.heard(Number(news));
	}

	/** What may have been told while nobody listened. */
	async #catchUp(): Promise<void> {
		const ids = [...this.#rooms.keys()];
		if (ids.length === 0) return;
		for (const room of this.#rooms.values()) {
			room.spoken();
			room.moved();
		}
		const numbers = await headNumbers(ids).catch(() => new Map<string, number>());
		for (const [id, number] of numbers) this.#rooms.get(id)?.heard(number);
	}

	async #look(): Promise<void> {
		for (const follower of this.#followers) follower.send("beat", "{}");
		try {
			await this.#check();
			const rooms = await peopleIn([...this.#rooms.keys()]);
			for (const [id, present] of rooms) this.#rooms.get(id)?.showPeople(present);
			if (Date.now() > this.#sweepAt) await sweepPresence();
			if (Date.now() > this.#sweepAt) this.#sweepAt = Date.now() + 60_000;
			this.#blind = 0;
		} catch (error) {
			this.#blind += 1;
			logEvent("live-check-failed", { error: describeError(error) });
			// Nobody is told anything for long without anybody having looked whether they still may.
			if (this.#blind > 1) for (const follower of [...this.#followers]) follower.end("restarting");
		}
	}

	async #check(): Promise<void> {
		const followers = [...this.#followers];
		const verdicts = await judge(followers);
		for (const [i, follower] of followers.entries()) {
			const { signedIn, readable } = verdicts[i] ?? { signedIn: false, readable: new Set<string>() };
			if (!signedIn) follower.end("signed-out");
			else for (const id of [...follower.documents]) if (!readable.has(id)) this.#shut(follower, id);
		}
	}

	/** The person is no member any more, or the document is gone. */
	#shut(follower: Follower, id: string): void {
		this.#leaveRoom(follower, id);
		follower.documents.delete(id);
		follower.send("gone", JSON.stringify({ document: id }));
	}
}

// Kept on globalThis: every route is a bundle of its own, and a process needs one connection.
const holder: typeof globalThis & { duizhaoHub?: Hub } = globalThis;

export function hub(): Hub {
	if (holder.duizhaoHub) return holder.duizhaoHub;
	const made = new Hub();
	holder.duizhaoHub = made;
	// Next waits for open answers before it ends.
	for (const signal of ["SIGTERM", "SIGINT"] as const)
		if (process.listenerCount(signal) > 0) process.once(signal, () => made.close());
	return made;
}
