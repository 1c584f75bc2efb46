/** Texts to measure speed on, made of the Chinese–English sets of a folder. */
import { plainSets } from "./corpora.ts";
import { concatenate, deleteSentences } from "./perturb.ts";
import { countSentences, type GoldDocument, type GoldSet } from "./sets.ts";

export interface Load {
	readonly name: string;
	readonly rounds: number;
	/** `part` of the full size. */
	make(folder: string, part: number): GoldSet;
}

/** 24 chapters of novels have so many sentences; there are fewer, so they are taken again and again. */
const chapters = 4_900;
/** Sentences of one long pair, and how many each copy of a document has lost on each side. */
const long = { source: 38_600, target: 49_000, deleted: 0.03 } as const;

export const loads: readonly Load[] = [
	{
		name: "24 chapters",
		rounds: 3,
		make(folder, part) {
			const { gold } = pools(folder);
			const documents: GoldDocument[] = [];
			for (let i = 0; countSentences(documents, "source") < chapters * part; i++)
				documents.push(...at(gold, i));
			return { name: "24 chapters", source: "zh", target: "en", documents };
		},
	},
	{
		name: "one long pair",
		rounds: 1,
		make(folder, part) {
			const documents = [concatenate("long", longPair(pools(folder), part))];
			return { name: "one long pair", source: "zh", target: "en", documents };
		},
	},
];

interface Pools {
	/** Chapters, in which there is more than a sentence of English to one of Chinese. */
	readonly gold: readonly GoldDocument[];
	/** Lines that correspond, in which there is about one. */
	readonly lines: readonly GoldDocument[];
}

function pools(folder: string): Pools {
	const sets = plainSets(folder).filter((set) => set.source === "zh" && set.target === "en");
	const isLines = (set: GoldSet) => set.name.startsWith("WMT22");
	const gold = sets.find((set) => !isLines(set))?.documents;
	if (gold === undefined) throw new Error(`${folder} has no gold alignments from Chinese into English`);
	return { gold, lines: sets.find(isLines)?.documents ?? gold };
}

/** Whichever kind brings the sides nearer to their sizes comes next, each copy with other sentences missing. */
function longPair({ gold, lines }: Pools, part: number): GoldDocument[] {
	const documents: GoldDocument[] = [];
	const taken = { gold: 0, lines: 0 };
	let [source, target] = [0, 0];
	for (let seed = 1; source < long.source * part; seed += 2) {
		const kind = target * long.source < source * long.target ? "gold" : "lines";
		const [next] = at(kind === "gold" ? gold : lines, taken[kind]);
		if (next === undefined) break;
		taken[kind] += 1;
		const shortened = deleteSentences(
			deleteSentences(next, "source", long.deleted, seed),
			"target",
			long.deleted,
			seed + 1,
		);
		documents.push(shortened);
		source += shortened.source.length;
		target += shortened.target.length;
	}
	return documents;
}

/** The document of this number, where counting goes on from the start after the last one. */
function at(documents: readonly GoldDocument[], i: number): GoldDocument[] {
	const place = i % documents.length;
	return documents.slice(place, place + 1);
}
