/** A term as somebody is writing it. */
import type { RenderingStatus, TermRendering } from "#lib/core/terms/term.ts";
import type { StoredTerm } from "#lib/core/terms/wire.ts";

export interface WrittenRendering extends TermRendering {
	/** Names the line on screen, whatever is written in it. */
	readonly line: number;
}

export interface TermForm {
	readonly simplified: string;
	readonly traditional: string;
	readonly domain: string;
	readonly note: string;
	readonly renderings: readonly WrittenRendering[];
}

export type FirstWords = Partial<Pick<TermForm, "simplified" | "traditional" | "domain">> & {
	readonly renderings?: readonly string[];
};

export function formOf(term: StoredTerm): TermForm {
	const { simplified, traditional, domain, note, renderings } = term;
	return {
		simplified,
		traditional,
		domain,
		note,
		renderings: renderings.map((rendering, line) => ({ ...rendering, line })),
	};
}

/** What a new term begins with: the first rendering is preferred. */
export function emptyForm({ renderings = [], ...first }: FirstWords = {}): TermForm {
	const begin: TermForm = {
		simplified: "",
		traditional: "",
		domain: "",
		note: "",
		renderings: [],
		...first,
	};
	return (renderings.length > 0 ? renderings : [""]).reduce((form, text) => withRendering(form, text), begin);
}

export function withRendering(form: TermForm, text = ""): TermForm {
	const line = Math.max(-1, ...form.renderings.map((rendering) => rendering.line)) + 1;
	const status: RenderingStatus = form.renderings.some((one) => one.status === "preferred")
		? "allowed"
		: "preferred";
	const added = { line, text, status, note: "", authority: "", alwaysWrong: false };
	return { ...form, renderings: [...form.renderings, added] };
}

/** Only one is preferred: the one before becomes allowed. */
export function changeRendering(form: TermForm, line: number, change: Partial<TermRendering>): TermForm {
	const renderings = form.renderings.map((rendering) => {
		if (rendering.line === line) return { ...rendering, ...change };
		const isSecond = change.status === "preferred" && rendering.status === "preferred";
		return isSecond ? { ...rendering, status: "allowed" as const } : rendering;
	});
	return { ...form, renderings };
}

export function withoutRendering(form: TermForm, line: number): TermForm {
	return { ...form, renderings: form.renderings.filter((rendering) => rendering.line !== line) };
}

/** Lines whose text another line before has already. */
export function repeatedLines({ renderings }: TermForm): ReadonlySet<number> {
	const seen = new Set<string>();
	return new Set(
		renderings.flatMap(({ line, text }) => {
			const written = text.trim();
			const again = written !== "" && seen.has(written);
			seen.add(written);
			return again ? [line] : [];
		}),
	);
}

/** What is sent: lines without a text are left out. */
export function bodyOf({ renderings, ...words }: TermForm) {
	return {
		...words,
		renderings: renderings
			.filter(({ text }) => text.trim() !== "")
			.map(({ line: _, ...rendering }) => rendering),
	};
}
