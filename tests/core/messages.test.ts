import { globSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { english } from "#lib/messages/catalogue.ts";

const root = new URL("../../", import.meta.url).pathname;

/** What stands at a dotted path: a sentence, a group of them, or nothing. */
function at(path: string): unknown {
	let here: unknown = english;
	for (const step of path.split(".")) {
		if (typeof here !== "object" || here === null) return undefined;
		here = Reflect.get(here, step);
	}
	return here;
}

interface Use {
	readonly place: string;
	readonly key: string;
	/** `t(\`state.${x}\`)`: only what stands before the first value is known. */
	readonly open: boolean;
}

const binding =
	/(?:const|let)\s+(\w+)\s*=\s*(?:await\s+)?(?:useTranslations|getTranslations)\(\s*(?:"([\w.]+)")?/g;

/** Reads the calls of every translator that a file binds to a name, by the namespace it was made with. */
function uses(file: string): Use[] {
	const code = readFileSync(root + file, "utf8");
	const found: Use[] = [];
	const spaces = new Map<string, Set<string>>();
	for (const [, name = "", space = ""] of code.matchAll(binding)) {
		spaces.set(name, (spaces.get(name) ?? new Set()).add(space));
	}
	for (const [name, namespaces] of spaces) {
		const call = new RegExp(
			`(?<![\\w.])${name}(?:\\.(?:rich|markup|raw))?\\(\\s*(?:"([\\w.-]+)"|\`([\\w.-]*)(\\$\\{)?)`,
			"g",
		);
		for (const [, plain, start, open] of code.matchAll(call)) {
			const key = plain ?? start ?? "";
			const candidates = [...namespaces].map((space) => (space ? `${space}.${key}` : key));
			const known = candidates.find((path) => exists(path, Boolean(open)));
			found.push({ place: file, key: known ?? candidates[0] ?? key, open: Boolean(open) });
		}
	}
	return found;
}

function exists(path: string, open: boolean): boolean {
	if (!open) return typeof at(path) === "string";
	const dot = path.lastIndexOf(".");
	const group = dot < 0 ? english : at(path.slice(0, dot));
	if (typeof group !== "object" || group === null) return false;
	return Object.keys(group).some((key) => key.startsWith(path.slice(dot + 1)));
}

const files = globSync("{app,lib}/**/*.{ts,tsx}", { cwd: root });

test("every sentence a screen asks for is in the catalogue", () => {
	const all = files.flatMap(uses);
	expect(all.length).toBeGreaterThan(200);
	expect(all.filter((use) => !exists(use.key, use.open))).toEqual([]);
});

test("a missing key would be noticed", () => {
	expect(exists("common.close", false)).toBe(true);
	expect(exists("common.nowhere", false)).toBe(false);
	expect(exists("common.state.", true)).toBe(true);
	expect(exists("common.nowhere.", true)).toBe(false);
});
