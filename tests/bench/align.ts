/**
 * The aligners on gold alignments:  npm run bench -- align [quality | robustness | speed] [FOLDER] [PART]
 * Without a name, quality and robustness. FOLDER, or folders in it, hold NAME.gold with lines `[0,1]:[0]` and two texts
 * of one sentence a line, NAME.zh and NAME.en or with other language codes; or the files of WMT 2022 in lines that
 * correspond. PART, 0 to 1, makes the texts that speed is measured on shorter. HUNALIGN or HUNALIGN_SOURCE names hunalign.
 */
import { resolve } from "node:path";
import { measureQuality } from "./align/quality.ts";
import { measureRobustness } from "./align/robustness.ts";
import { measureSpeed } from "./align/speed.ts";

const measurements = {
	quality: measureQuality,
	robustness: measureRobustness,
	speed: measureSpeed,
} as const;

const given = process.argv.slice(process.argv[2] === "align" ? 3 : 2);
const name = (["quality", "robustness", "speed"] as const).find((each) => each === given[0]);
const [folder = "../shared/corpora", part = "1"] = given.slice(name === undefined ? 0 : 1);
for (const each of name === undefined ? (["quality", "robustness"] as const) : [name])
	await measurements[each](resolve(folder), Number(part));
