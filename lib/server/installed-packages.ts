import { access, readFile } from "node:fs/promises";
import { dirname, join } from "node:path";

/** The folder of installed packages that has one of this name, whether this runs from its source or built into the web server; null without one. */
export async function packagesFolder(name: string): Promise<string | null> {
	for (const start of [import.meta.dirname, process.cwd()]) {
		for (let folder = start; folder; folder = dirname(folder)) {
			const modules = join(folder, "node_modules");
			const found = await access(join(modules, name)).then(
				() => true,
				() => false,
			);
			if (found) return modules;
			if (folder === dirname(folder)) break;
		}
	}
	return null;
}

/** “name 1.2.3” of a package in that folder. */
export async function versionOf(modules: string, name: string): Promise<string> {
	const description: { version: string } = JSON.parse(
		await readFile(join(modules, name, "package.json"), "utf8"),
	);
	return `${name} ${description.version}`;
}
