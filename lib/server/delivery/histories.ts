/** What became of each text, and who did it, gathered while the log is replayed. */
import type { Version } from "#lib/core/diff/attribute.ts";
import type { Row, Segment } from "#lib/core/document/model.ts";
import type { ReplayStep } from "#lib/server/revision-log/replay.ts";

interface Known {
	readonly text: string;
	readonly draft: string | null;
}

export class Histories {
	readonly #versions = new Map<string, readonly Version[]>();
	readonly #known = new Map<string, Known>();
	readonly #names: ReadonlyMap<string, string>;

	/** `names`: of the people, by id. `rows`: the version that histories begin with. */
	constructor(names: ReadonlyMap<string, string>, rows: readonly Row[] = []) {
		this.#names = names;
		for (const segment of rows.flatMap(segmentsOf)) this.#known.set(segment.id, segment);
	}

	/** What the text was after each edit, the oldest first; the first version left out. */
	of(id: string): readonly Version[] {
		return this.#versions.get(id) ?? [];
	}

	note({ line, operation, applied }: ReplayStep): void {
		const by = { author: this.#names.get(line.actorId) ?? "", at: line.at.toISOString() };
		const cut =
			operation.type === "split"
				? [operation.segment]
				: operation.type === "join"
					? [...operation.segments]
					: [];
		// The words of a segment that was cut or joined are whoever's they were before.
		const inherited = cut
			.flatMap((id) => this.of(id).slice(-1))
			.toSorted((a, b) => (a.at < b.at ? -1 : 1))
			.at(-1);
		for (const segment of applied.rows.flatMap(segmentsOf)) {
			const { id, text, draft } = segment;
			const known = this.#known.get(id);
			if (known?.text === text && known.draft === draft) continue;
			this.#known.set(id, { text, draft });
			const made = cut.includes(id) || (operation.type === "split" && id === operation.id);
			// A text as it was brought is nobody's change.
			const brought = known === undefined || known.draft !== draft;
			if (made) this.#versions.set(id, text === draft ? [] : [{ ...(inherited ?? by), text }]);
			else if (brought && (text === draft || segment.side === "source")) this.#versions.delete(id);
			else if (known?.text !== text) this.#versions.set(id, [...this.of(id), { ...by, text }]);
		}
	}
}

const segmentsOf = ({ source, target }: Row): Segment[] => [...source, ...target];
