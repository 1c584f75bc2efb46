import type { ReadRow } from "../../reader.ts";
import { TableRows, type TableWriting } from "./rows.ts";

const delimiters = ["\t", ";", ",", "|"] as const;

/** Excel's own way to say it: `sep=;` in the first line, which is no row. */
const declaration = /^\ufeff?sep=(.)\r?(?:\n|$)/iu;

export function declaredDelimiter(head: string): string | null {
	return declaration.exec(head)?.[1] ?? null;
}

/** Which character most evenly divides the beginning of a table; null where none divides it. */
export function guessDelimiter(head: string, extension: string): string | null {
	const declared = declaredDelimiter(head);
	if (declared !== null) return declared;
	let best: { readonly delimiter: string; readonly even: number } | null = null;
	for (const delimiter of delimiters) {
		const even = evennessOf(head, delimiter);
		// In a file that is called TSV a comma is a comma.
		if (delimiter === "\t" && even > 0 && extension !== "csv") return delimiter;
		if (even > (best?.even ?? 0)) best = { delimiter, even };
	}
	return best?.delimiter ?? null;
}

/** Share of rows that have as many columns as most have, 0–1; 0 where most have one. */
export function evennessOf(head: string, delimiter: string): number {
	const quoted = evenness(head, delimiter, true);
	return delimiter === "\t" ? Math.max(quoted, evenness(head, delimiter, false)) : quoted;
}

function evenness(head: string, delimiter: string, quoted: boolean): number {
	const counts = new Map<number, number>();
	let rows = 0;
	const take = ({ cells }: ReadRow) => {
		rows += 1;
		counts.set(cells.length, (counts.get(cells.length) ?? 0) + 1);
	};
	const table = new TableRows({ delimiter, quoted, escaped: false }, take, () => undefined);
	// The last line may be cut.
	const end = head.length > 32_000 ? head.lastIndexOf("\n") : head.length;
	try {
		table.write(head.slice(0, end));
		table.end();
	} catch {
		// A mark without its partner, or a field that goes on beyond the beginning: what came before it counts.
	}
	const [columns = 1, most = 0] = [...counts].toSorted(([, one], [, other]) => other - one)[0] ?? [];
	return columns > 1 && rows > 0 ? most / rows : 0;
}

/**
 * Looks through a table whose fields are divided by tabs, line by line, and tells how it is written. Our own tables
 * escape what would break a line and know no quotation marks; spreadsheets put every field with a comma or a
 * quotation mark into quotation marks.
 */
export class TabSurvey {
	#columns = 0;
	#even = true;
	#open = false;
	#quoted = 0;
	#bare = 0;
	#escapes = 0;
	#otherBackslashes = 0;

	line(text: string): void {
		if (text === "") return;
		const fields = text.split("\t");
		if (this.#columns === 0) this.#columns = fields.length;
		else if (this.#columns !== fields.length) this.#even = false;
		for (const field of fields) this.#field(field);
	}

	#field(field: string): void {
		if (/^"(?:[^"]|"")*"$/u.test(field)) this.#quoted += 1;
		else if (/[",]/u.test(field)) {
			this.#bare += 1;
			if (field.startsWith('"')) this.#open = true;
		}
		if (!field.includes("\\")) return;
		if (/^(?:[^\\]|\\[tnr\\])*$/u.test(field)) this.#escapes += 1;
		else this.#otherBackslashes += 1;
	}

	get writing(): TableWriting {
		const quoted = (!this.#even && this.#open) || (this.#quoted > 0 && this.#bare === 0);
		const escaped = !quoted && this.#escapes > 0 && this.#otherBackslashes === 0;
		return { delimiter: "\t", quoted, escaped };
	}
}
