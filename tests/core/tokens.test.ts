import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";

const css = readFileSync(new URL("../../app/globals.css", import.meta.url), "utf8");
const tokens = new Map(
	[...css.matchAll(/--([a-z-]+):\s*light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)/g)].map(
		([, name, light, dark]) => [name ?? "", { light: light ?? "", dark: dark ?? "" }],
	),
);

/** Relative luminance, WCAG 2.2. */
function luminance(hex: string): number {
	const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
		const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
		return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
	});
	return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
	const [lighter = 0, darker = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
	return (lighter + 0.05) / (darker + 0.05);
}

const text = 4.5; // WCAG 2.2, 1.4.3
const mark = 3; // WCAG 2.2, 1.4.11
const grounds = ["paper", "raised", "sunk", "wash"];
const states = ["empty", "draft", "machine", "edited", "reviewed", "approved"].map(
	(state) => `state-${state}`,
);
const links = ["automatic", "confirmed", "stale"].map((link) => `link-${link}`);

const pairs: [string, string[], number][] = [
	[
		"ink",
		[...grounds, "accent-wash", "danger-wash", "caution-wash", "insert-wash", "delete-wash", "selection"],
		text,
	],
	["ink-soft", [...grounds, "accent-wash", "caution-wash"], text],
	["ink-faint", grounds, text],
	["accent-text", [...grounds, "accent-wash"], text],
	["on-accent", ["accent", "accent-strong"], text],
	["danger", [...grounds, "danger-wash"], text],
	["caution", [...grounds, "caution-wash"], text],
	["insert", [...grounds, "insert-wash"], text],
	["delete", [...grounds, "delete-wash"], text],
	...[...states, ...links].map((name): [string, string[], number] => [name, grounds, text]),
	["paper", ["violet", "teal", "plum", "olive", "blue"].map((colour) => `person-${colour}`), text],
	["control", ["paper", "raised", "sunk"], mark],
	["accent", grounds, mark],
	["focus", grounds, mark],
];

describe("every colour can be read in both themes", () => {
	test.each(pairs.flatMap(([front, backs, least]) => backs.map((back) => [front, back, least] as const)))(
		"%s on %s has at least %d : 1",
		(front, back, least) => {
			for (const theme of ["light", "dark"] as const) {
				const [one, other] = [tokens.get(front)?.[theme], tokens.get(back)?.[theme]];
				expect(contrast(one ?? "#000000", other ?? "#000000"), theme).toBeGreaterThanOrEqual(least);
			}
		},
	);
});
