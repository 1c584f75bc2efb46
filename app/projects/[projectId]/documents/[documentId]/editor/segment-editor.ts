import { history, redo, redoDepth, standardKeymap, undo, undoDepth } from "@codemirror/commands";
import { EditorState, type Extension, StateEffect, Transaction } from "@codemirror/state";
import {
	Decoration,
	type DecorationSet,
	EditorView,
	keymap,
	runScopeHandlers,
	ViewPlugin,
} from "@codemirror/view";
import type { FindCode } from "#app/_ui/coded-text.tsx";
import type { Match } from "#lib/core/scripts/fold.ts";
import { codeWidgets } from "./code-widgets.ts";
import { plainLine } from "./plain-paste.ts";

export interface EditorEvents {
	/** The text after every change that a person made. */
	typed(text: string): void;
	/** The text became another one that nobody typed: another segment was opened, or its text replaced. */
	replaced(): void;
	/** The caret wants to leave the segment: backwards over its start, forwards over its end. */
	edge(direction: -1 | 1): boolean;
}

/** What is edited now, for assistive technology and for the look of the text. */
export interface EditorText {
	readonly text: string;
	readonly lang: string;
	readonly label: string;
	/** Offset for the caret; null: the end. */
	readonly caret: number | null;
}

/** Where what is looked for is in a text, and which of the places one has gone to. */
export interface Marked {
	readonly places: (text: string) => readonly Match[];
	readonly current: number | null;
}

const theme = EditorView.theme({
	"&": { background: "transparent", color: "inherit" },
	"&.cm-focused": { outline: "none" },
	".cm-scroller": { fontFamily: "inherit", lineHeight: "inherit", overflow: "visible" },
	".cm-content": { padding: "0", fontFamily: "inherit", caretColor: "var(--accent)" },
	".cm-line": { padding: "0" },
});

/** Keys that would make a second line, and keys that belong to us or to the system. */
const notOurs = /^(Enter|Mod-Enter|Shift-Enter|Ctrl-o|Ctrl-Arrow(Up|Down)|Alt-Arrow(Up|Down))$/;
const editingKeys = standardKeymap.filter(
	({ key, mac }) => !notOurs.test(key ?? "") && !notOurs.test(mac ?? ""),
);

/** The one editor of the workbench: it moves from segment to segment, so that no row has to make its own. */
export class SegmentEditor {
	readonly view: EditorView;
	#events: EditorEvents;
	#extensions: Extension;
	#silent = false;
	#marked: Marked | null = null;

	constructor(events: EditorEvents, findCode: FindCode, nonce: string | null) {
		this.#events = events;
		this.#extensions = [
			history(),
			keymap.of([
				{ key: "ArrowLeft", run: (view) => atEdge(view, -1) && events.edge(-1) },
				{ key: "ArrowRight", run: (view) => atEdge(view, 1) && events.edge(1) },
				...editingKeys,
			]),
			EditorState.transactionFilter.of(oneLine),
			EditorView.clipboardInputFilter.of(plainLine),
			EditorView.lineWrapping,
			theme,
			marks(() => this.#marked),
			codeWidgets(findCode),
			EditorView.updateListener.of((update) => {
				if (!update.docChanged) return;
				if (this.#silent) events.replaced();
				else events.typed(update.state.doc.toString());
			}),
			...(nonce ? [EditorView.cspNonce.of(nonce)] : []),
		];
		this.view = new EditorView({ state: EditorState.create({ extensions: this.#extensions }) });
	}

	get text(): string {
		return this.view.state.doc.toString();
	}

	get caret(): number {
		return this.view.state.selection.main.head;
	}

	get isComposing(): boolean {
		return this.view.composing || this.view.compositionStarted;
	}

	/** Begins with a text of its own history. */
	open({ text, lang, label, caret }: EditorText): void {
		const attributes = EditorView.contentAttributes.of({
			lang,
			"aria-label": label,
			spellcheck: "false",
		});
		const anchor = Math.min(caret ?? text.length, text.length);
		this.view.setState(
			EditorState.create({ doc: text, selection: { anchor }, extensions: [this.#extensions, attributes] }),
		);
		this.#events.replaced();
	}

	/** Puts another text in, which is nobody's typing: the smallest change, outside of the text history. */
	replace(text: string): void {
		const now = this.text;
		let start = 0;
		while (start < now.length && start < text.length && now[start] === text[start]) start++;
		let end = 0;
		while (end < now.length - start && end < text.length - start && now.at(-1 - end) === text.at(-1 - end))
			end++;
		this.#silent = true;
		this.view.dispatch({
			changes: { from: start, to: now.length - end, insert: text.slice(start, text.length - end) },
			annotations: Transaction.addToHistory.of(false),
		});
		this.#silent = false;
	}

	/** Marks what is looked for, in this text and in those opened later. */
	mark(marked: Marked | null): void {
		this.#marked = marked;
		this.view.dispatch({ effects: markAnew.of(null) });
	}

	/** Puts something in the place of a part of the text, as somebody who types would. */
	put(start: number, end: number, text: string): void {
		this.view.dispatch({ changes: { from: start, to: end, insert: text }, userEvent: "input.complete" });
	}

	focus(): void {
		this.view.focus();
	}

	/** From here on no key reaches the text. */
	blur(): void {
		this.view.contentDOM.blur();
	}

	/** Does what a key does in the text; answers whether it does anything but type. */
	press(event: KeyboardEvent): boolean {
		return runScopeHandlers(this.view, event, "editor");
	}

	/** Types at the caret. */
	insert(text: string): void {
		if (text === "") return;
		this.view.dispatch(this.view.state.replaceSelection(text), { userEvent: "input.type" });
	}

	undo(): boolean {
		return undoDepth(this.view.state) > 0 && undo(this.view);
	}

	redo(): boolean {
		return redoDepth(this.view.state) > 0 && redo(this.view);
	}

	destroy(): void {
		this.view.destroy();
	}
}

const markAnew = StateEffect.define<null>();
const marker = Decoration.mark({ tagName: "mark" });
const currentMarker = Decoration.mark({ tagName: "mark", attributes: { "data-current": "true" } });

function marks(marked: () => Marked | null): Extension {
	const drawn = (view: EditorView): DecorationSet => {
		const { places, current } = marked() ?? { places: () => [], current: null };
		return Decoration.set(
			places(view.state.doc.toString()).map(({ start, end }, i) =>
				(i === current ? currentMarker : marker).range(start, end),
			),
		);
	};
	return ViewPlugin.define(
		(view) => ({
			drawn: drawn(view),
			update({ docChanged, transactions, view: now }) {
				const anew = transactions.some(({ effects }) => effects.some((effect) => effect.is(markAnew)));
				if (docChanged || anew) this.drawn = drawn(now);
			},
		}),
		{ decorations: (plugin) => plugin.drawn },
	);
}

function atEdge(view: EditorView, direction: -1 | 1): boolean {
	const { main } = view.state.selection;
	return main.empty && main.head === (direction < 0 ? 0 : view.state.doc.length);
}

/** A segment is one line, whatever arrives. */
function oneLine(
	transaction: Transaction,
):
	| Transaction
	| readonly [Transaction, { changes: { from: number; to: number; insert: string }[]; sequential: true }] {
	if (!transaction.docChanged || transaction.newDoc.lines === 1) return transaction;
	const changes = [];
	for (let line = 1; line < transaction.newDoc.lines; line++) {
		const { to } = transaction.newDoc.line(line);
		changes.push({ from: to, to: to + 1, insert: " " });
	}
	return [transaction, { changes, sequential: true }];
}
