import { type Extension, StateEffect } from "@codemirror/state";
import { Decoration, type DecorationSet, EditorView, ViewPlugin } from "@codemirror/view";
import type { Match } from "#lib/core/scripts/fold.ts";

const drawAnew = StateEffect.define<null>();
const commented = Decoration.mark({ class: "cm-commented" });

/** Underlines what is commented on; the marks go along with what is typed until the places are known anew. */
export function commentMarks(places: () => readonly Match[]): Extension {
	const draw = (view: EditorView): DecorationSet => {
		const { length } = view.state.doc;
		const within = places().filter(({ start, end }) => start < end && end <= length);
		return Decoration.set(
			within.map(({ start, end }) => commented.range(start, end)),
			true,
		);
	};
	const plugin = ViewPlugin.define(
		(view) => ({
			drawn: draw(view),
			update({ changes, transactions, view: now }) {
				const anew = transactions.some(({ effects }) => effects.some((effect) => effect.is(drawAnew)));
				this.drawn = anew ? draw(now) : this.drawn.map(changes);
			},
		}),
		{ decorations: ({ drawn }) => drawn },
	);
	return [plugin, EditorView.theme({ ".cm-commented": { borderBottom: "2px dotted var(--accent)" } })];
}

/** Other places are commented on now. */
export function drawCommentsAnew(view: EditorView): void {
	view.dispatch({ effects: drawAnew.of(null) });
}
