/** An editor without a screen: what the desk asks of one, and nothing more. */
export function paper() {
	const editor = {
		text: "",
		caret: 0,
		isComposing: false,
		open({ text, caret }: { text: string; caret: number | null }) {
			editor.text = text;
			editor.caret = caret ?? text.length;
		},
		replace(text: string) {
			editor.text = text;
		},
		focus() {},
		blur() {},
		undo: () => false,
		redo: () => false,
		whenComposed: () => Promise.resolve(),
	};
	return editor;
}
