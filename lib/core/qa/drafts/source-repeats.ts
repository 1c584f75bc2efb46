/** Whether a Chinese text itself says something twice in a row, and where. */

/** A stretch of Chinese said twice, as shares of the text's length. */
export interface SourceRepeat {
	readonly from: number;
	readonly to: number;
	/** Characters in the stretch that is said twice. */
	readonly size: number;
}

const han = "\\p{Script=Han}";
/** 一次又一次, 学习、学习、再学习, 你好你好, 来一来, 走了又走. */
const twice = [
	new RegExp(
		`(${han}{2,16})[\\s，、,；;。！!？?…—～~“”"'（）()]{0,3}[又再和与與及并並或而且一了更也还還]{0,2}\\1`,
		"gu",
	),
	new RegExp(`(${han})[，、,！!？?…—～~\\s]{0,2}[又再和与與及一了]{0,2}\\1`, "gu"),
];

export function sourceRepeats(text: string): SourceRepeat[] {
	if (text === "") return [];
	return twice.flatMap((pattern) =>
		Array.from(text.matchAll(pattern), (match) => ({
			from: match.index / text.length,
			to: (match.index + match[0].length) / text.length,
			size: match[1]?.length ?? 0,
		})),
	);
}

/** The source names several things here, so that one word may stand for two of them: 饺子和汤圆. */
export const listsSeveral = (text: string): boolean => /[和与與及或、跟]/u.test(text.replaceAll(noLists, ""));

/** Words in which such a character joins nothing: 世界和平, but not 网站和平台; 参与, 及时, but not 技术及时代. */
const noLists =
	/共和[国國]|[温溫缓緩饱飽柔]和|和平(?![台臺均等原民板方时時])|和[谐諧睦]|[参參赠贈][与與]|[与與](?:[会會](?![议議])|否)|[普涉提顾顧波触觸]及|及[时時](?![代间間期])|或[许許]|跟[踪蹤随隨]/gu;
