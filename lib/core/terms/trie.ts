/** A trie whose nodes have one child more often than not: only others have a map, so that ten thousand terms are few objects. */
export class Trie<Key, Value> {
	values: Value[] | null = null;
	#key: Key | undefined;
	#child: Trie<Key, Value> | undefined;
	#others: Map<Key, Trie<Key, Value>> | undefined;

	next(key: Key): Trie<Key, Value> | undefined {
		return key === this.#key ? this.#child : this.#others?.get(key);
	}

	grow(key: Key): Trie<Key, Value> {
		const there = this.next(key);
		if (there) return there;
		const made = new Trie<Key, Value>();
		if (this.#child === undefined) {
			this.#key = key;
			this.#child = made;
		} else {
			this.#others ??= new Map();
			this.#others.set(key, made);
		}
		return made;
	}
}
