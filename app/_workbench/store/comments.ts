import type { WholeThread, WholeThreads, WireThread, WireThreads } from "#lib/core/comments/wire.ts";
import type { Match } from "#lib/core/scripts/fold.ts";
import { CommentDrafts } from "./comment-drafts.ts";
import { type CommentFilter, type CommentsState, isOpen, marksOf } from "./comment-state.ts";
import type { Desk } from "./desk.ts";

/** Somebody who walks through passages does not ask for each one's threads. Milliseconds. */
const restOnPassage = 250;
/** Places are asked for again when work has rested this long. */
const restAfterWork = 2_000;
/** How often it is asked whether anybody said anything: where no news arrive, nobody else tells. */
const askEvery = 15_000;
/** Pages of threads read at most: more than anybody keeps open. */
const mostPages = 10;

/** What is said about the document: read, kept up to date, and marked in rows. */
export class Comments {
	readonly drafts: CommentDrafts;
	#desk: Desk;
	#root: string;
	#takenAt = -1;
	/** Rises with what is said here: an answer read before it knows less. */
	#said = 0;
	#passage: string | null = null;
	#timers = new Map<string, ReturnType<typeof setTimeout>>();

	constructor(desk: Desk) {
		this.#desk = desk;
		const { head, person } = desk.options;
		this.#root = `/documents/${head.id}`;
		this.drafts = new CommentDrafts(person.id, head.id);
	}

	get state(): CommentsState {
		return this.#desk.state.get().comments;
	}

	set(change: Partial<CommentsState>): void {
		const drawn = this.spansHere;
		this.#desk.state.set({ comments: { ...this.state, ...change } });
		if (change.spans && this.spansHere !== drawn && !this.#desk.typing.isDirty)
			this.#desk.editor?.markComments();
		if (change.commented && this.#desk.state.get().filter["comments"]) this.#desk.overview.renew();
	}

	/** Reads the threads, and from then on what is new of them. */
	begin(signal: AbortSignal): void {
		const stop = this.#desk.state.subscribe(() => this.#look());
		const asking = setInterval(() => void this.ask(), askEvery);
		signal.addEventListener("abort", () => {
			stop();
			clearInterval(asking);
			for (const timer of this.#timers.values()) clearTimeout(timer);
		});
		void this.refresh().then(() => this.#look());
	}

	/** Reads the threads anew, and where their texts are now. */
	async refresh(): Promise<void> {
		this.#takenAt = this.#desk.data.taken;
		const said = this.#said;
		const which = this.state.filter === "resolved" ? "&which=all" : "";
		const threads: WireThread[] = [];
		let [before, number, people] = ["", 0, {}];
		for (let page = 0; page < mostPages; page++) {
			const answer = await this.#read<WireThreads>(`/comments?limit=200${which}${before}`);
			if (!answer) return;
			threads.push(...answer.threads);
			number = Math.max(number, answer.number);
			people = { ...people, ...answer.people };
			if (answer.next === null) break;
			before = `&before=${answer.next}`;
		}
		if (said !== this.#said) return await this.refresh();
		this.set({ number, threads, people, ...marksOf(threads) });
		await this.#readHere();
	}

	filter(filter: CommentFilter): void {
		this.set({ filter });
		if (filter === "resolved") void this.refresh();
	}

	/** Takes in what the server answered to something said here. */
	take({ threads, people, number }: WholeThreads): void {
		this.#said += 1;
		const { threads: known, here, people: named } = this.state;
		const fresh = new Map(threads.map((thread) => [thread.id, thread]));
		const passage = here?.passage ?? null;
		const all = [...known.filter(({ id }) => !fresh.has(id)), ...threads].filter(isShown);
		const others = (here?.threads ?? []).filter(({ id }) => !fresh.has(id));
		const now = threads.filter((thread) => isShown(thread) && thread.anchor?.passage === passage);
		this.set({
			threads: all,
			people: { ...named, ...people },
			...marksOf(all),
			here: passage === null ? null : { passage, threads: [...others, ...now].sort(byNumber) },
			...(this.state.number !== null && number === this.state.number + 1 && { number }),
		});
		if (passage !== this.#passage) this.#later("here", 0, () => this.#readHere());
	}

	/** One thread, wherever it is; null where there is none. */
	async thread(id: string): Promise<WholeThread | null> {
		const answer = await this.#read<WholeThreads>(`/comments/${id}`);
		if (answer) this.take(answer);
		return answer?.threads[0] ?? null;
	}

	/** The open suggestions for the passage one is on. */
	get suggested(): WholeThread[] {
		const { here } = this.state;
		const passage = this.#desk.state.get().place?.passage;
		if (!here || here.passage !== passage) return [];
		return here.threads.filter((thread) => thread.kind === "suggestion" && isOpen(thread));
	}

	/** What is commented on in the text one is on. */
	get spansHere(): readonly Match[] {
		const { segment = null } = this.#desk.state.get().place ?? {};
		return (segment && this.state.spans.get(segment)) || [];
	}

	#look(): void {
		const { place } = this.#desk.state.get();
		if ((place?.passage ?? null) !== this.#passage) {
			this.#passage = place?.passage ?? null;
			this.#later("here", restOnPassage, () => this.#readHere());
		}
		const { threads } = this.state;
		if (threads.length > 0 && this.#desk.data.taken !== this.#takenAt)
			this.#later("anchors", restAfterWork, () => this.refresh());
	}

	/** A passage without any is known without asking. */
	async #readHere(): Promise<void> {
		const passage = this.#passage;
		const { counts, threads, filter } = this.state;
		if (passage === null) return;
		const any = counts.has(passage) || filter === "resolved" || threads.some(({ anchor }) => anchor === null);
		if (!any && this.state.number === 0) return this.set({ here: { passage, threads: [] } });
		const said = this.#said;
		const answer = await this.#read<WholeThreads>(`/passages/${passage}/comments`);
		if (!answer || passage !== this.#passage) return;
		if (said !== this.#said) return await this.#readHere();
		this.set({
			here: { passage, threads: answer.threads },
			people: { ...this.state.people, ...answer.people },
		});
	}

	/** Looks whether anybody said anything, and what. */
	async ask(): Promise<void> {
		if (document.visibilityState !== "visible") return;
		const answer = await this.#read<WireThreads>("/comments?limit=1");
		if (answer && answer.number !== this.state.number) await this.refresh();
	}

	#later(name: string, rest: number, run: () => Promise<void>): void {
		const timer = this.#timers.get(name);
		if (timer && name === "anchors") return;
		if (timer) clearTimeout(timer);
		const now = () => {
			this.#timers.delete(name);
			void run();
		};
		this.#timers.set(name, setTimeout(now, rest));
	}

	async #read<Body>(path: string): Promise<Body | null> {
		return await this.#desk.options.read<Body>(this.#root + path).catch(() => null);
	}
}

const isShown = ({ state }: WireThread) => state !== "withdrawn";
const byNumber = (a: WireThread, b: WireThread) => a.number - b.number;
