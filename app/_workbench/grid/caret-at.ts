/** The offset in a plain segment's text under the pointer; null where there is none. */
export function caretAt(
	target: Element,
	{ clientX, clientY }: { readonly clientX: number; readonly clientY: number },
): number | null {
	const segment = target.closest("[data-segment]");
	const position = document.caretPositionFromPoint?.(clientX, clientY);
	if (!segment || !position || !segment.contains(position.offsetNode)) return null;
	if (!(position.offsetNode instanceof Text)) return null;
	const before = document.createRange();
	before.setStart(segment, 0);
	before.setEnd(position.offsetNode, position.offset);
	return before.toString().length;
}
