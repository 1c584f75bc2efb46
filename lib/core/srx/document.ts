/** Segmentation Rules eXchange 2.0, as LISA's specification of 2008 has it. */
export const srxNamespace = "http://www.lisa.org/srx20";

/** On which side of a break inline codes go; nothing here reads it, it is kept for other programs. */
export interface FormatHandle {
	readonly type: "start" | "end" | "isolated";
	readonly include: boolean;
}

/** Both are regular expressions as ICU writes them; an empty one matches anywhere. */
export interface SrxRule {
	readonly breaks: boolean;
	readonly before: string;
	readonly after: string;
}

export interface LanguageRule {
	readonly name: string;
	readonly rules: readonly SrxRule[];
}

export interface LanguageMap {
	/** A regular expression that a whole BCP 47 tag has to match. */
	readonly pattern: string;
	readonly ruleName: string;
}

export interface SrxDocument {
	readonly segmentSubflows: boolean;
	/** Whether the rules of every map that fits apply, one after the other, or only the first one's. */
	readonly cascade: boolean;
	readonly formatHandles: readonly FormatHandle[];
	readonly languageRules: readonly LanguageRule[];
	readonly maps: readonly LanguageMap[];
}

/** What is told about a rule file. */
export interface SrxProblem {
	/** From 1. */
	readonly line: number;
	/** From 1, in characters. */
	readonly column: number;
	/** Names the sentence: `srx.problems` in the catalogue `reading`. */
	readonly key: SrxProblemKey;
	readonly values: Readonly<Record<string, string | number>>;
}

export type SrxProblemKey =
	| "notXml"
	| "notSrx"
	| "tooLarge"
	| "version"
	| "missingAttribute"
	| "badAttribute"
	| "unknownElement"
	| "twice"
	| "noRules"
	| "unknownRule"
	| "badPattern";

/** The rules that apply to a language, in their order. A name that was met before adds nothing: its rules have decided. */
export function rulesFor(
	{ cascade, languageRules, maps }: SrxDocument,
	fits: (map: LanguageMap) => boolean,
): SrxRule[] {
	const byName = new Map(languageRules.toReversed().map((each) => [each.name, each.rules]));
	const fitting = maps.filter(fits);
	const names = new Set((cascade ? fitting : fitting.slice(0, 1)).map(({ ruleName }) => ruleName));
	return [...names].flatMap((name) => byName.get(name) ?? []);
}
