import { readFile } from "node:fs/promises";
import { checkText, findInvalidUtf8 } from "#lib/core/text/wellformed.ts";
import { t } from "./messages.ts";

export type TextFile = { ok: true; text: string } | { ok: false; problem: string };

/** Reads a UTF-8 file whole, or tells in one sentence why not and where. A byte order mark is taken off. */
export async function readTextFile(path: string): Promise<TextFile> {
	let bytes: Uint8Array;
	try {
		bytes = await readFile(path);
	} catch (error) {
		return { ok: false, problem: unreadable(path, error) };
	}
	const invalid = findInvalidUtf8(bytes);
	if (invalid !== null) return { ok: false, problem: t("file.notUtf8", { path, ...invalid }) };
	const text = new TextDecoder().decode(bytes);
	const check = checkText(text);
	if (!check.ok)
		return { ok: false, problem: t("file.nul", { path, line: check.line, column: check.column }) };
	return { ok: true, text };
}

function unreadable(path: string, error: unknown): string {
	const code = error instanceof Error && "code" in error ? String(error.code) : "";
	if (code === "ENOENT") return t("file.missing", { path });
	if (code === "EISDIR") return t("file.folder", { path });
	return t("file.unreadable", { path, code });
}
