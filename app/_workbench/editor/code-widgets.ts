import type { Extension } from "@codemirror/state";
import {
	Decoration,
	type DecorationSet,
	EditorView,
	MatchDecorator,
	ViewPlugin,
	WidgetType,
} from "@codemirror/view";
import { type FindCode, glyphOf } from "#app/_ui/coded-text.tsx";
import { codeNumber, marks } from "#lib/core/formats/marked-text.ts";

class CodeWidget extends WidgetType {
	readonly glyph: string;

	constructor(glyph: string) {
		super();
		this.glyph = glyph;
	}

	override eq(other: CodeWidget): boolean {
		return other.glyph === this.glyph;
	}

	toDOM(): HTMLElement {
		const sign = document.createElement("span");
		sign.className = "code";
		sign.dataset["glyph"] = this.glyph;
		return sign;
	}
}

/** Inline codes as signs that the caret steps over and that are deleted whole. */
export function codeWidgets(find: FindCode): Extension {
	const decorator = new MatchDecorator({
		regexp: new RegExp(marks),
		decoration: ([mark]) =>
			Decoration.replace({ widget: new CodeWidget(glyphOf(find(codeNumber(mark) ?? -1))) }),
	});
	return ViewPlugin.define(
		(view) => ({
			drawn: decorator.createDeco(view) as DecorationSet,
			update(update) {
				this.drawn = decorator.updateDeco(update, this.drawn);
			},
		}),
		{
			decorations: (plugin) => plugin.drawn,
			provide: (plugin) =>
				EditorView.atomicRanges.of((view) => view.plugin(plugin)?.drawn ?? Decoration.none),
		},
	);
}
