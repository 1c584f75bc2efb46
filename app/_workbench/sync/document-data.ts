import type { DocumentDescription } from "#lib/core/document/model.ts";
import type { InlineCode } from "#lib/core/formats/marked-text.ts";
import type { Keep, KeptRequest } from "./kept.ts";
import type { LocalChange } from "./local.ts";
import { newId } from "./new-id.ts";
import { operationsHere } from "./operations-here.ts";
import { canBeFollowed, passagesNamed, Recent, standsAlready } from "./others.ts";
import { RowCache } from "./row-cache.ts";
import { type Instead, SyncQueue, type SyncStatus } from "./sync-queue.ts";
import type { Change, Transport } from "./transport.ts";
import type {
	Answer,
	DocumentHead,
	OperationBody,
	Problem,
	RowWindow,
	WireRevision,
	WireRow,
} from "./wire.ts";

/** What the document tells those who watch it. */
export interface DataEvents {
	/** The rows on show are others now. */
	changed(): void;
	/** Rows were merged or divided on the server's side of the store. */
	spliced(change: Omit<LocalChange, "order">): void;
	/** Something is on its way to the server. */
	asked(): void;
	/** The server's own version of rows arrived. */
	refreshed(rows: readonly WireRow[]): void;
	done(request: KeptRequest, answer: Answer): void;
	conflict(request: KeptRequest, problem: Problem): Instead | null | Promise<Instead | null>;
	refused(request: KeptRequest, problem: Problem): void;
	dropped(requests: readonly KeptRequest[]): void;
	status(status: SyncStatus): void;
	/** The grouping changed in a way that cannot be followed: rows have to be loaded anew. */
	lost(): void;
	/** Others changed these passages in a way that cannot be followed here: their rows have to be loaded. */
	outdated(passages: ReadonlySet<string>): void;
}

export interface DataOptions {
	readonly head: DocumentHead;
	readonly window: RowWindow;
	readonly person: { readonly name: string };
	readonly transport: Transport;
	readonly keep: Keep;
	readonly events: DataEvents;
	readonly now: () => Date;
	readonly isOnline?: () => boolean;
}

/**
 * The document as this browser knows it: the rows the server has sent, and on top of them, in order,
 * every request that it has not answered yet.
 */
export class DocumentData {
	#options: DataOptions;
	#base: RowCache;
	#view: RowCache;
	#order: number;
	#viewOrder: number;
	#description: DocumentDescription;
	/** Everything up to this revision is taken in; own later ones are remembered apart. */
	#taken: number;
	#own = new Set<number>();
	/** What others did lately: a window may arrive that was read before. */
	readonly #recent = new Recent();
	readonly #codes = new Map<number, InlineCode>();
	#answered = 0;
	#behind = false;
	/** Rows as own changes left them, and when: a window that was read before would bring the old ones back. */
	#left = new Map<string, { readonly row: WireRow; readonly number: number }>();
	readonly queue: SyncQueue;

	constructor(options: DataOptions) {
		this.#options = options;
		this.#description = options.head.description;
		this.#taken = options.window.headNumber;
		this.#order = options.window.orderNumber;
		this.#viewOrder = this.#order;
		this.#base = new RowCache(options.head.passages);
		this.#base.place(options.window);
		this.#takeCodes(options.window);
		this.#view = this.#base;
		const { transport, keep, events, isOnline } = options;
		this.queue = new SyncQueue({
			transport,
			keep,
			newKey: newId,
			...(isOnline && { isOnline }),
			events: {
				status: (status) => events.status(status),
				done: (request, answer) => this.#done(request, answer),
				conflict: (request, problem) => {
					const afterwards = () => queueMicrotask(() => this.#project()); // the queue changes right after this
					const instead = events.conflict(request, problem);
					if (instead instanceof Promise) void instead.then(afterwards);
					else afterwards();
					return instead;
				},
				refused: (request, problem) => this.#again(() => events.refused(request, problem)),
				dropped: (requests) => this.#again(() => events.dropped(requests)),
			},
		});
	}

	get rows(): RowCache {
		return this.#view;
	}

	/** The grouping as it stands with everything on its way. */
	get order(): number {
		return this.#viewOrder;
	}

	get serverOrder(): number {
		return this.#order;
	}

	get taken(): number {
		return this.#taken;
	}

	/** The newest revision that was made for this page. */
	get answered(): number {
		return this.#answered;
	}

	/** Something was taken back, and the rows are still those from before. */
	get isBehind(): boolean {
		return this.#behind;
	}

	/** Changes of the grouping are on their way. */
	get isRegrouping(): boolean {
		return this.queue.requests.some(
			({ change }) => change.kind !== "operation" || !ofOneText.has(change.operation.type),
		);
	}

	/** Which passages there are is not known before the server has answered, and its rows are here. */
	get isUncertain(): boolean {
		return this.isBehind || this.queue.requests.some(({ change }) => change.kind !== "operation");
	}

	describe(description: DocumentDescription): void {
		this.#description = description;
	}

	/** Applies an operation at once and sends it; null when it does not fit the rows as they are. */
	push(operation: OperationBody, passage: string | null, before: string | null = null): KeptRequest | null {
		const stand = this.queue.nextStand();
		const trial = this.#view.copy();
		const change = this.#apply(trial, operation, passage, stand, this.#viewOrder);
		if (!change && !mayBeSentUnseen(operation)) return null;
		this.#view = trial;
		this.#viewOrder = change?.order ?? this.#viewOrder;
		const request = this.queue.add({ kind: "operation", operation }, { passage, stand, before });
		this.#options.events.asked();
		this.#options.events.changed();
		return request;
	}

	/** The newest revision that this page knows, or what stands for the one on its way. */
	get seen(): number {
		return this.queue.requests.at(-1)?.stand ?? Math.max(this.#taken, this.#answered);
	}

	/** Gives an edit that nobody has seen yet a newer text; answers whether that was possible. */
	amend(request: KeptRequest, operation: OperationBody): boolean {
		if (!this.queue.amend(request.key, operation)) return false;
		this.#project();
		return true;
	}

	send(change: Exclude<Change, { kind: "operation" }>, passage: string | null): void {
		this.queue.add(change, { passage, stand: this.queue.nextStand() });
		this.#options.events.asked();
	}

	/** Takes in rows of a window, whose total counts the document; answers false when the grouping has moved on meanwhile. */
	place(window: RowWindow): boolean {
		const whole = window.total === this.#base.total;
		if (window.orderNumber !== this.#order || !whole) return false;
		this.#takeRows(window);
		return true;
	}

	/** Starts over from one window, after the grouping moved on. */
	restart(window: RowWindow): void {
		this.#behind = false;
		this.#base.reset(window.total);
		this.#order = window.orderNumber;
		this.#takeRows(window);
	}

	/** What an inline code in the rows' texts stands for. */
	codeOf(number: number): InlineCode | undefined {
		return this.#codes.get(number);
	}

	#takeCodes({ codes = {} }: RowWindow): void {
		for (const [number, code] of Object.entries(codes)) this.#codes.set(Number(number), code);
	}

	#takeRows(window: RowWindow): void {
		this.#takeCodes(window);
		const rows = window.rows.map((row) => {
			const left = this.#left.get(row.id);
			if (left && left.number > window.headNumber) return { ...left.row, index: row.index };
			this.#left.delete(row.id);
			return row;
		});
		this.#base.place({ rows });
		const since = this.#recent.after(window.headNumber);
		const outdated = this.#follow(since, new Set(rows.map(({ id }) => id)));
		this.#project();
		this.#options.events.refreshed(rows.map((row) => this.#base.row(row.id) ?? row));
		if (outdated.size > 0) this.#options.events.outdated(outdated);
	}

	/** Others' revisions, in order, none of which moves segments: shown at once where that can be, else asked for. */
	follow(revisions: readonly WireRevision[]): void {
		this.#recent.add(revisions);
		const named = new Set(
			revisions.flatMap((revision) => [...passagesNamed(this.#base, revision.operation)]),
		);
		const outdated = this.#follow(revisions, named);
		this.#project();
		const rows = [...named].flatMap((id) => this.#base.row(id) ?? []);
		this.#options.events.refreshed(rows);
		if (outdated.size > 0) this.#options.events.outdated(outdated);
	}

	/** Applies what can be applied to the server's rows among these; answers those of which the rest is not known. */
	#follow(revisions: readonly WireRevision[], among: ReadonlySet<string>): Set<string> {
		const outdated = new Set<string>();
		for (const { number, at, actor, operation } of revisions) {
			for (const id of passagesNamed(this.#base, operation)) {
				const row = this.#base.row(id);
				if (!among.has(id) || outdated.has(id) || standsAlready(row, operation, number)) continue;
				const made = { by: actor.name, at };
				const change =
					operation &&
					canBeFollowed(row, operation) &&
					this.#apply(this.#base, operation, id, number, this.#order, made);
				if (!change) outdated.add(id);
			}
		}
		return outdated;
	}

	/** Takes note of revisions read from the log; answers those that are not this page's own. */
	takeIn<Revision extends { readonly number: number }>(revisions: readonly Revision[]): Revision[] {
		const foreign = revisions.filter(({ number }) => number > this.#taken && !this.#own.has(number));
		for (const { number } of revisions) this.#taken = Math.max(this.#taken, number);
		for (const number of this.#own) if (number <= this.#taken) this.#own.delete(number);
		return foreign;
	}

	/** Whether a revision is taken in, or was answered as one of this page's own. */
	knows(number: number): boolean {
		return number <= this.#taken || this.#own.has(number);
	}

	/** Shows the requests that an earlier page left, and sends them. */
	adopt(requests: readonly KeptRequest[]): void {
		this.queue.adopt(requests);
		this.#project();
	}

	/** Takes note of a change that was made for this page beside the queue: its rows have to be loaded. */
	changedBeside({ number }: Pick<Answer, "number">): void {
		this.#note(number);
		this.#behind = true;
		this.#options.events.lost();
	}

	/** Takes in what was changed for this page beside the queue, where the answer holds all of it. */
	tookBeside(answer: Answer): void {
		if (answer.reload || answer.orderNumber !== this.#order) {
			this.changedBeside(answer);
			return;
		}
		this.#note(answer.number);
		for (const row of answer.rows) this.#left.set(row.id, { row, number: answer.headNumber });
		this.#base.refresh(answer.rows);
		this.#project();
		this.#options.events.refreshed(answer.rows);
	}

	/** A revision of this page's own. */
	#note(number: number): void {
		this.#answered = Math.max(this.#answered, number);
		if (number === this.#taken + 1) this.#taken = number;
		else if (number > this.#taken) this.#own.add(number);
	}

	#done(request: KeptRequest, answer: Answer): void {
		this.#note(answer.number);
		const followed = this.#settle(request, answer);
		for (const row of answer.rows) this.#left.set(row.id, { row, number: answer.headNumber });
		this.#base.refresh(answer.rows);
		// They were read when this was saved; what others did since may be here already.
		const ids = new Set(answer.rows.map(({ id }) => id));
		const outdated = this.#follow(this.#recent.after(answer.headNumber), ids);
		this.#project();
		this.#options.events.refreshed(answer.rows.map((row) => this.#base.row(row.id) ?? row));
		if (outdated.size > 0) this.#options.events.outdated(outdated);
		this.#options.events.done(request, answer);
		if (followed) return;
		if (request.change.kind !== "operation") this.#behind = true;
		this.#options.events.lost();
	}

	/** Puts the rows of an answer where the old ones were; answers whether the grouping here is now the server's. */
	#settle(request: KeptRequest, answer: Answer): boolean {
		const moved = answer.orderNumber !== this.#order;
		if (answer.reload) {
			this.#pretend(request, answer);
			return false;
		}
		if (!moved) return true;
		const start = this.#base.indexOf(answer.replaced[0] ?? "");
		const inPlace = answer.replaced.every((id, i) => this.#base.idAt(start + i) === id);
		if (start < 0 || !inPlace || answer.number !== this.#taken) return false;
		const change = { start, count: answer.replaced.length, now: answer.rows.length };
		this.#base.splice(start, change.count, answer.rows);
		this.#order = answer.orderNumber;
		this.#options.events.spliced(change);
		return true;
	}

	/** Until the rows of a wide change are loaded, they look as they are known to become. */
	#pretend({ change, passage }: KeptRequest, answer: Answer): void {
		if (change.kind !== "operation") return;
		const local = this.#apply(this.#base, change.operation, passage, answer.number, this.#order);
		if (local) this.#order = local.order;
	}

	#again<Result>(step: () => Result): Result {
		const result = step();
		this.#project();
		return result;
	}

	/** The rows on show: the server's, with everything that is on its way applied. */
	#project(): void {
		const waiting = this.queue.requests.filter((request) => request.change.kind === "operation");
		this.#view = waiting.length === 0 ? this.#base : this.#base.copy();
		this.#viewOrder = this.#order;
		for (const { change, passage, stand } of waiting) {
			if (change.kind !== "operation") continue;
			const local = this.#apply(this.#view, change.operation, passage, stand, this.#viewOrder);
			if (local) this.#viewOrder = local.order;
		}
		this.#options.events.changed();
	}

	#apply(
		rows: RowCache,
		operation: OperationBody,
		passage: string | null,
		number: number,
		order: number,
		made = { by: this.#options.person.name, at: this.#options.now().toISOString() },
	): LocalChange | null {
		const apply = operationsHere();
		if (!apply) return null;
		return apply(rows, operation, passage, {
			number,
			order,
			description: this.#description,
			...made,
		});
	}
}

/** Operations that leave every segment in its passage. */
const ofOneText = new Set(["edit", "confirm", "affirm", "paragraph", "fact", "describe", "label", "origin"]);

/**
 * Operations on the document itself change no row, and of a long run not all rows are here; typed text goes to the
 * server even where it may not fit any more.
 */
function mayBeSentUnseen(operation: OperationBody): boolean {
	return ["describe", "label", "origin", "edit", "insert", "affirm"].includes(operation.type);
}
