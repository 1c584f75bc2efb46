/** Wrong numbers, magnitudes and dates. */
import { matchesOf, type Pair, type Part, type Planted, type Planter, put } from "./plant.ts";
import type { Random } from "./random.ts";

/** Digits that belong to no name (COVID-19, 5G, A4), no date and no time. */
const figures =
	/(?<![\w.,:/\-–—’'#@&])\d{1,3}(?:,\d{3})+(?:\.\d+)?(?![\w:/\-–—])|(?<![\w.,:/\-–—’'#@&])\d+(?:\.\d+)?(?![\w:/\-–—]|,\d|\.\d)/gu;
const magnitudes = ["thousand", "million", "billion", "trillion"];
const magnitude = /(?<=\d )(?:thousand|million|billion|trillion)\b/gu;
const months = "January|February|March|April|May|June|July|August|September|October|November|December";
const monthNames = months.split("|");
const dates = new RegExp(`\\b(?:${months})\\b (\\d{1,2})\\b|\\b(\\d{1,2}) (?:${months})\\b`, "gu");

/** A number of the rendering that the source has too, in figures: that it is a fault to change it is beyond doubt. */
function sharedFigures({ source, target }: Pair): Part[] {
	const figuresOf = new Set(source.normalize("NFKC").match(/\d+(?:[.,]\d+)*/gu));
	const inDate = matchesOf(target, dates);
	return matchesOf(target, figures).filter(
		({ start, text }) =>
			(figuresOf.has(text) || figuresOf.has(text.replaceAll(",", ""))) &&
			!inDate.some((date) => start >= date.start && start < date.end),
	);
}

const said = ({ source, target }: Pair, figure: string): boolean =>
	source.includes(figure) || target.includes(figure);

export const wrongNumber: Planter = {
	kind: "wrong number",
	plant(pair, random) {
		const [place] = random.shuffled(sharedFigures(pair));
		if (!place) return null;
		const digits = [...place.text];
		const at = random.pick(digits.flatMap((digit, i) => (/\d/u.test(digit) ? [i] : [])));
		if (at === undefined) return null;
		const old = Number(digits[at]);
		const first = at === 0 ? 1 : 0;
		digits[at] = String(
			random.pick([...Array(10).keys()].filter((digit) => digit !== old && digit >= first)),
		);
		const figure = digits.join("");
		if (said(pair, figure)) return null;
		return put(pair.target, place, figure);
	},
};

export const wrongMagnitude: Planter = {
	kind: "wrong magnitude",
	plant: (pair, random) =>
		random.next() < 0.5
			? (otherWord(pair, random) ?? moreDigits(pair, random))
			: (moreDigits(pair, random) ?? otherWord(pair, random)),
};

function otherWord({ source, target }: Pair, random: Random): Planted | null {
	if (!/[万亿萬億兆千]/u.test(source)) return null;
	const [place] = random.shuffled(matchesOf(target, magnitude));
	const other = random.pick(magnitudes.filter((word) => word !== place?.text));
	return place && other ? put(target, place, other) : null;
}

/** Ten, a hundred or a thousand times as much, or a tenth. */
function moreDigits(pair: Pair, random: Random): Planted | null {
	const isYear = (text: string) => /^(?:1[89]|20)\d\d$/u.test(text);
	const [place] = random.shuffled(sharedFigures(pair).filter(({ text }) => !isYear(text)));
	if (!place || /\./u.test(place.text)) return null;
	const value = Number(place.text.replaceAll(",", ""));
	if (value === 0) return null;
	const factor = random.pick([10, 100, 1_000, 0.1]) ?? 10;
	const changed = value * factor;
	if (!Number.isInteger(changed)) return null;
	const text = place.text.includes(",") || changed >= 10_000 ? changed.toLocaleString("en") : String(changed);
	return said(pair, text) ? null : put(pair.target, place, text);
}

export const swappedDate: Planter = {
	kind: "swapped date",
	plant(pair, random) {
		for (const way of random.shuffled([otherDay, otherYear, otherWeekday])) {
			const planted = way(pair, random);
			if (planted) return planted;
		}
		return null;
	},
};

const isInSource = (source: string, number: number | string, unit: string): boolean =>
	new RegExp(`(?<!\\d)0?${number}\\s*${unit}`, "u").test(source.normalize("NFKC"));

/** Day and month change places; where that makes no date, the month is another. */
function otherDay({ source, target }: Pair, random: Random): Planted | null {
	const found = matchesOf(target, dates).filter(({ text }) =>
		isInSource(source, Number(/\d+/u.exec(text)?.[0]), "(?:[日号號]|$|\\D)"),
	);
	const [place] = random.shuffled(found);
	if (!place) return null;
	const day = Number(/\d+/u.exec(place.text)?.[0]);
	const month = monthNames.findIndex((name) => place.text.includes(name)) + 1;
	if (!isInSource(source, month, "[月/.-]") || day === month) return null;
	const isDate = day <= 12;
	const name = isDate ? monthNames[day - 1] : monthNames[(month + random.below(11)) % 12];
	const text = place.text
		.replace(/\d+/u, String(isDate ? month : day))
		.replace(new RegExp(months, "u"), name ?? "");
	return text === place.text ? null : put(target, place, text);
}

/** The last digits of a year change places, or it is up to nine years off. */
function otherYear(pair: Pair, random: Random): Planted | null {
	const { source, target } = pair;
	const found = matchesOf(target, /(?<![\w.,/-])(?:1[89]|20)\d\d(?![\w/-]|,\d)/gu);
	const [place] = random.shuffled(found.filter(({ text }) => isInSource(source, text, "年")));
	if (!place) return null;
	const turned = place.text.slice(0, 2) + place.text.charAt(3) + place.text.charAt(2);
	const moved = String(Number(place.text) + (random.pick([-9, -4, -2, -1, 1, 2, 4, 9]) ?? 1));
	const text = turned === place.text || random.next() < 0.5 ? moved : turned;
	return said(pair, text) ? null : put(target, place, text);
}

const weekdays = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

function otherWeekday({ source, target }: Pair, random: Random): Planted | null {
	const [place] = random.shuffled(matchesOf(target, new RegExp(weekdays.join("|"), "gu")));
	if (!place || !/(?:周|星期|礼拜)[一二三四五六日天]/u.test(source)) return null;
	const text = random.pick(weekdays.filter((day) => !target.includes(day))) ?? "";
	return put(target, place, text);
}
