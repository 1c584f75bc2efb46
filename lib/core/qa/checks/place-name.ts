import { foldText } from "../../scripts/fold.ts";
import type { CheckedPassage, Fault, PassageCheck } from "../contract.ts";
import { fromChineseToEnglish } from "../from-chinese.ts";
import { type Place, type PlaceName, placeNamesIn, placesInChinese } from "../names/places.ts";
import { joined } from "../usage/joined.ts";

/** A place of the source that is missing in the rendering, which has another of its kind instead. */
export const placeName = {
	id: "place-name",
	severity: "major",
	mqm: "accuracy/mistranslation",
	keys: ["other-place"],
	concerns: fromChineseToEnglish,
	checkPassage({ source, target }: CheckedPassage) {
		const chinese = joined(source);
		const said = placesInChinese(chinese).map(({ place }) => place);
		if (said.length === 0) return [];
		const folded = foldText(chinese);
		const named = target.flatMap(({ text }) => placeNamesIn(text).flatMap(({ places }) => places));
		const missing = said.filter((place) => !isNamed(place, named) && !isNamedSo(place, joined(target)));
		const [place] = missing;
		if (!place || new Set(missing).size > 1) return [];
		const strangers = target.flatMap(({ id, text }) =>
			placeNamesIn(text)
				.filter((name) => isStranger(name, place, said, folded))
				.map((name) => ({ id, ...name })),
		);
		const [stranger] = strangers;
		if (!stranger || strangers.length > 1) return [];
		const { id, start, end, written } = stranger;
		const [right = ""] = place.names;
		const values = { place: place.chinese, written, right };
		return [
			{ side: "target", segment: id, start, end, key: "other-place", values, fix: null } satisfies Fault,
		];
	},
} as const satisfies PassageCheck;

const isNamed = (place: Place, named: readonly Place[]) => named.includes(place);

/** Also inside another word: Sino-Russian, Indo-Pakistani. */
const isNamedSo = ({ names }: Place, text: string) => names.some((name) => text.includes(name));

/** A place of the same kind that the source does not speak of, not even by its first character (中, 美, 俄). */
function isStranger(
	{ places, written }: PlaceName,
	place: Place,
	said: readonly Place[],
	source: string,
): boolean {
	return (
		written === places[0]?.names[0] &&
		places.every(
			(other) =>
				other.kind === place.kind &&
				!said.includes(other) &&
				!isCalledInShort(other, source) &&
				!source.includes(other.chinese),
		)
	);
}

/** By which characters countries are called in short. */
const shortNames =
	"中美英法德意西葡俄乌波捷匈罗希土伊叙以沙卡阿巴印尼缅泰老越柬马新菲日韩朝蒙哈埃南加墨古哥委澳";

const isCalledInShort = ({ chinese, kind }: Place, source: string): boolean =>
	kind === "country" && shortNames.includes(chinese.charAt(0)) && source.includes(chinese.charAt(0));
