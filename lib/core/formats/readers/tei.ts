import { rootOf } from "#lib/core/xml/root-of.ts";
import { joinerBetween } from "../../text/paragraphs.ts";
import { HiddenCharacters } from "../hidden-characters.ts";
import { seeText } from "../hidden-in-units.ts";
import { joinMarked, type MarkedText } from "../marked-text.ts";
import type { Reader } from "../reader.ts";
import { readNamedText } from "./intertext/text.ts";

/** Texts of TEI P4 and P5 and of InterText: their paragraphs as lines. */
export const tei = {
	id: "tei",
	extensions: ["xml", "tei"],
	messageKey: "formats.tei",
	recognises(_file, text) {
		const root = text === null ? null : rootOf(text);
		if (root === null || text === null) return 0;
		if (root.local === "TEI" || root.local === "TEI.2" || root.local === "teiCorpus") return 3;
		const named = /<(?:s|seg)\s[^>]*\b(?:xml:)?id\s*=/u.test(text);
		return named && /^(?:text|doc|body|div|cesDoc)$/u.test(root.local) ? 3 : 0;
	},
	async read(file, sink, capabilities) {
		const hidden = new HiddenCharacters();
		await readNamedText(
			file,
			(parts) => {
				const [first] = parts;
				if (first === undefined) return;
				const joined = parts
					.slice(1)
					.reduce<MarkedText>(
						(before, part) => joinMarked([before, part], joinerBetween(before.text, part.text)),
						{ text: first.text, ...(first.codes ? { codes: first.codes } : {}) },
					);
				if (joined.text === "") return;
				seeText(hidden, joined.text, first.line);
				sink.line({ ...joined, line: first.line, ...(first.heading ? { hint: { heading: 1 } } : {}) });
			},
			sink,
			capabilities,
		);
		hidden.tell(sink);
		return "text";
	},
} as const satisfies Reader;
