import { expect, test } from "vitest";
import type { ReadUnit } from "#lib/core/formats/reader.ts";
import { cutUnits } from "#lib/core/reading/cut-units.ts";

const unit = (fields: Partial<ReadUnit> = {}): ReadUnit => ({
	line: 1,
	variants: [
		{ language: "zh", segments: [{ text: "灯亮了。" }] },
		{ language: "en", segments: [{ text: "The light is on." }] },
	],
	...fields,
});

test.each<[string, Partial<ReadUnit>, string[]]>([
	["says nothing", {}, ["link"]],
	["gives an aligner's confidence", { confidence: 0.9 }, []],
	["calls it automatic", { link: "automatic" }, []],
	["calls it confirmed, with a confidence", { link: "confirmed", confidence: 0.9 }, ["link"]],
	["calls it automatic and reviewed", { link: "automatic", state: "reviewed" }, ["review"]],
	["calls it approved", { state: "approved" }, ["link", "review", "approval"]],
	["has one side only", { link: "confirmed", variants: unit().variants.slice(0, 1) }, []],
])("a pair of which the file %s is stated as that", (_, fields, expected) => {
	expect(cutUnits([unit(fields)], { source: "zh", target: "en" }).stated).toEqual([expected]);
});
