/** Whether two numbers can be the same, told in two ways. */
import { sameUnit } from "./compare-units.ts";
import { type NumberReading, type Quantity, valueKey } from "./quantity.ts";
import { convertsTo } from "./units.ts";

/** So many of the other side's numbers are tried as amounts in another unit. */
const mostTried = 400;
const mostRows = 20;

/** Shares are held against shares: 1,500 % is not the fifteen of 15 %. */
export const keysOf = ({ readings, shares }: Quantity): string[] => [
	...readings.map(valueKey),
	...shares.map((share) => `share ${valueKey(share)}`),
];

export const meets = (one: Quantity, values: ReadonlySet<string>): boolean =>
	keysOf(one).some((key) => values.has(key));

/** Within what the other tells roughly, or the same amount in another unit. */
export const isRelated = (
	one: Quantity,
	{ quantities }: NumberReading,
	isShortFor: (one: number, other: number) => boolean,
): boolean =>
	quantities
		.slice(0, mostTried)
		.some((other) => agrees(one, other) || (other.kind !== "year" && isShortFor(one.value, other.value)));

function agrees(one: Quantity, other: Quantity): boolean {
	if (one.range && other.range) return one.range[0] <= other.range[1] && other.range[0] <= one.range[1];
	if (within(other, one.range) || within(one, other.range) || isRounded(one, other)) return true;
	if (!one.unit || !other.unit || one.unit === other.unit) return false;
	return convertsTo(one.value, one.unit, other.value, other.unit);
}

const digitsOf = (value: number): number =>
	value
		.toExponential(11)
		.replace(/0*e.*$/u, "")
		.replace(".", "").length;

/** 19.93 million of 19,930,300: three digits and more are kept, and what is left out is rounded. */
export function isCut(short: number, long: number): boolean {
	const digits = digitsOf(short);
	if (digits < 3 || digits >= digitsOf(long)) return false;
	const power = 10 ** (Math.floor(Math.log10(long)) + 1 - digits);
	if (power < 1000) return false; // 24,150 is not short for 24,151
	return [Math.round(long / power), Math.floor(long / power)].some(
		(kept) => Math.abs(kept * power - short) < power / 100,
	);
}

/** “Nearly 99 percent” of 98.7 %, “a third” of 33 %. */
function isRounded(one: Quantity, other: Quantity): boolean {
	if (one.kind === "fraction" || other.kind === "fraction")
		return one.shares.some((share) => other.shares.some((second) => Math.abs(share - second) <= 0.011));
	if (!one.rough && !other.rough) return false;
	const [rough, exact] = one.rough ? [one.value, other.value] : [other.value, one.value];
	return Math.abs(rough - exact) <= 0.05 * exact && digitsOf(rough) < digitsOf(exact);
}

/** 十几 may be any of them; 数十 is no 37. */
const within = ({ value, range, sure }: Quantity, other: Quantity["range"]): boolean =>
	other !== null &&
	range === null &&
	sure !== "figure" &&
	other[1] <= other[0] * 2 &&
	value >= other[0] &&
	value <= other[1];

/** Part of a number of digits in groups that the other side groups differently. */
export function inRow({ start, end }: Quantity, { digitRows }: NumberReading, other: NumberReading): boolean {
	const row = digitRows.slice(0, mostRows).find((one) => one.start <= start && end <= one.end);
	if (!row || row.digits.length < 7) return false;
	return other.digitRows.slice(0, mostRows).some(({ digits }) => digits === row.digits);
}

/** An amount in a currency that the other side does not use: exchanged, at a rate that nobody knows here. */
export function isExchanged(one: Quantity, { quantities }: NumberReading): boolean {
	if (one.unit?.dimension !== "money") return false;
	const amounts = quantities.slice(0, mostTried).filter(({ unit }) => unit?.dimension === "money");
	return (
		amounts.length > 0 &&
		amounts.every((other) => !sameUnit(one, other) && !isPowerOfTen(one.value, other.value))
	);
}

export function isPowerOfTen(one: number, other: number): boolean {
	if (one <= 0 || other <= 0 || one === other) return false;
	const power = Math.log10(one / other);
	return Math.round(power) !== 0 && Math.abs(power - Math.round(power)) < 1e-9;
}
