import { escapeField } from "#lib/core/formats/formats/tsv.ts";
import { type AlignmentFormat, textOf } from "./contract.ts";

/**
 * Source TAB target TAB confidence, one bead a line; the side of a lone sentence is an empty field. Tab, line breaks
 * and backslash are escaped, so a field never breaks a line.
 */
export const tsv = {
	id: "tsv",
	write({ source, target, beads }) {
		return beads
			.map((bead) => {
				const texts = [textOf(source, bead.source), textOf(target, bead.target)];
				return `${[...texts.map(escapeField), bead.confidence.toFixed(4)].join("\t")}\n`;
			})
			.join("");
	},
} as const satisfies AlignmentFormat;
