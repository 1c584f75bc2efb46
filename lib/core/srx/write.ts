import { escapeAttribute, escapeText } from "../xml/escape.ts";
import {
	type LanguageMap,
	type LanguageRule,
	type SrxDocument,
	type SrxRule,
	srxNamespace,
} from "./document.ts";

/** A file that is valid against the schema where there is at least one map, and a rule under every name. */
export function writeSrx(document: SrxDocument): string {
	const { segmentSubflows, cascade, formatHandles, languageRules, maps } = document;
	const handles = formatHandles.map(
		({ type, include }) => `\t\t<formathandle type="${type}" include="${yesNo(include)}"/>\n`,
	);
	const flags = `segmentsubflows="${yesNo(segmentSubflows)}" cascade="${yesNo(cascade)}"`;
	return [
		'<?xml version="1.0" encoding="UTF-8"?>\n',
		`<srx xmlns="${srxNamespace}" version="2.0">\n`,
		`\t<header ${flags}>\n`,
		...handles,
		"\t</header>\n\t<body>\n\t\t<languagerules>\n",
		...languageRules.map(writeLanguageRule),
		"\t\t</languagerules>\n\t\t<maprules>\n",
		...maps.map(writeMap),
		"\t\t</maprules>\n\t</body>\n</srx>\n",
	].join("");
}

const yesNo = (value: boolean) => (value ? "yes" : "no");

function writeLanguageRule({ name, rules }: LanguageRule): string {
	const inside = rules.map(writeRule).join("");
	return `\t\t\t<languagerule languagerulename="${escapeAttribute(name)}">\n${inside}\t\t\t</languagerule>\n`;
}

function writeRule({ breaks, before, after }: SrxRule): string {
	return [
		`\t\t\t\t<rule break="${yesNo(breaks)}">\n`,
		`\t\t\t\t\t<beforebreak>${escapeText(before)}</beforebreak>\n`,
		`\t\t\t\t\t<afterbreak>${escapeText(after)}</afterbreak>\n`,
		"\t\t\t\t</rule>\n",
	].join("");
}

function writeMap({ pattern, ruleName }: LanguageMap): string {
	return `\t\t\t<languagemap languagepattern="${escapeAttribute(pattern)}" languagerulename="${escapeAttribute(ruleName)}"/>\n`;
}
