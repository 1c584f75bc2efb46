const longestPath = 2_000;
const anywhere = "http://next.invalid";

/**
 * A place in this site that a page may send its reader to, or null. Anything that a browser could read
 * as another site's address is refused: other schemes, `//host`, backslashes, control characters.
 */
export function safePath(text: unknown): string | null {
	if (typeof text !== "string" || text.length > longestPath) return null;
	if (!/^\/(?![/\\])[^\\\p{Cc}\p{Z}]*$/u.test(text)) return null;
	if (!URL.canParse(text, anywhere)) return null;
	const url = new URL(text, anywhere);
	const path = `${url.pathname}${url.search}${url.hash}`;
	if (url.origin !== anywhere || /^\/(?:[/\\]|%2f|%5c)/i.test(path) || /^\/api(?:\/|$)/.test(url.pathname))
		return null;
	return path;
}
