import { type Extension, StateEffect, StateField } from "@codemirror/state";
import { Decoration, EditorView } from "@codemirror/view";
import type { Fault } from "../store/fault.ts";

/** The faults of the text as it now is; they move along with it until the next are there. */
export const setFaults = StateEffect.define<readonly Fault[]>();

const none: readonly Fault[] = [];

export const faultField = StateField.define<readonly Fault[]>({
	create: () => none,
	update(faults, { changes, docChanged, effects }) {
		let now = faults;
		if (docChanged && now.length > 0)
			now = now
				.filter(({ start, end }) => !changes.touchesRange(start, end))
				.map((fault) => ({
					...fault,
					start: changes.mapPos(fault.start, 1),
					end: changes.mapPos(fault.end, -1),
				}));
		for (const effect of effects) if (effect.is(setFaults)) now = effect.value;
		return now;
	},
});

const faultClass = "fault";

/** Underlined; a word is not called wrong while it is being written. */
export const faultMarks: Extension = [
	faultField,
	EditorView.decorations.compute([faultField, "selection"], (state) => {
		const faults = state.field(faultField);
		if (faults.length === 0) return Decoration.none;
		const caret = state.selection.main.head;
		return Decoration.set(
			faults
				.filter(({ kind, end, start }) => end > start && !(kind === "spelling" && end === caret))
				.map((fault) =>
					Decoration.mark({
						class: faultClass,
						attributes: { "data-fault": fault.kind === "check" ? fault.severity : fault.kind },
					}).range(fault.start, fault.end),
				),
			true,
		);
	}),
];
