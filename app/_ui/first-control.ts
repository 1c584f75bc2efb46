const controls = "a[href], button, input, select, textarea, summary, [tabindex='0']";

/** The first control of a dialog that does something other than close it. */
function firstControl(dialog: HTMLElement): HTMLElement | null {
	const all = [...dialog.querySelectorAll<HTMLElement>(controls)];
	return all.find((one) => !one.matches(":disabled, [data-closes]") && one.checkVisibility()) ?? null;
}

/**
 * Puts the focus on the first control of a dialog that opens. Where there is none yet, the dialog itself has it until
 * one comes, unless somebody has gone elsewhere meanwhile.
 */
export function toFirstControl(event: Event): void {
	const dialog = event.target;
	if (!(dialog instanceof HTMLElement)) return;
	event.preventDefault();
	const first = firstControl(dialog);
	if (first) {
		enter(first);
		return;
	}
	dialog.focus();
	const coming = new MutationObserver(() => {
		const waits = dialog.isConnected && document.activeElement === dialog;
		const control = waits ? firstControl(dialog) : null;
		if (control) enter(control);
		if (control || !waits) coming.disconnect();
	});
	coming.observe(dialog, { subtree: true, childList: true, attributeFilter: ["disabled"] });
}

function enter(control: HTMLElement): void {
	control.focus();
	if (control instanceof HTMLInputElement) control.select();
}
