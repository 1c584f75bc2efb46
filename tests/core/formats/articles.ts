import fc from "fast-check";
import type { Deliverable, DeliverPassage, DeliverSegment } from "#lib/core/formats/deliverable.ts";
import { anyText, editedText } from "#tests/core/diff/arbitraries.ts";

let made = 0;

export function segment(text: string, fields: Partial<DeliverSegment> = {}): DeliverSegment {
	made += 1;
	const draft = fields.draft === undefined ? text : fields.draft;
	return {
		id: `segment${String(made).padStart(8, "0")}`,
		kind: "body",
		paragraphStart: false,
		text,
		draft,
		draftOrigin: draft === null ? null : { kind: "unknown" },
		history: text === draft ? [] : [{ text, author: "Lin Wen", at: "2024-05-28T09:15:30.500Z" }],
		...fields,
	};
}

export function passage(
	source: readonly DeliverSegment[],
	target: readonly DeliverSegment[],
	number = 1,
): DeliverPassage {
	made += 1;
	const id = `passage${String(made).padStart(9, "0")}`;
	return { id, number, source, target, state: "edited", link: "automatic" };
}

export function articleWith(
	passages: readonly DeliverPassage[],
	fields: Partial<Deliverable> = {},
): Deliverable {
	return {
		title: "A walk along the old canal",
		publishedOn: "2024-05-27",
		publisher: "Canal Weekly",
		byline: "Zhou Min",
		sourceLanguage: "zh-Hans",
		targetLanguage: "en",
		passages: passages.map((each, index) => ({ ...each, number: index + 1 })),
		...fields,
	};
}

/** Corrected passages of every kind: sentences inserted, emptied and rewritten by several people. */
export const canal: Deliverable = articleWith([
	passage(
		[segment("第一章", { kind: "heading", draft: null })],
		[segment("Chapter one", { kind: "heading", draft: "The first chapter" })],
	),
	passage(
		[segment("运河很老。", { draft: null, paragraphStart: true })],
		[
			segment("The canal is very old & wide.", {
				paragraphStart: true,
				draft: "The channel is old & old.",
				history: [
					{ text: "The canal is old & old.", author: "Lin Wen", at: "2024-05-28T08:00:00.000Z" },
					{ text: "The canal is very old & wide.", author: "Omar Reyes", at: "2024-05-29T10:20:30.000Z" },
				],
			}),
		],
	),
	passage(
		[segment("船很慢。", { draft: null })],
		[segment("Boats are slow.", { draft: "Boats are slow." }), segment("", { draft: "Ship slow." })],
	),
	passage(
		[segment("后来修了桥。", { draft: null, paragraphStart: true })],
		[segment("Later a bridge was built.", { paragraphStart: true, draft: null })],
	),
	passage(
		[segment("图：桥", { kind: "caption", draft: null })],
		[segment("Photo: the bridge", { kind: "caption" })],
	),
	passage(
		[segment("桥。", { draft: null, paragraphStart: true })],
		[segment("", { paragraphStart: true, draft: "Bridge." })],
	),
	passage(
		[segment("一、看水", { kind: "item", draft: null })],
		[segment("Look at the water", { kind: "item" })],
	),
	passage(
		[segment("完。", { draft: null, paragraphStart: true })],
		[segment("The end.", { paragraphStart: true, draft: null })],
	),
]);

const kinds = [
	"title",
	"meta",
	"heading",
	"body",
	"body",
	"body",
	"caption",
	"item",
	"cell",
	"footnote",
] as const;

const anySegment: fc.Arbitrary<DeliverSegment> = fc
	.record({
		texts: fc.oneof(editedText, fc.tuple(anyText, anyText), fc.tuple(anyText)),
		kind: fc.constantFrom(...kinds),
		paragraphStart: fc.boolean(),
		drafted: fc.boolean(),
		cleared: fc.boolean(),
	})
	.map(({ texts, kind, paragraphStart, drafted, cleared }) => {
		const later = cleared ? [...texts.slice(1), ""] : texts.slice(1);
		const history = (drafted ? later : [texts[0], ...later]).map((text, index) => ({
			text,
			author: ["Lin Wen", 'Omar <Reyes> & "Sons"'][index % 2] ?? "",
			at: `2024-05-${String(10 + index)}T08:00:00.000Z`,
		}));
		const draft = drafted ? texts[0] : null;
		return segment(history.at(-1)?.text ?? draft ?? "", { kind, paragraphStart, draft, history });
	});

export const anyArticle: fc.Arbitrary<Deliverable> = fc
	.record({
		passages: fc.array(
			fc.tuple(fc.array(anySegment, { maxLength: 2 }), fc.array(anySegment, { maxLength: 3 })),
			{ maxLength: 8 },
		),
		title: anyText,
		byline: fc.option(anyText),
		targetLanguage: fc.constantFrom("en", "de", "zh-Hant"),
	})
	.map(({ passages, ...fields }) =>
		articleWith(
			passages.map(([source, target]) => passage(source, target)),
			fields,
		),
	);
