/** Short forms that stand for a name wherever it occurs, so that a rendering need not be listed with each. */
const names: readonly (readonly string[])[] = [
	[
		"CPC Central Committee",
		"Central Committee of the CPC",
		"Central Committee of the Communist Party of China",
		"Communist Party of China Central Committee",
		"Central Committee of the Communist Party of China (CPC)",
		"Communist Party of China (CPC) Central Committee",
		"Party Central Committee",
		"Central Committee of the Party",
	],
	["Communist Party of China", "CPC", "Communist Party of China (CPC)"],
	["People's Republic of China", "PRC"],
	["National People's Congress", "NPC"],
	["Chinese People's Political Consultative Conference", "CPPCC"],
	["People's Liberation Army", "PLA"],
	["United Nations", "UN"],
];

/** Two capital letters: without them no name is in it, which is told at once. */
const capitals = /\p{Lu}.*\p{Lu}/u;

/** The rendering with each of its names written in the other ways, itself not among them. */
export function otherWritings(rendering: string): string[] {
	if (!capitals.test(rendering)) return [];
	for (const writings of names) {
		const found = writings.find((name) => rendering.includes(name));
		if (found === undefined) continue;
		return writings.filter((name) => name !== found).map((name) => rendering.replace(found, () => name));
	}
	return [];
}
