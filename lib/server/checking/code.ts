/** What decides what a check finds and what a reader remarks; another release may find something else. */
import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join, resolve } from "node:path";

const inChecks = ["qa", "terms", "scripts", "text", "document/text.ts"];
/** The package's own file tells its version. */
const inReader = ["qa/english", "../../node_modules/harper.js/package.json"];

let checks: Promise<string> | undefined;
let reader: Promise<string> | undefined;

export function codeOfChecks(): Promise<string> {
	checks ??= digestOfFiles([...inChecks, ...inReader]);
	return checks;
}

export function codeOfReader(): Promise<string> {
	reader ??= digestOfFiles(inReader);
	return reader;
}

/** As the files lie in the folder that every process is started in. */
async function digestOfFiles(paths: readonly string[]): Promise<string> {
	const digest = createHash("md5");
	const roots = paths.map((path) => resolve(/* turbopackIgnore: true */ process.cwd(), "lib/core", path));
	const files = (await Promise.all(roots.map(filesIn))).flat().toSorted();
	for (const file of files) digest.update(file).update(await readFile(file));
	return digest.digest("hex");
}

async function filesIn(path: string): Promise<string[]> {
	const entries = await readdir(path, { withFileTypes: true, recursive: true }).catch(() => null);
	if (!entries)
		return await readFile(path).then(
			() => [path],
			() => [],
		);
	return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}
