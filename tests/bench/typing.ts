/**
 * The workbench on a document of 50,000 passages, in a production build and a real browser: how soon the
 * first row can be edited, and what a key costs beside a page with nothing but CodeMirror on it:
 *   npm run build && npm run bench -- typing [PASSAGES] [OPENINGS]
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Browser, type BrowserContext, chromium, type Page } from "playwright-core";
import { PostedOperation } from "#lib/core/document/operations/registry.ts";
import type { Actor } from "#lib/server/access.ts";
import { closeDatabase, openDatabase } from "#lib/server/db.ts";
import { startEmbedded } from "#lib/server/embedded.ts";
import { installQueues } from "#lib/server/jobs/install-queues.ts";
import { migrate } from "#lib/server/migrate.ts";
import { newId } from "#lib/server/new-id.ts";
import { readWindow } from "#lib/server/passages.ts";
import { makeDocument, makePerson, makeProject, plainRows } from "#tests/factories.ts";
import { findBrowser } from "#tests/setup/chromium.ts";
import { cookieFor } from "#tests/setup/over-http.ts";
import { startServer } from "#tests/setup/server.ts";
import { serveBarePage } from "./browser/bare-page.ts";
import {
	framesWhileScrolling,
	heapAfterScrolling,
	staticRows,
	timeOperation,
} from "./browser/long-document.ts";
import { editor, type Opening, openEditor, untilEditable, watchForEditor } from "./browser/opening.ts";
import { traceKeys, type Work } from "./browser/trace.ts";
import { measureWhole, type Whole } from "./browser/whole-document.ts";
import { median, percentile, table } from "./load/figures.ts";
import { deskOf, saveOverHttp } from "./load/writers.ts";

const [passages = 50_000, openings = 5] = process.argv.slice(3).map(Number);
const rounds = 3;
const keysInRound = 100;
const pace = 60; // milliseconds between keys: a fast typist
const rest = 2_500; // milliseconds of rest, after which what was typed is saved

const dataFolder = mkdtempSync(join(tmpdir(), "duizhao-typing-"));
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
	const begin = performance.now();
	const documentId = await makeDocument(actor, projectId, plainRows(passages));
	console.log(`${passages} passages written in ${((performance.now() - begin) / 1_000).toFixed(1)} s`);
	const server = await startServer({ databaseUrl: cluster.url });
	close.push(server.stop);
	const bare = await serveBarePage(
		(await readWindow(actor, documentId, { limit: 1 })).rows[0]?.target[0]?.text ?? "",
	);
	close.push(bare.close);
	const { executablePath, env } = await findBrowser();
	const browser = await chromium.launch({
		executablePath,
		env,
		args: ["--no-sandbox", "--disable-dev-shm-usage", "--disable-background-networking"],
	});
	close.push(() => browser.close());
	const [name = "", value = ""] = (await cookieFor(actor)).split("=");
	const enter = async () => await signedIn(browser, { name, value, url: server.url });
	const address = `${server.url}/projects/${projectId}/documents/${documentId}`;
	await measureOpenings(enter, address, bare.url);
	await measureKeys(browser, await enter(), address, bare.url);
	await measureScrolling(browser, await enter(), address);
	await measureFrames(await enter(), address);
	await measureAligning(await enter(), address);
	const others = await Promise.all(
		Array.from({ length: 4 }, async () =>
			deskOf(actor, await makeDocument(actor, projectId, plainRows(60)), 4),
		),
	);
	const save = saveOverHttp(server.url, `${name}=${value}`);
	await measureEvery(await enter(), address, actor, { databaseUrl: cluster.url, documentId, save, others });
} finally {
	for (const end of close.reverse()) await end();
}

async function signedIn(
	browser: Browser,
	cookie: { name: string; value: string; url: string },
): Promise<BrowserContext> {
	const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
	await context.addCookies([cookie]);
	await watchForEditor(context);
	return context;
}

async function measureOpenings(
	enter: () => Promise<BrowserContext>,
	address: string,
	bareAddress: string,
): Promise<void> {
	const bare: Opening[] = [];
	const cold: Opening[] = [];
	const warm: Opening[] = [];
	for (let i = 0; i < openings; i++) {
		const context = await enter();
		const page = await context.newPage();
		cold.push(await openEditor(page, address));
		await page.goto("about:blank");
		warm.push(await openEditor(page, address));
		if (i === 0) await proveEditable(page);
		await page.goto("about:blank");
		bare.push(await openEditor(page, bareAddress));
		await context.close();
	}
	const line = (name: string, measured: readonly Opening[]) => {
		const of = (figure: (opening: Opening) => number) => median(measured.map(figure)).toFixed(0);
		const slowest = Math.max(...measured.map(({ editable }) => editable)).toFixed(0);
		return [
			name,
			of(({ editable }) => editable),
			slowest,
			of(({ answered }) => answered),
			of(({ processor }) => processor),
		];
	};
	console.log(`\nFrom navigation to the first editable row, ${openings} openings`);
	console.log(
		table([
			["", "median ms", "slowest ms", "page answered ms", "main thread's processor ms"],
			line("bare CodeMirror", bare),
			line("empty cache", cold),
			line("filled cache", warm),
		]),
	);
	const [first] = cold;
	if (first)
		console.log(
			`script until then: ${(first.sent / 1_000).toFixed(1)} kB sent, ${Math.round(first.unpacked / 1_000)} kB unpacked`,
		);
}

/** A row counts as editable only if a key changes it. */
async function proveEditable(page: Page): Promise<void> {
	await page.locator(editor).click();
	await page.keyboard.press("End");
	await page.keyboard.type("xyz");
	if (!(await page.locator(editor).textContent())?.includes("xyz"))
		throw new Error("the first row does not take what is typed");
	for (let i = 0; i < 3; i++) await page.keyboard.press("Backspace");
	await page.waitForTimeout(rest);
}

async function type(page: Page, target: string): Promise<void> {
	await page.locator(target).click();
	await page.keyboard.press("End");
	const words = "the harbour opened again and the pilots went out before dawn ";
	for (let i = 0; i < keysInRound; i++) {
		await page.keyboard.press(i % 17 === 16 ? "Backspace" : (words[i % words.length] ?? "a"));
		await page.waitForTimeout(i === keysInRound / 2 ? rest : pace);
	}
}

async function measureKeys(
	browser: Browser,
	context: BrowserContext,
	address: string,
	bareAddress: string,
): Promise<void> {
	const page = await context.newPage();
	await openEditor(page, address);
	const barePage = await context.newPage();
	await barePage.goto(bareAddress);
	const ours: Work[] = [];
	const bare: Work[] = [];
	for (let round = 0; round < rounds; round++) {
		await barePage.bringToFront();
		bare.push(await traceKeys(browser, barePage, () => type(barePage, ".cm-content")));
		await page.bringToFront();
		ours.push(await traceKeys(browser, page, () => type(page, editor)));
		await page.waitForTimeout(rest);
	}
	const saved = await page.locator(editor).textContent();
	await page.reload();
	await untilEditable(page);
	if ((await page.locator(editor).textContent()) !== saved) throw new Error("what was typed was not saved");
	console.log(
		`\nMain thread per key, ${rounds * keysInRound} keys, one every ${pace} ms with rests in which they are saved`,
	);
	console.log(
		table([
			["", "p50 ms", "p95 ms", "slowest key ms", "longest task ms", "by the clock", "tasks > 50 ms"],
			keyLine("bare CodeMirror", bare),
			keyLine("workbench", ours),
		]),
	);
	await context.close();
}

function keyLine(name: string, work: readonly Work[]): string[] {
	const keys = work.flatMap(({ perKey }) => perKey);
	const tasks = work.flatMap((round) => round.tasks);
	const longest = (by: "processor" | "clock") => tasks.reduce((most, task) => Math.max(most, task[by]), 0);
	const figures = [
		percentile(keys, 0.5),
		percentile(keys, 0.95),
		Math.max(...keys),
		longest("processor"),
		longest("clock"),
	];
	return [
		name,
		...figures.map((figure) => figure.toFixed(1)),
		String(tasks.filter(({ processor }) => processor > 50).length),
	];
}

/** Down by wheel for three seconds, then to the very end at once. */
async function measureScrolling(browser: Browser, context: BrowserContext, address: string): Promise<void> {
	const page = await context.newPage();
	await openEditor(page, address);
	await page.locator(editor).hover();
	const work = await traceKeys(browser, page, async () => {
		await page.keyboard.press("Shift");
		for (let i = 0; i < 60; i++) {
			await page.mouse.wheel(0, 400);
			await page.waitForTimeout(50);
		}
		await page.keyboard.press("Shift");
	});
	const longest = work.tasks.reduce((most, { processor }) => Math.max(most, processor), 0);
	const begin = performance.now();
	await page.locator("[role=grid]").evaluate((grid) => grid.scrollTo(0, grid.scrollHeight));
	await page.waitForFunction(
		(last) =>
			[...document.querySelectorAll("[role=row][data-passage]")].some(
				(row) => Number(row.getAttribute("aria-rowindex")) > last - 20,
			),
		passages,
	);
	console.log(
		`\nScrolling: longest task ${longest.toFixed(1)} ms, ${work.tasks.filter(({ processor }) => processor > 50).length} over 50 ms;`,
	);
	console.log(`to the end at once: its rows are there after ${(performance.now() - begin).toFixed(0)} ms`);
	await context.close();
}

/** Beside a page of the same rows without any script, in turns. */
async function measureFrames(context: BrowserContext, address: string): Promise<void> {
	const page = await context.newPage();
	await openEditor(page, address);
	await page.waitForTimeout(rest);
	const still = await context.newPage();
	await still.setContent(await staticRows(page));
	const ours: number[] = [];
	const bare: number[] = [];
	for (let round = 0; round < rounds; round++) {
		await still.bringToFront();
		bare.push(await framesWhileScrolling(still, "#scroller", 2_000));
		await page.bringToFront();
		ours.push(await framesWhileScrolling(page, "[role=grid]", 2_000));
	}
	const heap = await heapAfterScrolling(page, 200);
	console.log(
		`\nFrames a second while scrolling: ${median(ours).toFixed(1)}, static page ${median(bare).toFixed(1)}, ratio ${(median(ours) / median(bare)).toFixed(2)}`,
	);
	console.log(`script heap after scrolling end to end: ${(heap / 1e6).toFixed(0)} MB`);
	await context.close();
}

/** Merges of two passages and their undoing. */
async function measureAligning(context: BrowserContext, address: string): Promise<void> {
	const page = await context.newPage();
	await openEditor(page, address);
	await page.waitForTimeout(rest);
	await page.keyboard.press("Escape");
	const merges: { painted: number; acknowledged: number }[] = [];
	for (let i = 0; i < 12; i++) {
		merges.push(await timeOperation(page, "KeyM", true));
		await page.waitForTimeout(300);
		await timeOperation(page, "Control+KeyZ", true);
		await page.waitForTimeout(300);
	}
	const painted = merges.map((merge) => merge.painted);
	const acknowledged = merges.map((merge) => merge.acknowledged);
	console.log(`\nA merge in ${passages} passages, ${merges.length} times`);
	console.log(
		table([
			["", "median ms", "slowest ms"],
			["painted after", median(painted).toFixed(0), Math.max(...painted).toFixed(0)],
			["acknowledged after", median(acknowledged).toFixed(0), Math.max(...acknowledged).toFixed(0)],
		]),
	);
	await context.close();
}

async function measureEvery(
	context: BrowserContext,
	address: string,
	actor: Actor,
	whole: Omit<Whole, "confirmAll">,
): Promise<void> {
	const page = await context.newPage();
	await openEditor(page, address);
	await page.waitForTimeout(rest);
	await page.keyboard.press("Escape");
	const { documentId, save } = whole;
	const confirmAll = async () => {
		const { rows, total, orderNumber, headNumber } = await readWindow(actor, documentId, { limit: 1 });
		const last = await readWindow(actor, documentId, { offset: total - 1, limit: 1 });
		const run = {
			from: rows[0]?.id,
			to: last.rows[0]?.id,
			stale: true,
			grouping: orderNumber,
			seen: headNumber,
		};
		await save(documentId, {
			key: newId(),
			operation: PostedOperation.parse({ type: "affirm", ...run }),
		});
	};
	await measureWhole(page, { ...whole, confirmAll });
	await context.close();
}
