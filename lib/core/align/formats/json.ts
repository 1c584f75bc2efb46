import { type AlignedText, type AlignmentFormat, numbersOf } from "./contract.ts";

/** One line: languages and sentences of both sides, and beads as sentence numbers from 0. */
export const json = {
	id: "json",
	write({ aligner, source, target, beads }) {
		const side = ({ language, sentences }: AlignedText) => ({ language, sentences });
		return `${JSON.stringify({
			aligner,
			source: side(source),
			target: side(target),
			beads: beads.map((bead) => ({
				source: numbersOf(bead.source),
				target: numbersOf(bead.target),
				confidence: Number(bead.confidence.toFixed(4)),
			})),
		})}\n`;
	},
} as const satisfies AlignmentFormat;
