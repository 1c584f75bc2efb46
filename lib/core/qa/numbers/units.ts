/** Units and currencies by their names in both languages. */
import type { Unit } from "./quantity.ts";

const measure = (dimension: Unit["dimension"], scale: number): Unit => ({ dimension, scale, currencies: [] });
const money = (...currencies: string[]): Unit => ({ dimension: "money", scale: 1, currencies });

const minute = 60;
const day = 86_400;
const year = 365.25 * day;

/** Time in seconds, length in metres, area in square metres, mass in grams, volume in litres. */
const units: readonly (readonly [chinese: string, english: string, unit: Unit])[] = [
	["秒钟 秒", "second seconds sec secs", measure("time", 1)],
	["分钟", "minute minutes min mins", measure("time", minute)],
	["刻钟", "", measure("time", 15 * minute)],
	["小时 钟头 个小时 个钟头 个钟", "hour hours hr hrs", measure("time", 60 * minute)],
	["天 昼夜", "day days", measure("time", day)],
	["周 个星期 星期 个礼拜 礼拜", "week weeks", measure("time", 7 * day)],
	["", "fortnight fortnights", measure("time", 14 * day)],
	["个月", "month months", measure("time", year / 12)],
	["个季度 季度", "", measure("time", year / 4)],
	["年 周年 周岁 岁 载 年间 个年头", "year years yr yrs", measure("time", year)],
	["", "decade decades", measure("time", 10 * year)],
	["", "millennium millennia", measure("time", 1000 * year)],
	["个世纪", "century centuries", measure("time", 100 * year)],
	["纳米", "nanometer nanometers nanometre nanometres nm", measure("length", 1e-9)],
	["微米", "micrometer micrometers micron microns um μm", measure("length", 1e-6)],
	["毫米", "millimeter millimeters millimetre millimetres mm", measure("length", 0.001)],
	["厘米 公分", "centimeter centimeters centimetre centimetres cm", measure("length", 0.01)],
	["英寸 寸", "inch inches", measure("length", 0.0254)],
	["尺", "chi", measure("length", 1 / 3)],
	["英尺", "foot feet ft", measure("length", 0.3048)],
	["米 公尺", "meter meters metre metres m", measure("length", 1)],
	["丈", "zhang", measure("length", 10 / 3)],
	["里", "li", measure("length", 500)],
	["公里 千米", "kilometer kilometers kilometre kilometres km kms", measure("length", 1000)],
	["英里", "mile miles mi", measure("length", 1609.344)],
	["海里", "nmi", measure("length", 1852)],
	["平方米 平米 平方公尺", "squaremeters squaremetres sqm m²", measure("area", 1)],
	["平方英尺", "squarefeet sqft", measure("area", 0.0929)],
	["亩", "mu", measure("area", 10_000 / 15)],
	["英亩", "acre acres", measure("area", 4046.86)],
	["公顷", "hectare hectares ha", measure("area", 10_000)],
	["平方公里 平方千米", "squarekilometers squarekilometres sqkm km²", measure("area", 1e6)],
	["平方英里", "squaremiles", measure("area", 2_589_988)],
	["毫克", "milligram milligrams mg", measure("mass", 0.001)],
	["克", "gram grams g", measure("mass", 1)],
	["盎司", "ounce ounces oz", measure("mass", 28.35)],
	["磅", "lb lbs pound pounds", measure("mass", 453.6)],
	["两", "tael taels liang", measure("mass", 50)],
	["斤 市斤", "jin catty catties", measure("mass", 500)],
	["公斤 千克", "kilogram kilograms kg kgs kilo kilos", measure("mass", 1000)],
	["吨 公吨", "ton tons tonne tonnes", measure("mass", 1e6)],
	["毫升", "milliliter milliliters millilitre millilitres ml", measure("volume", 0.001)],
	["升 公升", "liter liters litre litres l", measure("volume", 1)],
	["立方米", "cubicmeters cubicmetres m³", measure("volume", 1000)],
	["摄氏度 ℃ °c", "celsius centigrade", measure("temperature", 1)],
	["华氏度 °f", "fahrenheit", measure("temperature", 2)],
	["元人民币 人民币 rmb cny", "yuan rmb cny renminbi", money("CNY")],
	["元 块钱 块", "", money("CNY", "HKD", "TWD")],
	["美元 美金 usd", "usd usdollars usdollar", money("USD")],
	["", "dollar dollars", money("USD", "HKD", "TWD", "AUD", "CAD", "SGD", "NZD")],
	["欧元 eur", "euro euros eur", money("EUR")],
	["英镑 gbp", "gbp sterling", money("GBP")],
	["日元 日圆 jpy", "yen jpy", money("JPY")],
	["韩元 krw", "won krw", money("KRW")],
	["港元 港币 hkd", "hkd", money("HKD")],
	["新台币 台币 twd", "twd", money("TWD")],
	["卢布", "ruble rubles rouble roubles", money("RUB")],
	["卢比", "rupee rupees", money("INR")],
	["澳元 澳币", "aud", money("AUD")],
	["加元 加币", "cad", money("CAD")],
];

function table(column: 0 | 1): ReadonlyMap<string, Unit> {
	return new Map(
		units.flatMap((row) =>
			row[column]
				.split(" ")
				.filter((name) => name !== "")
				.map((name) => [name, row[2]] as const),
		),
	);
}

const chinese = table(0);
const english = table(1);
const longestChinese = 5;

/** The unit that a folded Chinese text names at a place, the longest there. */
export function chineseUnitAt(
	text: string,
	at: number,
): { readonly unit: Unit; readonly end: number } | null {
	for (let length = longestChinese; length > 0; length -= 1) {
		const unit = chinese.get(text.slice(at, at + length));
		if (unit) return { unit, end: at + length };
	}
	return null;
}

/** By its word in small letters, “square kilometers” written together. */
export const englishUnit = (word: string): Unit | null => english.get(word) ?? null;

const signs: ReadonlyMap<string, Unit> = new Map([
	["$", money("USD", "HKD", "TWD", "AUD", "CAD", "SGD", "NZD")],
	["us$", money("USD")],
	["usd", money("USD")],
	["hk$", money("HKD")],
	["nt$", money("TWD")],
	["¥", money("CNY", "JPY")],
	["€", money("EUR")],
	["£", money("GBP")],
	["rmb", money("CNY")],
	["cny", money("CNY")],
]);

/** By the sign before an amount, in small letters: “us$”, “¥”, “rmb”. */
export const currencySign = (sign: string): Unit | null => signs.get(sign) ?? null;

/** Whether two amounts in different units of a dimension are the same amount, rounded as people round. */
export function convertsTo(value: number, from: Unit, other: number, to: Unit): boolean {
	if (from.dimension !== to.dimension || from.dimension === "money") return false;
	if (from.dimension === "temperature") return convertsTemperature(value, from, other, to);
	const tolerance = from.dimension === "time" ? 0.085 : 0.04; // two weeks are half a month
	const one = value * from.scale;
	const two = other * to.scale;
	return Math.abs(one - two) <= tolerance * Math.max(Math.abs(one), Math.abs(two));
}

function convertsTemperature(value: number, from: Unit, other: number, to: Unit): boolean {
	if (from.scale === to.scale) return value === other;
	const [celsius, fahrenheit] = from.scale === 1 ? [value, other] : [other, value];
	return Math.abs(celsius * 1.8 + 32 - fahrenheit) <= 1;
}
