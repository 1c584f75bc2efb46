import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { usualPreferences } from "#lib/core/people/preferences.ts";
import { closeDatabase, db } from "#lib/server/db.ts";
import { ChangedPreferences, changePreferences, readPreferences } from "#lib/server/preferences.ts";
import { makePerson, openTestDatabase } from "./caller.ts";

beforeAll(async () => {
	await openTestDatabase();
});
afterAll(closeDatabase);

async function somebody() {
	const { id, name } = await makePerson("Nils");
	return { userId: id, name, administrator: false };
}

const keys = {
	preset: "omegat",
	own: { windows: { confirm: ["Ctrl+Shift+Enter"], find: [] }, mac: {} },
};

describe("what people choose for themselves", () => {
	test("is as usual for who has chosen nothing, and then what they chose", async () => {
		const actor = await somebody();
		expect(await readPreferences(actor)).toEqual(usualPreferences);
		await changePreferences(actor, { keys });
		expect(await readPreferences(actor)).toEqual({ ...usualPreferences, keys });
		expect(await readPreferences(await somebody())).toEqual(usualPreferences);
	});

	test("keeps both of two things chosen at once in two windows", async () => {
		const actor = await somebody();
		await Promise.all([
			changePreferences(actor, { keys }),
			changePreferences(actor, { density: "compact" }),
			changePreferences(actor, { rowSight: "third" }),
		]);
		expect(await readPreferences(actor)).toEqual({ keys, density: "compact", rowSight: "third" });
	});

	test.each([
		["of another release", { version: 2, density: "compact" }, usualPreferences],
		[
			"with a choice that no release knows any more",
			{ version: 1, density: "tight", rowSight: "middle" },
			{ ...usualPreferences, rowSight: "middle" },
		],
	])("%s are read as far as they are known, and chosen anew", async (_, stored, read) => {
		const actor = await somebody();
		await db()
			.$executeRaw`UPDATE "User" SET "preferences" = ${JSON.stringify(stored)}::jsonb WHERE "id" = ${actor.userId}`;
		expect(await readPreferences(actor)).toEqual(read);
		await changePreferences(actor, { density: "comfortable" });
		expect((await readPreferences(actor)).density).toBe("comfortable");
	});

	test.each([
		["nothing", {}],
		["what there is not", { colour: "red" }],
		["a density there is not", { density: "tight" }],
		["keys without a preset", { keys: { own: { windows: {}, mac: {} } } }],
		["a key that is no key", { keys: { ...keys, own: { windows: { find: ["<b>"] }, mac: {} } } }],
		[
			"more keys than an action has",
			{ keys: { ...keys, own: { windows: { find: Array(5).fill("F4") }, mac: {} } } },
		],
		[
			"an action named like no action",
			{ keys: { ...keys, own: { windows: { "__proto__x!": [] }, mac: {} } } },
		],
		["a third platform", { keys: { ...keys, own: { windows: {}, mac: {}, beos: {} } } }],
	])("%s is refused", (_, change) => {
		expect(ChangedPreferences.safeParse(change).success).toBe(false);
	});
});
