/** `npm run bench -- NAME`: one measurement of tests/bench, with what it needs generated first. */
import { existsSync, readdirSync } from "node:fs";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { LaunchError } from "#lib/server/launch-error.ts";
import { generateClient } from "./building.ts";
import { giveUp } from "./phases.mjs";

const folder = resolve("tests/bench");
const name = process.argv[2] ?? "";
const file = resolve(folder, `${name}.ts`);

try {
	if (!/^[a-z0-9-]+$/.test(name) || !existsSync(file)) {
		const names = readdirSync(folder).flatMap((entry) => (entry.endsWith(".ts") ? [entry.slice(0, -3)] : []));
		throw new LaunchError(`There is no measurement "${name}".`, `npm run bench -- ${names.join(" | ")}`);
	}
	await generateClient();
	await import(pathToFileURL(file).href);
} catch (error) {
	giveUp(error);
}
