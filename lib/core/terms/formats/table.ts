/** A glossary as a table: a rendering a row, or columns for the preferred, the allowed and the forbidden ones. */
import { ReadRefusal, type ReadRow } from "../../formats/reader.ts";
import { scriptCharacters } from "../../text/detect-language.ts";
import type { RenderingStatus, TermRendering } from "../term.ts";
import type { GlossaryEntry, GlossarySink } from "./contract.ts";
import { statusOf } from "./status.ts";

const columns = {
	simplified: ["simplified", "简体", "zh-hans", "zh-cn", "简体中文"],
	traditional: ["traditional", "繁体", "繁體", "zh-hant", "zh-tw", "zh-hk", "繁體中文"],
	chinese: [
		"chinese",
		"source",
		"term",
		"sourceterm",
		"zh",
		"中文",
		"原文",
		"术语",
		"術語",
		"源语",
		"源术语",
	],
	rendering: [
		"rendering",
		"english",
		"target",
		"translation",
		"en",
		"targetterm",
		"英文",
		"译文",
		"譯文",
		"译法",
		"英语",
	],
	status: ["status", "usage", "状态", "狀態"],
	preferred: ["preferred", "首选", "推荐", "首选译法"],
	allowed: ["allowed", "admitted", "also", "允许", "可用", "可用译法"],
	forbidden: ["forbidden", "deprecated", "donotuse", "avoid", "禁用", "禁用译法"],
	alwaysWrong: ["alwayswrong", "wrongeverywhere", "一律错误"],
	renderingNote: ["renderingnote", "usagenote", "译法说明"],
	authority: ["authority", "reference", "依据", "来源", "出处"],
	domain: ["domain", "subject", "subjectfield", "field", "领域", "领域分类", "分类", "專業"],
	note: ["note", "notes", "comment", "definition", "备注", "備註", "说明", "注释"],
} as const;
type Column = keyof typeof columns;

/** The columns of the tables that are written, in their order. */
export const writtenColumns = [
	["simplified", "Simplified"],
	["traditional", "Traditional"],
	["rendering", "Rendering"],
	["status", "Status"],
	["alwaysWrong", "Always wrong"],
	["renderingNote", "Rendering note"],
	["authority", "Authority"],
	["domain", "Domain"],
	["note", "Note"],
] as const satisfies readonly (readonly [Column, string])[];

const yes = "yes";

/** With the row of their names. A term without renderings has a row too. */
export function rowsOf(terms: readonly GlossaryEntry[]): string[][] {
	const rows = terms.flatMap((term) =>
		(term.renderings.length > 0 ? term.renderings : [null]).map((one): string[] => [
			term.simplified,
			term.traditional,
			one?.text ?? "",
			one?.status ?? "",
			one?.alwaysWrong ? yes : "",
			one?.note ?? "",
			one?.authority ?? "",
			term.domain,
			term.note,
		]),
	);
	return [writtenColumns.map(([, name]) => name), ...rows];
}

/** Puts the rows of a table together to terms. Rows of one term stand one after the other. */
export class GlossaryTable {
	readonly #sink: GlossarySink;
	#columns: ReadonlyMap<Column, number> | null = null;
	#term: GlossaryEntry | null = null;
	#line = 0;

	constructor(sink: GlossarySink) {
		this.#sink = sink;
	}

	row({ line, cells }: ReadRow): void {
		if (this.#columns === null) {
			this.#columns = this.#readNames(cells, line);
			return;
		}
		const [simplified, traditional] = this.#sourceOf(cells);
		const of = (column: Column) => this.#cell(cells, column);
		const renderings = [...this.#single(cells, line), ...this.#listed(cells)];
		if (simplified === "" && traditional === "") {
			this.#sink.problem({ line, column: null, key: "glossaryNoSource" });
			return;
		}
		const term = { simplified, traditional, domain: of("domain"), note: of("note"), renderings };
		const before = this.#term;
		if (before && isSame(before, term)) {
			this.#term = { ...before, renderings: [...before.renderings, ...renderings] };
			return;
		}
		this.end();
		this.#term = term;
		this.#line = line;
	}

	end(): void {
		if (this.#term) this.#sink.term(this.#term, this.#line);
		this.#term = null;
	}

	/** Throws `ReadRefusal` where the first row does not say what the columns are. */
	#readNames(cells: readonly string[], line: number): ReadonlyMap<Column, number> {
		const found = new Map<Column, number>();
		const unknown: string[] = [];
		for (const [at, cell] of cells.entries()) {
			const name = cell.toLowerCase().replaceAll(/[\s_-]+/gu, (gap) => (/^-$/u.test(gap) ? "-" : ""));
			const column = columnOf(name);
			if (column && !found.has(column)) found.set(column, at);
			else if (name !== "") unknown.push(cell.trim());
		}
		const hasSource = found.has("simplified") || found.has("traditional") || found.has("chinese");
		const hasTarget =
			found.has("rendering") || found.has("preferred") || found.has("allowed") || found.has("forbidden");
		if (!hasSource || !hasTarget) throw new ReadRefusal("glossaryNoColumns", {}, line);
		if (unknown.length > 0)
			this.#sink.remark({
				line,
				column: null,
				key: "glossaryOtherColumns",
				values: { count: unknown.length, names: unknown.join(", ") },
			});
		return found;
	}

	#cell(cells: readonly string[], column: Column): string {
		const at = this.#columns?.get(column);
		return at === undefined ? "" : (cells[at] ?? "").trim();
	}

	#sourceOf(cells: readonly string[]): [simplified: string, traditional: string] {
		const simplified = this.#cell(cells, "simplified");
		const traditional = this.#cell(cells, "traditional");
		const chinese = this.#cell(cells, "chinese");
		if (chinese === "" || simplified !== "") return [simplified, traditional];
		return isTraditional(chinese) && traditional === "" ? ["", chinese] : [chinese, traditional];
	}

	#single(cells: readonly string[], line: number): TermRendering[] {
		const text = this.#cell(cells, "rendering");
		if (text === "") return [];
		const written = this.#cell(cells, "status");
		const status = statusOf(written);
		if (status === null)
			this.#sink.problem({ line, column: null, key: "glossaryStatus", values: { status: written } });
		return [this.#rendering(cells, text, status ?? "allowed")];
	}

	#listed(cells: readonly string[]): TermRendering[] {
		return (["preferred", "allowed", "forbidden"] as const).flatMap((status) =>
			this.#cell(cells, status)
				.split(/[;；\n]/u)
				.map((text) => text.trim())
				.filter((text) => text !== "")
				.map((text) => this.#rendering(cells, text, status)),
		);
	}

	#rendering(cells: readonly string[], text: string, status: RenderingStatus): TermRendering {
		const wrong = /^(?:yes|y|true|1|x|是)$/iu.test(this.#cell(cells, "alwaysWrong"));
		return {
			text,
			status,
			note: this.#cell(cells, "renderingNote"),
			authority: this.#cell(cells, "authority"),
			alwaysWrong: status === "forbidden" && wrong,
		};
	}
}

const names: ReadonlyMap<string, Column> = new Map(
	Object.entries(columns).flatMap(([column, all]) => all.map((name) => [name, column as Column] as const)),
);
const columnOf = (name: string) => names.get(name) ?? names.get(name.replaceAll("-", ""));

const isSame = (one: GlossaryEntry, other: GlossaryEntry) =>
	one.simplified === other.simplified &&
	one.traditional === other.traditional &&
	one.domain === other.domain &&
	one.note === other.note;

export const isTraditional = (text: string) =>
	[...text].some((character) => scriptCharacters.traditional.has(character));
