import compile from "icu-minify/compile";
import type { Locale } from "./locale.ts";

type CompiledMessage = ReturnType<typeof compile>;

interface Messages {
	readonly [key: string]: string | Messages;
}

interface CompiledMessages {
	readonly [key: string]: CompiledMessage | CompiledMessages;
}

const known = new Map<Locale, CompiledMessages>();

/** A catalogue with its messages taken apart, as `use-intl/format-message/format-only` reads them. */
export function compiledCatalogue(locale: Locale, messages: Messages): CompiledMessages {
	const ready = known.get(locale) ?? plain(compiled(messages));
	known.set(locale, ready);
	return ready;
}

function compiled(messages: Messages): CompiledMessages {
	return Object.fromEntries(
		Object.entries(messages).map(([key, message]) => [
			key,
			typeof message === "string" ? compile(message) : compiled(message),
		]),
	);
}

/** Only plain objects go to the screens; the compiler makes some without a prototype. */
function plain(messages: CompiledMessages): CompiledMessages {
	return JSON.parse(JSON.stringify(messages)) as CompiledMessages;
}
