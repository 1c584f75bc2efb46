import { open } from "node:fs/promises";
import { checkText, findInvalidUtf8 } from "#lib/core/text/wellformed.ts";
import { t } from "./messages.ts";

export type TextFile = { ok: true; text: string } | { ok: false; problem: string };

const megabyte = 1024 * 1024;
/** What an import takes in too: two sides of a long book. */
const largestFile = 64 * megabyte;

/** Reads a UTF-8 file whole, or tells in one sentence why not and where. A byte order mark is taken off. */
export async function readTextFile(path: string, largest = largestFile): Promise<TextFile> {
	let bytes: Uint8Array | null;
	try {
		bytes = await readAtMost(path, largest);
	} catch (error) {
		return { ok: false, problem: unreadable(path, error) };
	}
	return textOf(path, bytes, largest);
}

/** Standard input to its end, as a file that messages call by `name`. */
export async function readStandardInput(name: string, input: AsyncIterable<Uint8Array>): Promise<TextFile> {
	return textOf(name, await collect(input, largestFile), largestFile);
}

function textOf(path: string, bytes: Uint8Array | null, largest: number): TextFile {
	if (bytes === null)
		return { ok: false, problem: t("file.tooLarge", { path, megabytes: largest / megabyte }) };
	const problem = encodingProblem(path, bytes);
	if (problem !== null) return { ok: false, problem };
	const text = new TextDecoder().decode(bytes);
	const check = checkText(text);
	if (!check.ok)
		return { ok: false, problem: t("file.nul", { path, line: check.line, column: check.column }) };
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

function encodingProblem(path: string, bytes: Uint8Array): string | null {
	const invalid = findInvalidUtf8(bytes);
	if (invalid === null) return null;
	const [first, second] = bytes;
	const utf16 = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
	if (utf16) return t("file.utf16", { path });
	return bytes.includes(0) ? t("file.binary", { path }) : t("file.notUtf8", { path, ...invalid });
}

function unreadable(path: string, error: unknown): string {
	const code = error instanceof Error && "code" in error ? String(error.code) : "";
	if (code === "ENOENT" || code === "ENOTDIR") return t("file.missing", { path });
	if (code === "EISDIR") return t("file.folder", { path });
	return t("file.unreadable", { path, code });
}
