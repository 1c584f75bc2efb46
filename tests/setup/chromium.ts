/** Finds a browser: the system's Chrome or Chromium, else the one that npm brought, with fonts for Chinese. */
import { execFile, spawnSync } from "node:child_process";
import { accessSync, constants, existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { delimiter, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const require = createRequire(import.meta.url);
const cache = fileURLToPath(new URL("../../node_modules/.cache/duizhao/", import.meta.url));

export interface Browser {
	readonly executablePath: string;
	readonly env: Record<string, string>;
}

/**
 * What of a browser no test needs. Each window without a screen gets pages for its address bar, which take longer to
 * make than ours: half of all work. A list of features replaces the one that Playwright gives, so its part is here too.
 */
export const frugal: readonly string[] = [
	"--disable-dev-shm-usage",
	"--disable-background-networking",
	`--disable-features=${[
		"WebUIOmniboxPopup",
		"WebUIOmniboxAimPopup",
		"AimEnabled",
		"AvoidCorsURLLoaderRestartOnRedirect",
		"AvoidUnnecessaryBeforeUnloadCheckSync",
		"DestroyProfileOnBrowserClose",
		"HttpsFirstBalancedModeAutoEnable",
		"HttpsUpgrades",
		"LensOverlay",
		"MediaRouter",
		"NetworkTimeServiceQuerying",
		"OptimizationHints",
		"PaintHolding",
		"PreconnectToSearch",
		"TcpPortRandomizationWin",
		"ThirdPartyStoragePartitioning",
	].join(",")}`,
];

export async function findBrowser(): Promise<Browser> {
	const installed = systemBrowser();
	const env: Record<string, string> = {};
	for (const [name, value] of Object.entries(process.env)) if (value !== undefined) env[name] = value;
	// In the C locale Chromium cannot write a file name that is not ASCII, and calls every such download "download".
	if (process.platform === "linux") Object.assign(env, fontSettings(), { LC_ALL: "C.UTF-8" });
	if (installed) return { executablePath: installed, env };
	const folder = await unpackedBrowser();
	const libraries = [join(folder, "al2023", "lib"), process.env["LD_LIBRARY_PATH"]].filter(Boolean).join(":");
	return { executablePath: join(folder, "chromium"), env: { ...env, LD_LIBRARY_PATH: libraries } };
}

function systemBrowser(): string | undefined {
	const given = process.env["CHROME_PATH"];
	if (given) return given;
	const names = ["google-chrome-stable", "google-chrome", "chromium", "chromium-browser"];
	const folders = (process.env["PATH"] ?? "").split(delimiter);
	const programFiles = [
		process.env["PROGRAMFILES"],
		process.env["PROGRAMFILES(X86)"],
		process.env["LOCALAPPDATA"],
	];
	const candidates = [
		...(process.platform === "linux"
			? names.flatMap((name) => folders.map((folder) => join(folder, name)))
			: []),
		"/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
		"/Applications/Chromium.app/Contents/MacOS/Chromium",
		...programFiles.flatMap((folder) =>
			folder ? [join(folder, "Google", "Chrome", "Application", "chrome.exe")] : [],
		),
	];
	return candidates.find(isExecutable);
}

function isExecutable(path: string): boolean {
	try {
		accessSync(path, constants.X_OK);
		return true;
	} catch {
		return false;
	}
}

/** The package unpacks into the temporary folder; ours keeps it out of other users' reach, and whole. */
async function unpackedBrowser(): Promise<string> {
	const entry = require.resolve("@sparticuz/chromium");
	const folder = join(cache, "chromium");
	if (existsSync(folder)) return folder;
	const unfinished = `${folder}.${process.pid}`;
	mkdirSync(unfinished, { recursive: true });
	const bin = join(dirname(dirname(entry)), "bin");
	const script = `const { inflate } = await import(process.argv[1]);
		for (const file of ["chromium", "al2023.tar", "swiftshader.tar"]) await inflate(process.argv[2] + "/" + file + ".br");`;
	await promisify(execFile)(process.execPath, ["--input-type=module", "-e", script, entry, bin], {
		env: { ...process.env, TMPDIR: unfinished },
	});
	try {
		renameSync(unfinished, folder);
	} catch (error) {
		rmSync(unfinished, { recursive: true, force: true });
		if (!existsSync(folder)) throw error; // else another worker was faster
	}
	return folder;
}

/** Where the system has no font for Chinese, the one from npm is added to its own. */
function fontSettings(): Record<string, string> {
	const known = spawnSync("fc-list", [":lang=zh"], { encoding: "utf8" });
	if (known.status === 0 && known.stdout.trim() !== "") return {};
	const fonts = join(dirname(dirname(require.resolve("@embedpdf/fonts-sc"))), "fonts");
	const file = join(cache, "fonts.conf");
	mkdirSync(cache, { recursive: true });
	writeFileSync(
		file,
		`<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig>
	<include ignore_missing="yes">/etc/fonts/fonts.conf</include>
	<dir>${fonts}</dir>
	<cachedir>${join(cache, "fontconfig")}</cachedir>
</fontconfig>
`,
	);
	return { FONTCONFIG_FILE: file };
}
