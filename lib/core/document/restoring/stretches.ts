/** Where two lists of passages differ, as operations name it. */
import type { Row } from "../model.ts";

/** Neighbouring passages and what takes their place; neither is ever empty. */
export interface Stretch {
	readonly before: readonly Row[];
	readonly after: readonly Row[];
}

interface Growing {
	before: Row[];
	after: Row[];
}

/** A stretch this short is told in one piece, so that nothing but its passages has to be read. */
const shortRun = 60;

/** Passages that are in both lists have the same order in both; segments that do not change are the same objects. */
export function stretchesOf(now: readonly Row[], then: readonly Row[]): Stretch[] {
	const runs = differing(now, then);
	const [first, last] = [runs[0], runs.at(-1)];
	if (!first || !last || first === last) return runs.map(({ before, after }) => ({ before, after }));
	const whole = {
		before: between(now, first.before, last.before),
		after: between(then, first.after, last.after),
	};
	return whole.before.length <= shortRun ? [whole] : runs;
}

function between(rows: readonly Row[], first: readonly Row[], last: readonly Row[]): Row[] {
	const place = (id: string | undefined) => rows.findIndex((row) => row.id === id);
	return rows.slice(place(first[0]?.id), place(last.at(-1)?.id) + 1);
}

function differing(now: readonly Row[], then: readonly Row[]): Growing[] {
	const [nows, thens] = [new Set(now.map(({ id }) => id)), new Set(then.map(({ id }) => id))];
	const runs: Growing[] = [];
	let open: Growing | null = null;
	for (let i = 0, j = 0; i < now.length || j < then.length; ) {
		const [old, next] = [now[i], then[j]];
		if (old && !thens.has(old.id)) {
			open ??= { before: [], after: [] };
			open.before.push(old);
			i += 1;
		} else if (next && !nows.has(next.id)) {
			open ??= { before: [], after: [] };
			open.after.push(next);
			j += 1;
		} else if (old && next && old.id === next.id) {
			const same = isUnchanged(old, next);
			if (same && open && open.before.length > 0 && open.after.length > 0) {
				runs.push(open);
				open = null;
			}
			// One that stays stands on both sides, so that it is known where what comes or leaves belongs.
			if (!same || open) {
				open ??= { before: [], after: [] };
				open.before.push(old);
				open.after.push(next);
			}
			i += 1;
			j += 1;
		} else throw new RangeError("the passages are in another order");
	}
	if (open) runs.push(open);
	return closed(runs, now, then);
}

/** What comes or leaves at the end has the passage before it. */
function closed(runs: Growing[], now: readonly Row[], then: readonly Row[]): Growing[] {
	const last = runs.at(-1);
	if (!last || (last.before.length > 0 && last.after.length > 0)) return runs;
	const previous = runs.at(-2);
	const [lastNow, lastThen] = [
		now[now.length - last.before.length - 1],
		then[then.length - last.after.length - 1],
	];
	if (previous && previous.before.at(-1) === lastNow) {
		previous.before.push(...last.before);
		previous.after.push(...last.after);
		return runs.slice(0, -1);
	}
	if (lastNow) last.before.unshift(lastNow);
	if (lastThen) last.after.unshift(lastThen);
	return runs;
}

function isUnchanged(a: Row, b: Row): boolean {
	const same = (side: "source" | "target") =>
		a[side].length === b[side].length && a[side].every((segment, i) => segment === b[side][i]);
	return a.id === b.id && same("source") && same("target");
}
