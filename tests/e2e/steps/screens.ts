/** Every screen of the application, with the place it is at and what it shows when it is there. */
import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import type { Actor } from "#lib/server/access.ts";
import { db } from "#lib/server/db.ts";
import { loadDemo } from "#lib/server/demo.ts";
import { signInLink } from "#lib/server/links.ts";
import { ImportScreen } from "#tests/e2e/steps/import-screen.ts";
import { Workbench } from "#tests/e2e/steps/workbench.ts";
import { makePerson } from "#tests/factories.ts";

const fixture = (name: string) => readFileSync(new URL(`../fixtures/${name}`, import.meta.url), "utf8");

type Place = "project" | "document" | "passage" | "english" | "chinese" | "link";
export type Who = "owner" | "newcomer" | "nobody";

export interface Surroundings {
	readonly people: Readonly<Record<Who, Actor | null>>;
	readonly places: Readonly<Record<Place, string>>;
}

/** The demo project with its administrator, somebody who has no project, and an unused sign-in link. */
export async function demoSurroundings(): Promise<Surroundings> {
	const demo = await loadDemo();
	const { id, name, email } = await db().user.findFirstOrThrow({ where: { administrator: true } });
	const project = `/projects/${demo?.projectId}`;
	const document = `${project}/documents/${demo?.documentId}`;
	return {
		people: {
			owner: { userId: id, name, administrator: true },
			newcomer: await makePerson("Petra Novak"),
			nobody: null,
		},
		places: {
			project,
			document,
			passage: `${document}?passage=${demo?.passageId}`,
			english: `${project}/documents/${await documentWithOnly("target")}`,
			chinese: `${project}/documents/${await documentWithOnly("source")}`,
			link: await signInLink(email),
		},
	};
}

async function documentWithOnly(side: "source" | "target"): Promise<string> {
	for (const { id: documentId } of await db().document.findMany({ select: { id: true } })) {
		const segments = await db().segment.findMany({ where: { documentId }, select: { side: true } });
		if (segments.every((segment) => segment.side === side)) return documentId;
	}
	throw new Error(`the demo has no document with a ${side} only`);
}

export interface Screen {
	readonly name: string;
	readonly path: (places: Surroundings["places"]) => string;
	readonly who?: Exclude<Who, "owner">;
	/** Goes on until the screen shows what it is about. */
	readonly shows: (page: Page) => Promise<unknown>;
}

const place =
	(name: Place, rest = ""): Screen["path"] =>
	(places) =>
		`${places[name]}${rest}`;
const heading = (name: string) => (page: Page) => page.getByRole("heading", { name, exact: true }).waitFor();
const editing = (page: Page) => new Workbench(page).focused();

export const screens: readonly Screen[] = [
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
	{
		name: "glossary",
		path: place("project", "/glossary?q=%E5%9B%9B%E4%B8%AA"), // 四个
		shows: (page) => page.getByRole("list", { name: "Terms" }).waitFor(),
	},
	{
		name: "project-findings",
		path: place("project", "/findings"),
		shows: (page) => page.locator("[data-line]").first().waitFor(),
	},
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
	{ name: "measures", path: place("document", "/measures"), shows: heading("People") },
	{ name: "measures-project", path: place("project", "/measures"), shows: heading("Documents") },
	{
		name: "timeline",
		path: place("document", "/timeline"),
		shows: (page) => page.getByRole("link", { name: "Before and after" }).first().waitFor(),
	},
	{
		name: "project-timeline",
		path: place("project", "/timeline?kind=document"),
		shows: (page) => page.getByText("import", { exact: true }).first().waitFor(),
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
	const panel = page.getByRole("complementary");
	if (!(await panel.isVisible())) await page.getByRole("button", { name: "History and details" }).click();
	await panel.getByText("goes back").first().waitFor();
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
