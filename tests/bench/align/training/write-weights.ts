/** The trained weights as the module that the aligner reads. */
import { featureNames } from "#lib/core/align/lexical/features.ts";
import type { Weights } from "#lib/core/align/lexical/search.ts";

export interface Trained {
	readonly informed: Weights;
	readonly uninformed: Weights;
}

/** Source text as the formatter would have it: two decimals, without the weights that round to 0. */
export function weightsModule({ informed, uninformed }: Trained): string {
	const parts = Object.entries({ informed, uninformed }).map(
		([name, { first, later }]) => `\t${name}: {\n${block("first", first)}${block("later", later)}\t},\n`,
	);
	return `${head}${parts.join("")}};\n`;
}

const head = `/** Written by the training (docs/alignment.md); natural logarithms, by the names of \`featureNames\`. */
export const trained: Readonly<
	Record<"informed" | "uninformed", Readonly<Record<"first" | "later", Readonly<Record<string, number>>>>>
> = {
`;

function block(name: string, weights: Float64Array): string {
	const lines = featureNames.flatMap((feature, k) => {
		const rounded = Math.round(100 * (weights[k] ?? 0)) / 100;
		const key = /^[a-z]\w*$/iu.test(feature) ? feature : JSON.stringify(feature);
		return rounded === 0 ? [] : [`\t\t\t${key}: ${rounded},\n`];
	});
	return `\t\t${name}: {\n${lines.join("")}\t\t},\n`;
}
