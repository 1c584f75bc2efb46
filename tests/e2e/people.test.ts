/** Invitations, what each role may do on the screens, strangers, and the ends of sessions. */
import type { Page } from "playwright-core";
import { beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "#lib/server/access.ts";
import { db } from "#lib/server/db.ts";
import { Site } from "#tests/e2e/steps/site.ts";
import { storedTypes } from "#tests/e2e/steps/stored.ts";
import { Workbench } from "#tests/e2e/steps/workbench.ts";
import { makeDocument, makePerson, makeProject, plainRows } from "#tests/factories.ts";

const invited = { email: "wren.adeyemi@duizhao.example", name: "wren.adeyemi" };
const password = "kelp, rope, and lantern";

const site = Site.forThisFile();
let owner: Actor;
let projectId: string;
let documentId: string;
let ownersPage: Page;

beforeAll(async () => {
	owner = await makePerson("Ottoline Price");
	projectId = await makeProject([owner, "owner"]);
	documentId = await makeDocument(owner, projectId, plainRows(5));
	ownersPage = await site.pageFor(owner);
});

const documentAddress = () => site.at(`/projects/${projectId}/documents/${documentId}`);

describe("an invitation by link", () => {
	let link: string;
	let page: Page;

	test("an owner makes it on the members page", async () => {
		await ownersPage.goto(site.at(`/projects/${projectId}/members`));
		await ownersPage.getByRole("textbox", { name: "E-mail address" }).fill(invited.email);
		await ownersPage.getByRole("combobox", { name: "Role", exact: true }).selectOption("reader");
		await ownersPage.getByRole("button", { name: "Make invitation link" }).click();
		const field = ownersPage.getByRole("textbox", { name: `Invitation link for ${invited.email}` });
		link = await field.inputValue();
		await ownersPage.getByText(`${invited.email}, as reader`).waitFor();
	});

	test("accepting it makes the account and leads to the project", async () => {
		page = await site.pageFor(null);
		await page.goto(link);
		await page.getByText("You are invited to the project Harbour notes as reader").waitFor();
		await page.getByRole("button", { name: "Accept" }).click();
		await page.waitForURL((url) => !url.pathname.startsWith("/link/"));
		await page.getByRole("heading", { level: 1, name: "Harbour notes" }).waitFor();
		await page.goto(link);
		await page.getByRole("heading", { name: "This link does not work any more" }).waitFor();
	});

	test("a password is set, a wrong one is refused with a word, the right one signs in", async () => {
		await page.goto(site.at("/account"));
		await page.getByLabel("New password").fill(password);
		await page.getByRole("button", { name: "Set password" }).click();
		await page.getByText("Your password is set.").waitFor();
		await page.getByRole("button", { name: invited.name }).click();
		await page.getByLabel("Present password").waitFor(); // the page knows of it by now, and leaves the menu open
		await page.getByRole("menuitem", { name: "Sign out" }).click();
		await page.waitForURL(/\/sign-in/);
		await page.getByRole("textbox", { name: "E-mail address" }).fill(invited.email);
		await page.getByLabel("Password").fill(`${password}!`);
		await page.keyboard.press("Enter");
		await page.getByRole("alert").filter({ hasText: "do not belong together" }).waitFor();
		await page.getByLabel("Password").fill(password);
		await page.keyboard.press("Enter");
		await page.waitForURL(site.at("/"));
	});

	test("a reader reads and delivers, and changes nothing", async () => {
		await page.goto(site.at(`/projects/${projectId}`));
		await page.getByRole("link", { name: "Harbour notes" }).first().waitFor();
		expect(await page.getByRole("link", { name: /Import|Settings/ }).count()).toBe(0);
		await page.goto(documentAddress());
		const desk = new Workbench(page);
		await desk.row(1).waitFor();
		await desk
			.row(1)
			.getByText(plainRows(1)[0]?.[1][0] ?? "")
			.waitFor();
		expect(await desk.editor.count()).toBe(0);
		expect(await page.getByRole("button", { name: /^(Review|Align)$/ }).count()).toBe(0);
		await desk.row(2).click();
		await desk.at(2);
		for (const key of ["Enter", "KeyM", "KeyJ", "KeyS", "KeyU", "KeyD", "KeyC", "BracketRight", "F2"]) {
			await page.keyboard.press(key);
		}
		for (const key of ["Control+Enter", "Control+Alt+Enter", "Control+KeyZ"]) await page.keyboard.press(key);
		await page.keyboard.type("not mine to write");
		await page.getByRole("button", { name: "Actions" }).click();
		await page.getByRole("menuitem").first().waitFor();
		const offered = await page.getByRole("menuitem").allInnerTexts();
		expect(offered.map((text) => text.split("\n")[0])).toEqual(
			expect.arrayContaining(["Next passage", "Changes from the draft", "Keys and help"]),
		);
		expect(offered.join()).not.toMatch(/Confirm|Approve|Merge|Split|Undo|source/);
		await page.keyboard.press("Escape");
		await page.getByRole("link", { name: "Deliver" }).click();
		await page.getByRole("link", { name: "Download: Plain text", exact: true }).waitFor();
		expect(await storedTypes(documentId)).toEqual(["import"]);
	});
});

test("a reviewer corrects and confirms, but neither corrects the source nor approves", async () => {
	const reviewer = await makePerson("Idris Falk");
	await db().membership.create({ data: { projectId, userId: reviewer.userId, role: "reviewer" } });
	const page = await site.pageFor(reviewer);
	const desk = new Workbench(page);
	await desk.open(documentAddress());
	await page.keyboard.press("F2");
	await page.keyboard.press("Control+Alt+Enter");
	await page.keyboard.press("Control+End");
	await page.keyboard.type(" Checked.");
	await desk.at(1);
	await page.keyboard.press("Control+Enter");
	await desk.state(1, "reviewed, confirmed link");
	await desk.saved();
	expect(await storedTypes(documentId)).toEqual(["import", "edit", "confirm"]);
	await page.getByRole("button", { name: "Actions" }).click();
	expect((await page.getByRole("menuitem").allInnerTexts()).join()).not.toMatch(/Approve|Correct the source/);
	await page.context().close();
});

test("a lead approves", async () => {
	const lead = await makePerson("Sunniva Bell");
	await db().membership.create({ data: { projectId, userId: lead.userId, role: "lead" } });
	const page = await site.pageFor(lead);
	const desk = new Workbench(page);
	await desk.open(documentAddress());
	await page.keyboard.press("Control+Alt+Enter");
	await desk.state(1, "approved, confirmed link");
	await desk.at(2);
	await desk.saved();
	await page.context().close();
});

test("for a stranger nothing of the project exists", async () => {
	const page = await site.pageFor(await makePerson("Stranger"));
	const project = `/projects/${projectId}`;
	const document = `${project}/documents/${documentId}`;
	const paths = [
		project,
		...["import", "members", "settings"].map((name) => `${project}/${name}`),
		...["", "/compare", "/deliver"].map((name) => `${document}${name}`),
		"/administration",
	];
	for (const path of paths) {
		await page.goto(site.at(path));
		await page.getByRole("heading", { name: "There is nothing at this address" }).waitFor();
		expect(await page.content(), path).not.toContain("Harbour notes");
	}
	await page.goto(site.at("/"));
	await page.getByRole("heading", { name: "No projects yet" }).waitFor();
	await page.context().close();
});

test("signing out everywhere ends the session in another browser within five seconds", async () => {
	const other = await site.pageFor(owner);
	const desk = new Workbench(other);
	await desk.open(documentAddress());
	await ownersPage.goto(site.at("/account"));
	await ownersPage.getByRole("button", { name: "Sign out everywhere" }).click();
	// Who has no password is told first that only a link leads back.
	await ownersPage.getByRole("alertdialog").getByRole("button", { name: "Sign out everywhere" }).click();
	await ownersPage.waitForURL(/\/sign-in/);
	const status = async () => (await other.request.get(site.at(`/api/v1/documents/${documentId}`))).status();
	await expect.poll(status, { timeout: 5_000, interval: 100 }).toBe(401);
	await desk.status("You were signed out. What you typed is kept here.");
	await other.goto(site.at("/"));
	await other.waitForURL(/\/sign-in/);
});
