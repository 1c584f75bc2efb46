import { readBeads } from "../../align/formats/vecalign.ts";
import { type Reader, ReadRefusal } from "../reader.ts";
import { findEncoding, wholeText } from "../text-file.ts";

/** Bytes. */
const largestFile = 64 * 1024 * 1024;

const bead = /^\s*\[[\d\s,]*\]\s*:\s*\[[\d\s,]*\]\s*(?::.*)?$/u;

/**
 * Sentence numbers as Vecalign, Bertalign and gold files write them: `[0, 1]:[2]:0.15`. What follows the second colon
 * is a cost there and a confidence elsewhere, so nothing is made of it.
 */
export const vecalign: Reader = {
	id: "vecalign",
	extensions: ["vecalign", "gold", "beads"],
	messageKey: "formats.vecalign",
	recognises(file, text) {
		const lines = (text ?? "").split(/\r\n|[\n\r]/u);
		const whole = file.size > file.head.length ? lines.slice(0, -1) : lines;
		const written = whole.filter((line) => line.trim() !== "").slice(0, 200);
		return written.length > 0 && written.every((line) => bead.test(line)) ? 3 : 0;
	},
	async read(file, sink, capabilities) {
		const { encoding } = await findEncoding(file, sink, capabilities);
		const text = await wholeText(file, encoding, capabilities, largestFile);
		const found = readBeads(text);
		if (!found.ok) throw new ReadRefusal("vecalignBadBead", {}, found.line, found.column);
		const numbers = text
			.split(/\r\n|[\n\r]/u)
			.flatMap((line, index) => (line.trim() === "" ? [] : [index + 1]));
		let reached: [source: number, target: number] = [0, 0];
		for (const [index, { source, target }] of found.beads.entries()) {
			const line = numbers[index] ?? 1;
			const spans = [spanOf(source, reached[0], line), spanOf(target, reached[1], line)] as const;
			reached = [Math.max(reached[0], spans[0][1]), Math.max(reached[1], spans[1][1])];
			if (source.length + target.length > 0) sink.link({ line, source: spans[0], target: spans[1] });
		}
		capabilities.progress(file.size, file.size);
		return "links";
	},
};

/** An empty side stands where the sentences before it end. */
function spanOf(
	numbers: readonly number[],
	reached: number,
	line: number,
): readonly [from: number, to: number] {
	const sorted = numbers.toSorted((a, b) => a - b);
	const [first = reached] = sorted;
	if (sorted.some((number, index) => number !== first + index))
		throw new ReadRefusal("vecalignGap", {}, line);
	return [first, first + sorted.length];
}
