/** The offset in a plain segment's text under the pointer; null where there is none. */
export function caretAt(
	target: Element,
	{ clientX, clientY }: { readonly clientX: number; readonly clientY: number },
): number | null {
	const segment = target.closest("[data-segment]");
	const position = document.caretPositionFromPoint?.(clientX, clientY);
	if (!segment || !position || !segment.contains(position.offsetNode)) return null;
	return position.offsetNode instanceof Text ? position.offset : null;
}
