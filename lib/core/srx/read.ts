import { SaxesParser, type SaxesTagNS } from "saxes";
import { measurePattern } from "./compile.ts";
import {
	type FormatHandle,
	type LanguageMap,
	type LanguageRule,
	type SrxDocument,
	type SrxProblem,
	type SrxProblemKey,
	type SrxRule,
	srxNamespace,
} from "./document.ts";

/** UTF-16 units. The largest rule file in use, LanguageTool's for thirty languages, has half a million. */
const longestFile = 8_000_000;
const mostElements = 20_000;
/** Instructions of all patterns together; what is larger is made to fill the memory. */
const mostInstructions = 1_000_000;
/** Elements within each other; the parser's time grows with the square of it, and SRX has no more than six. */
const deepest = 100;
/** Further problems add nothing to these. */
const mostProblems = 100;

export interface SrxReading {
	/** Null where it is no SRX file. */
	readonly document: SrxDocument | null;
	/** In the order of the file. A rule whose pattern cannot be followed is told here, kept, and passed over in use. */
	readonly problems: readonly SrxProblem[];
}

/** Reads an SRX file, 2.0 or one of its drafts; elements of other programs in its header are passed over and told. */
export function readSrx(text: string): SrxReading {
	if (text.length > longestFile)
		return { document: null, problems: [{ line: 1, column: 1, key: "tooLarge", values: {} }] };
	const builder = new Builder();
	// Positions are told in characters, and a byte order mark is none
	const content = text.replace(/^\uFEFF/u, "");
	return { document: builder.build(content), problems: builder.problems };
}

/** Ends the parsing where there is no point in going on. */
class Stopped extends Error {}

interface OpenRule {
	readonly line: number;
	readonly column: number;
	readonly breaks: boolean;
	before: string;
	after: string;
}

class Builder {
	readonly problems: SrxProblem[] = [];
	readonly parser = new SaxesParser({ xmlns: true });
	private readonly path: string[] = [];
	private place = { line: 1, column: 1 };
	private begun = false;
	private elements = 0;
	private instructions = 0;
	private flags = { segmentSubflows: true, cascade: false };
	private readonly formatHandles: FormatHandle[] = [];
	private readonly languageRules: { name: string; rules: SrxRule[] }[] = [];
	private readonly maps: (LanguageMap & { readonly line: number; readonly column: number })[] = [];
	private readonly names = new Set<string>();
	private rule: OpenRule | null = null;

	constructor() {
		this.parser.on("error", (error) => {
			this.place = { line: this.parser.line, column: this.parser.column + 1 };
			this.tell("notXml", { reason: error.message.replace(/^\S*?\d+:\d+: /u, "") });
			throw new Stopped();
		});
		this.parser.on("opentagstart", ({ name }) => {
			this.place = { line: this.parser.line, column: Math.max(1, this.parser.column - name.length - 1) };
		});
		this.parser.on("opentag", (tag) => this.open(tag));
		this.parser.on("closetag", () => this.close());
		this.parser.on("text", (text) => this.take(text));
		this.parser.on("cdata", (text) => this.take(text));
	}

	build(text: string): SrxDocument | null {
		try {
			this.parser.write(text).close();
			return this.begun ? this.finish() : null;
		} catch (error) {
			if (error instanceof Stopped) return null;
			throw error;
		}
	}

	private finish(): SrxDocument {
		for (const { ruleName, pattern, line, column } of this.maps) {
			this.place = { line, column };
			if (!this.names.has(ruleName)) this.tell("unknownRule", { name: ruleName });
			this.checkPattern(pattern, ruleName, 0);
		}
		const languageRules: LanguageRule[] = this.languageRules;
		const maps = this.maps.map(({ pattern, ruleName }) => ({ pattern, ruleName }));
		return { ...this.flags, formatHandles: this.formatHandles, languageRules, maps };
	}

	private tell(key: SrxProblemKey, values: SrxProblem["values"] = {}): void {
		if (this.problems.length < mostProblems) this.problems.push({ ...this.place, key, values });
	}

	private stop(key: SrxProblemKey, values: SrxProblem["values"] = {}): never {
		this.tell(key, values);
		throw new Stopped();
	}

	private open(tag: SaxesTagNS): void {
		const parent = this.path.at(-1);
		this.path.push(tag.local);
		if (counted.has(tag.local)) this.elements += 1;
		if (this.elements > mostElements || this.path.length > deepest) this.stop("tooLarge");
		if (parent === undefined) this.openRoot(tag);
		// The drafts put the maps into named groups
		else if (tag.local === "header" && parent === "srx") this.openHeader(tag);
		else if (tag.local === "formathandle" && parent === "header") this.openFormatHandle(tag);
		else if (tag.local === "languagerule" && parent === "languagerules") this.openLanguageRule(tag);
		else if (tag.local === "rule" && parent === "languagerule") this.openRule(tag);
		else if (tag.local === "languagemap" && /^maprules?$/u.test(parent)) this.openMap(tag);
		else if (!isContainer(tag.local, parent)) {
			this.path[this.path.length - 1] = `?${tag.local}`;
			if (!parent.startsWith("?")) this.tell("unknownElement", { name: tag.name });
		}
	}

	private openRoot(tag: SaxesTagNS): void {
		if (tag.local !== "srx") this.stop("notSrx", { name: tag.name });
		this.begun = true;
		const version = tag.attributes["version"]?.value ?? "";
		if (version !== "2.0" || tag.uri !== srxNamespace) this.tell("version", { version });
	}

	private openHeader(tag: SaxesTagNS): void {
		this.flags = {
			segmentSubflows: this.yesOrNo(tag, "segmentsubflows", true),
			cascade: this.yesOrNo(tag, "cascade", false),
		};
	}

	private openFormatHandle(tag: SaxesTagNS): void {
		const type = tag.attributes["type"]?.value ?? "";
		const include = this.yesOrNo(tag, "include", false);
		if (type === "start" || type === "end" || type === "isolated") {
			if (this.formatHandles.some((handle) => handle.type === type)) this.tell("twice", { name: type });
			else this.formatHandles.push({ type, include });
		} else this.tell("badAttribute", { element: tag.name, attribute: "type", value: type });
	}

	private openLanguageRule(tag: SaxesTagNS): void {
		const name = this.attribute(tag, "languagerulename");
		if (this.names.has(name)) this.tell("twice", { name });
		this.names.add(name);
		this.languageRules.push({ name, rules: [] });
	}

	private openRule(tag: SaxesTagNS): void {
		const breaks = tag.attributes["break"] === undefined || this.yesOrNo(tag, "break", true);
		this.rule = { ...this.place, breaks, before: "", after: "" };
	}

	private openMap(tag: SaxesTagNS): void {
		const pattern = this.attribute(tag, "languagepattern");
		this.maps.push({ ...this.place, pattern, ruleName: this.attribute(tag, "languagerulename") });
	}

	private attribute(tag: SaxesTagNS, attribute: string): string {
		const value = tag.attributes[attribute]?.value;
		if (value === undefined) this.tell("missingAttribute", { element: tag.name, attribute });
		return value ?? "";
	}

	private yesOrNo(tag: SaxesTagNS, attribute: string, otherwise: boolean): boolean {
		const value = tag.attributes[attribute]?.value;
		if (value === "yes" || value === "no") return value === "yes";
		if (value === undefined) this.tell("missingAttribute", { element: tag.name, attribute });
		else this.tell("badAttribute", { element: tag.name, attribute, value });
		return otherwise;
	}

	private take(text: string): void {
		if (this.rule === null) return;
		const element = this.path.at(-1);
		if (element === "beforebreak") this.rule.before += text;
		else if (element === "afterbreak") this.rule.after += text;
	}

	private close(): void {
		const element = this.path.pop();
		if (element === "languagerule" && this.languageRules.at(-1)?.rules.length === 0)
			this.tell("noRules", { name: this.languageRules.at(-1)?.name ?? "" });
		if (element !== "rule" || this.rule === null) return;
		const { line, column, breaks, before, after } = this.rule;
		const language = this.languageRules.at(-1);
		language?.rules.push({ breaks, before, after });
		this.rule = null;
		this.place = { line, column };
		for (const pattern of [before, after])
			this.checkPattern(pattern, language?.name ?? "", language?.rules.length ?? 0);
	}

	/** `rule` is its number under the name, from 1; 0 for a map's pattern. */
	private checkPattern(pattern: string, name: string, rule: number): void {
		const measured = measurePattern(pattern);
		if (typeof measured === "number") this.instructions += measured;
		else this.tell("badPattern", { name, rule, fault: measured.fault, part: measured.part });
		if (this.instructions > mostInstructions) this.stop("tooLarge");
	}
}

const counted = new Set(["languagerule", "rule", "languagemap"]);
const containers = new Set([
	"srx>body",
	"body>languagerules",
	"body>maprules",
	"maprules>maprule",
	"rule>beforebreak",
	"rule>afterbreak",
]);

function isContainer(element: string, parent: string): boolean {
	return containers.has(`${parent}>${element}`);
}
