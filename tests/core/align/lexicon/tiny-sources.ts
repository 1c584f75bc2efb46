/** A few words in the forms of WordNet, CC-CEDICT and jieba's list, for tests of what is made of them. */
import { buildLexicon } from "#lib/core/align/lexicon/build.ts";
import type { Lexicon } from "#lib/core/align/lexicon/lexicon.ts";
import type { DictionaryEntry, LexiconSources } from "#lib/core/align/lexicon/sources.ts";
import type { WordNetPart } from "#lib/core/align/lexicon/wordnet.ts";

const nouns: WordNetPart = {
	part: "noun",
	data: `  1 A file begins with its licence, each line after two spaces.
00000100 03 n 02 library 0 bookroom 0 002 @ 00000200 n 0000 ~ 00000900 n 0000 | a room where books are kept; "the library has many books"
00000200 03 n 03 room 0 building 0 Reading_Room 0 000 | a place with walls
00000300 03 n 01 preparation 0 001 + 00001100 v 0101 | the act of getting ready
00000400 03 n 02 book 0 volume 0 001 @ 00000500 n 0000 | written pages bound together
00000500 03 n 01 thing 0 000 | what can be seen
00000600 03 n 01 book 1 001 @ 00000700 n 0000 | a list of bets
00000700 03 n 01 list 0 000 | names in a row
00000800 03 n 01 book 2 001 @ 00000900 n 0000 | a part of a longer text
00000900 03 n 01 part 0 000 | less than the whole
`,
	index: `  1 A file begins with its licence, each line after two spaces.
book n 3 1 @ 3 1 00000400 00000600 00000800  
bookroom n 1 1 @ 1 0 00000100  
building n 1 0 1 0 00000200  
library n 1 2 @ ~ 1 1 00000100  
list n 1 0 1 0 00000700  
part n 1 0 1 0 00000900  
preparation n 1 1 + 1 1 00000300  
reading_room n 1 0 1 0 00000200  
room n 1 0 1 0 00000200  
thing n 1 0 1 0 00000500  
volume n 1 1 @ 1 0 00000400  
`,
};

const verbs: WordNetPart = {
	part: "verb",
	data: `00001100 29 v 02 prepare 0 fix 0 001 + 00000300 n 0101 02 + 08 00 + 26 00 | make ready
00001200 29 v 01 read 0 000 01 + 08 00 | take in written words
00001300 29 v 01 book 3 000 01 + 08 00 | keep a seat for someone
00001400 29 v 01 walk 0 000 01 + 02 00 | go on foot
`,
	index: `book v 1 0 1 0 00001300  
fix v 1 1 + 1 0 00001100  
prepare v 1 1 + 1 1 00001100  
read v 1 0 1 1 00001200  
walk v 1 0 1 1 00001400  
`,
};

const adjectives: WordNetPart = {
	part: "adjective",
	data: `00002100 00 a 01 quiet 0 001 & 00002200 a 0000 | without noise
00002200 00 s 01 silent(p) 0 002 & 00002100 a 0000 = 00000500 n 0000 | with no sound at all
`,
	index: `quiet a 1 1 & 1 1 00002100  
silent a 1 2 & = 1 0 00002200  
`,
};

const adverbs: WordNetPart = {
	part: "adverb",
	data: "00003100 02 r 01 quietly 0 001 \\ 00002100 a 0101 | in a quiet way\n",
	index: "quietly r 1 1 \\ 1 1 00003100  \n",
};

export const tinyWordNet: readonly WordNetPart[] = [nouns, verbs, adjectives, adverbs];

const entry = (
	traditional: string,
	simplified: string,
	pinyin: string,
	...definitions: string[]
): DictionaryEntry => ({ traditional, simplified, pinyin, definitions });

export const tinyEntries: readonly DictionaryEntry[] = [
	entry("圖書館", "图书馆", "tu2 shu1 guan3", "library", "CL:家[jia1],個|个[ge4]"),
	entry("準備", "准备", "zhun3 bei4", "to prepare", "preparation; to fix"),
	entry("書", "书", "shu1", "book"),
	entry("讀", "读", "du2", "to read"),
	entry("安靜", "安静", "an1 jing4", "quiet", "silent"),
	entry("走", "走", "zou3", "to walk"),
	entry("李", "李", "Li3", "surname Li"),
	entry("李", "李", "li3", "plum"),
	entry("覽", "览", "lan3", "to read"),
	entry("寶", "宝", "bao3", "treasure"),
	entry("玉", "玉", "yu4", "jade"),
	entry("著", "着", "zhe5", "particle"),
	entry("著", "着", "zhao2", "to fix"),
	entry("著", "著", "zhu4", "to write"),
	entry("長", "长", "chang2", "long"),
	entry("長", "长", "zhang3", "to grow"),
	entry("呂", "吕", "Lu:3", "surname Lü"),
	entry("冊", "册", "ce4", "old variant of 書|书[shu1]", "list"),
	entry("看書", "看书", "kan4 shu1", "see 讀|读[du2]"),
	entry("館", "馆", "guan3", "used in 圖書館|图书馆[tu2 shu1 guan3]"),
	entry("乙", "乙", "yi3", "see 丙[bing3]"),
];

export const tinySources: LexiconSources = {
	entries: tinyEntries,
	wordNet: tinyWordNet,
	irregular: new Map([["ran", "run"]]),
	frequencies: "图书馆 30 n\n准备 50 v\n书 40 n\n读 30 v\n走 60 v\n看书 10 v\n安静 20 a",
};

export const tinyLexicon = (): Lexicon => buildLexicon(tinySources, "a few words");

/** A row of a table as words and weights. */
export function row(lexicon: Lexicon, table: "glosses" | "neighbours", word: string): Record<string, number> {
	const { starts, words, weights } = lexicon[table];
	const side = table === "glosses" ? lexicon.heads : lexicon.english;
	const number = side.numbers.get(word) ?? -1;
	const found: Record<string, number> = {};
	for (let k = starts[number] ?? 0; k < (starts[number + 1] ?? 0); k += 1)
		found[lexicon.english.texts[words[k] ?? -1] ?? ""] = weights[k] ?? 0;
	return found;
}
