/** Phrases that recur in Chinese texts. */

export interface Phrase {
	readonly text: string;
	/** Numbers of the texts that have it, ascending. */
	readonly texts: readonly number[];
}

const shortest = 2;
const longest = 10;
/** With so many phrases each still has its neighbours counted in a few hundred bytes. */
const mostPhrases = 60_000;

const han = /\p{Script=Han}+/gu;
/** No name or set phrase begins, or ends, with one of these. */
const notFirst = /^[他她它我你这那什的了着过们地得与和及或等之也都就又很并而则上中下内里后前时间起来]/u;
const notLast =
	/[的了着过地得与和及或在是为对把被将从向以于其这那我你他她它不也都就又很并而则并且让使由给第各每有]$/u;

/**
 * Those that stand in at least `least` of the texts and go neither before nor after always the same character: a
 * phrase is whole where what is around it changes. Texts are folded; what is not Chinese divides them.
 */
export function recurringPhrases(texts: readonly string[], least: number): Phrase[] {
	const runs = texts.map((text) => text.match(han) ?? []);
	const frequent = frequentGrams(runs, least);
	return [...placesOf(runs, frequent).values()]
		.filter(({ before, after, count }) => isFree(before, count) && isFree(after, count))
		.map(({ text, found }) => ({ text, texts: found }))
		.filter(({ text }) => !notFirst.test(text) && !notLast.test(text));
}

/** Level by level: a longer one recurs only where both of its shorter parts do. */
function frequentGrams(runs: readonly (readonly string[])[], least: number): ReadonlySet<string> {
	const all = new Set<string>();
	let level: ReadonlySet<string> | null = null;
	for (let length = shortest; length <= longest && all.size < mostPhrases; length += 1) {
		const counts = new Map<string, number>();
		for (const one of runs) {
			const seen = new Set<string>();
			for (const run of one)
				for (let at = 0; at + length <= run.length; at += 1) {
					const gram = run.slice(at, at + length);
					if (level === null || (level.has(gram.slice(0, -1)) && level.has(gram.slice(1)))) seen.add(gram);
				}
			for (const gram of seen) counts.set(gram, (counts.get(gram) ?? 0) + 1);
		}
		level = new Set([...counts].filter(([, count]) => count >= least).map(([gram]) => gram));
		if (level.size === 0) break;
		for (const gram of level) all.add(gram);
	}
	return all;
}

interface Places {
	readonly text: string;
	readonly found: number[];
	readonly before: Map<string, number>;
	readonly after: Map<string, number>;
	count: number;
}

function placesOf(runs: readonly (readonly string[])[], frequent: ReadonlySet<string>): Map<string, Places> {
	const places = new Map<string, Places>();
	for (const [number, one] of runs.entries())
		for (const run of one)
			for (let at = 0; at < run.length; at += 1)
				for (let length = shortest; length <= longest && at + length <= run.length; length += 1) {
					const text = run.slice(at, at + length);
					if (!frequent.has(text)) break;
					let place = places.get(text);
					if (!place) {
						place = { text, found: [], before: new Map(), after: new Map(), count: 0 };
						places.set(text, place);
					}
					if (place.found.at(-1) !== number) place.found.push(number);
					place.count += 1;
					raise(place.before, run.charAt(at - 1));
					raise(place.after, run.charAt(at + length));
				}
	return places;
}

const raise = (counts: Map<string, number>, key: string) => counts.set(key, (counts.get(key) ?? 0) + 1);

/** From this share on what stands there belongs to it. */
const boundShare = 0.75;

/** Where a run ends nothing stands, which binds to nothing. */
function isFree(neighbours: ReadonlyMap<string, number>, count: number): boolean {
	for (const [neighbour, times] of neighbours)
		if (neighbour !== "" && times > count * boundShare) return false;
	return true;
}
