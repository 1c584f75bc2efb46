import type { WireElsewhere } from "#lib/core/document/wire.ts";
import { codeNumber, withoutMarks } from "#lib/core/formats/marked-text.ts";
import { isUnspaced } from "#lib/core/text/unspaced.ts";
import type { WireRow } from "../sync/wire.ts";
import type { Desk } from "./desk.ts";

/** Somebody who walks through passages does not ask for each. Milliseconds. */
const rest = 350;

/** How the source of the passage one is on was rendered elsewhere in the project. */
export class Elsewhere {
	#desk: Desk;
	#timer: ReturnType<typeof setTimeout> | null = null;
	/** What was asked last: the passage, and the revision that it was asked at. */
	#asked = "";
	/** The passage whose wording others are to be given. */
	origin: string | null = null;

	constructor(desk: Desk) {
		this.#desk = desk;
	}

	/** Asks again wherever somebody rests, and whenever the document moved on. */
	begin(signal: AbortSignal): void {
		const look = () => {
			const { place } = this.#desk.state.get();
			const asked = `${place?.passage} ${this.#desk.data.taken}`;
			if (!place || asked === this.#asked) return;
			this.#asked = asked;
			if (this.#timer) clearTimeout(this.#timer);
			this.#timer = setTimeout(() => void this.#show(place.passage, asked), rest);
		};
		const stop = this.#desk.state.subscribe(look);
		signal.addEventListener("abort", () => {
			stop();
			if (this.#timer) clearTimeout(this.#timer);
		});
		look();
	}

	async #show(passage: string, asked: string): Promise<void> {
		if ((this.#desk.data.rows.row(passage)?.source.length ?? 0) === 0) {
			if (this.#desk.state.get().elsewhere) this.#desk.state.set({ elsewhere: null });
			return;
		}
		const elsewhere = await this.read(passage);
		if (elsewhere && asked === this.#asked) this.#desk.state.set({ elsewhere });
	}

	/** Null where it cannot be read now. */
	async read(passage: string): Promise<WireElsewhere | null> {
		const { head, read } = this.#desk.options;
		return await read<WireElsewhere>(`/documents/${head.id}/passages/${passage}/elsewhere`).catch(() => null);
	}

	/** What is offered for the passage one is on; null: not known yet. */
	get here(): WireElsewhere | null {
		const { elsewhere, place } = this.#desk.state.get();
		return elsewhere && elsewhere.passage === place?.passage ? elsewhere : null;
	}

	/** Puts a rendering in as somebody would who types it. `at`: from 0. */
	insert(at: number): void {
		const desk = this.#desk;
		const offered = this.here?.renderings[at];
		const row = desk.row();
		if (!offered || !row) {
			desk.say("noRendering");
			return;
		}
		const { place, mode } = desk.state.get();
		if (place?.side !== "target" || mode !== "review") desk.go(desk.placeIn(row), { mode: "review" });
		const { editor } = desk;
		if (!editor || !desk.typing.open) return;
		const text = textFor(offered.texts, row, desk.typing.open.segment, desk.language("target"));
		editor.put(0, editor.text.length, withMarksOf(editor.text, text));
	}

	/** A passage was confirmed; where others have its source, they may be given its wording. */
	confirmed(passage: string): void {
		if ((this.here?.twins ?? 0) > 0) void this.#offer(passage);
	}

	/** Says quietly that other passages have the same source and read otherwise, once everything is saved. */
	async #offer(passage: string): Promise<void> {
		const desk = this.#desk;
		await desk.data.queue.whenIdle();
		const found = await this.read(passage);
		const count = found?.same.length ?? 0;
		if (count === 0) return;
		desk.say(
			"sameElsewhere",
			{ count },
			{ action: { label: "reviewSame", run: () => this.review(passage) } },
		);
	}

	/** Shows the other passages, to choose from. */
	review(passage: string | null): void {
		this.origin = passage;
		this.#desk.openDialog("applyElsewhere");
	}
}

/** What of a rendering belongs in one segment of a passage: its counterpart, else all of it. */
function textFor(texts: readonly string[], row: WireRow, segment: string, language: string): string {
	const at = row.target.findIndex(({ id }) => id === segment);
	const alike = texts.length === row.target.length;
	const text = alike ? (texts[at] ?? "") : texts.join(isUnspaced(language) ? "" : " ");
	return withoutMarks(text);
}

/** The inline codes of the text that goes stay: those it begins with at the front, the others at the end. */
export function withMarksOf(before: string, text: string): string {
	const signs = [...before];
	const isMark = (sign: string) => codeNumber(sign) !== null;
	const first = signs.findIndex((sign) => !isMark(sign));
	const leading = first < 0 ? signs : signs.slice(0, first);
	return `${leading.join("")}${text}${signs.slice(leading.length).filter(isMark).join("")}`;
}
