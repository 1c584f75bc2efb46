import fc from "fast-check";
import { SaxesParser } from "saxes";
import { describe, expect, test } from "vitest";
import { tmx } from "#lib/core/align/formats/tmx.ts";
import { alignment, harbour, surroundings, texts } from "#tests/core/align/formats/alignments.ts";

interface ReadUnit {
	readonly attributes: Readonly<Record<string, string>>;
	readonly properties: Record<string, string>;
	readonly variants: [language: string, text: string][];
}

function readTmx(text: string): { header: Readonly<Record<string, string>>; units: ReadUnit[] } {
	let header: Readonly<Record<string, string>> = {};
	let type = "";
	let inside = "";
	const units: ReadUnit[] = [];
	const parser = new SaxesParser();
	parser.on("error", (error) => {
		throw error;
	});
	parser.on("opentag", ({ name, attributes }) => {
		inside = name;
		if (name === "header") header = attributes;
		if (name === "tu") units.push({ attributes, properties: {}, variants: [] });
		if (name === "prop") type = attributes["type"] ?? "";
		if (name === "tuv") units.at(-1)?.variants.push([attributes["xml:lang"] ?? "", ""]);
	});
	parser.on("text", (value) => {
		const unit = units.at(-1);
		const variant = unit?.variants.at(-1);
		if (inside === "seg" && variant) variant[1] += value;
		if (inside === "prop" && unit) unit.properties[type] = (unit.properties[type] ?? "") + value;
	});
	parser.on("closetag", () => {
		inside = "";
	});
	parser.write(text).close();
	return { header, units };
}

describe("tmx", () => {
	test("a unit for each bead with two sides, with its confidence", () => {
		const { header, units } = readTmx(tmx.write(harbour, surroundings));
		expect(header).toMatchObject({
			srclang: "zh-Hans",
			creationdate: "20261120T080509Z",
			datatype: "plaintext",
		});
		expect(units).toEqual([
			{
				attributes: { tuid: "1" },
				properties: { "x-confidence": "0.9931", "x-aligner": "length" },
				variants: [
					["zh-Hans", "港口开放了。"],
					["en", "The port opened."],
				],
			},
			{
				attributes: { tuid: "3", segtype: "block" },
				properties: { "x-confidence": "0.8700", "x-aligner": "length" },
				variants: [
					["zh-Hans", "来了三艘船。"],
					["en", "Three ships came. All at once."],
				],
			},
			{
				attributes: { tuid: "5", segtype: "block" },
				properties: { "x-confidence": "1.0000", "x-aligner": "length" },
				variants: [
					["zh-Hans", "引航员上了岸。他们喝茶。"],
					["en", "The pilots had tea."],
				],
			},
		]);
	});

	test("any texts: well-formed, and read back but for what XML cannot carry", () => {
		const carried = (text: string) => text.replaceAll("\0", "\u{FFFD}");
		fc.assert(
			fc.property(alignment, (given) => {
				const { units } = readTmx(tmx.write(given, surroundings));
				const wanted = texts(given).filter(([left, right]) => left !== "" && right !== "");
				expect(units.map(({ variants }) => variants.map(([, text]) => text))).toEqual(
					wanted.map(([left, right]) => [carried(left), carried(right)]),
				);
			}),
		);
	});
});
