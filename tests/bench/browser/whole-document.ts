/** Every passage of a long document at once: in the browser, beside people who save elsewhere, beside the bare writing. */

import pg from "pg";
import type { Page } from "playwright-core";
import { median, percentile, table } from "../load/figures.ts";
import { type Desk, keepSaving, type Save } from "../load/writers.ts";
import { timeOperation } from "./long-document.ts";

const writers = 4; // in each of the other documents
const saving = 4; // seconds
const rest = 3_000; // milliseconds in which the page loads what changed

export interface Whole {
	readonly databaseUrl: string;
	readonly documentId: string;
	readonly save: Save;
	readonly others: readonly Desk[];
	/** Confirms the link of every passage. */
	confirmAll(): Promise<void>;
}

/** A shift of one side and its undo, alone and while others save; then all links. `page` is in align mode on the first row. */
export async function measureWhole(page: Page, whole: Whole): Promise<void> {
	const floors = [await bareUpdate(whole)];
	const lines = [["", "s", "beside saves s", "their p95 ms before", "meanwhile", "ratio"]];
	const keys = [
		["shift", "BracketRight"],
		["its undo", "Control+KeyZ"],
	] as const;
	const alone: string[] = [];
	for (const [, key] of keys) alone.push(await press(page, key));
	for (const [i, [name, key]] of keys.entries()) {
		const before = await keepSaving(whole.save, whole.others, writers, saving);
		const [meanwhile, took] = await Promise.all([
			keepSaving(whole.save, whole.others, writers, saving),
			press(page, key),
		]);
		const [p, q] = [percentile(before.milliseconds, 0.95), percentile(meanwhile.milliseconds, 0.95)];
		lines.push([name, alone[i] ?? "", took, p.toFixed(0), q.toFixed(0), (q / p).toFixed(2)]);
	}
	const begin = performance.now();
	await whole.confirmAll();
	lines.push(["all links confirmed", inSeconds(performance.now() - begin)]);
	lines.push(["its undo", await press(page, "Control+KeyZ")]);
	floors.push(await bareUpdate(whole));
	lines.push(["bare update of as many narrow rows", inSeconds(median(floors))]);
	console.log("\nEvery passage at once, from the key to the answer");
	console.log(table(lines));
}

const inSeconds = (milliseconds: number) => (milliseconds / 1_000).toFixed(2);

async function press(page: Page, key: string): Promise<string> {
	const { acknowledged } = await timeOperation(page, key, false);
	await page.waitForTimeout(rest);
	return inSeconds(acknowledged);
}

/** The least that moving one side could cost: two ids in a table of their own, with an index on each, in one statement. */
async function bareUpdate({ databaseUrl, documentId }: Whole): Promise<number> {
	const client = new pg.Client({ connectionString: databaseUrl });
	await client.connect();
	await client.query(`CREATE TABLE "Bare" ("segment" text PRIMARY KEY, "passage" text)`);
	await client.query(
		`INSERT INTO "Bare" SELECT "id", "passageId" FROM "Segment" WHERE "documentId" = $1 AND "side" = 'target' ORDER BY "rank"`,
		[documentId],
	);
	await client.query(`CREATE INDEX ON "Bare"("passage")`);
	const begin = performance.now();
	await client.query(`UPDATE "Bare" SET "passage" = reverse("passage")`);
	const took = performance.now() - begin;
	await client.query(`DROP TABLE "Bare"`);
	await client.end();
	return took;
}
