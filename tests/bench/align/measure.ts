/** One measurement in a process of its own, as `speed.ts` starts it; prints a line of JSON. */
import { evaluate } from "#lib/core/align/evaluate.ts";
import { findContestants } from "./contestants.ts";
import { sizeOf } from "./corpora.ts";
import { loads } from "./loads.ts";

export interface Measured {
	readonly id: string;
	readonly size: string;
	readonly seconds: number;
	/** Most megabytes before the alignment, with texts and lexicon, and in all. */
	readonly before: number;
	readonly megabytes: number;
	readonly strict: number;
}

const [id, name, folder = ".", part = "1"] = process.argv.slice(2);
const contestant = findContestants().contestants.find((each) => each.id === id);
const load = loads.find((each) => each.name === name);
if (contestant === undefined || load === undefined) throw new Error("speed.ts starts this");
const set = load.make(folder, Number(part));
await contestant.prepare?.(set);
const before = megabytesHere();
const { beads, seconds, megabytes } = await contestant.align(set);
const most = megabytes ?? megabytesHere();
const { strict } = evaluate(set.documents.map(({ gold }, i) => ({ gold, system: beads[i] ?? [] })));
const measured: Measured = {
	id: contestant.id,
	size: sizeOf(set),
	seconds,
	before: megabytes === undefined ? before : 0,
	megabytes: most,
	strict: strict.f1,
};
console.log(JSON.stringify(measured));

function megabytesHere(): number {
	return process.resourceUsage().maxRSS / 1024;
}
