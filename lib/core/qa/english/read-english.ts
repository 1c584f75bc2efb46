/** Reads English text with harper: the same in the browser's worker and in a thread of the server. */
import { type BinaryModule, Dialect, type Lint, LocalLinter, SuggestionKind } from "harper.js";
import type { Spelling } from "./spelling.ts";
import { isTrusted, type Remark, stemsOf, trustedRules } from "./trusted.ts";

const mostReplacements = 5;

/** One reader for each way to spell; they share the dictionary. */
export class EnglishReader {
	#linters: LocalLinter[];
	#ready: Promise<unknown>;

	constructor(binary: BinaryModule, spelling: Spelling) {
		const dialects = {
			british: [Dialect.British],
			american: [Dialect.American],
			either: [Dialect.American, Dialect.British],
		}[spelling];
		this.#linters = dialects.map((dialect) => new LocalLinter({ binary, dialect }));
		this.#ready = Promise.all(this.#linters.map(prepare));
	}

	/** Slips in the order of the text. A word that any of the readers knows is none. */
	async read(text: string): Promise<Remark[]> {
		await this.#ready;
		const [first, ...others] = this.#linters;
		if (!first) return [];
		let remarks = await remarksOf(first, text);
		for (const other of others) {
			if (!remarks.some(({ slip }) => slip === "spelling")) break;
			const there = new Set((await remarksOf(other, text)).map(placeOf));
			remarks = remarks.filter((remark) => remark.slip !== "spelling" || there.has(placeOf(remark)));
		}
		const trusted: Remark[] = [];
		for (const remark of remarks)
			if (isTrusted(text, remark) && !(await isMade(first, text, remark))) trusted.push(remark);
		return trusted.sort((a, b) => a.start - b.start);
	}
}

/** A word that the dictionary lacks and that was made, by the rules, of one that it has. */
async function isMade(linter: LocalLinter, text: string, { slip, start, end }: Remark): Promise<boolean> {
	if (slip !== "spelling") return false;
	for (const stem of stemsOf(text.slice(start, end)))
		if (!(await remarksOf(linter, stem)).some((remark) => remark.slip === "spelling")) return true;
	return false;
}

const placeOf = ({ start, end }: Remark): string => `${start}-${end}`;

async function prepare(linter: LocalLinter): Promise<void> {
	const rules = Object.keys(await linter.getDefaultLintConfig());
	await linter.setLintConfig(
		Object.fromEntries(rules.map((rule) => [rule, Object.hasOwn(trustedRules, rule)])),
	);
}

async function remarksOf(linter: LocalLinter, text: string): Promise<Remark[]> {
	const byRule = await linter.organizedLints(text, { language: "plaintext" });
	const unitsBefore = unitsOf(text);
	return Object.entries(byRule).flatMap(([rule, lints]) => {
		const slip = trustedRules[rule];
		return lints.flatMap((lint) => {
			const remark = slip && remarkOf(lint, slip, text, unitsBefore);
			lint.free();
			return remark ? [remark] : [];
		});
	});
}

/** harper counts code points; null where none lies outside the basic plane, so that both counts are the same. */
function unitsOf(text: string): number[] | null {
	if (!/[\u{10000}-\u{10FFFF}]/u.test(text)) return null;
	const units = [0];
	for (const character of text) units.push((units.at(-1) ?? 0) + character.length);
	return units;
}

function remarkOf(lint: Lint, slip: Remark["slip"], text: string, units: number[] | null): Remark {
	const span = lint.span();
	const start = units ? (units[span.start] ?? text.length) : span.start;
	const end = units ? (units[span.end] ?? text.length) : span.end;
	span.free();
	const found = text.slice(start, end);
	const replacements = lint.suggestions().map((suggestion) => {
		const kind = suggestion.kind();
		const words = suggestion.get_replacement_text();
		suggestion.free();
		if (kind === SuggestionKind.Remove) return "";
		return kind === SuggestionKind.InsertAfter ? found + words : words;
	});
	return { slip, start, end, replacements: [...new Set(replacements)].slice(0, mostReplacements) };
}
