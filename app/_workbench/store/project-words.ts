import { api } from "#app/_ui/api.ts";
import type { Desk } from "./desk.ts";

/** The words that the people of a project know to be right. */
export class ProjectWords {
	#desk: Desk;
	#known = new Set<string>();
	#loading: Promise<void> | null = null;
	#changed: () => void;

	constructor(desk: Desk, changed: () => void) {
		this.#desk = desk;
		this.#changed = changed;
	}

	/** In whatever letters: a word known in small ones may begin a sentence. */
	has(word: string): boolean {
		return this.#known.has(word.toLowerCase());
	}

	/** Once; where they cannot be read now, the next time. */
	load(): Promise<void> {
		this.#loading ??= this.#desk.options.read<{ words: readonly string[] }>(this.#path).then(
			({ words }) => {
				for (const word of words) this.#known.add(word.toLowerCase());
			},
			() => {
				this.#loading = null;
			},
		);
		return this.#loading;
	}

	/** Known at once, and to everybody of the project when the server has it; can be taken back. */
	async add(word: string): Promise<void> {
		this.#set(word, true);
		if (!(await this.#send("POST", word))) return this.#set(word, false);
		const run = () => void this.#takeBack(word);
		this.#desk.say("wordAdded", { word }, { action: { label: "undo", run } });
	}

	async #takeBack(word: string): Promise<void> {
		this.#set(word, false);
		if (!(await this.#send("DELETE", word))) this.#set(word, true);
	}

	#set(word: string, known: boolean): void {
		if (known) this.#known.add(word.toLowerCase());
		else this.#known.delete(word.toLowerCase());
		this.#changed();
	}

	async #send(method: "POST" | "DELETE", word: string): Promise<boolean> {
		try {
			await api(this.#path, { method, body: { word } });
			return true;
		} catch {
			this.#desk.say("wordNotSaved", { word }, { tone: "error" });
			return false;
		}
	}

	get #path(): string {
		return `/projects/${this.#desk.options.head.projectId}/words`;
	}
}
