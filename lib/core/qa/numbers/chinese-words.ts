/** Words of Chinese in which numerals count nothing, and words that count without numerals. */
import { quantity, type ReadingDraft } from "./draft.ts";

const idioms = new Set(
	"千万 百万 亿万 万千 千百 百千 万一 万万 十万 百十 三十而立 四十不惑 二百五 一五一十 三三两两 九九 一百八十 三七二十一 千千万万 万亿 上万 上千".split(
		" ",
	),
);

/** Numerals that stand for “very many” or for nothing at all. */
export function isIdiom(text: string, start: number, end: number): boolean {
	const word = text.slice(start, end);
	return (
		idioms.has(word) ||
		(/^[十百千万]$/u.test(word) &&
			/^(?:[全足姓科货般]|分(?![钟之米贝辨制赛位球数]))/u.test(text.slice(end, end + 2)))
	);
}

/** Days of the moon are other days in English. */
export const lunar = /农历|阴历|正月|腊月|初[一二三四五六七八九十]|大年/u;

/** A month other than the last named. */
export const otherMonth = /[上下次翌隔前]个?月$/u;

const words: readonly (readonly [RegExp, readonly number[]])[] = [
	[/[双俩对副倍]|二者|两/u, [2]],
	[/仨/u, [3]],
	[/首[位名个席]|榜首|冠军|第一/u, [1]],
	[/亚军/u, [2]],
	[/季军/u, [3]],
	[/翻倍|加倍|倍增|翻一番|成倍/u, [2, 100, 200]],
	[/满分|完全|绝对|全部|百分/u, [100]],
	[/昼夜|整天|全天/u, [24, 7]],
	[/而立/u, [30]],
	[/不惑/u, [40]],
	[/半百/u, [50]],
	[/弱冠/u, [20]],
	[/花甲|甲子/u, [60]],
	[/一打/u, [12]],
	[/半打/u, [6]],
	[/古稀/u, [70]],
	[/耄耋/u, [80, 90]],
	[/世纪|百年/u, [100]],
	[/上世纪/u, [20]],
	[/本世纪/u, [21]],
	[/千禧/u, [2000]],
	[/一刻/u, [15]],
	[/季/u, [4]],
	[/大一/u, [1]],
	[/每周/u, [7]],
	[/零|无|没有|清零/u, [0]],
	[/新冠/u, [19]],
	[/无数|成千上万/u, [1000, 1e6]],
	[/①/u, [1]],
];

const feasts =
	/双十[一二](?!月)|国庆|元旦|圣诞|儿童节|劳动节|妇女节|青年节|建军节|光棍节|(?<![\d一二三四五六七八九十百千万第初])(?:六一|五一|五四|六四|七一|八一|十一|三八|九一八|一二九)(?=[”"」』]|节|假|黄金|长假|期间|前后|运动|讲话|国际|儿童|劳动|建军|妇女|当[天年]|事变|晚会|购物)/gu;
const feastDays: ReadonlyMap<string, readonly [number, number]> = new Map([
	["双十一", [11, 11]],
	["光棍节", [11, 11]],
	["双十二", [12, 12]],
	["六一", [6, 1]],
	["儿童节", [6, 1]],
	["五一", [5, 1]],
	["劳动节", [5, 1]],
	["五四", [5, 4]],
	["六四", [6, 4]],
	["青年节", [5, 4]],
	["七一", [7, 1]],
	["八一", [8, 1]],
	["建军节", [8, 1]],
	["十一", [10, 1]],
	["国庆", [10, 1]],
	["三八", [3, 8]],
	["妇女节", [3, 8]],
	["九一八", [9, 18]],
	["一二九", [12, 9]],
	["元旦", [1, 1]],
	["圣诞", [12, 25]],
]);

export function impliedByWords(text: string, draft: ReadingDraft): void {
	for (const [word, values] of words) if (word.test(text)) draft.implied.push(...values);
	for (const match of text.matchAll(feasts)) {
		const [month, day] = feastDays.get(match[0]) ?? [0, 0];
		draft.implied.push(month, day);
		const span = { start: match.index, end: match.index + match[0].length };
		draft.dates.push({
			...span,
			year: null,
			month,
			day,
			assumedMonth: null,
			eitherOrder: false,
			implied: true,
		});
		if (/[一二三四五六七八九]/u.test(match[0])) draft.quantities.push(quantity({ ...span, value: month }));
	}
}
