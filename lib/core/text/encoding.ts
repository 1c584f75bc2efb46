import { commonCharacters } from "./common-characters.ts";
import { type MakeDecoder, textDecoding, UndecodableBytes, wholeCharacters } from "./decoding.ts";
import { judge } from "./plausible.ts";

/** By the names of the Encoding standard; `gb18030` covers GB2312 and GBK, `big5` covers HKSCS, `windows-1252` ISO 8859-1. */
export const textEncodings = ["utf-8", "gb18030", "big5", "windows-1252", "utf-16le", "utf-16be"] as const;
export type TextEncoding = (typeof textEncodings)[number];

export interface DetectedEncoding {
	/** One of `textEncodings`, or another that was declared and fits. */
	readonly encoding: string;
	/** False where another encoding is nearly as plausible: to be told, never to be hidden. */
	readonly sure: boolean;
	/** The file begins with a byte order mark. */
	readonly bom: boolean;
}

export interface EncodingEvidence {
	/** The beginning is all there is, so that an incomplete character at its end is a fault. */
	readonly whole?: boolean;
	/** Other parts of the file. Each begins after a byte below 0x30, which is part of no character. */
	readonly samples?: readonly Uint8Array[];
	/** What the file says of itself: `gb2312` in a page's `<meta charset>`. Checked, not believed. */
	readonly declared?: string;
}

/** So many bytes of one part are looked at; an article decides long before. */
const partLength = 16 * 1024;
/** An encoding with more faults than this is out. */
const mostFaults = 6;
/** A byte that does not belong speaks against an encoding like so many characters of nonsense. */
const fault = -15;
/** What a fault weighs where the rest is Chinese in UTF-8: damage is likelier then than a text whose bytes are that by accident. */
const damage = -4;
/** Evidence (natural logarithms) that the better of two must have ahead of the other to be sure. */
const safeLead = 6;
const declaredBonus = 8;
/** Below this a character, on average, the text is noise in every encoding; short texts are given the benefit of the doubt. */
const noise = -0.5;
const shortText = 8;

/**
 * The encoding of a text: by its byte order mark, else by which encodings its bytes are valid in, else by which
 * decoding reads like prose. Null where it is no text, or none that any of the encodings makes sense of. UTF-8 with
 * damaged bytes is UTF-8, also where it is short: who decodes it finds their place.
 */
export function detectEncoding(
	bytes: Uint8Array,
	makeDecoder: MakeDecoder,
	{ whole = false, samples = [], declared }: EncodingEvidence = {},
): DetectedEncoding | null {
	const marked = byteOrderMark(bytes);
	if (marked !== null) return { encoding: marked, sure: true, bom: true };
	const parts = [bytes.subarray(0, partLength), ...samples.map((sample) => sample.subarray(0, partLength))];
	if (parts.every(isPlainAscii)) return { encoding: "utf-8", sure: true, bom: false };
	const named = declared === undefined ? null : encodingOfLabel(declared);
	const names = new Set<string>(named === null ? textEncodings : [...textEncodings, named]);
	const candidates = [...names]
		.flatMap((encoding) => candidate(encoding, parts, whole && bytes.length <= partLength, makeDecoder) ?? [])
		.map((one) => (one.encoding === named ? { ...one, evidence: one.evidence + declaredBonus } : one))
		.sort((a, b) => b.evidence - a.evidence);
	const [best, second] = candidates;
	if (best === undefined) return null;
	if (isDamagedUtf8(candidates, best)) return { encoding: "utf-8", sure: true, bom: false };
	const unmarked16 = best.encoding.startsWith("utf-16");
	const doubtful = best.evidence < (unmarked16 ? -noise : noise) * best.count;
	if (doubtful && (best.count > shortText || best.controls || unmarked16)) return null;
	const sure = !doubtful && best.evidence - (second?.evidence ?? Number.NEGATIVE_INFINITY) >= safeLead;
	return { encoding: best.encoding, sure, bom: false };
}

function byteOrderMark([first, second, third]: Uint8Array): TextEncoding | null {
	if (first === 0xef && second === 0xbb && third === 0xbf) return "utf-8";
	if (first === 0xff && second === 0xfe) return "utf-16le";
	return first === 0xfe && second === 0xff ? "utf-16be" : null;
}

/** A few NULs in ASCII are a slip in a text, to be told with their place; many are UTF-16 or no text. */
function isPlainAscii(bytes: Uint8Array): boolean {
	let nuls = 0;
	for (const byte of bytes) {
		if (byte >= 0x80 || (byte < 0x20 && byte !== 0 && (byte < 0x09 || byte > 0x0d))) return false;
		if (byte === 0) nuls += 1;
	}
	return nuls * 5 <= bytes.length;
}

/** Tabs, ends of lines and of pages aside, texts hold no controls. */
const strayControl = /(?![\t\n\v\f\r\u0085])\p{Cc}/u;

interface Candidate {
	readonly encoding: string;
	readonly evidence: number;
	readonly count: number;
	readonly controls: boolean;
	readonly faults: number;
	/** A common Chinese character is in it. */
	readonly familiar: boolean;
}

/** Whether a text is UTF-8 but for a few bytes, and makes no better sense in another encoding. */
function isDamagedUtf8(candidates: readonly Candidate[], best: Candidate): boolean {
	const utf8 = candidates.find(({ encoding }) => encoding === "utf-8");
	if (utf8 === undefined || !utf8.familiar) return false;
	return utf8.evidence + (damage - fault) * utf8.faults > best.evidence;
}

function candidate(
	encoding: string,
	parts: readonly Uint8Array[],
	whole: boolean,
	makeDecoder: MakeDecoder,
): Candidate | null {
	let [evidence, count, faults] = [0, 0, 0];
	let [controls, familiar] = [false, false];
	for (const [index, part] of parts.entries()) {
		const decoded = decodeTolerantly(part, encoding, makeDecoder, whole && index === 0);
		if (decoded === null) return null;
		faults += decoded.faults;
		const judged = judge(decoded.text, encoding);
		evidence += judged.evidence;
		count += judged.count;
		controls ||= strayControl.test(decoded.text);
		familiar ||= Array.from(decoded.text).some((character) => commonCharacters.has(character));
	}
	if (faults > mostFaults) return null;
	return { encoding, evidence: evidence + fault * faults, count, controls, faults, familiar };
}

/** The text without what does not belong, and how often something did not; null where the encoding is unknown or hopeless. */
function decodeTolerantly(
	bytes: Uint8Array,
	encoding: string,
	makeDecoder: MakeDecoder,
	whole: boolean,
): { text: string; faults: number } | null {
	let text = "";
	let faults = 0;
	let at = 0;
	while (at < bytes.length) {
		const rest = bytes.subarray(at);
		try {
			text += textDecoding(encoding, makeDecoder).push(rest);
			const cutOff = whole && wholeCharacters(rest, encoding) < rest.length;
			// One incomplete character at the very end: a text that was cut off, hardly another encoding
			return { text, faults: cutOff ? faults + 0.2 : faults };
		} catch (error) {
			if (!(error instanceof UndecodableBytes) || faults >= mostFaults) return null;
			faults += 1;
			text += error.before;
			at += error.offset + 1;
		}
	}
	return { text, faults };
}

const labels: readonly (readonly [TextEncoding, RegExp])[] = [
	["utf-8", /^(?:unicode-1-1-)?utf-?8$/],
	[
		"gb18030",
		/^(?:(?:cs|x-)?gb_?2312(?:-?80)?|(?:x-|cs)?gbk|gb_?18030|cp936|ms936|windows-936|chinese|euc-cn|hz-gb-2312)$/,
	],
	["big5", /^(?:(?:cn-|cs|x-x-)?big-?5(?:-?hkscs)?|cp950|ms950|windows-950)$/],
	[
		"windows-1252",
		/^(?:windows-1252|x-cp1252|cp1252|iso-?8859-?1|iso_8859-1(?::1987)?|latin-?1|l1|(?:us-)?ascii|ansi_x3\.4-1968)$/,
	],
	["utf-16le", /^(?:utf-16(?:le)?|unicode|ucs-2|iso-10646-ucs-2)$/],
	["utf-16be", /^utf-16be$|^unicodefffe$/],
];

/** The encoding that a label means: `gb2312` is `gb18030`. A label we do not know is passed on in lower case. */
export function encodingOfLabel(label: string): string | null {
	const written = label.trim().toLowerCase();
	if (written === "") return null;
	return labels.find(([, pattern]) => pattern.test(written))?.[0] ?? written;
}

const written: Readonly<Record<TextEncoding, string>> = {
	"utf-8": "UTF-8",
	gb18030: "GB18030",
	big5: "Big5",
	"windows-1252": "Windows-1252",
	"utf-16le": "UTF-16LE",
	"utf-16be": "UTF-16BE",
};

/** As people write it. */
export function encodingName(encoding: string): string {
	const known = textEncodings.find((one) => one === encoding);
	return known === undefined ? encoding.toUpperCase() : written[known];
}
