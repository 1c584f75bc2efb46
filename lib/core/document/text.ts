/** What every stored text must be. */

const loneSurrogate = /\p{Surrogate}/u; // with the u flag only unpaired halves match

/** Well-formed Unicode without NUL, which Postgres cannot hold. */
export function isWellFormedText(text: string): boolean {
	return !text.includes("\0") && !loneSurrogate.test(text);
}
