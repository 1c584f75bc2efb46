import { expect, test } from "vitest";
import { readEnglish } from "#lib/server/read-english.ts";

test("English is read in a thread, every text with what is remarked on it", async () => {
	const texts = [
		"The goverment agreed.",
		"All is well, 👍 as it was.",
		"It is an university.",
		"After years of cellaring it has a trustable and irrationalist charm.", // made of words that are known
	];
	const remarks = await readEnglish({ texts, spelling: "either" });
	expect(
		remarks.map((list, i) => list.map(({ slip, start, end }) => `${slip} ${texts[i]?.slice(start, end)}`)),
	).toEqual([["spelling goverment"], [], ["article an"], []]);
}, 30_000);

test("of nothing nothing is read, and a reading can be given up", async () => {
	expect(await readEnglish({ texts: [], spelling: "british" })).toEqual([]);
	const signal = AbortSignal.abort(new Error("given up"));
	await expect(readEnglish({ texts: ["One."], spelling: "british" }, { signal })).rejects.toThrow("given up");
});
