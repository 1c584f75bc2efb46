/** Which files become which document. */
import { readdir, stat } from "node:fs/promises";
import { join, relative, sep } from "node:path";
import { matchPairs } from "#lib/core/reading/match-pairs.ts";
import { t } from "../messages.ts";
import { Refused } from "../refused.ts";
import type { ImportRequest } from "./request.ts";

/** One document to be made. */
export interface Entry {
	/** Paths, both given or one; a file alone can also hold both sides. */
	readonly source: string | null;
	readonly target: string | null;
	/** Somebody said which side it is, or the name of its partner did. */
	readonly certain: boolean;
}

/** Throws `Refused` where a path leads nowhere, or there is nothing in a folder. */
export async function entriesOf(given: ImportRequest["given"]): Promise<Entry[]> {
	if (!Array.isArray(given)) return [{ source: null, target: null, ...given, certain: true }];
	const files: { readonly path: string; readonly name: string }[] = [];
	for (const path of given as readonly string[]) files.push(...(await filesAt(path)));
	if (files.length === 0) throw new Refused(t("import.nothing"), 1);
	const pathOf = (place: number | null) => (place === null ? null : (files[place]?.path ?? null));
	return matchPairs(files.map(({ name }) => name)).map(({ source, target }) => ({
		source: pathOf(source),
		target: pathOf(target),
		certain: source !== null && target !== null,
	}));
}

/** A file, or all files of a folder and of those within it, by their names below it. Hidden ones are left out. */
async function filesAt(path: string): Promise<{ path: string; name: string }[]> {
	const found = await stat(path).catch(() => null);
	if (found === null) throw new Refused(t("file.missing", { path }));
	if (!found.isDirectory()) return [{ path, name: path }];
	const entries = await readdir(path, { recursive: true, withFileTypes: true });
	return entries
		.filter((entry) => entry.isFile())
		.map((entry) => relative(path, join(entry.parentPath, entry.name)))
		.filter((name) => !name.split(sep).some((step) => step.startsWith(".")))
		.toSorted()
		.map((name) => ({ path: join(path, name), name: name.split(sep).join("/") }));
}
