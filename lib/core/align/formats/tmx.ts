import { type TmxUnit, tmxFile } from "#lib/core/formats/tmx-file.ts";
import { type AlignmentFormat, textOf } from "./contract.ts";

/** A translation memory: one unit a bead that has a text on both sides, with its confidence and number from 1. */
export const tmx = {
	id: "tmx",
	write({ aligner, source, target, beads }, { title, writtenAt, application }) {
		const units: TmxUnit[] = [];
		for (const [index, bead] of beads.entries()) {
			const unit = {
				id: String(index + 1),
				several: bead.source[1] - bead.source[0] > 1 || bead.target[1] - bead.target[0] > 1,
				source: textOf(source, bead.source),
				target: textOf(target, bead.target),
				properties: [
					["x-confidence", bead.confidence.toFixed(4)],
					["x-aligner", aligner],
				],
			} as const satisfies TmxUnit;
			if (unit.source !== "" && unit.target !== "") units.push(unit);
		}
		const memory = { title, sourceLanguage: source.language, targetLanguage: target.language, units };
		return tmxFile(memory, { application, exportedAt: writtenAt });
	},
} as const satisfies AlignmentFormat;
