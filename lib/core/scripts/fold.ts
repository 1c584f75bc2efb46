/**
 * A text as searching sees it: in either script, of any width and case. Two writings of the same word fold to the
 * same text (准確, 准确, 準確; ＡＢＣ, abc), and each place in it leads back to the original.
 */
import hongKong from "opencc-js/dict/HKVariants";
import traditional from "opencc-js/dict/TSCharacters";
import taiwan from "opencc-js/dict/TWVariants";
import { characterMap } from "./dictionary.ts";

/** Characters that two writers of the same script choose differently, each with the one it folds to. */
const choices =
	"瞭了 裏里 裡里 証证 著着 麽么 麼么 藉借 佔占 佈布 週周 昇升 託托 誌志 註注 餘余 乾干 徵征 夥伙 於于 牠它 祂它 妳你 祇只 衹只 綫线 線线 嚐尝 盪荡 慾欲 遊游 迴回 摺折 範范 囌苏 甦苏 儘尽 讚赞";

const simplified = characterMap(traditional);

const folds = new Map<string, string>([
	...simplified,
	...[...characterMap(hongKong), ...characterMap(taiwan)].flatMap(regional),
	...choices.split(" ").map((pair) => [pair.charAt(0), pair.charAt(1)] as const),
]);
for (const pair of choices.split(" ")) folds.delete(pair.charAt(1));

/** A region's form folds as the form it stands for: 羣 and 群, 麪 and 麵 and 面. */
function regional([standard, form]: readonly [string, string]): [string, string][] {
	const to = simplified.get(standard) ?? simplified.get(form) ?? form;
	return [standard, form].filter((one) => one !== to).map((one) => [one, to]);
}

export interface Folded {
	readonly text: string;
	/** For each unit of the folded text the offset in the original where it begins, and one more for the end. */
	readonly starts: readonly number[];
}

/** Offsets are UTF-16 code units. */
export function foldScript(text: string): Folded {
	let folded = "";
	const starts: number[] = [];
	let at = 0;
	for (const character of text) {
		const written = foldCharacter(character);
		for (let i = 0; i < written.length; i += 1) starts.push(at);
		folded += written;
		at += character.length;
	}
	starts.push(at);
	return { text: folded, starts };
}

/** The folded text alone. */
export function foldText(text: string): string {
	let folded = "";
	for (const character of text) folded += foldCharacter(character);
	return folded;
}

/** Plain ASCII and most of Chinese need no normalisation, which is what takes time. */
function foldCharacter(character: string): string {
	const code = character.charCodeAt(0);
	if (code < 0x80) return code >= 0x41 && code <= 0x5a ? character.toLowerCase() : character;
	const mapped = folds.get(character);
	if (mapped !== undefined) return mapped;
	if (code >= 0x4e00 && code <= 0x9fff) return character;
	const plain = character.normalize("NFKC").toLowerCase();
	return folds.get(plain) ?? plain;
}

export interface Match {
	readonly start: number;
	readonly end: number;
}

/**
 * Where a folded query occurs in a text, left to right without overlaps; offsets in the text, end exclusive. What
 * `keeps` refuses is passed over, and what overlaps with it is looked at.
 */
export function findFolded(
	text: string,
	query: string,
	most = Number.POSITIVE_INFINITY,
	keeps: (match: Match) => boolean = () => true,
): Match[] {
	if (query === "") return [];
	const folded = foldScript(text);
	const found: Match[] = [];
	let at = folded.text.indexOf(query);
	while (at >= 0 && found.length < most) {
		const start = folded.starts[at] ?? 0;
		const last = folded.starts[at + query.length - 1] ?? 0;
		const match = { start, end: nextStart(folded.starts, at + query.length, last) };
		const kept = keeps(match);
		if (kept) found.push(match);
		at = folded.text.indexOf(query, at + (kept ? query.length : 1));
	}
	return found;
}

/** A character that folds to several units (㎏, ﬁ) is found whole. */
function nextStart(starts: readonly number[], from: number, after: number): number {
	let i = from;
	while ((starts[i] ?? Number.POSITIVE_INFINITY) <= after) i += 1;
	return starts[i] ?? starts.at(-1) ?? 0;
}
