const digits = "零一二三四五六七八九";
const units: ReadonlyMap<string, number> = new Map([
	["十", 10],
	["百", 100],
]);

/** Reads 23, 二十三, 廿三, 一百一十二 and, digit by digit, 二〇二四. Null where it is no number. */
export function chineseNumber(written: string): number | null {
	if (/^\d+$/u.test(written)) return Number(written);
	const plain = written
		.replace(/[〇○Ｏ]/gu, "零")
		.replace(/廿/gu, "二十")
		.replace(/卅/gu, "三十");
	const isRow = plain.length > 1 && !/[十百]/u.test(plain);
	let total = 0;
	let pending: number | null = null;
	for (const character of plain) {
		const unit = units.get(character);
		const digit = digits.indexOf(character);
		if (unit !== undefined) {
			total += (pending ?? 1) * unit;
			pending = null;
		} else if (digit >= 0) {
			pending = isRow ? (pending ?? 0) * 10 + digit : digit;
		} else {
			return null;
		}
	}
	return plain === "" ? null : total + (pending ?? 0);
}
