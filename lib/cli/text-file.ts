import { open } from "node:fs/promises";
import { otherKind, Place } from "#lib/core/formats/text-file.ts";
import { textDecoding, UndecodableBytes } from "#lib/core/text/decoding.ts";
import { type DetectedEncoding, detectEncoding, encodingName } from "#lib/core/text/encoding.ts";
import { checkText, findInvalidUtf8 } from "#lib/core/text/wellformed.ts";
import { t } from "./messages.ts";

export type TextFile = { ok: true; text: string } | { ok: false; problem: string };

const megabyte = 1024 * 1024;
/** What an import takes in too: two sides of a long book. */
const largestFile = 64 * megabyte;

const toStandardError = (line: string): void => void process.stderr.write(`${line}\n`);

/**
 * Reads a file whole, or tells in one sentence why not and where. Its encoding is found; one that is only a guess is
 * told to `complain`. A byte order mark is taken off.
 */
export async function readTextFile(
	path: string,
	largest = largestFile,
	complain = toStandardError,
): Promise<TextFile> {
	let bytes: Uint8Array | null;
	try {
		bytes = await readAtMost(path, largest);
	} catch (error) {
		return { ok: false, problem: unreadable(path, error) };
	}
	return textOf(path, bytes, largest, complain);
}

/** Standard input to its end, as a file that messages call by `name`. */
export async function readStandardInput(name: string, input: AsyncIterable<Uint8Array>): Promise<TextFile> {
	return textOf(name, await collect(input, largestFile), largestFile, toStandardError);
}

function textOf(
	path: string,
	bytes: Uint8Array | null,
	largest: number,
	complain: (line: string) => void,
): TextFile {
	if (bytes === null)
		return { ok: false, problem: t("file.tooLarge", { path, megabytes: largest / megabyte }) };
	const found = encodingOf(bytes);
	if (found === null) return { ok: false, problem: noText(path, bytes) };
	const decoded = decode(bytes, found.encoding);
	const encoding = encodingName(found.encoding);
	if (!decoded.ok) return { ok: false, problem: t("file.foreignBytes", { path, encoding, ...decoded.at }) };
	const { text } = decoded;
	const check = checkText(text);
	if (!check.ok)
		return { ok: false, problem: t("file.nul", { path, line: check.line, column: check.column }) };
	if (!found.sure) complain(t("file.guessed", { path, encoding }));
	return { ok: true, text };
}

/** Null where there is more. Counts what comes, since pipes have no size. */
async function readAtMost(path: string, largest: number): Promise<Uint8Array | null> {
	const file = await open(path);
	try {
		const { size } = await file.stat();
		if (size > largest) return null;
		return await collect(file.createReadStream({ autoClose: false }), largest);
	} finally {
		await file.close();
	}
}

async function collect(stream: AsyncIterable<Uint8Array>, largest: number): Promise<Uint8Array | null> {
	const chunks: Uint8Array[] = [];
	let read = 0;
	for await (const chunk of stream) {
		chunks.push(chunk);
		read += chunk.length;
		if (read > largest) return null;
	}
	return Buffer.concat(chunks, read);
}

const makeDecoder = (encoding: string) => new TextDecoder(encoding, { fatal: true });
const sampleLength = 8 * 1024;
const samples = 16;

/** What is UTF-8 from end to end is that, unless it surely is something else. Null where it is no text. */
function encodingOf(bytes: Uint8Array): DetectedEncoding | null {
	if (otherKind(bytes) !== null) return null;
	const found = detectEncoding(bytes, makeDecoder, { whole: true, samples: sampleBytes(bytes) });
	if (found?.sure || findInvalidUtf8(bytes) !== null) return found;
	return { encoding: "utf-8", sure: true, bom: false };
}

/** Parts of a long text that hold more than ASCII, evenly spread: its beginning may hold nothing else. */
function sampleBytes(bytes: Uint8Array): Uint8Array[] {
	const parts: Uint8Array[] = [];
	const step = Math.max(2 * sampleLength, Math.ceil(bytes.length / samples));
	for (let from = step; from < bytes.length; from += step) {
		const start = bytes.subarray(from, from + step).findIndex((byte) => byte >= 0x80);
		const safe = start < 0 ? -1 : bytes.subarray(0, from + start).findLastIndex((byte) => byte < 0x30);
		if (safe >= 0) parts.push(bytes.subarray(safe + 1, safe + 1 + sampleLength));
	}
	return parts;
}

interface BadBytes {
	readonly line: number;
	readonly column: number;
	readonly bytes: string;
}

/** The text, or the first place where its bytes are of another encoding. */
function decode(
	bytes: Uint8Array,
	encoding: string,
): { ok: true; text: string } | { ok: false; at: BadBytes } {
	const decoding = textDecoding(encoding, makeDecoder);
	const place = new Place();
	try {
		const text = decoding.push(bytes);
		place.advance(text);
		return { ok: true, text: text + decoding.end() };
	} catch (error) {
		if (!(error instanceof UndecodableBytes)) throw error;
		place.advance(error.before);
		return { ok: false, at: { line: place.line, column: place.column, bytes: error.bytes } };
	}
}

/** A file of no encoding: one with controls is no text at all; of another, the first byte that is not UTF-8 is named. */
function noText(path: string, bytes: Uint8Array): string {
	const controls = bytes.some((byte) => byte < 0x09 || (byte > 0x0d && byte < 0x1b));
	const decoded = decode(bytes, "utf-8");
	return controls || decoded.ok || otherKind(bytes) !== null
		? t("file.binary", { path })
		: t("file.noEncoding", { path, ...decoded.at });
}

function unreadable(path: string, error: unknown): string {
	const code = error instanceof Error && "code" in error ? String(error.code) : "";
	if (code === "ENOENT" || code === "ENOTDIR") return t("file.missing", { path });
	if (code === "EISDIR") return t("file.folder", { path });
	return t("file.unreadable", { path, code });
}
