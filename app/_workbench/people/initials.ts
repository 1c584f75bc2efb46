/** So many colours are told apart at a glance; initials do the rest. */
export const personColours = ["violet", "teal", "plum", "olive", "blue"] as const;
export type PersonColour = (typeof personColours)[number];

/** Two letters of a name: of its first and last word, or the last character of one in Chinese. */
export function initialsOf(name: string): string {
	const words = name.trim().split(/\s+/u);
	const han = [...(words.at(-1) ?? "")].filter((character) => /\p{Script=Han}/u.test(character));
	if (han.length > 0) return han.at(-1) ?? "";
	const ends = words.length > 1 ? [words[0], words.at(-1)] : [words[0]];
	return ends
		.map((word) => [...(word ?? "")][0] ?? "")
		.join("")
		.toLocaleUpperCase("und");
}

/** The same for the same person on every screen. */
export function colourOf(id: string): PersonColour {
	let sum = 0;
	for (const letter of id) sum = (sum * 31 + (letter.codePointAt(0) ?? 0)) % 65_521;
	return personColours[sum % personColours.length] ?? "violet";
}
