import type { TermMatcher } from "#lib/core/terms/matcher.ts";
import type { WireTerms } from "#lib/core/terms/wire.ts";
import { isChinese } from "#lib/core/text/language.ts";
import type { Desk } from "./desk.ts";
import { rememberSelectedSource } from "./selected-source.ts";

/** The project's terms, compiled. */
export interface TermsHere {
	/** Of the glossary. */
	readonly version: number;
	readonly matcher: TermMatcher;
	/** Those that its terms name, to choose from. */
	readonly domains: readonly string[];
}

/** They come when the page has nothing better to do, after this long at the latest. Milliseconds. */
const longestIdle = 3_000;

/** The glossary of the project: read late, and again when one comes back to the page. */
export class ProjectTerms {
	#desk: Desk;
	#reading: Promise<void> | null = null;

	constructor(desk: Desk) {
		this.#desk = desk;
	}

	begin(signal: AbortSignal): void {
		if (!isChinese(this.#desk.language("source")) && !isChinese(this.#desk.language("target"))) return;
		whenIdle(() => {
			if (!signal.aborted) void this.reload();
		});
		const cameBack = () => {
			if (document.visibilityState === "visible") void this.reload();
		};
		document.addEventListener("visibilitychange", cameBack, { signal });
		rememberSelectedSource(this.#desk, signal);
	}

	/** Asks whether the glossary is another one now. Where it cannot be read, what is known stays. */
	reload(): Promise<void> {
		this.#reading ??= this.#read()
			.catch(() => undefined)
			.finally(() => {
				this.#reading = null;
			});
		return this.#reading;
	}

	async #read(): Promise<void> {
		const { options, state } = this.#desk;
		const { version, terms } = await options.read<WireTerms>(`/projects/${options.head.projectId}/terms`);
		if (state.get().terms?.version === version) return;
		const { compileTerms } = await import("#lib/core/terms/matcher.ts");
		const domains = [...new Set(terms.map(({ domain }) => domain))].filter((domain) => domain !== "");
		state.set({ terms: { version, matcher: compileTerms(terms), domains: domains.toSorted() } });
	}
}

function whenIdle(run: () => void): void {
	if ("requestIdleCallback" in globalThis) requestIdleCallback(run, { timeout: longestIdle });
	else setTimeout(run, 0);
}
