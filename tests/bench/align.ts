/**
 * The aligners on gold alignments:  npm run bench -- align [quality | robustness | speed] [FOLDER] [PART]
 * Without a name, quality and robustness. FOLDER, or folders in it, hold NAME.gold with lines `[0,1]:[0]` and two texts
 * of one sentence a line, NAME.zh and NAME.en or with other language codes; or the files of WMT 2022 in lines that
 * correspond. PART, 0 to 1, makes the texts that speed is measured on shorter. HUNALIGN or HUNALIGN_SOURCE names hunalign.
 *
 * The weights of the lexical aligner:  npm run bench -- align [train | ablation | curve] [FOLDER] [--write]
 * Cross-validation and training, what each ingredient is worth, what more training texts are worth. `train --write`
 * writes the weights trained on everything to lib/core/align/lexical/trained-weights.ts.
 */
import { resolve } from "node:path";
import { measureQuality } from "./align/quality.ts";
import { measureRobustness } from "./align/robustness.ts";
import { measureSpeed } from "./align/speed.ts";
import { measureAblation } from "./align/training/ablation.ts";
import { measureCurve } from "./align/training/curve.ts";
import { trainWeights } from "./align/training/train.ts";

const given = process.argv.slice(process.argv[2] === "align" ? 3 : 2);
const write = given.includes("--write");
const measurements = {
	quality: measureQuality,
	robustness: measureRobustness,
	speed: measureSpeed,
	train: (folder: string) => trainWeights(folder, { write }),
	ablation: measureAblation,
	curve: measureCurve,
} as const;

const isName = (text: string): text is keyof typeof measurements => Object.hasOwn(measurements, text);
const name = given.slice(0, 1).find(isName);
const [folder = "../shared/corpora", part = "1"] = given
	.slice(name === undefined ? 0 : 1)
	.filter((each) => !each.startsWith("--"));
for (const each of name === undefined ? (["quality", "robustness"] as const) : [name])
	await measurements[each](resolve(folder), Number(part));
