/** Words of English that count without numerals, and Roman numerals. */
import type { ReadingDraft } from "./draft.ts";
import type { Token } from "./english-tokens.ts";

const meanings: ReadonlyMap<string, readonly number[]> = new Map(
	(
		[
			[
				"both pair couple double doubled doubles doubling dual twin twins twice duo either bilateral two-way",
				[2, 1, 100, 200],
			],
			["half halves halved semi", [0.5, 50, 2, 30]],
			["single sole only once an a", [1]],
			["triple tripled triples tripling thrice trio triplets trilateral threefold", [3, 2, 300, 200]],
			["quadruple quadrupled quarterly quarter quarters quartet fourfold", [4, 3, 400, 300, 0.25, 25, 15]],
			["twofold", [2, 1, 200, 100]],
			["fivefold", [5, 4, 500, 400]],
			["sixfold", [6]],
			["sevenfold", [7]],
			["eightfold", [8]],
			["ninefold", [9]],
			["tenfold decade decades", [10, 9, 1000, 900]],
			["hundredfold century centuries centennial centenary", [100]],
			["dozen dozens", [12, 10]],
			["noon midnight", [12, 24, 0]],
			["fully entirely completely wholly totally all every whole full", [100, 24]],
			["clock day", [24]],
			["octogenarian octogenarians", [80]],
			["nonagenarian", [90]],
			["septuagenarian", [70]],
			["sexagenarian", [60]],
			["centenarian centenarians", [100]],
			["twenties", [20, 1920, 2020]],
			["thirties", [30, 1930]],
			["forties", [40, 1940]],
			["fifties", [50, 1950]],
			["sixties", [60, 1960]],
			["seventies", [70, 1970]],
			["eighties", [80, 1980]],
			["nineties", [90, 1990]],
			["no none zero nil without", [0]],
			["fortnight", [14, 2, 15]],
			["millennium millennia", [1000, 2000]],
			["teenagers teens", [10]],
			["freshman", [1]],
			["sophomore", [2]],
			["last final", [1]],
		] as const
	).flatMap(([words, values]) => words.split(" ").map((word) => [word, values] as const)),
);

const roman = /^(?=[IVX])X{0,3}(?:IX|IV|V?I{0,3})$/u;
const romanValues: Readonly<Record<string, number>> = { I: 1, V: 5, X: 10 };

function romanValue(written: string): number {
	let value = 0;
	for (let at = 0; at < written.length; at += 1) {
		const digit = romanValues[written.charAt(at)] ?? 0;
		value += digit < (romanValues[written.charAt(at + 1)] ?? 0) ? -digit : digit;
	}
	return value;
}

export function impliedByEnglish(tokens: readonly Token[], draft: ReadingDraft): void {
	const words = new Set<string>();
	for (const { text, lower } of tokens) {
		if (words.has(text)) continue;
		words.add(text);
		const values = meanings.get(lower);
		if (values) draft.implied.push(...values);
		if (roman.test(text)) draft.implied.push(romanValue(text));
	}
}
