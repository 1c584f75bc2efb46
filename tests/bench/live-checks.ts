/**
 * What the checks cost while somebody types, in a production build and a real browser with the official terms as the
 * glossary:  npm run build && npm run bench -- live-checks [FOLDER] [PASSAGES]
 * The passages are drawn evenly from FOLDER/source.zh and FOLDER/machine.en, whose lines correspond.
 */
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type BrowserContext, chromium, type Page } from "playwright-core";
import { closeDatabase, openDatabase } from "#lib/server/db.ts";
import { startEmbedded } from "#lib/server/embedded.ts";
import { copyStarter } from "#lib/server/glossary/starter.ts";
import { installQueues } from "#lib/server/jobs/install-queues.ts";
import { migrate } from "#lib/server/migrate.ts";
import { inTransaction } from "#lib/server/revision-log/transaction.ts";
import { makeDocument, makePerson, makeProject } from "#tests/factories.ts";
import { findBrowser } from "#tests/setup/chromium.ts";
import { cookieFor } from "#tests/setup/over-http.ts";
import { startServer } from "#tests/setup/server.ts";
import { serveBarePage } from "./browser/bare-page.ts";
import { editor, openEditor, watchForEditor } from "./browser/opening.ts";
import { traceKeys, type Work } from "./browser/trace.ts";
import { percentile, table } from "./load/figures.ts";

const [folder = "../shared/corpora/wmt22-zh-en", asked = "50"] = process.argv.slice(
	process.argv[2] === "live-checks" ? 3 : 2,
);
const passages = Number(asked);
const pace = 60; // milliseconds between keys: a fast typist
const rest = 300; // milliseconds of rest after each word, in which the checks look
const words = [" the", " harbour", "s"];

const dataFolder = mkdtempSync(join(tmpdir(), "duizhao-live-checks-"));
process.env["DUIZHAO_SESSION_SECRET"] = "the bench's own secret, of no use elsewhere";
const cluster = await startEmbedded({ dataFolder });
const close: (() => Promise<unknown>)[] = [
	async () => rmSync(dataFolder, { recursive: true, force: true }),
	async () => rmSync(cluster.cluster, { recursive: true, force: true }),
	() => cluster.stop(),
];
try {
	await migrate(cluster.url);
	await installQueues(cluster.url);
	process.env["DATABASE_URL"] = cluster.url;
	openDatabase(cluster.url);
	close.push(closeDatabase);
	const actor = await makePerson("Ines Okoye");
	const projectId = await makeProject([actor, "owner"]);
	await inTransaction((client) => copyStarter(client, projectId, actor.userId));
	const rows = rowsOf();
	const documentId = await makeDocument(actor, projectId, rows);
	const server = await startServer({ databaseUrl: cluster.url });
	close.push(server.stop);
	const bare = await serveBarePage(rows[0]?.[1][0] ?? "");
	close.push(bare.close);
	const { executablePath, env } = await findBrowser();
	const args = ["--no-sandbox", "--disable-dev-shm-usage", "--disable-background-networking"];
	const browser = await chromium.launch({ executablePath, env, args });
	close.push(() => browser.close());
	const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
	const [name = "", value = ""] = (await cookieFor(actor)).split("=");
	await context.addCookies([{ name, value, url: server.url }]);
	await watchForEditor(context);
	const page = await openWorkbench(context, `${server.url}/projects/${projectId}/documents/${documentId}`);
	const ours = await traceKeys(browser, page, () => typeInEach(page, editor, true));
	const looks = await looksOf(page);
	const barePage = await context.newPage();
	await barePage.goto(bare.url);
	const plain = await traceKeys(browser, barePage, () => typeInEach(barePage, ".cm-content", false));
	report(looks, ours, plain);
} finally {
	for (const end of close.reverse()) await end();
}

function rowsOf() {
	const lines = (file: string) => readFileSync(join(folder, file), "utf8").trimEnd().split("\n");
	const [source, target] = [lines("source.zh"), lines("machine.en")];
	const every = source.length / passages;
	return Array.from({ length: passages }, (_, i) => {
		const at = Math.floor(i * every);
		return [[source[at] ?? ""], [target[at] ?? ""]] as const;
	});
}

/** Every look of the checks is noted from the beginning on; typing waits until they are there. */
async function openWorkbench(context: BrowserContext, address: string): Promise<Page> {
	await context.addInitScript(() => {
		const looks: number[] = [];
		Reflect.set(globalThis, "benchLooks", looks);
		const note = (list: PerformanceObserverEntryList) =>
			looks.push(
				...list
					.getEntries()
					.filter(({ name }) => name === "duizhao: checks")
					.map(({ duration }) => duration),
			);
		new PerformanceObserver(note).observe({ type: "measure" });
	});
	const page = await context.newPage();
	await openEditor(page, address);
	await page.waitForTimeout(6_000); // the checks, the terms and the reader of English have come
	return page;
}

function looksOf(page: Page): Promise<number[]> {
	return page.evaluate(() => Reflect.get(globalThis, "benchLooks") as number[]);
}

async function typeInEach(page: Page, target: string, moves: boolean): Promise<void> {
	await page.locator(target).click();
	for (let passage = 0; passage < passages; passage++) {
		await page.keyboard.press("End");
		for (const word of words) {
			for (const letter of word) {
				await page.keyboard.press(letter === " " ? "Space" : letter);
				await page.waitForTimeout(pace);
			}
			await page.waitForTimeout(rest);
		}
		if (moves) await page.keyboard.press("Alt+ArrowDown");
	}
}

/** Without the keys that lead to a passage: "End" before the letters, and behind them Alt with an arrow, where one moves. */
function ofLetters({ perKey }: Work, others: number): number[] {
	const letters = words.join("").length;
	return perKey.filter((_, i) => i % (letters + others) >= 1 && i % (letters + others) <= letters);
}

function report(looks: readonly number[], ours: Work, plain: Work): void {
	const line = (name: string, values: readonly number[]) => [
		name,
		String(values.length),
		...[percentile(values, 0.5), percentile(values, 0.95), percentile(values, 1)].map((ms) => ms.toFixed(1)),
	];
	console.log(`${passages} passages of ${folder}, milliseconds of the main thread`);
	console.log(
		table([
			["", "times", "median", "p95", "slowest"],
			line("the checks look at the passage", looks),
			line("from one letter to the next, workbench", ofLetters(ours, 3)),
			line("from one letter to the next, bare CodeMirror", ofLetters(plain, 1)),
		]),
	);
}
