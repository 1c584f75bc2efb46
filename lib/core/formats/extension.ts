/** The extension of a file's name in lower case, without its dot; "" where it has none. */
export function extensionOf(name: string): string {
	const found = /\.([^./\\]+)$/u.exec(name);
	return found?.[1]?.toLowerCase() ?? "";
}
