/** A document's language is what someone once typed; Intl throws on tags it cannot read, so those become "und". */
export function knownLocale(language: string): string {
	try {
		return Intl.getCanonicalLocales(language)[0] ?? "und";
	} catch {
		return "und";
	}
}
