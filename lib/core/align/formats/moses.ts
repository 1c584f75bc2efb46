import { type AlignedText, type AlignmentFormat, textOf } from "./contract.ts";

/** With all that some reader takes for the end of a line. */
const controls = /[\p{Cc}\p{Zl}\p{Zp}]+/gu;

/**
 * Two line-parallel files as Moses and other trainers read them: line n of one translates line n of the other.
 * Beads that lack a text on one side are left out, since an empty line would break the pair.
 */
export const moses = {
	id: "moses",
	writeSides({ source, target, beads }) {
		const pairs = beads
			.map((bead) => [line(source, bead.source), line(target, bead.target)] as const)
			.filter(([left, right]) => left !== "" && right !== "");
		const [left, right] = extensions(source.language, target.language);
		return [
			{ extension: left, text: pairs.map((pair) => `${pair[0]}\n`).join("") },
			{ extension: right, text: pairs.map((pair) => `${pair[1]}\n`).join("") },
		];
	},
} as const satisfies AlignmentFormat;

function line(side: AlignedText, span: readonly [number, number]): string {
	return textOf(side, span).replace(controls, " ").trim();
}

/** `zh` and `en`; the script or region too where the languages are otherwise the same. */
function extensions(source: string, target: string): [string, string] {
	const [left = source, right = target] = [source, target].map((language) => language.split("-")[0]);
	return left === right ? [source, target] : [left, right];
}
