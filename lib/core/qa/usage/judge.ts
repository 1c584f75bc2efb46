import type { Fault, Mention, Tally } from "../contract.ts";
import { saidOtherwise } from "./mentions.ts";

/** What a mention is judged beside. */
export interface Unusual {
	readonly usual: string;
	/** Passages that say it so, of all that have the source phrase. */
	readonly count: number;
	readonly all: number;
	/** Passages that say it as this one does. */
	readonly otherwise: number;
}

/** Fewer passages make nothing usual. */
const leastUsual = 3;
/** Where more than a fifth is said otherwise, the writer varies. */
const mostOthers = 0.2;

/** Null where a passage calls something as most do, or where nothing is usual. */
export function unusual({ value }: Mention, tally: Tally): Unusual | null {
	const counted = tally.map((one) => ({ value: one.value, times: one.here + one.elsewhere }));
	const [usual] = counted
		.filter((one) => one.value !== saidOtherwise)
		.toSorted((one, other) => other.times - one.times);
	if (!usual || usual.value === value || usual.times < leastUsual) return null;
	const all = counted.reduce((sum, { times }) => sum + times, 0);
	const otherwise = counted.find((one) => one.value === value)?.times ?? 0;
	if (all - usual.times > Math.max(1, Math.floor(all * mostOthers))) return null;
	return { usual: usual.value, count: usual.times, all, otherwise };
}

/** What is said of it: keys `otherwise`, where none of the usual renderings stands, and `other`. */
export function judgeUsual(mention: Mention, tally: Tally): Fault | null {
	const found = unusual(mention, tally);
	if (!found) return null;
	const { subject: term, value, side, segment, start, end } = mention;
	const { usual, count, all } = found;
	const key = value === saidOtherwise ? "otherwise" : "other";
	return { side, segment, start, end, key, values: { term, usual, count, all, value }, fix: null };
}
