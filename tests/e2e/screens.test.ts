/**
 * Every screen, wide and narrow, light and dark: nothing blank, nothing beyond the edge, no error in the console.
 * With DUIZHAO_SHOTS=FOLDER the pictures are written there.
 */
import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { beforeAll, describe, expect, test } from "vitest";
import { db } from "#lib/server/db.ts";
import { loadDemo } from "#lib/server/demo.ts";
import { signInLink } from "#lib/server/links.ts";
import { ImportScreen } from "#tests/e2e/steps/import-screen.ts";
import { Site } from "#tests/e2e/steps/site.ts";
import { Workbench } from "#tests/e2e/steps/workbench.ts";
import { makePerson } from "#tests/factories.ts";

const sizes = {
	wide: { width: 1440, height: 900 },
	narrow: { width: 390, height: 844 },
} as const;
const folder = process.env["DUIZHAO_SHOTS"];
if (folder) mkdirSync(folder, { recursive: true });
const fixture = (name: string) => readFileSync(new URL(`fixtures/${name}`, import.meta.url), "utf8");

const site = Site.forThisFile();
const pages: Record<string, Page> = {};
const errors: string[] = [];
const places: Record<string, string> = {};

beforeAll(async () => {
	const demo = await loadDemo();
	const { id, name, email } = await db().user.findFirstOrThrow({ where: { administrator: true } });
	const owner = { userId: id, name, administrator: true };
	const newcomer = await makePerson("Petra Novak");
	const documents = await db().document.findMany({ select: { id: true } });
	const project = `/projects/${demo?.projectId}`;
	const sidesOf = async (documentId: string) =>
		new Set(
			(await db().segment.findMany({ where: { documentId }, select: { side: true } })).map(
				({ side }) => side,
			),
		);
	for (const { id: documentId } of documents) {
		const sides = await sidesOf(documentId);
		const kind = sides.size === 2 ? "both" : sides.has("target") ? "english" : "chinese";
		if (kind !== "both") places[kind] = `${project}/documents/${documentId}`;
	}
	places["project"] = project;
	places["document"] = `${project}/documents/${demo?.documentId}`;
	places["passage"] = `${places["document"]}?passage=${demo?.passageId}`;
	places["link"] = await signInLink(email);
	for (const size of ["wide", "narrow"] as const) {
		for (const [who, person] of [
			["owner", owner],
			["newcomer", newcomer],
			["nobody", null],
		] as const) {
			const page = await site.pageFor(person, { viewport: sizes[size] });
			page.on("console", (message) => {
				if (message.type() === "error") errors.push(`${new URL(page.url()).pathname}: ${message.text()}`);
			});
			pages[`${who} ${size}`] = page;
		}
	}
});

interface Screen {
	readonly name: string;
	readonly path: () => string;
	readonly who?: "newcomer" | "nobody";
	/** Goes on until the screen shows what it is about. */
	readonly shows: (page: Page) => Promise<unknown>;
}

const place =
	(name: string, rest = "") =>
	() =>
		`${places[name]}${rest}`;
const heading = (name: string) => (page: Page) => page.getByRole("heading", { name, exact: true }).waitFor();
const editing = (page: Page) => new Workbench(page).focused();

const screens: readonly Screen[] = [
	{ name: "home", path: () => "/", shows: (page) => page.getByRole("link", { name: /^Demo/ }).waitFor() },
	{ name: "home-empty", path: () => "/", who: "newcomer", shows: heading("No projects yet") },
	{
		name: "project",
		path: place("project"),
		shows: (page) =>
			page
				.getByText(/words? reviewed/)
				.first()
				.waitFor(),
	},
	{ name: "import", path: place("project", "/import"), shows: heading("Import an article") },
	{ name: "import-preview", path: place("project", "/import"), shows: showPreview },
	{ name: "members", path: place("project", "/members"), shows: heading("Members") },
	{ name: "settings", path: place("project", "/settings"), shows: heading("Settings") },
	{ name: "workbench", path: place("passage"), shows: editing },
	{ name: "workbench-history", path: place("document"), shows: showHistory },
	{ name: "workbench-align", path: place("document"), shows: showAligning },
	{ name: "workbench-keys", path: place("passage"), shows: showKeys },
	{ name: "workbench-english", path: place("english"), shows: editing },
	{ name: "workbench-chinese", path: place("chinese"), shows: editing },
	{
		name: "compare",
		path: place("document", "/compare"),
		shows: (page) => page.getByRole("row").nth(1).waitFor(),
	},
	{
		name: "deliver",
		path: place("document", "/deliver"),
		shows: (page) =>
			page
				.getByText(/are not reviewed/)
				.first()
				.waitFor(),
	},
	{ name: "account", path: () => "/account", shows: heading("Your account") },
	{ name: "administration", path: () => "/administration", shows: heading("Accounts") },
	{ name: "not-found", path: () => "/projects/none", shows: heading("There is nothing at this address") },
	{ name: "sign-in", path: () => "/sign-in", who: "nobody", shows: heading("Sign in") },
	{ name: "link", path: place("link"), who: "nobody", shows: heading("Sign in by link") },
	{
		name: "link-used",
		path: () => "/link/used",
		who: "nobody",
		shows: heading("This link does not work any more"),
	},
];

async function showPreview(page: Page): Promise<void> {
	const screen = new ImportScreen(page);
	await screen.paste("Source text", fixture("import.zh.txt"));
	await screen.paste("Translation", fixture("import.en.txt"));
	await screen.preview.getByText("There are 320 prisms.").waitFor();
}

async function showHistory(page: Page): Promise<void> {
	const desk = new Workbench(page);
	await desk.focused();
	await desk.goTo(9);
	await page.keyboard.press("F9");
	await page.getByText("Changes from the draft").first().waitFor();
	const drawer = page.getByRole("button", { name: "History and details" });
	if (await drawer.isVisible()) await drawer.click();
	await page.getByRole("complementary").getByText("goes back").first().waitFor();
}

async function showAligning(page: Page): Promise<void> {
	const desk = new Workbench(page);
	await desk.focused();
	await page.keyboard.press("Escape");
	await desk.editor.waitFor({ state: "detached" });
	const here = await desk.activeNumber();
	await page.keyboard.press("ArrowDown");
	await desk.at(here + 1);
}

async function showKeys(page: Page): Promise<void> {
	await editing(page);
	await page.keyboard.press("F1");
	await page.getByRole("dialog", { name: "Keys" }).waitFor();
}

describe.each(["wide", "narrow"] as const)("%s", (size) => {
	test.each(screens)("$name", async ({ name, path, who = "owner", shows }) => {
		const page = pages[`${who} ${size}`];
		if (!page) throw new Error(`no page for ${who}`);
		await page.goto(site.at(path()));
		await shows(page);
		for (const colorScheme of ["light", "dark"] as const) {
			await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
			const look = await page.evaluate(() => {
				const root = document.documentElement;
				const [red = 0] = (getComputedStyle(document.body).backgroundColor.match(/[\d.]+/g) ?? []).map(
					Number,
				);
				return {
					beyondTheEdge: root.scrollWidth - root.clientWidth,
					text: document.querySelector("main")?.textContent.trim().length ?? 0,
					paper: red,
				};
			});
			expect(look.beyondTheEdge, "pixels to scroll sideways").toBe(0);
			expect(look.text, "characters in main").toBeGreaterThan(20);
			if (!folder) continue;
			const path = join(folder, `${name}-${size}-${colorScheme}.png`);
			await page.screenshot({ path, fullPage: true, animations: "disabled" });
		}
		const wanted = name === "not-found" ? /status of 404/ : /^$/;
		expect(errors.splice(0).filter((error) => !wanted.test(error))).toEqual([]);
	});
});
