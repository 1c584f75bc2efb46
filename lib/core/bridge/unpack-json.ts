/** Lines out of a list or a table in JSON, as models answer that were asked for it; null where it is not one. */
export function unpackJson(text: string): string | null {
	const bare = text.trim().replace(/^```\w*\s*|\s*```$/g, "");
	if (!/^[[{]/.test(bare)) return null;
	try {
		const parsed: unknown = JSON.parse(bare);
		const lines = Array.isArray(parsed) ? parsed.map(lineOfEntry) : linesOfTable(parsed);
		return lines.length === 0 || lines.includes(null) ? null : lines.join("\n");
	} catch {
		return null;
	}
}

/** {"12": "The ship came."} */
const linesOfTable = (table: unknown): (string | null)[] =>
	Object.entries(typeof table === "object" && table !== null ? table : {}).map(([number, text]) =>
		typeof text === "string" ? `${number}. ${onOneLine(text)}` : null,
	);

/** "The ship came.", or {"number": 12, "source": "船到了。", "translation": "The ship came."}: what is said last counts. */
function lineOfEntry(entry: unknown): string | null {
	if (typeof entry === "string") return onOneLine(entry);
	if (typeof entry !== "object" || entry === null) return null;
	const values: unknown[] = Object.values(entry);
	const number = values.find((value) => typeof value === "number" || /^\d+$/.test(String(value)));
	const text = values.findLast((value) => typeof value === "string" && value !== number);
	if (typeof text !== "string") return null;
	return number === undefined ? onOneLine(text) : `${String(number)}. ${onOneLine(text)}`;
}

const onOneLine = (text: string) => text.split(/\s*[\n\v\f\r\u0085\u2028\u2029]+\s*/).join(" ");
