import { z } from "zod";

/** One line of text that a person typed: trimmed, well-formed, without control characters. */
export function PlainLine(longest: number) {
	return z
		.string()
		.max(longest * 4)
		.transform((text) => text.normalize("NFC").trim())
		.refine((text) => text.length > 0 && text.length <= longest && text.isWellFormed())
		.refine((text) => !/[\p{Cc}\u2028\u2029]/u.test(text));
}
