import { followSurroundings, surroundingsAlive } from "./surroundings.ts";

interface Press {
	readonly event: Event;
	readonly control: Element;
}

const names = ["keydown", "pointerdown", "mousedown", "click"] as const;
let kept: Press[] = [];
/** Of an event that repeats one: the press. */
const repeats = new WeakMap<Event, Press>();

function keep(event: Event): void {
	if (repeats.has(event)) return;
	if (event instanceof KeyboardEvent && !/^(Enter|Space)$/.test(event.code)) return;
	const control = event.target instanceof Element ? event.target.closest("button, [role=tab]") : null;
	if (control?.closest("[data-workbench]")) kept.push({ event, control });
}

function repeat(): void {
	for (const press of [...kept]) {
		const { event, control } = press;
		const again: Event = Reflect.construct(event.constructor, [event.type, event]);
		repeats.set(again, press);
		control.dispatchEvent(again);
	}
}

/**
 * A control around the passages may be pressed while it only stands there as the server drew it: it is pressed again
 * whenever a part of them has come alive, until that reaches it. Links work by themselves.
 */
export function keepEarlyPresses(): void {
	for (const name of names) window.addEventListener(name, keep, { capture: true });
	const end = followSurroundings(() => queueMicrotask(repeat));
	void surroundingsAlive().then(() => {
		end();
		for (const name of names) window.removeEventListener(name, keep, { capture: true });
		repeat();
		kept = [];
	});
}

/** What has reached its control was no early press, or is none any more. */
export function hasArrived({ nativeEvent }: { readonly nativeEvent: Event }): void {
	const press = repeats.get(nativeEvent);
	if (kept.length > 0) kept = kept.filter((one) => one !== press && one.event !== nativeEvent);
}
