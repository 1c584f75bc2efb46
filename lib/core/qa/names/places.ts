/** Finds places that everybody writes alike, in Chinese and in English. */
import { foldScript } from "../../scripts/fold.ts";
import { cityTable, countryTable, provinceTable } from "./place-table.ts";

export type PlaceKind = "country" | "province" | "city";

export interface Place {
	/** In simplified characters. */
	readonly chinese: string;
	readonly kind: PlaceKind;
	/** The usual name first. */
	readonly names: readonly string[];
}

/** Offsets are UTF-16 code units, end exclusive. */
export interface PlaceUse {
	readonly place: Place;
	readonly start: number;
	readonly end: number;
}

export const places: readonly Place[] = (
	[
		["country", countryTable],
		["province", provinceTable],
		["city", cityTable],
	] as const
).flatMap(([kind, table]) =>
	table
		.trim()
		.split("\n")
		.map((line): Place => {
			const [chinese = "", ...rest] = line.split(" ");
			return { chinese, kind, names: rest.join(" ").split("/") };
		}),
);

const byChinese = new Map(places.map((place) => [place.chinese, place]));
const byName = new Map<string, Place[]>();
for (const place of places)
	for (const name of place.names) byName.set(name, [...(byName.get(name) ?? []), place]);
const longestChinese = Math.max(...places.map(({ chinese }) => chinese.length));

/** Of places inside each other's names the longest. */
export function placesInChinese(text: string): PlaceUse[] {
	const folded = foldScript(text);
	const found: PlaceUse[] = [];
	for (let at = 0; at < folded.text.length; ) {
		let length = Math.min(longestChinese, folded.text.length - at);
		while (length > 1 && !byChinese.has(folded.text.slice(at, at + length))) length -= 1;
		const place = byChinese.get(folded.text.slice(at, at + length));
		if (place) found.push({ place, start: folded.starts[at] ?? 0, end: folded.starts[at + length] ?? 0 });
		at += place ? length : 1;
	}
	return found;
}

export interface PlaceName {
	/** Several go by the same name: Georgia is a state, too. */
	readonly places: readonly Place[];
	readonly written: string;
	readonly start: number;
	readonly end: number;
}

const word = /\p{Lu}[\p{L}\p{M}’'.]*(?: \p{Lu}[\p{L}\p{M}’']*)?/gu;

/** Names of one and of two words. */
export function placeNamesIn(text: string): PlaceName[] {
	return [...text.matchAll(word)].flatMap(({ 0: both, index }) => {
		const parts = both.split(" ");
		const whole = byName.get(bare(both));
		if (whole) return [{ places: whole, written: bare(both), start: index, end: index + bare(both).length }];
		return parts.flatMap((part, at): PlaceName[] => {
			const start = index + (at === 0 ? 0 : both.indexOf(" ") + 1);
			const found = byName.get(bare(part));
			return found ? [{ places: found, written: bare(part), start, end: start + bare(part).length }] : [];
		});
	});
}

const bare = (text: string): string => {
	if (byName.has(text)) return text;
	const short = text.replace(/(?:['’]s?|\.)$/u, "");
	return byName.has(short) ? short : short.replace(/(?<=[a-z])s$/u, "");
};

export const isPlaceName = (text: string): boolean => byName.has(text);
