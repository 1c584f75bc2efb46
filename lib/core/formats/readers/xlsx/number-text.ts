/** How a number of a worksheet reads. Formats are those of ISO/IEC 29500-1, 18.8.30 and 18.8.31. */
export type NumberText = (value: number) => string;

/** Formats that every workbook knows by number, as far as they matter; 27–36 and 50–58 are dates in East Asian editions. */
const builtIn: Readonly<Record<number, string>> = {
	1: "0",
	2: "0.00",
	3: "#,##0",
	4: "#,##0.00",
	9: "0%",
	10: "0.00%",
	18: "h:mm",
	19: "h:mm:ss",
	20: "h:mm",
	21: "h:mm:ss",
	22: "yyyy-mm-dd h:mm",
	32: "h:mm",
	33: "h:mm:ss",
	45: "mm:ss",
	46: "h:mm:ss",
	47: "mm:ss",
	55: "h:mm",
	56: "h:mm:ss",
};

const dates: ReadonlySet<number> = new Set([
	14, 15, 16, 17, 27, 28, 29, 30, 31, 34, 35, 36, 50, 51, 52, 53, 54, 57, 58,
]);

/** `custom` are the workbook's own format codes by number; `since1904` is how old Macintosh workbooks count days. */
export function numberText(
	format: number,
	custom: ReadonlyMap<number, string>,
	since1904: boolean,
): NumberText {
	const code = bare(custom.get(format) ?? builtIn[format] ?? (dates.has(format) ? "yyyy-mm-dd" : ""));
	if (/[ymdhs]/iu.test(code)) return (value) => dateText(value, code, since1904);
	const pattern = /^[#0,]*(?:\.(0*)#*)?(%?)$/u.exec(code);
	if (code === "" || pattern === null) return generalText;
	const [, decimals = "", percent = ""] = pattern;
	const grouped = code.includes(",");
	return (value) => {
		const fixed = (percent === "" ? value : value * 100).toFixed(Math.min(decimals.length, 20));
		return (grouped ? group(fixed) : fixed) + percent;
	};
}

/** The part of a code for positive numbers, without literal text, colours, currencies and conditions. */
function bare(code: string): string {
	const [positive = ""] = code.replace(/"[^"]*"|\\.|[_*]./gu, "").split(";");
	const plain = positive.replace(/\[(?!h|m|s)[^\]]*\]/giu, "").trim();
	return /^(?:general|standard|g\/通用格式|@)$/iu.test(plain) ? "" : plain;
}

/** As cells without a format show it: no more digits than a number really has. */
export function generalText(value: number): string {
	return String(Number(value.toPrecision(15)));
}

function group(fixed: string): string {
	return fixed.replace(/^(-?\d+)/u, (digits) => digits.replace(/\B(?=(?:\d{3})+$)/gu, ","));
}

const day = 86_400_000;
/** Day 0 of the 1900 system, chosen so that all days after the 29 February 1900 that never was are right. */
const epoch1900 = Date.UTC(1899, 11, 30);
const epoch1904 = Date.UTC(1904, 0, 1);
const lastDay = 2_958_466;

/** ISO 8601 with a blank between date and time, as precise as the format; a number where it is no date. */
function dateText(value: number, code: string, since1904: boolean): string {
	if (value < 0 || value >= lastDay) return generalText(value);
	const hasTime = /[hs]/iu.test(code);
	const hasDate = /[yd]/iu.test(code) || (/m/iu.test(code) && !hasTime);
	const milliseconds = Math.round((value * day) / 1000) * 1000;
	const iso = new Date((since1904 ? epoch1904 : epoch1900) + milliseconds).toISOString();
	const time = iso.slice(11, /s/iu.test(code) ? 19 : 16);
	if (!hasDate) return time;
	const date = /d/iu.test(code) ? iso.slice(0, 10) : iso.slice(0, /m/iu.test(code) ? 7 : 4);
	return hasTime ? `${date} ${time}` : date;
}
