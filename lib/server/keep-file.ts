import { mkdir, rename, writeFile } from "node:fs/promises";
import { dirname } from "node:path";

/** Written beside and renamed, so that nobody reads half a table; where the folder cannot be written, nothing is kept. */
export async function keepFile(file: string, bytes: Uint8Array): Promise<void> {
	const draft = `${file}.${process.pid}`;
	try {
		await mkdir(dirname(file), { recursive: true });
		await writeFile(draft, bytes);
		await rename(draft, file);
	} catch (error) {
		if (!(error instanceof Error && "code" in error)) throw error;
	}
}
