import type { CheckedDocument, Knowledge, MentionCheck, Tally } from "../contract.ts";
import { spellingOf } from "../english/spelling.ts";
import { type Variety, variantsIn } from "../style/spelling-variants.ts";
import { rendersEnglish } from "../typography/in-english.ts";

const mixed = "mixed";

/** British and American spelling in one document, or the one where the project has the other. */
export const spellingVariant = {
	id: "spelling-variant",
	severity: "minor",
	mqm: "style/inconsistent-style",
	keys: ["mixed", "unwanted"],
	concerns: rendersEnglish,
	mentions(passage, document, { style }) {
		const wanted = wantedIn(document, style);
		return passage.target.flatMap(({ id, text }) =>
			variantsIn(text)
				.filter(({ variety }) => variety !== wanted)
				.map(({ variety, word, other, start, end }) => ({
					subject: wanted === "either" ? mixed : wanted,
					value: [variety, word, other].join(" "),
					side: "target",
					segment: id,
					start,
					end,
				})),
		);
	},
	judge({ subject, value, side, segment, start, end }, tally) {
		const [variety = "", found = "", fix = ""] = value.split(" ");
		const at = { side, segment, start, end, fix };
		if (subject !== mixed) return { ...at, key: "unwanted", values: { found, fix, variety } };
		const same = countOf(tally, variety);
		const others = countOf(tally, variety === "british" ? "american" : "british");
		// As many of either: one of them has to be the odd one.
		const isOdd = same < others || (same === others && variety === "american");
		return isOdd ? { ...at, key: "mixed", values: { found, fix, variety, same, others } } : null;
	},
} as const satisfies MentionCheck;

/** The project's, else that of the region of the language. */
const wantedIn = (
	{ targetLanguage }: CheckedDocument,
	{ spelling }: Knowledge["style"],
): Variety | "either" => (spelling === "either" ? spellingOf(targetLanguage) : spelling);

/** In this document: others may be written for other readers. */
const countOf = (tally: Tally, variety: string): number =>
	tally.reduce((sum, { value, here }) => (value.startsWith(`${variety} `) ? sum + here : sum), 0);
