import { commonCharacters } from "./common-characters.ts";

/*
 * How much likelier a character is in prose than in what a wrong decoding gives, as natural logarithms. A common
 * character is about eight times likelier, a rare one three times less likely; the rest is judged by hand.
 */
const common = 2;
const punctuation = 1.5;
const rare = -1.1;
const accented = 1.5;
const foreign = -1.5;
const odd = -4;
/** A lone Chinese character at the end of a word in Latin letters: that word lost a letter of its own. */
const isolated = -5;
/** NUL and other controls stand in no prose. */
const control = -12;

/** Two bytes hit a sequence of UTF-8 by accident one time in twelve, three bytes one time in seventy. */
const utf8Bonus = { short: 2.5, long: 4.2 };
/** A unit of UTF-16 below 0x80 is hardly an accident. */
const asciiUnit = 1.5;

const chinesePunctuation = /[\u3000-\u3011\u3014-\u301B\uFF01-\uFF5E—‘’“”…·•　]/u;
const ordinaryHan = /[\u4E00-\u9FFF]/u;
const kana = /[\u3041-\u30FF]/u;
const letter = /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}]/u;
const latinSign = /[“”‘’–—…€©®«»°·•§£\u00A0½²³×ªº¿¡™\u00AD]/u;
const strange = /[\p{Co}\p{Cn}\p{Cc}\p{Script=Hangul}\p{Script=Yi}\p{Script=Bopomofo}\uFFFD]/u;
const harmlessControl = /[\t\n\v\f\r]/u;

export interface Plausibility {
	/** Sum over all characters that say something; positive speaks for the decoding. */
	readonly evidence: number;
	/** How many characters say something. */
	readonly count: number;
}

/** Judges a decoding by what it gives. ASCII says nothing, except in UTF-16. */
export function judge(text: string, encoding: string): Plausibility {
	let [evidence, count] = [0, 0];
	let before = "";
	const characters = Array.from(text);
	for (const [index, character] of characters.entries()) {
		const weight = weigh(character, encoding, before, characters[index + 1] ?? "");
		before = character;
		if (weight === 0) continue;
		evidence += weight;
		count += 1;
	}
	return { evidence, count };
}

function weigh(character: string, encoding: string, before: string, after: string): number {
	const point = character.codePointAt(0) ?? 0;
	if (point < 0x20 || point === 0x7f) return harmlessControl.test(character) ? 0 : control;
	if (point < 0x80) return encoding.startsWith("utf-16") ? asciiUnit : 0;
	if (encoding === "windows-1252") return weighLatin(character, before, after);
	const bonus = encoding !== "utf-8" ? 0 : point < 0x800 ? utf8Bonus.short : utf8Bonus.long;
	const alone = /[A-Za-z]/u.test(before) && after < "\x80" && encoding !== "utf-8" && !letter.test(character);
	if (alone) return isolated;
	const accent = encoding === "utf-8" && point < 0x250 && /[A-Za-z]/u.test(before + after);
	return bonus + (accent ? accented : weighWide(character));
}

function weighWide(character: string): number {
	if (commonCharacters.has(character)) return common;
	if (chinesePunctuation.test(character)) return punctuation;
	if (ordinaryHan.test(character)) return rare;
	if (kana.test(character) || letter.test(character)) return foreign;
	return strange.test(character) || character > "\u{1FFFF}" ? odd : foreign;
}

/** In Latin text a letter beyond ASCII stands among letters, and two or three in a row are rare. */
function weighLatin(character: string, before: string, after: string): number {
	const crowded = before > "\x7f" && after > "\x7f";
	if (latinSign.test(character)) return /[\u00C0-\u00FF]/u.test(before) || crowded ? odd : 1.2;
	if (!/[\u00C0-\u00FFŠŽŒšžœŸ]/u.test(character) || /[×÷þÞ]/u.test(character)) return odd;
	if (crowded) return odd;
	const among = /[A-Za-z]/u.test(before) || /[A-Za-z]/u.test(after);
	return among ? accented : before > "\x7f" || after > "\x7f" ? foreign : 0;
}
