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
	`(?<!\\p{L})(?:${roles.map(labelSource).join("|")})\\s{0,6}(?:[:：]|(?=\\s?(?:on\\s|at\\s)?[^\\p{L}\\p{N}]{0,2}(?:[a-z]{3,9}\\.? )?\\d{1,4}[\\s,./年-])|(?<=[|｜]\\s{0,2}\\p{Script=Han}{2,4})(?=\\S))`,
	"giu",
);

/** The role whose group matched. */
export function roleOf(groups: Readonly<Record<string, string | undefined>>): LabelRole | null {
	return roles.find((role) => groups[role.replaceAll("-", "_")] !== undefined) ?? null;
}

const wholly = (sources: readonly string[], separators: string): RegExp =>
	new RegExp(`^(?:(?:${sources.join("|")})(?:${separators}|$))+$`, "iu");

const between = "[\\s\\d　|｜·•:：,，、/【】\\[\\]（）()<>«»‹›▪■◆●\\-–—+]";

/** Chinese words of a bar can touch; Latin ones are set apart by something. */
function lineOf(sources: readonly string[]): RegExp {
	return wholly([`${between}+`, ...sources.map((source) => `(?:${source})(?![a-z])`)], "");
}

/** Matches digits alone too: asked only of lines with a letter. */
export const controlBar: RegExp = lineOf(languageRules.flatMap((rules): readonly string[] => rules.controls));
export const menuBar: RegExp = lineOf([
	...languageRules.flatMap((rules): readonly string[] => rules.menu),
	...languageRules.flatMap((rules): readonly string[] => rules.controls),
]);

/** True where a pattern of any language matches. */
export function matchesAny(
	which: "furniture" | "besideArticle" | "linkLists" | "ends" | "captions" | "text" | "home",
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
