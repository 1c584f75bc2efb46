/** Reads one number written in Chinese, in figures or both mixed: 3万5千, 1.07万亿, 两三百, 三十多万, 壹佰. */

export interface Numeral {
	readonly end: number;
	readonly value: number;
	readonly readings: readonly number[];
	readonly range: readonly [number, number] | null;
	/** Written in figures, at least in part. */
	readonly figures: boolean;
}

const digitCharacters: ReadonlyMap<string, number> = new Map(
	["〇零○", "一壹", "二两贰", "三叁", "四肆", "五伍", "六陆", "七柒", "八捌", "九玖"].flatMap((row, value) =>
		[...row].map((character) => [character, value] as const),
	),
);
const smallUnits: ReadonlyMap<string, number> = new Map([
	["十", 10],
	["拾", 10],
	["百", 100],
	["佰", 100],
	["千", 1000],
	["仟", 1000],
]);
const bigUnits: ReadonlyMap<string, number> = new Map([
	["万", 1e4],
	["亿", 1e8],
	["兆", 1e12],
]);
const twenties: ReadonlyMap<string, number> = new Map([
	["廿", 20],
	["卅", 30],
]);
const figure = /(?:\d{1,3}(?:,\d{3})+(?!\d)|\d+)(?:\.\d+)?(?!\.\d)/y;
const hanDigits = /[〇零○一壹二贰三叁四肆五伍六陆七柒八捌九玖]{1,64}/y;
/** 两 is a digit before a unit and at the beginning (两三, 一两个); behind other numerals it is fifty grams. */
const pairDigits = /零?(?:两[三]?|[一]两(?=[百千万亿个天年人名位次句种条小周项]))/y;
/** After 千, 百 and 万 these make words of their own: 5千米 is five kilometres, 万分 is not ten thousand. */
const ownWords = /^(?:千(?:米|克|瓦|卡|伏|赫|兆|分之)|百分|万分|兆(?:瓦|赫|字节|比特|帕))/u;
const longest = 40;
/** 七八十 has two; no number that people write has many more. */
const mostMeanings = 4;

class Sum {
	/** What stands before the last 万, 亿 or 兆. */
	total: readonly number[] = [0];
	section: readonly number[] = [0];
	pending: readonly number[] | null = null;
	lastUnit = 1;
	lastBig = Number.POSITIVE_INFINITY;
	figures = false;
	units = 0;
	approximate = false;
	/** More that the figures can be taken for. */
	readonly more: number[] = [];

	value(): readonly number[] {
		return plus(this.total, plus(this.section, this.pending ?? [0]));
	}

	small(unit: number): void {
		const tens = this.pending === null && this.lastUnit === 10 && this.units > 0;
		this.section = tens // 十几千
			? this.section.map((value) => value * unit)
			: plus(
					this.section,
					(this.pending ?? [1]).map((value) => value * unit),
				);
		this.pending = null;
		this.lastUnit = unit;
		this.units += 1;
	}

	big(unit: number): void {
		const before = plus(this.section, this.pending ?? [0]);
		const factors = before.length === 1 && before[0] === 0 ? null : before;
		if (unit > this.lastBig) {
			this.total = plus(this.total, factors ?? [0]).map((value) => value * unit);
		} else {
			this.total = plus(
				this.total,
				(factors ?? [1]).map((value) => value * unit),
			);
		}
		if (unit === 1e12) this.more.push(...(factors ?? [1]).flatMap((value) => [value * 1e6, value]));
		this.section = [0];
		this.pending = null;
		this.lastUnit = unit;
		this.lastBig = unit;
		this.units += 1;
	}
}

const plus = (one: readonly number[], two: readonly number[]): readonly number[] =>
	one.flatMap((a) => two.map((b) => tidy(a + b))).slice(0, mostMeanings);

/** 1.07 × 10,000 is 10,700 and not a hair more. */
const tidy = (value: number): number => Number(value.toPrecision(15));

/** Null where no number begins. The text is folded: simplified, half-width. */
export function chineseNumeral(text: string, from: number): Numeral | null {
	const sum = new Sum();
	let at = from;
	let vague: readonly [number, number] | null = null;
	if (/[几数]/u.test(text[at] ?? "")) {
		if (!smallUnits.has(text[at + 1] ?? "") && !bigUnits.has(text[at + 1] ?? "")) return null;
		vague = [2, 9];
		sum.pending = [1];
		at += 1;
	}
	while (at < text.length && at - from < longest) {
		const next = step(text, at, sum);
		if (next === at) break;
		at = next;
	}
	if (at === from) return null;
	return finish(text, from, at, sum, vague);
}

/** Takes what stands at a place into the sum and says where it ends: at the place itself where nothing fits. */
function step(text: string, at: number, sum: Sum): number {
	const character = text[at] ?? "";
	if (character === " ") return bigUnits.has(text[at + 1] ?? "") && sum.pending !== null ? at + 1 : at;
	const small = smallUnits.get(character);
	const big = bigUnits.get(character);
	if ((small ?? big) !== undefined && ownWords.test(text.slice(at, at + 4))) return at;
	if (small !== undefined) {
		if (
			sum.pending === null &&
			sum.lastUnit <= small &&
			sum.units > 0 &&
			sum.lastBig !== sum.lastUnit &&
			!sum.approximate
		)
			return at;
		sum.small(small);
		return at + 1;
	}
	if (big !== undefined) {
		sum.big(big);
		return at + 1;
	}
	if (/[多余来]/u.test(character)) return roughly(text, at, sum);
	if (character === "几" && sum.lastUnit === 10 && sum.pending === null) {
		sum.approximate = true;
		return at + 1;
	}
	return sum.pending === null ? digits(text, at, sum) : decimals(text, at, sum);
}

/** 三十多万, 十余 */
function roughly(text: string, at: number, sum: Sum): number {
	if (sum.units === 0 && sum.pending === null) return at;
	const next = text[at + 1] ?? "";
	if (text[at] === "来" && (sum.pending !== null || !/[个人岁年天名次家位块万亿种项里斤张]/u.test(next)))
		return at;
	sum.approximate = true;
	return at + 1;
}

function digits(text: string, at: number, sum: Sum): number {
	const twenty = twenties.get(text[at] ?? "");
	if (twenty !== undefined) {
		sum.section = plus(sum.section, [twenty]);
		sum.lastUnit = 10;
		sum.units += 1;
		return at + 1;
	}
	figure.lastIndex = at;
	const figures = figure.exec(text);
	if (figures) return takeFigures(figures[0], at, sum);
	const row = pairRow(text, at, sum) ?? hanRow(text, at);
	return row === undefined ? at : takeHan(text, row.slice(0, longest), at, sum);
}

function hanRow(text: string, at: number): string | undefined {
	hanDigits.lastIndex = at;
	return hanDigits.exec(text)?.[0];
}

function pairRow(text: string, at: number, sum: Sum): string | undefined {
	pairDigits.lastIndex = at;
	const row = pairDigits.exec(text)?.[0];
	const scaled = row !== undefined && /[百千万亿]/u.test(text[at + row.length] ?? "");
	return scaled || sum.units === 0 ? row : undefined;
}

function takeFigures(written: string, at: number, sum: Sum): number {
	sum.pending = [Number(written.replaceAll(",", ""))];
	sum.figures = true;
	if (written.includes(",")) sum.more.push(...written.split(",").map(Number));
	return at + written.length;
}

function takeHan(text: string, written: string, at: number, sum: Sum): number {
	const row = [...written].map((character) => digitCharacters.get(character) ?? 0);
	const after = text[at + written.length] ?? "";
	const scaled = smallUnits.has(after) || bigUnits.has(after);
	const zero = row[0] === 0 && sum.units > 0;
	const meant = zero ? row.slice(1) : row;
	const [first = 0, second] = meant;
	if (second === undefined) {
		sum.pending = [first];
		if (zero) sum.lastUnit = 1; // 一百零五 is no 150
	} else if (meant.length === 2 && ascending(first, second) && (scaled || sum.units > 0)) {
		sum.pending = [first, second];
		sum.more.push(second);
	} else if (sum.units === 0 && meant.length === 2 && ascending(first, second)) {
		sum.pending = [first];
		sum.more.push(second, Number(row.join("")));
	} else if (sum.units === 0) {
		sum.pending = [Number(row.join(""))];
		sum.more.push(...row);
	} else {
		sum.pending = [first]; // 十三五: thirteen, and five by itself
		return at + (zero ? 2 : 1);
	}
	return at + written.length;
}

const ascending = (first: number, second: number): boolean =>
	Math.abs(second - first) === 1 || (first === 3 && second === 5);

/** 十二点五: only where no 十 follows, since 八点二十 is a time. */
function decimals(text: string, at: number, sum: Sum): number {
	if (text[at] !== "点" || sum.figures) return at;
	hanDigits.lastIndex = at + 1;
	const row = hanDigits.exec(text)?.[0].slice(0, longest);
	if (row === undefined || /[十拾]/u.test(text[at + 1 + row.length] ?? "")) return at;
	const written = [...row].map((character) => digitCharacters.get(character) ?? 0).join("");
	sum.pending = (sum.pending ?? [0]).map((value) => tidy(Number(`${value}.${written}`)));
	return at + 1 + row.length;
}

function finish(
	text: string,
	from: number,
	end: number,
	sum: Sum,
	vague: readonly [number, number] | null,
): Numeral | null {
	const plain = sum.value().map(tidy);
	const readings = [...plain, ...sum.more];
	let value = plain[0] ?? 0;
	const [trailing] = sum.pending ?? [];
	if (
		trailing !== undefined &&
		sum.pending?.length === 1 &&
		trailing < 10 &&
		sum.lastUnit >= 100 &&
		!sum.figures
	) {
		const short = value - trailing + (trailing * sum.lastUnit) / 10; // 一万二 is 12,000
		readings.unshift(short);
		value = short;
	}
	const implied = /[万亿千百]/u.test(text[from] ?? ""); // 上亿, 近百: the unit alone
	return {
		end,
		value,
		readings,
		range: rangeOf(value, vague !== null || implied ? "whole" : sum.approximate ? "rough" : "exact", vague),
		figures: sum.figures,
	};
}

/** 十几 is 10–20, 数百 is 100–1,000, 上千 about 1,000; 三十多 is still told as 30. */
function rangeOf(
	value: number,
	how: "whole" | "rough" | "exact",
	vague: readonly [number, number] | null,
): readonly [number, number] | null {
	if (how === "exact" || value <= 0) return null;
	const power = 10 ** Math.floor(Math.log10(value) + 1e-9);
	if (how === "whole") return vague ? [power, power * 10] : [power * 0.5, power * 10];
	return value === power && String(power).length % 4 !== 1 && String(power).length % 4 !== 0
		? [value, value * 2] // 十几, 百余
		: null;
}
