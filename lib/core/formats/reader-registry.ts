/** Every kind of file that can be read. A new one is a file in `readers`, a line here and a name in the catalogue `reading`. */
import type { FileSource, Reader } from "./reader.ts";
import { csv } from "./readers/csv.ts";
import { docx } from "./readers/docx.ts";
import { html } from "./readers/html.ts";
import { intertext } from "./readers/intertext.ts";
import { ladder } from "./readers/ladder.ts";
import { markdown } from "./readers/markdown.ts";
import { odt } from "./readers/odt.ts";
import { pdf } from "./readers/pdf.ts";
import { po } from "./readers/po.ts";
import { tei } from "./readers/tei.ts";
import { tmx } from "./readers/tmx.ts";
import { txt } from "./readers/txt.ts";
import { vecalign } from "./readers/vecalign.ts";
import { xliff } from "./readers/xliff.ts";
import { xlsx } from "./readers/xlsx.ts";

/** In the order in which they are asked: of two that are equally sure the earlier one reads. */
export const readers: readonly Reader[] = [
	docx,
	odt,
	tmx,
	xliff,
	po,
	intertext,
	tei,
	html,
	ladder,
	vecalign,
	markdown,
	txt,
	xlsx,
	csv,
	pdf,
];

export function findReader(id: string): Reader | undefined {
	return readers.find((reader) => reader.id === id);
}

/** The reader that is surest of a file; `text` is its head decoded, null where it is no text. Undefined where none takes it. */
export function recognise(
	file: Pick<FileSource, "name" | "head" | "size">,
	text: string | null,
): Reader | undefined {
	let best: Reader | undefined;
	let surest = 0;
	for (const reader of readers) {
		const sure = reader.recognises(file, text);
		if (sure > surest) [best, surest] = [reader, sure];
	}
	return best;
}
