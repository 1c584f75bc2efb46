import { createTranslator } from "next-intl";
import type { ReadProblem } from "#lib/core/formats/reader.ts";
import reading from "#lib/messages/en/reading.json" with { type: "json" };

const translate = createTranslator({ locale: "en", messages: { reading }, namespace: "reading.problems" });

/** The sentence for what a reader tells. */
export function told({ key, values }: ReadProblem): string {
	// Readers name keys of their own catalogue; a test holds every key they use against it.
	return translate(key as Parameters<typeof translate>[0], values);
}
