import { surroundingsAlive } from "./surroundings.ts";

/** Names and what they are to be; null takes a name away. */
export type AddressChange = Readonly<Record<string, string | null>>;

/**
 * The address follows hands that go from passage to passage or type in so many milliseconds; not at every key, as
 * browsers refuse that. What somebody chose is there at once: a page loaded anew is as it was left.
 */
const gently = 300;
/** What changes at every key. */
const followed = new Set(["passage", "text", "find"]);

/** What the address will say in a moment; of the page at `path` alone. */
let ahead: { readonly path: string; readonly change: AddressChange } | null = null;
let planned: ReturnType<typeof setTimeout> | undefined;
let written = Number.NEGATIVE_INFINITY;
const listeners = new Set<() => void>();

function tell(): void {
	for (const listener of listeners) listener();
}

/** The part behind the question mark, with what is about to be written there. */
export function queryNow(): string {
	const { pathname, search } = window.location;
	if (ahead?.path !== pathname) return search;
	const query = new URLSearchParams(search);
	for (const [name, value] of Object.entries(ahead.change)) {
		if (value === null) query.delete(name);
		else query.set(name, value);
	}
	return query.size === 0 ? "" : `?${query}`;
}

function write(): void {
	clearTimeout(planned);
	planned = undefined;
	const query = queryNow();
	const { pathname, search, hash } = window.location;
	ahead = null;
	if (query === search) return;
	written = performance.now();
	window.history.replaceState(null, "", `${pathname}${query}${hash}`);
}

/**
 * Says something else in the address; what was said in this moment already stays said. Another address draws the page
 * anew: nothing of it before all of it is alive.
 */
export function sayInAddress(wanted: AddressChange): void {
	const { pathname } = window.location;
	ahead = { path: pathname, change: { ...(ahead?.path === pathname && ahead.change), ...wanted } };
	const chosen = Object.keys(wanted).some((name) => !followed.has(name));
	void surroundingsAlive().then(() => {
		if (chosen) write();
		else planned ??= setTimeout(write, Math.max(0, written + gently - performance.now()));
	});
	tell();
}

/** Writes at once what is about to be written: whoever goes to another page comes back to this one as it was left. */
export function settleAddress(): void {
	if (planned !== undefined) write();
}

/** Calls whenever the address says something else. */
export function followAddress(listener: () => void): () => void {
	const back = () => {
		ahead = null;
		listener();
	};
	listeners.add(listener);
	window.addEventListener("popstate", back);
	window.addEventListener("click", settleAddress, { capture: true }); // a link's, perhaps
	return () => {
		listeners.delete(listener);
		window.removeEventListener("click", settleAddress, { capture: true });
		window.removeEventListener("popstate", back);
	};
}
