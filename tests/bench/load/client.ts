/** Somebody at the workbench without a screen: its own code for keeping, sending, following and merging, over HTTP. */
import { setTimeout as sleep } from "node:timers/promises";
import type { SegmentEditor } from "#app/_workbench/editor/segment-editor.ts";
import { Desk } from "#app/_workbench/store/desk.ts";
import { type Following, followOthers } from "#app/_workbench/store/others.ts";
import { memoryKeep } from "#app/_workbench/sync/kept.ts";
import { LiveStream } from "#app/_workbench/sync/live-stream.ts";
import { expectOperations } from "#app/_workbench/sync/operations-here.ts";
import type { Fetch } from "#app/_workbench/sync/transport.ts";
import type { Answer, DocumentHead, OperationBody, RowWindow } from "#app/_workbench/sync/wire.ts";
import type { Actor } from "#lib/server/access.ts";

/** A save that the server has answered. */
export interface Acknowledged {
	readonly number: number;
	readonly key: string;
	readonly segment: string;
	readonly version: number;
	readonly text: string;
	/** What the author had before them when they made it: the text that it takes the place of. */
	readonly before: string | null;
	/** Milliseconds since 1970, and from sending to the answer. */
	readonly at: number;
	readonly took: number;
}

type Sent = Omit<Acknowledged, "number" | "at" | "took">;

export interface ClientOptions {
	readonly origin: string;
	readonly cookie: string;
	readonly person: Actor;
	readonly documentId: string;
	readonly row: number;
	readonly name: string;
	/** Called with every save of this client's that was answered. */
	readonly saved: (save: Acknowledged) => void;
	/** Called whenever rows may have changed. */
	readonly changed: () => void;
	/** What this person makes of a text, for the nth time. */
	readonly write: (text: string, nth: number) => string;
}

/** An editor without a screen. */
function paper() {
	const editor = {
		text: "",
		caret: 0,
		isComposing: false,
		open({ text }: { text: string }) {
			editor.text = text;
		},
		replace(text: string) {
			editor.text = text;
		},
		focus() {},
		blur() {},
	};
	return editor;
}

/** A fetch that is signed in and comes from the site's own page. */
function browserOf(origin: string, cookie: string): Fetch {
	return (path, init = {}) =>
		fetch(new URL(path, origin), { ...init, headers: { ...(init.headers as object), cookie, origin } });
}

export class Client {
	readonly desk: Desk;
	readonly options: ClientOptions;
	readonly #editor = paper();
	readonly #following: Following;
	/** Conflicts that were shown to this person, and decided. */
	conflicts = 0;
	merges = 0;
	#nth = 0;

	static async open(options: ClientOptions): Promise<Client> {
		await expectOperations();
		const ask = browserOf(options.origin, options.cookie);
		const read = async <Body>(path: string): Promise<Body> => {
			const answer = await ask(`/api/v1${path}`);
			if (!answer.ok) throw new Error(`${answer.status} ${path}`);
			return (await answer.json()) as Body;
		};
		const root = `/documents/${options.documentId}`;
		const head = await read<DocumentHead>(root);
		const window = await read<RowWindow>(`${root}/passages?offset=0&limit=200`);
		return new Client(options, ask, read, head, window);
	}

	private constructor(
		options: ClientOptions,
		ask: Fetch,
		read: <Body>(path: string) => Promise<Body>,
		head: DocumentHead,
		window: RowWindow,
	) {
		const { person, documentId, row, changed } = options;
		this.options = options;
		this.desk = new Desk({
			head,
			window,
			passage: window.rows[row]?.id ?? null,
			person: { id: person.userId, name: person.name },
			aligners: [],
			read,
			fetch: async (path, init) => await this.#noting(await this.#sending(path, init), ask(path, init)),
		});
		this.desk.openKeep(memoryKeep());
		this.desk.editor = this.#editor as unknown as SegmentEditor;
		this.desk.say = (key) => {
			if (key === "merged") this.merges += 1;
		};
		this.desk.open(null);
		this.desk.state.subscribe(changed);
		this.#following = followOthers(this.desk, {
			goLive: (_, told) => {
				const stream = new LiveStream({ fetch: ask, told });
				stream.follow([documentId]);
				return stream;
			},
			isVisible: () => true,
			reached: () => undefined,
		});
		this.desk.presence.watchPlace(`page${options.name}`);
		this.desk.presence.setHere(true);
	}

	/** Types, and saves a second later, until the time is over. */
	async saveUntil(over: AbortSignal, every: number): Promise<void> {
		await sleep(Math.random() * every);
		for (let due = Date.now(); !over.aborted; due += every) {
			this.#decide();
			this.#nth += 1;
			const text = this.options.write(this.desk.typing.text, this.#nth);
			this.#editor.text = text;
			this.desk.typed(text);
			await sleep(every / 2);
			this.desk.typing.save();
			await sleep(Math.max(0, due + every - Date.now()));
		}
	}

	/** Whoever is shown two texts reads the other's and puts their own word into it. */
	#decide(): void {
		for (const [segment, { theirs }] of this.desk.state.get().conflicts) {
			this.conflicts += 1;
			const combined = this.options.write(theirs, this.#nth);
			this.#editor.text = combined;
			this.desk.typed(combined);
			this.desk.settlement.decide(segment, "mine");
		}
	}

	/** Everything this person typed is on the server. */
	async settled(): Promise<void> {
		for (let tries = 0; tries < 40; tries++) {
			this.#decide();
			this.desk.typing.save();
			await this.desk.data.queue.whenIdle();
			if (this.desk.state.get().conflicts.size === 0 && !this.desk.typing.isDirty) return;
			await sleep(50);
		}
	}

	versionOf(passage: string, segment: string): number {
		return this.desk.data.rows.row(passage)?.target.find(({ id }) => id === segment)?.version ?? 0;
	}

	close(): void {
		this.#following.stop();
		this.desk.presence.setHere(false);
	}

	/** What is about to be sent, where it is an edit. */
	async #sending(path: string, init?: RequestInit): Promise<Sent | null> {
		if (!path.endsWith("/operations")) return null;
		const { key, operation } = JSON.parse(String(init?.body)) as { key: string; operation: OperationBody };
		const before = this.desk.data.queue.requests.find((request) => request.key === key)?.before ?? null;
		const [segment, version, text] = [operation["segment"], operation["version"], operation["text"]];
		return { key, segment: String(segment), version: Number(version), text: String(text), before };
	}

	async #noting(save: Sent | null, arriving: Promise<Response>): Promise<Response> {
		const sent = Date.now();
		const response = await arriving;
		if (!save || !response.ok) return response;
		const at = Date.now();
		const { number } = (await response.clone().json()) as Answer;
		this.options.saved({ ...save, number, at, took: at - sent });
		return response;
	}
}
