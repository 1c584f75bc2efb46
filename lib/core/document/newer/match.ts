/** Which sentences of a newer version are those of the older one. */
import { matchChanged } from "./match-changed.ts";
import { bareText } from "./similarity.ts";

/** A run of old texts and the run of new ones that took its place; one of them may be empty. Ends are exclusive. */
export interface Match {
	readonly old: readonly [number, number];
	readonly now: readonly [number, number];
	/** They say the same, however they are cut into sentences. */
	readonly same: boolean;
}

/** Pieces up to which two sides of a cut are looked at for the same text. */
const mostPieces = 40;

/** Covers both lists in order, without gaps. What is unchanged is found first; between it the most alike are paired. */
export function matchVersions(old: readonly string[], now: readonly string[]): Match[] {
	const matches: Match[] = [];
	const [a, b] = [old.map(bareText), now.map(bareText)];
	const between = (oldFrom: number, oldTo: number, nowFrom: number, nowTo: number): void => {
		if (oldFrom === oldTo && nowFrom === nowTo) return;
		const found = matchChanged(old.slice(oldFrom, oldTo), now.slice(nowFrom, nowTo));
		for (const { old: o, now: n } of found)
			matches.push(said(a, b, [oldFrom + o[0], oldFrom + o[1]], [nowFrom + n[0], nowFrom + n[1]]));
	};
	let [i, j] = [0, 0];
	for (const anchor of [...anchors(a, b), { old: a.length, now: b.length, end: true }]) {
		if (anchor.old < i || anchor.now < j) continue;
		// Backwards from the anchor, so that what lies between is as little as possible.
		const tail = sameBefore(a, b, [i, j], [anchor.old, anchor.now]);
		const [from, to] = tail[0] ? [tail[0].old[0], tail[0].now[0]] : [anchor.old, anchor.now];
		between(i, from, j, to);
		matches.push(...tail);
		if ("end" in anchor) break;
		[i, j] = [anchor.old, anchor.now];
		for (let next = sameAt(a, b, i, j); next; next = sameAt(a, b, i, j)) {
			matches.push(next);
			[i, j] = [next.old[1], next.now[1]];
		}
	}
	return matches;
}

function said(
	a: readonly string[],
	b: readonly string[],
	old: readonly [number, number],
	now: readonly [number, number],
): Match {
	const text = (list: readonly string[], [from, to]: readonly [number, number]) =>
		list.slice(from, to).join("");
	return { old, now, same: old[0] < old[1] && now[0] < now[1] && text(a, old) === text(b, now) };
}

/** The same text beginning at both places, as few pieces of it as can be told apart. */
function sameAt(a: readonly string[], b: readonly string[], i: number, j: number): Match | null {
	if (i >= a.length || j >= b.length) return null;
	let [oldEnd, nowEnd] = [i + 1, j + 1];
	let [left, right] = [a[i] ?? "", b[j] ?? ""];
	while (left !== right) {
		if (oldEnd - i + nowEnd - j > mostPieces) return null;
		if (left.length < right.length) {
			if (!right.startsWith(left) || oldEnd >= a.length) return null;
			left += a[oldEnd++];
		} else {
			if (!left.startsWith(right) || nowEnd >= b.length) return null;
			right += b[nowEnd++];
		}
	}
	return { old: [i, oldEnd], now: [j, nowEnd], same: true };
}

/** The matches that end at two places, as far back as there are any. */
function sameBefore(
	a: readonly string[],
	b: readonly string[],
	start: readonly [number, number],
	end: readonly [number, number],
): Match[] {
	const reverse = (texts: readonly string[], from: number, to: number) =>
		texts.slice(from, to).map(backwards).reverse();
	const matches: Match[] = [];
	const [left, right] = [reverse(a, start[0], end[0]), reverse(b, start[1], end[1])];
	let [i, j] = [0, 0];
	for (let next = sameAt(left, right, i, j); next; next = sameAt(left, right, i, j)) {
		matches.push({
			old: [end[0] - next.old[1], end[0] - next.old[0]],
			now: [end[1] - next.now[1], end[1] - next.now[0]],
			same: true,
		});
		[i, j] = [next.old[1], next.now[1]];
	}
	return matches.reverse();
}

const backwards = (text: string) => [...text].reverse().join("");

/**
 * Texts that occur once in both lists, as many of them as keep their order (patience diff), and the two beginnings
 * where they are the same.
 */
function anchors(a: readonly string[], b: readonly string[]): { old: number; now: number }[] {
	const places = new Map<string, { old: number; now: number }>();
	const count = (list: readonly string[], side: "old" | "now") => {
		for (const [i, text] of list.entries()) {
			const place = places.get(text) ?? { old: -1, now: -1 };
			places.set(text, { ...place, [side]: place[side] === -1 ? i : -2 });
		}
	};
	count(a, "old");
	count(b, "now");
	const pairs = [...places].flatMap(([text, place]) =>
		text !== "" && place.old >= 0 && place.now >= 0 ? [place] : [],
	);
	const unique = rising(pairs.toSorted((x, y) => x.old - y.old));
	return sameAt(a, b, 0, 0) ? [{ old: 0, now: 0 }, ...unique] : unique;
}

/** The longest run of pairs that rise on both sides. */
function rising(pairs: readonly { old: number; now: number }[]): { old: number; now: number }[] {
	const tails: number[] = [];
	const before: number[] = [];
	for (const [i, pair] of pairs.entries()) {
		let [low, high] = [0, tails.length];
		while (low < high) {
			const middle = (low + high) >> 1;
			if ((pairs[tails[middle] ?? 0]?.now ?? 0) < pair.now) low = middle + 1;
			else high = middle;
		}
		before[i] = low > 0 ? (tails[low - 1] ?? -1) : -1;
		tails[low] = i;
	}
	const run: { old: number; now: number }[] = [];
	for (let i = tails.at(-1) ?? -1; i >= 0; i = before[i] ?? -1) {
		const pair = pairs[i];
		if (pair) run.push(pair);
	}
	return run.reverse();
}
