export interface Observable<State> {
	get(): State;
	set(change: Partial<State>): void;
	subscribe(listener: () => void): () => void;
}

/** A value that screens can watch; listeners are told once per change. */
export function observable<State extends object>(initial: State): Observable<State> {
	let state = initial;
	const listeners = new Set<() => void>();
	return {
		get: () => state,
		set(change) {
			state = { ...state, ...change };
			for (const listener of listeners) listener();
		},
		subscribe(listener) {
			listeners.add(listener);
			return () => listeners.delete(listener);
		},
	};
}
