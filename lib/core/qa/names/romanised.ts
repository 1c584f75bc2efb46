/** How a syllable is written by those who do not use pinyin: in Taiwan and in older books (Wade–Giles, postal names). */

const initials: readonly (readonly [string, readonly string[]])[] = [
	["zh", ["ch"]],
	["j", ["ch", "ts", "k"]],
	["q", ["ch", "ts", "k"]],
	["x", ["hs", "sh", "s"]],
	["b", ["p"]],
	["d", ["t"]],
	["g", ["k"]],
	["z", ["ts", "tz"]],
	["c", ["ts", "tz"]],
	["r", ["j"]],
];
const finals: readonly (readonly [string, readonly string[]])[] = [
	["ong", ["ung"]],
	["ian", ["ien", "en"]],
	["ie", ["ieh"]],
	["ye", ["yeh"]],
	["ue", ["ueh"]],
	["yan", ["yen"]],
	["ui", ["uei"]],
	["iu", ["iou"]],
	["uo", ["o"]],
	["e", ["o", "eh"]],
	["i", ["ih", "u", "ze"]],
	["ei", ["e", "eih"]],
	["you", ["yu"]],
	["un", ["uen", "en"]],
];

const known = new Map<string, readonly string[]>();

/** Without the syllable's pinyin, unless another way writes it alike. */
export function otherSpellings(syllable: string): readonly string[] {
	const made = known.get(syllable);
	if (made) return made;
	const starts = [syllable, ...written(syllable, initials, (one) => syllable.startsWith(one), "start")];
	const all = starts.flatMap((one) => [one, ...written(one, finals, (end) => one.endsWith(end), "end")]);
	const spellings = [...new Set(all)].filter((one) => one !== syllable);
	known.set(syllable, spellings);
	return spellings;
}

function written(
	syllable: string,
	table: readonly (readonly [string, readonly string[]])[],
	fits: (part: string) => boolean,
	at: "start" | "end",
): string[] {
	return table
		.filter(([part]) => fits(part))
		.flatMap(([part, others]) =>
			others.map((other) =>
				at === "start" ? other + syllable.slice(part.length) : syllable.slice(0, -part.length) + other,
			),
		);
}
