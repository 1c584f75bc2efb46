/** Writes numbers in Chinese and in English words, as the readers should read them. */

const digits = "零一二三四五六七八九";
const smallUnits = ["", "十", "百", "千"];

/** 12050 is 一万二千零五十. Whole numbers below 10¹². */
export function writeChinese(value: number): string {
	if (value === 0) return "零";
	const sections: string[] = [];
	for (const [unit, size] of [
		["亿", 1e8],
		["万", 1e4],
		["", 1],
	] as const) {
		const section = Math.floor(value / size) % 10_000;
		if (section === 0) continue;
		const gap = sections.length > 0 && section < 1000 ? "零" : "";
		sections.push(gap + writeSection(section) + unit);
	}
	return sections.join("").replace(/^一十/u, "十");
}

function writeSection(section: number): string {
	let written = "";
	let gap = false;
	for (let place = 3; place >= 0; place -= 1) {
		const digit = Math.floor(section / 10 ** place) % 10;
		if (digit === 0) gap = written !== "";
		else {
			written += (gap ? "零" : "") + digits.charAt(digit) + (smallUnits[place] ?? "");
			gap = false;
		}
	}
	return written;
}

const small =
	"zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split(
		" ",
	);
const tens = "x x twenty thirty forty fifty sixty seventy eighty ninety".split(" ");

/** 12,050 is “twelve thousand and fifty”. Whole numbers below 10¹². */
export function writeEnglish(value: number): string {
	if (value < 20) return small[value] ?? "";
	if (value < 100)
		return [tens[Math.floor(value / 10)], small[value % 10]].slice(0, value % 10 ? 2 : 1).join("-");
	for (const [word, size] of [
		["billion", 1e9],
		["million", 1e6],
		["thousand", 1000],
		["hundred", 100],
	] as const) {
		if (value < size) continue;
		const rest = value % size;
		const joint = rest < 100 ? " and " : " ";
		return `${writeEnglish(Math.floor(value / size))} ${word}${rest ? joint + writeEnglish(rest) : ""}`;
	}
	return "";
}
