/** What a chat model says around its answer. */

/** Before the answer, or between its parts. */
const openings = [
	/[:：]$/u,
	/^(sure|certainly|of course|okay|ok|here(’|')?s|here is|here are|below|the following|continuing)\b/iu,
	/^(好的|当然|當然|以下|下面)/u,
];

/** After it. */
const closings = [
	/^[*_(（[]*(notes?|translator(’|')?s notes?|n\.b\.|remarks?|comments?|译注|譯註|译者注|注|註|说明|說明|备注|備註)\s*[*_]*\s*[:：(（]/iu,
	/^(let me know|i hope|please let me|feel free|would you like|if you(’|'| )|that(’|')?s all|end of|translated (by|with))/iu,
	/^(希望|如需|如果您|如有)/u,
];

/** Rules of Markdown and of its tables. */
const rule = /^[\s|:*_=-]{3,}$/u;
const fence = /^\s*(`{3,}|~{3,})/u;

export const isFence = (line: string): boolean => fence.test(line);
export const isRule = (line: string): boolean => rule.test(line);
export const isClosing = (line: string): boolean => closings.some((pattern) => pattern.test(line));
export const isOpening = (line: string): boolean => openings.some((pattern) => pattern.test(line));
/** A row that names the columns of a table with numbers. */
export const isTableHead = (line: string): boolean =>
	/^\s*\|?\s*\**(no\.?|number|nr\.?|#|line|passage|编号|編號|序号|序號)\**\s*(\||\t)/iu.test(line);
