/** What the values of options may be, whichever command has them. */
import { t } from "./messages.ts";
import { Refused } from "./refused.ts";

/** Undefined where the option was not given. Throws `Refused` with what is known where it is something else. */
export function oneOf<Value extends string>(
	option: string,
	value: string | undefined,
	known: readonly Value[],
): Value | undefined {
	const found = known.find((one) => one === value);
	if (value !== undefined && found === undefined) throw badValue(option, value, known);
	return found;
}

export function badValue(option: string, value: string, known: readonly string[]): Refused {
	return new Refused(t("align.badValue", { option, value, known: known.join(", ") }));
}

/** Canonical BCP 47. */
export function languageTag(option: string, value: string | undefined): string | undefined {
	if (value === undefined) return undefined;
	try {
		return Intl.getCanonicalLocales(value)[0];
	} catch {
		throw new Refused(t("align.badLanguage", { option, value }));
	}
}
