import { joinSentences } from "#lib/core/diff/sentences.ts";
import type { Format } from "#lib/core/formats/contract.ts";
import type { Deliverable, DeliverPassage } from "#lib/core/formats/deliverable.ts";
import { type TmxUnit, tmxFile } from "#lib/core/formats/tmx-file.ts";

/** A translation memory, one unit a passage that has a text on both sides. */
export const tmx = {
	id: "tmx",
	extension: "tmx",
	suffix: "",
	mediaType: "application/x-tmx+xml",
	messageKey: "deliver.format.tmx",
	needs: "both-sides",
	delivery: "download",
	histories: true,
	write(article, capabilities) {
		const { title, sourceLanguage, targetLanguage } = article;
		const units = article.passages.flatMap((passage) => unit(passage, article) ?? []);
		return capabilities.encodeText(
			tmxFile({ title, sourceLanguage, targetLanguage, units, codes: article.codes ?? {} }, capabilities),
		);
	},
} as const satisfies Format;

function unit(passage: DeliverPassage, article: Deliverable): TmxUnit | null {
	const textOf = (side: "source" | "target", language: string) =>
		joinSentences(
			passage[side].map((segment) => segment.text),
			language,
		);
	const source = textOf("source", article.sourceLanguage);
	const target = textOf("target", article.targetLanguage);
	if (source === "" || target === "") return null;
	const changed = passage.target
		.flatMap((segment) => segment.history)
		.reduce<{ author: string; at: string } | null>(
			(last, entry) => (last === null || entry.at >= last.at ? entry : last),
			null,
		);
	return {
		id: String(passage.number),
		several: passage.source.length > 1 || passage.target.length > 1,
		source,
		target,
		changed,
		properties: [
			["x-state", passage.state],
			["x-link", passage.link],
		],
	};
}
