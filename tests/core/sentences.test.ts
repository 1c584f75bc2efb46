/** Sentences that the server says itself: in its problems, and in the files it hands out. */
import { createTranslator } from "next-intl";
import { expect, test } from "vitest";
import deliver from "#lib/messages/en/deliver.json" with { type: "json" };
import problems from "#lib/messages/en/problems.json" with { type: "json" };
import reading from "#lib/messages/en/reading.json" with { type: "json" };
import refusals from "#lib/messages/en/refusals.json" with { type: "json" };
import { type Catalogue, sentencesOf } from "#lib/messages/sentences.ts";

const catalogue: Catalogue = { ...problems, refusals, reading, deliver };
const say = sentencesOf("en", catalogue);

function keysOf(group: Catalogue, path = ""): string[] {
	return Object.entries(group).flatMap(([name, inside]) =>
		typeof inside === "string" ? [`${path}${name}`] : keysOf(inside, `${path}${name}.`),
	);
}

const keys = keysOf(catalogue);

const written = (key: string) =>
	String(key.split(".").reduce<unknown>((at, name) => Reflect.get(Object(at), name), catalogue));
const valueNames = keys.flatMap((key) =>
	[...written(key).matchAll(/\{(\w+)\s*[,}]/g)].map(([, name]) => name),
);

test.each([1, 2, 12_345])("each is said as the screens' own translator says it, of %d", (number) => {
	const values = Object.fromEntries(valueNames.map((name) => [name, number]));
	const failed: string[] = [];
	const translate = createTranslator({
		locale: "en",
		messages: catalogue,
		timeZone: "UTC",
		onError: ({ message }) => failed.push(message),
	}) as unknown as (key: string, values: object) => string;
	expect(keys.length).toBeGreaterThan(100);
	for (const key of keys) expect(say(key, values), key).toBe(translate(key, values));
	expect(failed).toEqual([]);
});

test("what is under no key is not said", () => {
	for (const key of ["nothing", "refusals", "refusals.nothing.there", "constructor", ""])
		expect(say(key)).toBeNull();
});
