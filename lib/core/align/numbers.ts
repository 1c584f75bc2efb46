import type { Evidence } from "./evidence.ts";

/** Natural logarithm that a shared number is worth: little, since numbers repeat and are often written out. */
const shared = 2;
/** More shared numbers than this say nothing more. */
const mostShared = 2;

/** Null where no number of two digits or more stands on both sides. */
export function numberEvidence(source: readonly string[], target: readonly string[]): Evidence | null {
	const sourceNumbers = source.map(numbersOf);
	const targetNumbers = target.map(numbersOf);
	const known = new Set(targetNumbers.flat());
	if (!sourceNumbers.some((numbers) => numbers.some((number) => known.has(number)))) return null;
	return {
		weigh(from, sources, across, targets) {
			let found = 0;
			for (let i = from; i < from + sources; i += 1) {
				for (const number of sourceNumbers[i] ?? []) {
					for (let j = across; j < across + targets; j += 1)
						if (targetNumbers[j]?.includes(number)) found += 1;
				}
			}
			return shared * Math.min(found, mostShared);
		},
	};
}

/** Runs of two digits and more, each once; separators between thousands are left out. */
function numbersOf(sentence: string): readonly string[] {
	const digits = sentence.normalize("NFKC").replaceAll(/(?<=\d),(?=\d{3})/gu, "");
	return [...new Set(digits.match(/\d{2,}/gu) ?? [])];
}
