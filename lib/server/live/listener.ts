/** The one connection of a web process on which the database tells what changed. */
import pg from "pg";
import { sessionAt } from "#lib/server/database-session.ts";
import { databaseAddress } from "#lib/server/db.ts";
import { env } from "#lib/server/env.ts";
import { describeError, logEvent } from "#lib/server/log.ts";
import { channel } from "./announce.ts";

export interface ListenerEvents {
	heard(payload: string): void;
	/** Listening from now on; what was told before may have been missed. */
	began(): void;
}

const firstPause = 250; // ms
const longestPause = 10_000;

/** Listens until it is stopped; a lost connection is opened again, at growing intervals. */
export class Listener {
	readonly #events: ListenerEvents;
	#client: pg.Client | null = null;
	#timer: NodeJS.Timeout | null = null;
	#failures = 0;
	#stopped = false;

	constructor(events: ListenerEvents) {
		this.#events = events;
		void this.#open();
	}

	stop(): void {
		this.#stopped = true;
		if (this.#timer) clearTimeout(this.#timer);
		void this.#client?.end().catch(() => undefined);
		this.#client = null;
	}

	async #open(): Promise<void> {
		// A pooler gives a connection to others between two statements, and with it what it listens to.
		const address = env().DUIZHAO_LISTEN_URL ?? databaseAddress();
		const client = new pg.Client({
			...sessionAt(address),
			keepAlive: true,
			keepAliveInitialDelayMillis: 10_000,
			connectionTimeoutMillis: 5_000,
			application_name: "duizhao-live",
		});
		this.#client = client;
		// A connection that goes away raises "error" and "end"; without a listener the first would end the process.
		client.on("error", (error) => logEvent("live-connection-lost", { error: describeError(error) }));
		client.on("end", () => this.#again(client));
		client.on("notification", ({ payload }) => payload && this.#events.heard(payload));
		try {
			await client.connect();
			await client.query(`LISTEN ${channel}`);
			this.#failures = 0;
			this.#events.began();
		} catch (error) {
			if (!this.#stopped) logEvent("live-connection-failed", { error: describeError(error) });
			await client.end().catch(() => undefined);
			this.#again(client);
		}
	}

	#again(client: pg.Client): void {
		if (this.#stopped || this.#client !== client) return;
		this.#client = null;
		this.#failures += 1;
		const pause = Math.min(longestPause, firstPause * 2 ** (this.#failures - 1));
		this.#timer = setTimeout(() => void this.#open(), pause);
		this.#timer.unref();
	}
}
