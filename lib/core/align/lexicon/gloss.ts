/** A definition of CC-CEDICT taken apart. */
export interface Gloss {
	/** English text without remarks in brackets. */
	readonly text: string;
	/** Another head word (simplified) to which this sense refers. */
	readonly refersTo: string | null;
}

const pointer =
	/(?:(?:[\p{L}-]+ ){0,3}(?:variants?|erhua form) of|see also|see|abbr\. (?:for|of|to)|equivalent (?:of|to)|same as|also written|used in|short (?:for|form of)|contraction of|also called|synonym of|also known as|cf\.?) (?:\p{Script=Han}[^|[\s]*\|)?(\p{Script=Han}+)/u;
const remark = /\([^()]*\)|\[[^\]]*\]/gu;
const notTranslation = /^(?:also pr\.|Taiwan pr\.|old pr\.|pr\. |CL:|classifier |Kangxi radical)/u;
const nonText = /[\p{Script=Han}|·]+/gu;

/** The senses of one definition; a sense that only describes the entry is left out. */
export function readGlosses(definition: string): Gloss[] {
	const refersTo = pointer.exec(definition)?.[1] ?? null;
	const bare = strip(definition.replace(pointer, " "));
	const senses = bare
		.split(/[;/]/u)
		.map((sense) => sense.trim())
		.filter((sense) => sense !== "" && !notTranslation.test(sense));
	const glosses: Gloss[] = senses.map((text) => ({ text, refersTo: null }));
	return refersTo === null ? glosses : [{ text: "", refersTo }, ...glosses];
}

function strip(text: string): string {
	let inner = text;
	for (let before = ""; before !== inner; ) {
		before = inner;
		inner = inner.replaceAll(remark, " ");
	}
	return inner.replaceAll(nonText, " ");
}

/** English words that say little in a definition of several words. */
export const glossFillers: ReadonlySet<string> = new Set(
	"a an the to of in on at for with by from as and or be is are was been sth sb one one's oneself etc e.g. i.e. eg ie its it that which who into esp especially used usu usually surname lit fig literally not very out up off about".split(
		" ",
	),
);
