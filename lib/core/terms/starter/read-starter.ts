/**
 * The starter glossary's own writing, a term a line:
 * `simplified|traditional|authority|preferred|allowed / allowed|forbidden / !always wrong|note`. Without traditional
 * characters where both scripts write it alike; empty fields at the end are left off. A commas-and-all rendering is one.
 */
import type { Term, TermRendering } from "../term.ts";

/** Who says so, by the letter in the line. Renderings are written as they write them, and were not copied from a list. */
const authorities: Readonly<Record<string, string>> = {
	C: "Constitution of the Communist Party of China, official English",
	G: "Xi Jinping: The Governance of China, official English",
	H: "CPC Central Committee, resolution on the Party's history (2021), official English",
	I: "International Department of the CPC Central Committee",
	K: "China Keywords",
	L: "National People's Congress, English texts of laws",
	M: "Ministry of Foreign Affairs",
	O: "State Council Information Office, white papers in English",
	P: "Constitution of the People's Republic of China, official English",
	R: "CPC Central Committee, report to the 20th National Congress (2022), official English",
	S: "CPC Central Committee, report to the 19th National Congress (2017), official English",
	U: "United Nations, official English",
	V: "Ministry of National Defense",
	W: "State Council, Report on the Work of the Government, official English",
	X: "Xinhua",
};

export function readStarter(domain: string, lines: string): Term[] {
	return lines
		.split("\n")
		.filter((line) => line !== "")
		.map((line) => readLine(domain, line));
}

function readLine(domain: string, line: string): Term {
	const [
		simplified = "",
		traditional = "",
		letter = "",
		preferred = "",
		allowed = "",
		forbidden = "",
		note = "",
	] = line.split("|");
	const authority = authorities[letter] ?? "";
	const rendering = (text: string, status: TermRendering["status"]): TermRendering => ({
		text: text.replace(/^!/u, ""),
		status,
		note: "",
		authority: status === "forbidden" ? "" : authority,
		alwaysWrong: text.startsWith("!"),
	});
	return {
		id: `starter:${simplified}`,
		simplified,
		traditional: traditional || simplified,
		domain,
		note,
		renderings: [
			rendering(preferred, "preferred"),
			...listed(allowed).map((text) => ({ ...rendering(text, "allowed"), authority: "" })),
			...listed(forbidden).map((text) => rendering(text, "forbidden")),
		],
	};
}

const listed = (field: string) => field.split(" / ").filter((text) => text !== "");
