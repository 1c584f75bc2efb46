/** Generates the database client, builds the aligner's dictionary and the screens, each only if its sources changed since. */
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { once } from "node:events";
import {
	accessSync,
	constants,
	existsSync,
	mkdirSync,
	readdirSync,
	readFileSync,
	rmSync,
	statSync,
	writeFileSync,
} from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants as zlib } from "node:zlib";
import { LaunchError } from "#lib/server/launch-error.ts";
import { quiet } from "./bootstrap.mjs";
import { phase } from "./phases.mjs";

const clientSources = ["prisma/schema.prisma", "package-lock.json"];
const dictionarySources = [
	"lib/core/align/lexicon",
	"lib/server/lexicon.ts",
	"lib/server/lexicon-file.ts",
	"lib/server/dictionary-table.ts",
	"package-lock.json",
];
const dictionaryFolder = "node_modules/.cache/duizhao";
const buildSources = [
	"app",
	"lib",
	"public",
	"prisma/schema.prisma",
	"package-lock.json",
	"next.config.js",
	"postcss.config.js",
	"tsconfig.json",
	"proxy.ts",
];

export async function generateClient(): Promise<void> {
	const stamp = fingerprint(clientSources);
	if (isCurrent("generated/.stamp", stamp)) return;
	await phase("client", async () => {
		await run("prisma/build/index.js", ["generate", "--schema", "prisma/schema.prisma"], "prisma generate");
		writeFileSync("generated/.stamp", stamp);
		return "generated from prisma/schema.prisma";
	});
}

/** Done here, so that nobody's first import waits for it; where it could not be kept, each process makes its own when it needs it. */
export async function buildDictionary(): Promise<void> {
	const stamp = fingerprint(dictionarySources);
	if (isCurrent(`${dictionaryFolder}/.stamp`, stamp) || !canWrite(dictionaryFolder)) return;
	await phase("dictionary", async () => {
		await runScript("scripts/dictionary.ts", [], "building the dictionary");
		writeFileSync(`${dictionaryFolder}/.stamp`, stamp);
		return "Chinese–English, from the installed packages";
	});
}

export async function build(): Promise<void> {
	const stamp = fingerprint(buildSources);
	if (isCurrent(".next/.stamp", stamp) && existsSync(".next/BUILD_ID")) return;
	await phase("build", async () => {
		rmSync(".next/.stamp", { force: true });
		await run("next/dist/bin/next", ["build"], "next build");
		await compressStatic();
		writeFileSync(".next/.stamp", stamp);
		return "production build";
	});
}

/** The dictionary of English has 16 MB: the last percent of them would cost half a minute of every build. */
const lightly = {
	params: {
		[zlib.BROTLI_PARAM_QUALITY]: 5,
		[zlib.BROTLI_PARAM_LGWIN]: zlib.BROTLI_MAX_WINDOW_BITS,
	},
};

/** Half of what is sent before the first row can be edited is saved by doing this once and slowly; see static-files.mjs. */
async function compressStatic(): Promise<void> {
	const root = join(".next", "static");
	const names = readdirSync(root, { recursive: true, encoding: "utf8" });
	const compress = promisify(brotliCompress);
	await Promise.all(
		names
			.filter((name) => /\.(js|css|wasm)$/.test(name))
			.map(async (name) => {
				const file = join(root, name);
				const options = name.endsWith(".wasm") ? lightly : {};
				await writeFile(`${file}.br`, await compress(await readFile(file), options));
			}),
	);
}

/** Runs a tool of node_modules as `runScript` does. */
export async function run(program: string, args: readonly string[], name: string): Promise<void> {
	await runScript(join("node_modules", program), args, name);
}

/** Runs a script in a process of its own and shows what it wrote only if it failed. */
async function runScript(script: string, args: readonly string[], name: string): Promise<void> {
	const child = spawn(process.execPath, [script, ...args], {
		stdio: ["ignore", "pipe", "pipe"],
		env: { ...process.env, ...quiet, NODE_ENV: "production" },
	});
	const endWithUs = (): boolean => child.kill();
	process.once("exit", endWithUs);
	let output = "";
	for (const stream of [child.stdout, child.stderr]) {
		stream.setEncoding("utf8").on("data", (text: string) => {
			output += text;
		});
	}
	const [code] = await once(child, "close");
	process.off("exit", endWithUs);
	if (code === 0) return;
	process.stderr.write(output);
	throw new LaunchError(`${name} failed.`, "mend what it says above, then the same again");
}

function isCurrent(file: string, stamp: string): boolean {
	return existsSync(file) && readFileSync(file, "utf8") === stamp;
}

function canWrite(folder: string): boolean {
	try {
		mkdirSync(folder, { recursive: true });
		accessSync(folder, constants.W_OK);
		return true;
	} catch {
		return false;
	}
}

function fingerprint(paths: readonly string[]): string {
	const hash = createHash("sha256");
	const add = (path: string): void => {
		if (!existsSync(path)) return;
		if (statSync(path).isDirectory()) {
			for (const name of readdirSync(path).sort()) add(join(path, name));
			return;
		}
		hash.update(path).update("\0").update(readFileSync(path)).update("\0");
	};
	paths.forEach(add);
	return hash.digest("hex");
}
