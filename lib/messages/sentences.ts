/**
 * Sentences for code that has no screen. In the web process the screens' own formatter takes only messages that were
 * taken apart (next.config.js) and would print these as they are written in the catalogue.
 */
import compile from "icu-minify/compile";
import format, { type CompiledMessage } from "icu-minify/format";
import type { Locale } from "./locale.ts";

export interface Catalogue {
	readonly [key: string]: string | Catalogue;
}

export type SentenceValues = Readonly<Record<string, string | number>>;

const formatters = {
	getDateTimeFormat: (...given: ConstructorParameters<typeof Intl.DateTimeFormat>) =>
		new Intl.DateTimeFormat(...given),
	getNumberFormat: (...given: ConstructorParameters<typeof Intl.NumberFormat>) =>
		new Intl.NumberFormat(...given),
	getPluralRules: (...given: ConstructorParameters<typeof Intl.PluralRules>) =>
		new Intl.PluralRules(...given),
};

/** Says what stands under a key, `names.within.names`; null where nothing does, or a value of it is missing. */
export function sentencesOf(
	locale: Locale,
	catalogue: Catalogue,
): (key: string, values?: SentenceValues) => string | null {
	const ready = new Map<string, CompiledMessage>();
	return (key, values = {}) => {
		const message = ready.get(key) ?? compiledAt(catalogue, key);
		if (message === null) return null;
		ready.set(key, message);
		try {
			return String(format(message, locale, values, { formatters }));
		} catch {
			return null;
		}
	};
}

function compiledAt(catalogue: Catalogue, key: string): CompiledMessage | null {
	let at: string | Catalogue | undefined = catalogue;
	for (const name of key.split("."))
		at = typeof at === "object" && Object.hasOwn(at, name) ? at[name] : undefined;
	return typeof at === "string" ? compile(at) : null;
}
