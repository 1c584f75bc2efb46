/** Pages that are a table of two languages. */
import { expect, test } from "vitest";
import { html } from "#lib/core/formats/readers/html.ts";
import { asTags } from "./as-tags.ts";
import { readWith } from "./read-with.ts";

const read = async (body: string) => {
	const { shape, about, units, lines, problems } = await readWith(
		html,
		`<!doctype html><html lang="en"><head><title>Ferries</title></head><body>${body}</body></html>`,
	);
	return {
		shape,
		about,
		lines,
		units: units.map(({ id, variants, notes, state }) => ({
			...(id === undefined ? {} : { id }),
			...(notes && { notes }),
			...(state && { state }),
			sides: variants.map(({ language, segments }) => [language, ...segments.map(asTags)]),
		})),
		keys: problems.map(({ key }) => key),
	};
};

test("rows become pairs, with the codes in them, their numbers as names and further columns as notes", async () => {
	const { shape, units, keys } = await read(`<table>
		<tr><td>1</td><td>渡船每天<b>早上</b>开。</td><td>The ferry leaves <b>every morning</b>.</td><td>checked by the pilot</td></tr>
		<tr><td>2</td><td>票在码头卖。<br>也可以上船买。</td><td>Tickets are sold on the <a href="https://example.org/quay">quay</a>.</td><td></td></tr>
		<tr><td>3</td><td>自行车免费。</td><td></td><td></td></tr></table>`);
	expect(shape).toBe("pairs");
	expect(units).toEqual([
		{
			id: "1",
			notes: ["checked by the pilot"],
			sides: [
				["zh-Hans", "渡船每天<bold>早上</bold>开。"],
				["en", "The ferry leaves <bold>every morning</bold>."],
			],
		},
		{
			id: "2",
			sides: [
				["zh-Hans", "票在码头卖。<break>也可以上船买。"],
				["en", "Tickets are sold on the <link=https://example.org/quay>quay</link>."],
			],
		},
		{ id: "3", sides: [["zh-Hans", "自行车免费。"]] },
	]);
	expect(keys).toEqual([]);
});

test("a cell over several rows is one side with all that stands beside it", async () => {
	const { units } = await read(`<table>
		<tr><td rowspan="2">渡船早上开，晚上回。</td><td>The ferry leaves in the morning.</td></tr>
		<tr><td>It comes back at night.</td></tr>
		<tr><td>票在码头卖。</td><td>Tickets are sold on the quay.</td></tr></table>`);
	expect(units.map(({ sides }) => sides)).toEqual([
		[
			["zh-Hans", "渡船早上开，晚上回。"],
			["en", "The ferry leaves in the morning.", "It comes back at night."],
		],
		[
			["zh-Hans", "票在码头卖。"],
			["en", "Tickets are sold on the quay."],
		],
	]);
});

test("languages that the cells declare are taken, whichever they are", async () => {
	const row = (de: string, en: string) => `<tr><td lang="de">${de}</td><td lang="en-GB">${en}</td></tr>`;
	const { shape, units, about } = await read(
		`<table><tr><th>Translation</th><th>Source</th></tr>${row("Die Fähre fährt.", "The ferry runs.")}${row("Heute.", "Today.")}</table>`,
	);
	expect(shape).toBe("pairs");
	expect(units[0]?.sides).toEqual([
		["de", "Die Fähre fährt."],
		["en-GB", "The ferry runs."],
	]);
	expect(about).toMatchObject({ sourceLanguage: "en-GB", targetLanguage: "de" });
});

const table = `<table><tr><td>渡船每天早上开。</td><td>The ferry leaves every morning.</td></tr>
	<tr><td>票在码头卖。</td><td>Tickets are sold on the quay.</td></tr></table>`;

test("what stands above and below the page is left out and told, other text outside of the table stands alone", async () => {
	const { units, keys } = await read(`<header><h1>Ferries</h1></header>${table}<p>Times may change.</p>`);
	expect(units.at(-1)).toEqual({ sides: [["en", "Times may change."]] });
	expect(units).toHaveLength(3);
	expect(keys.toSorted()).toEqual(["pairsMarginsLeft", "pairsOutsideTable"]);
});

test("a page that is one form is read all the same", async () => {
	const { shape, units } = await read(`<form action="/save">${table}<p>Save</p></form>`);
	expect([shape, units.length]).toEqual(["pairs", 2]);
});

test("such a table within a longer article is text, and that is told", async () => {
	const { shape, lines, keys } = await read(
		`<p>${"The harbour office explains its new timetable. ".repeat(10)}</p>${table}`,
	);
	expect([shape, lines.length, keys]).toEqual(["text", 5, ["pairsAsText"]]);
});

test("a table of figures stays a text", async () => {
	const { shape } = await read(
		"<table><tr><th>年份</th><th>Passengers</th></tr><tr><td>2023</td><td>1,200</td></tr><tr><td>2024</td><td>1,500</td></tr></table>",
	);
	expect(shape).toBe("text");
});
