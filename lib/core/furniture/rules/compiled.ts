import type { LabelRole } from "./contract.ts";
import { languageRules } from "./registry.ts";

const roles: readonly LabelRole[] = [
	"published",
	"updated",
	"publisher",
	"byline",
	"credit",
	"record",
	"control",
	"title",
	"date-in-head",
	"byline-in-head",
];

function labelSource(role: LabelRole): string {
	const sources = languageRules.flatMap((rules): readonly string[] => {
		const labels: Partial<Record<LabelRole, readonly string[]>> = rules.labels;
		return labels[role] ?? [];
	});
	return `(?<${role.replaceAll("-", "_")}>${sources.join("|")})`;
}

/** A label with its colon, or one that announces a date right before the date. The named group that matched is its role. */
export const labels: RegExp = new RegExp(
	`(?:(?<!\\p{L})|(?<=\\p{Script=Han})(?=\\p{Script=Han}{2,5}[:：]))(?:${roles.map(labelSource).join("|")})\\s{0,6}(?:[:：]|(?=\\s?(?:on\\s|at\\s)?[^\\p{L}\\p{N}]{0,2}(?:[a-z]{3,9}\\.? )?\\d{1,4}[\\s,./年-])|(?<=[|｜]\\s{0,2}\\p{Script=Han}{2,4})(?=\\S))`,
	"giu",
);

/** The role whose group matched. */
export function roleOf(groups: Readonly<Record<string, string | undefined>>): LabelRole | null {
	return roles.find((role) => groups[role.replaceAll("-", "_")] !== undefined) ?? null;
}

const between = /[\s\d　|｜·•:：,，、/【】[\]（）()<>«»‹›▪■◆●\-–—+]+/uy;

/** Chinese words of a bar can touch; Latin ones are set apart by something. */
function wordOf(sources: readonly string[]): RegExp {
	return new RegExp(`(?:${sources.join("|")})(?![a-z])`, "iuy");
}

const controls = languageRules.flatMap((rules): readonly string[] => rules.controls);
const control = wordOf(controls);
const menu = wordOf([...languageRules.flatMap((rules): readonly string[] => rules.menu), ...controls]);

export function isControlBar(text: string): boolean {
	return consistsOf(control, text);
}

export function isMenuBar(text: string): boolean {
	return consistsOf(menu, text);
}

/** True where a text is words of one kind, one at least, and separators. Word by word, so that no text takes long. */
function consistsOf(word: RegExp, text: string): boolean {
	let at = 0;
	let words = 0;
	while (at < text.length) {
		const gap = lengthAt(between, text, at);
		const found = gap === 0 ? lengthAt(word, text, at) : 0;
		if (gap + found === 0) return false;
		if (found > 0) words += 1;
		at += gap + found;
	}
	return words > 0;
}

function lengthAt(pattern: RegExp, text: string, at: number): number {
	pattern.lastIndex = at;
	return pattern.exec(text)?.[0].length ?? 0;
}

/** True where a pattern of any language matches. */
export function matchesAny(
	which:
		| "furniture"
		| "facts"
		| "prompts"
		| "besideArticle"
		| "linkLists"
		| "ends"
		| "captions"
		| "text"
		| "home",
	text: string,
): boolean {
	return languageRules.some((rules) => rules[which].some((pattern) => pattern.test(text)));
}

/** The groups of the first pattern that matches. */
export function firstMatch(
	which: "credits" | "creditsInHead" | "siteNames",
	text: string,
): Readonly<Record<string, string | undefined>> | null {
	for (const rules of languageRules) {
		for (const pattern of rules[which]) {
			const match = pattern.exec(text);
			if (match) return match.groups ?? {};
		}
	}
	return null;
}

export function namesOrganisation(text: string): boolean {
	return languageRules.some((rules) => rules.organisation.test(text));
}

export function namesNobody(text: string): boolean {
	return languageRules.some((rules) => rules.nobody.test(text));
}

export function canBePerson(text: string): boolean {
	return languageRules.some((rules) => rules.person.test(text));
}

export function withoutSiteSuffix(name: string): string {
	return languageRules.reduce((short, rules) => short.replace(rules.siteSuffix, ""), name) || name;
}
