const looks: Readonly<Record<string, string>> = {
	title: "text-lg! font-semibold",
	heading: "font-semibold",
	caption: "text-base! italic",
	meta: "text-base! text-ink-soft",
	footnote: "text-base!",
};

/** How a kind of segment is set; the body of an article needs nothing. */
export function kindLook(kind: string | undefined): string | undefined {
	return kind ? looks[kind] : undefined;
}
