import { history, redo, redoDepth, standardKeymap, undo, undoDepth } from "@codemirror/commands";
import { Compartment, EditorState, type Extension, StateEffect, Transaction } from "@codemirror/state";
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
import { commentMarks, drawCommentsAnew } from "../comments/comment-marks.ts";
import { changesBetween } from "../store/comparing.ts";
import { type Fault, isSameFault } from "../store/fault.ts";
import { codeWidgets } from "./code-widgets.ts";
import { faultField, faultMarks, setFaults } from "./fault-marks.ts";
import { linesIn, plainLine } from "./plain-paste.ts";

/** What was found in the text being edited. */
export interface FoundFaults {
	readonly checks: readonly Fault[];
	readonly english: readonly Fault[] | null;
}

export interface EditorEvents {
	/** The text after every change that a person made. */
	typed(text: string): void;
	/** The text became another one that nobody typed: another segment was opened, or its text replaced. */
	replaced(): void;
	/** What is commented on in the text that is opened. */
	commented?(): readonly Match[];
	/** The caret or the selection is another, in the same text. */
	selected(): void;
	/** So many lines were pasted as one. */
	joined(lines: number): void;
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

const attributesOf = (lang: string, label: string) =>
	EditorView.contentAttributes.of({ lang, "aria-label": label, spellcheck: "false" });

/** The one editor of the workbench: it moves from segment to segment, so that no row has to make its own. */
export class SegmentEditor {
	readonly view: EditorView;
	#events: EditorEvents;
	#extensions: Extension;
	#silent = false;
	#lang = "";
	readonly #named = new Compartment();
	#marked: Marked | null = null;
	#composed: (() => void)[] = [];
	/** The caret is at the end because the text was opened there: nobody has chosen a place yet. */
	#unplaced = false;

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
			EditorView.clipboardInputFilter.of((text) => {
				const lines = linesIn(text);
				if (lines > 1) events.joined(lines);
				return plainLine(text);
			}),
			EditorView.lineWrapping,
			theme,
			marks(() => this.#marked),
			codeWidgets(findCode),
			commentMarks(() => events.commented?.() ?? []),
			faultMarks,
			EditorView.updateListener.of((update) => {
				if (!this.#silent && (update.docChanged || update.selectionSet)) this.#unplaced = false;
				if (update.docChanged && this.#silent) events.replaced();
				else if (update.docChanged) events.typed(update.state.doc.toString());
				else if (update.selectionSet) events.selected();
			}),
			EditorView.domEventObservers({ compositionend: this.#settleSoon, blur: this.#settleSoon }),
			...(nonce ? [EditorView.cspNonce.of(nonce)] : []),
		];
		this.view = new EditorView({ state: EditorState.create({ extensions: this.#extensions }) });
	}

	get text(): string {
		return this.view.state.doc.toString();
	}

	/** The text that is selected. */
	get selected(): string {
		const { from, to } = this.view.state.selection.main;
		return this.view.state.sliceDoc(from, to);
	}

	select(start: number, end: number): void {
		this.view.dispatch({ selection: { anchor: start, head: end } });
	}

	/** Where the selection is; at the caret where nothing is selected. */
	get selectedRange(): { readonly from: number; readonly to: number } {
		return this.view.state.selection.main;
	}

	get caret(): number {
		return this.view.state.selection.main.head;
	}

	/** What is chosen of the text; empty where nothing is. */
	get selection(): string {
		const { from, to } = this.view.state.selection.main;
		return this.view.state.sliceDoc(from, to);
	}

	get isComposing(): boolean {
		return this.view.composing || this.view.compositionStarted;
	}

	/** Resolves when no input method is in the middle of a word: a text that changes under one loses what it composes. */
	whenComposed(): Promise<void> {
		if (!this.isComposing) return Promise.resolve();
		return new Promise((resolve) => this.#composed.push(resolve));
	}

	/** What was composed is in the text by then. */
	#settleSoon = (): void => {
		setTimeout(() => {
			if (!this.isComposing) for (const goOn of this.#composed.splice(0)) goOn();
		}, 0);
	};

	/** Begins with a text of its own history. */
	open({ text, lang, label, caret }: EditorText): void {
		this.#lang = lang;
		this.#unplaced = caret === null;
		const attributes = this.#named.of(attributesOf(lang, label));
		const anchor = Math.min(caret ?? text.length, text.length);
		this.view.setState(
			EditorState.create({ doc: text, selection: { anchor }, extensions: [this.#extensions, attributes] }),
		);
		this.#events.replaced();
	}

	/** Another name for what is being edited, when the interface changes its language. */
	rename(label: string): void {
		this.view.dispatch({ effects: this.#named.reconfigure(attributesOf(this.#lang, label)) });
	}

	/**
	 * Puts another text in, which is nobody's typing: word by word, outside of the text history, around the caret. A
	 * caret that nobody has placed stays at the end.
	 */
	replace(text: string): void {
		let at = 0;
		const changes = changesBetween(this.text, text, this.#lang).flatMap(({ kind, text: part }) => {
			const from = at;
			if (kind !== "inserted") at += part.length;
			if (kind === "same") return [];
			return [kind === "inserted" ? { from, insert: part } : { from, to: at }];
		});
		const atEnd = this.#unplaced ? { selection: { anchor: text.length } } : {};
		const annotations = Transaction.addToHistory.of(false);
		this.#silent = true;
		this.#keepCaret(() => this.view.dispatch({ changes, annotations, ...atEnd }));
		this.#silent = false;
	}

	/** Marks what is looked for, in this text and in those opened later. */
	mark(marked: Marked | null): void {
		this.#marked = marked;
		this.#keepCaret(() => this.view.dispatch({ effects: markAnew.of(null) }));
	}

	/** Other places of the text are commented on now. */
	markComments(): void {
		this.#keepCaret(() => drawCommentsAnew(this.view));
	}

	/** Marks what is wrong in the text as it is now; `english: null` leaves standing what was said of it before. */
	showFaults({ checks, english }: FoundFaults): void {
		const now = this.faults;
		const next = [...checks, ...(english ?? now.filter(({ kind }) => kind !== "check"))];
		if (now.length === next.length && now.every((fault, i) => isSameFault(fault, next[i]))) return;
		this.#keepCaret(() => this.view.dispatch({ effects: setFaults.of(next) }));
	}

	get faults(): readonly Fault[] {
		return this.view.state.field(faultField);
	}

	/**
	 * Draws something in which the caret keeps its place. The browser loses it when a whole text goes into a mark, or out
	 * of one; CodeMirror (6.43) takes that for a part of the focus' coming while this is younger than 200 ms, and then, at
	 * the next key, for a place that somebody chose.
	 */
	#keepCaret(draw: () => void): void {
		const { view } = this;
		const held = view.hasFocus && !this.isComposing && showsSelection(view);
		draw();
		if (!held || showsSelection(view)) return;
		const { anchor, head } = view.state.selection.main;
		const [from, to] = [view.domAtPos(anchor), view.domAtPos(head)];
		document.getSelection()?.setBaseAndExtent(from.node, from.offset, to.node, to.offset);
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
		for (const goOn of this.#composed.splice(0)) goOn();
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

/** The browser has the same selected as the editor. */
function showsSelection(view: EditorView): boolean {
	const { anchorNode, anchorOffset, focusNode, focusOffset } = document.getSelection() ?? {};
	if (
		!anchorNode ||
		!focusNode ||
		!view.contentDOM.contains(anchorNode) ||
		!view.contentDOM.contains(focusNode)
	)
		return false;
	const { anchor, head } = view.state.selection.main;
	return view.posAtDOM(anchorNode, anchorOffset) === anchor && view.posAtDOM(focusNode, focusOffset) === head;
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
