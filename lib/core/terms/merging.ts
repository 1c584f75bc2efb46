/** What taking in the terms of a file would make of a glossary. */
import type { Term } from "./term.ts";

export interface MergedTerm {
	/** As the glossary has it. */
	readonly before: Term;
	/** As it would be, under the same id. */
	readonly after: Term;
}

export interface Merging {
	readonly added: readonly Term[];
	readonly changed: readonly MergedTerm[];
	/** Terms that read so already. */
	readonly same: number;
}

/**
 * A term is the one that has the same simplified form. Its renderings become the file's; a domain and a note that the
 * file leaves out stay. Nothing is deleted.
 */
export function merging(glossary: readonly Term[], file: readonly Term[]): Merging {
	const known = new Map(glossary.map((term) => [term.simplified, term]));
	const added: Term[] = [];
	const changed: MergedTerm[] = [];
	let same = 0;
	for (const given of file) {
		const before = known.get(given.simplified);
		if (!before) {
			added.push(given);
			continue;
		}
		const after = {
			...given,
			id: before.id,
			domain: given.domain || before.domain,
			note: given.note || before.note,
		};
		if (writtenAlike(before, after)) same += 1;
		else changed.push({ before, after });
	}
	return { added, changed, same };
}

const writtenAlike = (one: Term, other: Term): boolean => written(one) === written(other);

const written = ({ simplified, traditional, domain, note, renderings }: Term): string =>
	JSON.stringify([
		simplified,
		traditional,
		domain,
		note,
		renderings.map(({ text, status, note: said, authority, alwaysWrong }) => [
			text,
			status,
			said,
			authority,
			alwaysWrong,
		]),
	]);
