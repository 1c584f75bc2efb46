import type { CheckedPassage, Fault, PassageCheck, Severity } from "../contract.ts";
import { inRenderings, marksChinese, rendersEnglish, type Slip } from "../typography/in-english.ts";
import { join } from "../typography/joined.ts";
import { mixedMarks } from "../typography/mixed-quotes.ts";
import {
	type QuoteReading,
	type QuoteSlip,
	readDoubleQuotes,
	readSingleQuotes,
} from "../typography/quotation.ts";

const severities: Readonly<Partial<Record<QuoteReading, Severity>>> = {
	shortened: "minor",
	"mixed-pair": "minor",
	unclosed: "minor",
	unopened: "minor",
};

/** Quotation marks and apostrophes that English has otherwise; marks without their pair where the source's are complete. */
export const quotes = {
	id: "quotes",
	severity: "major",
	mqm: "linguistic-conventions/punctuation",
	keys: [
		"opening-for-closing",
		"closing-for-opening",
		"apostrophe",
		"shortened",
		"mixed-pair",
		"mixed",
		"foreign",
		"unclosed",
		"unopened",
	],
	concerns: rendersEnglish,
	checkPassage(passage) {
		const pairs = pairsOf(passage);
		const others = inRenderings(passage, (text, { id }) => {
			const slips = [...readSingleQuotes(text).map((slip) => slipOf(text, slip)), ...foreignMarks(text)];
			const said = [...pairs.filter(({ segment }) => segment === id), ...slips];
			return [...slips, ...mixedMarks(text, said)];
		});
		return [...pairs, ...others];
	},
} as const satisfies PassageCheck;

function slipOf(text: string, { is, start, end, fix }: QuoteSlip): Slip {
	const severity = severities[is];
	const values = { found: text.slice(start, end), fix: fix ?? "" };
	return { start, end, key: is, values, fix, ...(severity && { severity }) };
}

/** A quotation may run over several segments: the double marks of the whole side are read together. */
function pairsOf(passage: CheckedPassage): Fault[] {
	const side = join(passage.target);
	if (!/["“”„]/.test(side.text)) return [];
	const source = completenessOf(passage);
	return readDoubleQuotes(side.text).flatMap((slip): Fault[] => {
		const isAlone = slip.is === "unclosed" || slip.is === "unopened";
		if (isAlone && source !== "complete") return [];
		const place = side.segmentAt(slip.start);
		if (!place) return [];
		const { segment, start } = place;
		const at = { ...slip, start: slip.start - start, end: slip.end - start };
		return [{ ...slipOf(segment.text, at), side: "target", segment: segment.id }];
	});
}

/** Null where there is no source; where its own pairs are incomplete, the quotation goes on beyond the passage. */
function completenessOf({ source }: CheckedPassage): "complete" | "incomplete" | null {
	const text = source.map((segment) => segment.text).join("\n");
	if (text.trim() === "") return null;
	const count = (mark: string) => text.split(mark).length - 1;
	const straight = count('"') + count("＂");
	const curly = count("“") - count("”");
	const corners = count("「") - count("」") + count("『") - count("』");
	if ((straight + curly) % 2 !== 0 || corners !== 0) return "incomplete";
	// Where one mark is used for both, or straight ones among them, only their number tells.
	const isMixed = straight > 0 || count("“") === 0 || count("”") === 0;
	return curly === 0 || isMixed ? "complete" : "incomplete";
}

const foreign: Readonly<Record<string, string>> = {
	"「": "“",
	"」": "”",
	"『": "‘",
	"』": "’",
	"„": "“",
	"``": "“",
	",,": "“",
	"''": "”",
	"«": "“",
	"»": "”",
};

/** Marks of other languages and of typewriters. */
function foreignMarks(text: string): Slip[] {
	const slips: Slip[] = [];
	const guillemets = /«[^«»]{1,300}»/.test(text);
	for (const { 0: found, index } of text.matchAll(/[「」『』„«»]|``|(?<=^|\s),,(?=\p{L})|(?<=\S)''/gu)) {
		const fix = foreign[found];
		const end = index + found.length;
		if (fix === undefined || marksChinese(text, index)) continue;
		if (/[«»]/.test(found) && !guillemets) continue; // Home » News
		const isChinese = /[「」『』]/.test(found);
		slips.push({
			start: index,
			end,
			key: "foreign",
			values: { found, fix },
			fix,
			...(!isChinese && { severity: "minor" }),
		});
	}
	return slips;
}
