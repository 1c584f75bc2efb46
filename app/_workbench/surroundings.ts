/** What stands around the passages: the header, the columns beside them, what is said above and beneath them. */
const parts = new Set<symbol>();
const alive = Promise.withResolvers<void>();
const listeners = new Set<() => void>();

/** A part that the page will have; the answer is to be called when it is alive. */
export function expectPart(): () => void {
	const part = Symbol();
	parts.add(part);
	return () => {
		parts.delete(part);
		for (const listener of listeners) listener();
		if (parts.size === 0) alive.resolve();
	};
}

/** All parts take what hands do. At once where there are none, in a desk without a screen. */
export function surroundingsAlive(): Promise<void> {
	return parts.size === 0 ? Promise.resolve() : alive.promise;
}

/** Calls whenever a part begins to take what hands do; answers how to end that. */
export function followSurroundings(listener: () => void): () => void {
	listeners.add(listener);
	return () => listeners.delete(listener);
}
