const small = new Set(["a", "an", "the", "of", "for", "and", "in", "on", "at", "to", "with"]);

/** Whether a phrase is written as a name: all its words but the little ones with capitals. */
export const isProper = (rendering: string): boolean =>
	rendering.split(/[ \-–]/u).every((word) => small.has(word) || /^[\p{Lu}\p{N}]/u.test(word));
