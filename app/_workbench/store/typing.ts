import type { Side } from "#lib/core/document/model.ts";
import type { Keep, KeptDraft } from "../sync/kept.ts";
import { merge } from "./comparing.ts";

/** Typing rests this long before it is saved. */
export const restBeforeSave = 2_000;

/** The segment whose text is open, and what its typing started from. */
export interface OpenText {
	readonly segment: string;
	readonly passage: string;
	readonly side: Side;
	/** True until the first save makes the segment. */
	readonly isNew: boolean;
	readonly version: number;
	readonly base: string;
	/** What is typed is suggested when the segment is left, and never saved as its text. */
	readonly suggested?: true;
}

/** Two people changed the same words. Neither text is given up before somebody has decided. */
export interface Conflict {
	readonly passage: string;
	readonly side: Side;
	readonly base: string;
	readonly mine: string;
	readonly theirs: string;
	readonly version: number;
	/** The other text is the same person's, from another window. */
	readonly own?: boolean;
}

/** What was sent, and what was made of it with somebody else's text, which stands there at a version. */
export interface Merging {
	readonly sent: string;
	readonly merged: string;
	/** Stands for the version that the merged text will have. */
	readonly stand: number;
	readonly theirs: string;
	readonly version: number;
}

export interface TypingOptions {
	readonly keep: Keep;
	readonly now: () => number;
	/** Sends the text; answers the version it will have, or null when it cannot be sent. */
	readonly save: (open: OpenText, text: string) => number | null;
	/** Text that is not on the server yet appeared, or none is left. */
	readonly unsaved: (any: boolean) => void;
	/** An input method is in the middle of something: not a moment to save. */
	readonly isComposing: () => boolean;
	readonly language: (side: Side) => string;
}

/** Keeps every key on this device, and decides when what was typed is saved. */
export class Typing {
	#options: TypingOptions;
	#open: OpenText | null = null;
	#text = "";
	/** Something was typed since the text was opened: a draft of it is this page's own. */
	#touched = false;
	#timer: ReturnType<typeof setTimeout> | null = null;
	#drafts = new Map<string, KeptDraft>();
	#paused = new Set<string>();
	#writing = false;
	#toWrite = new Set<string>();

	constructor(options: TypingOptions) {
		this.#options = options;
	}

	get open(): OpenText | null {
		return this.#open;
	}

	get text(): string {
		return this.#text;
	}

	get isDirty(): boolean {
		return this.#open !== null && this.#text !== this.#open.base;
	}

	draftOf(segment: string): KeptDraft | undefined {
		return this.#drafts.get(segment);
	}

	/** Wording found on this device after a reload. */
	adopt(drafts: readonly KeptDraft[]): void {
		for (const draft of drafts) this.#drafts.set(draft.segment, draft);
		this.#options.unsaved(this.#drafts.size > 0);
	}

	/** Opens a text; `text` differs from `open.base` where unsaved wording is brought back. */
	start(open: OpenText, text: string = open.base): void {
		this.leave();
		this.#open = open;
		this.#text = text;
		this.#touched = text !== open.base;
		if (text !== open.base) this.#rest();
	}

	/** Called on every key. */
	typed(text: string): void {
		const open = this.#open;
		if (!open || text === this.#text) return;
		this.#text = text;
		this.#touched = true;
		this.#keepDraft(open, text);
		this.#rest();
	}

	/** Saves what was typed, now. */
	save(): void {
		this.#stopTimer();
		const open = this.#open;
		if (!open || this.#paused.has(open.segment)) return;
		if (this.#text === open.base) {
			if (this.#touched) this.#dropDraft(open.segment);
			return;
		}
		if (open.suggested) return;
		const text = this.#text;
		const version = this.#options.save(open, text);
		if (version !== null) this.#open = { ...open, isNew: false, version, base: text };
	}

	/** The row is left: what was typed is saved. */
	leave(): void {
		this.save();
		this.#open = null;
		this.#text = "";
	}

	/** The server has the text. */
	saved(segment: string, text: string, stand: number, version: number): void {
		const open = this.#open;
		if (open?.segment === segment && open.version === stand) this.#open = { ...open, version };
		const draft = this.#drafts.get(segment);
		if (draft?.text === text) this.#dropDraft(segment);
		else if (draft?.version === stand) this.#write({ ...draft, version, base: text, isNew: false });
	}

	/** The text changed elsewhere while nothing was typed here. */
	follow(version: number, text: string): void {
		const open = this.#open;
		if (!open || this.isDirty) return;
		this.#open = { ...open, version, base: text };
		this.#text = text;
	}

	/** Somebody else's edit, which is saved, was merged into what is being typed. */
	rebase(version: number, base: string, text: string): void {
		const open = this.#open;
		if (!open) return;
		this.#open = { ...open, version, base };
		this.#text = text;
		this.#keepDraft(this.#open, text);
	}

	/** The sentence is a part of another one now: what was typed of it waits to be opened there. */
	carryOver(into: OpenText, text: string): void {
		const from = this.#open;
		this.#stopTimer();
		this.#open = null;
		this.#text = "";
		if (text !== into.base) this.#keepDraft(into, text);
		if (from) this.#dropDraft(from.segment);
	}

	/**
	 * Somebody else's edit was merged into what was sent, which the open text may go on from; answers the text for the
	 * editor, null if it cannot be merged there.
	 */
	merged(segment: string, goesOn: boolean, { sent, merged, stand, theirs, version }: Merging): string | null {
		const open = this.#open;
		if (!goesOn || !open) {
			const draft = this.#drafts.get(segment);
			if (draft?.text === sent) this.#write({ ...draft, version, base: theirs, text: merged });
			else if (draft?.version === stand) {
				const later = merge(sent, draft.text, merged, this.#options.language("target"));
				if (later.kind === "conflict") return null;
				this.#write({ ...draft, base: merged, text: later.text });
			}
			return merged;
		}
		const now = merge(sent, this.#text, merged, this.#options.language(open.side));
		if (now.kind === "conflict") return null;
		this.#open = { ...open, version: stand, base: merged };
		this.#text = now.text;
		this.#keepDraft(this.#open, now.text);
		return now.text;
	}

	/**
	 * Nothing of this segment is saved until somebody has decided between two texts. `begun`: what mine was written on,
	 * which it stays a wording of until then, whatever is typed.
	 */
	pause(segment: string, begun: Pick<OpenText, "version" | "base" | "isNew">): void {
		this.#paused.add(segment);
		if (this.#open?.segment !== segment) return;
		this.#stopTimer();
		const { version, base, isNew } = begun;
		this.#open = { ...this.#open, version, base, isNew };
	}

	/** A decision was made: the text in the editor goes on from the other person's. */
	resume(segment: string, version: number, base: string): void {
		this.#paused.delete(segment);
		if (this.#open?.segment === segment) this.#open = { ...this.#open, isNew: false, version, base };
	}

	/** Gives the typed text of a segment up. */
	discard(segment: string): void {
		this.#paused.delete(segment);
		this.#dropDraft(segment);
		if (this.#open?.segment === segment) this.#text = this.#open.base;
	}

	/** Keeps a text that could not be sent. */
	retain(draft: KeptDraft): void {
		this.#write(draft);
	}

	#rest(): void {
		this.#stopTimer();
		this.#timer = setTimeout(() => {
			if (this.#options.isComposing()) this.#rest();
			else this.save();
		}, restBeforeSave);
	}

	#stopTimer(): void {
		if (this.#timer) clearTimeout(this.#timer);
		this.#timer = null;
	}

	#keepDraft(open: OpenText, text: string): void {
		const { segment, passage, isNew, version, base, suggested } = open;
		this.#write({
			segment,
			passage,
			isNew,
			version,
			base,
			text,
			at: this.#options.now(),
			...(suggested && { suggested }),
		});
	}

	#write(draft: KeptDraft): void {
		if (this.#drafts.size === 0) this.#options.unsaved(true);
		this.#drafts.set(draft.segment, draft);
		this.#toWrite.add(draft.segment);
		void this.#writeAll();
	}

	#dropDraft(segment: string): void {
		if (!this.#drafts.delete(segment)) return;
		if (this.#drafts.size === 0) this.#options.unsaved(false);
		this.#toWrite.add(segment);
		void this.#writeAll();
	}

	/** One write at a time, always the newest text: a fast typist never queues more than one. */
	async #writeAll(): Promise<void> {
		if (this.#writing) return;
		this.#writing = true;
		for (let [segment] = this.#toWrite; segment !== undefined; [segment] = this.#toWrite)
			await this.#writeNow(segment);
		this.#writing = false;
	}

	/** The page may be gone before the write that runs has ended: what waits for it is handed over at once, in order. */
	hurry(): void {
		for (const segment of [...this.#toWrite]) void this.#writeNow(segment);
	}

	async #writeNow(segment: string): Promise<void> {
		this.#toWrite.delete(segment);
		const draft = this.#drafts.get(segment);
		await (draft ? this.#options.keep.saveDraft(draft) : this.#options.keep.dropDraft(segment)).catch(
			() => undefined,
		);
	}
}
