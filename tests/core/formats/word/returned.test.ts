import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isBlank } from "#lib/core/diff/sentences.ts";
import { docx } from "#lib/core/formats/formats/docx.ts";
import { docxTracked } from "#lib/core/formats/formats/docx-tracked.ts";
import type { ReturnedPlan, ReturnedText, Unplaced } from "#lib/core/formats/word/returned/plan.ts";
import { articleWith, passage, segment } from "#tests/core/formats/articles.ts";
import { capabilities } from "#tests/core/formats/capabilities.ts";
import { broughtBack, deleted, inSentence, inserted, nothing, withPart, written } from "./returning.ts";
import { anyVersions } from "./versions.ts";

const anyForm = fc.record({
	format: fc.constantFrom(docx, docxTracked),
	layout: fc.constantFrom("article" as const, "columns" as const),
});

test("a file that comes back as it went out suggests nothing", async () => {
	await fc.assert(
		fc.asyncProperty(anyVersions, anyForm, async ({ after }, { format, layout }) => {
			const bytes = await format.write({ ...after, layout }, capabilities);
			expect(await broughtBack(bytes, after)).toEqual(nothing);
		}),
		{ numRuns: 200 },
	);
});

const at = "2024-07-01T08:30:00Z";

describe("what somebody changed outside", () => {
	const anyEdits = fc.array(fc.record({ at: fc.nat({ max: 30 }), tracked: fc.boolean() }), {
		minLength: 1,
		maxLength: 4,
	});

	test("comes back as exactly those suggestions, by whom the file says", async () => {
		await fc.assert(
			fc.asyncProperty(anyVersions, anyForm, anyEdits, async ({ after }, { layout }, edits) => {
				let bytes = await docx.write({ ...after, layout }, capabilities);
				const sentences = after.passages.flatMap(({ target }) => target).filter(({ text }) => !isBlank(text));
				const chosen = new Map(
					edits.map((edit) => [sentences[edit.at % sentences.length]?.id ?? "", edit.tracked]),
				);
				chosen.delete("");
				for (const [id, tracked] of chosen)
					bytes = withPart(bytes, (xml) =>
						inSentence(xml, id, (text) => {
							const [first = "", ...rest] = text.split(/(?<=\S)(?= )/);
							const others = rest.join("");
							return tracked
								? deleted(first, "Ana Silva", at) + inserted("Quite", "Ana Silva", at) + written(others)
								: written(`Quite${others}`);
						}),
					);
				const plan = await broughtBack(bytes, after);
				expect(new Map(plan.texts.map(({ id, authors }) => [id, authors.length > 0]))).toEqual(chosen);
				for (const { before, after: text, authors, at: when } of plan.texts) {
					expect(text).toMatch(/^Quite/);
					expect(sentences.map((sentence) => sentence.text)).toContain(before);
					if (authors.length > 0)
						expect([authors, when]).toEqual([["Ana Silva"], "2024-07-01T08:30:00.000Z"]);
				}
				expect({ ...plan, texts: [] }).toEqual(nothing);
			}),
			{ numRuns: 150 },
		);
	});
});

describe("what is found in a file that was edited by hand", () => {
	const lines = ["The ferry left. It was early.", "Nobody waved.", "Gulls followed the ship for a mile."];
	const article = articleWith(
		lines.map((line, index) =>
			passage(
				[],
				line
					.split(/(?<=\.) /)
					.map((text, at) => segment(text, { id: `sentence${index}${at}abcd`, paragraphStart: at === 0 })),
			),
		),
		{ identity: { documentId: "document0000000000ab", number: 3 }, byline: null },
	);
	const paragraphs = /<w:p>(?:(?!<\/w:p>).)*<\/w:p>/gs;
	const untagged = (xml: string) => xml.replaceAll(/<w:bookmark(?:Start|End)[^>]*>/g, "");
	const paragraph = (text: string) => `<w:p>${written(text)}</w:p>`;
	/** The paragraph whose text begins so. */
	const change = (xml: string, begins: string, by: (paragraph: string) => string) =>
		xml.replaceAll(paragraphs, (one) => (one.replaceAll(/<[^>]*>/g, "").startsWith(begins) ? by(one) : one));
	const rest = (kind: Unplaced["kind"], text: string, near: string | null): Unplaced => ({
		kind,
		text,
		near,
	});
	const text = (id: string, before: string, after: string, authors: string[] = []): ReturnedText => ({
		kind: "segment",
		id,
		before,
		after,
		authors,
		at: authors.length > 0 ? "2024-07-01T08:30:00.000Z" : null,
	});

	test.each<[string, (xml: string) => string, Partial<ReturnedPlan>]>([
		["tags alone taken out: nothing", untagged, {}],
		[
			"edited without tags: by what lies around it",
			(xml) => untagged(xml).replace("Nobody waved.", "Nobody waved to us."),
			{ texts: [text("sentence10abcd", "Nobody waved.", "Nobody waved to us.")] },
		],
		[
			"a paragraph put before all, without tags: the others are found behind it",
			(xml) => untagged(xml).replace("<w:body>", `<w:body>${paragraph("For the desk: please check.")}`),
			{ unplaced: [rest("added", "For the desk: please check.", null)] },
		],
		[
			"a sentence of two, without tags",
			(xml) => change(xml, "The ferry", () => paragraph("The ferry left. It was still early.")),
			{ texts: [text("sentence01abcd", "It was early.", "It was still early.")] },
		],
		[
			"a paragraph that somebody added is told with the sentence before it",
			(xml) => change(xml, "Nobody", (one) => one + paragraph("A bell rang on the quay.")),
			{ unplaced: [rest("added", "A bell rang on the quay.", "sentence10abcd")] },
		],
		[
			"a paragraph that was taken out is told",
			(xml) => change(xml, "Nobody", () => ""),
			{ unplaced: [rest("removed", "Nobody waved.", "sentence10abcd")] },
		],
		[
			"a sentence that was taken out is suggested away",
			(xml) => xml.replace("It was early.", ""),
			{ texts: [text("sentence01abcd", "It was early.", "")] },
		],
		[
			"words after the last sentence of a paragraph are its own",
			(xml) => change(xml, "Nobody", (one) => one.replace("</w:p>", `${written(" Nobody at all.")}</w:p>`)),
			{ texts: [text("sentence10abcd", "Nobody waved.", "Nobody waved. Nobody at all.")] },
		],
		[
			"Enter pressed within a sentence changes no words",
			(xml) =>
				change(xml, "Gulls", (one) =>
					one
						.replace("Gulls followed the ship for a mile.", "Gulls followed the ship")
						.concat(paragraph("for a mile.")),
				),
			{ unplaced: [rest("broken", "Gulls followed the ship for a mile.", "sentence20abcd")] },
		],
		[
			"two paragraphs run together",
			(xml) => {
				const [, , first = "", second = ""] = xml.match(paragraphs) ?? [];
				const joined = first.replace("</w:p>", "") + written(" ") + second.replace(/^<w:p>/, "");
				return xml.replace(first, joined).replace(second, "");
			},
			{ unplaced: [rest("joined", "Nobody waved.", "sentence10abcd")] },
		],
		[
			"a paragraph taken out with a trace, mark and all",
			(xml) =>
				change(xml, "Nobody", (one) =>
					one
						.replace(/<w:r>.*<\/w:r>/, deleted("Nobody waved.", "Ana Silva", at))
						.replace(
							"<w:p>",
							`<w:p><w:pPr><w:rPr><w:del w:id="8" w:author="Ana Silva" w:date="${at}"/></w:rPr></w:pPr>`,
						),
				),
			{ unplaced: [rest("removed", "Nobody waved.", "sentence10abcd")] },
		],
		[
			"a title is told",
			(xml) => xml.replace("A walk along the old canal", "A walk"),
			{ unplaced: [rest("head", "A walk", null)] },
		],
		[
			"looks alone are counted",
			(xml) =>
				xml.replace(
					'<w:r><w:t xml:space="preserve">Nobody waved.',
					`<w:r><w:rPr><w:b/><w:rPrChange w:id="7" w:author="Ana Silva" w:date="${at}"><w:rPr/></w:rPrChange></w:rPr><w:t>Nobody waved.`,
				),
			{ relooked: 1 },
		],
		[
			"words moved with a trace are taken out here and brought there",
			(xml) =>
				change(xml, "Nobody", (one) =>
					one.replace(
						/<w:r>.*<\/w:r>/,
						`<w:moveTo w:id="7" w:author="Ana Silva" w:date="${at}">${written("Again ")}</w:moveTo>${written("nobody waved.")}`,
					),
				),
			{ texts: [text("sentence10abcd", "Nobody waved.", "Again nobody waved.", ["Ana Silva"])] },
		],
	])("%s", async (_, edit, found) => {
		const bytes = withPart(await docx.write(article, capabilities), edit);
		expect(await broughtBack(bytes, article)).toEqual({ ...nothing, ...found });
	});

	test("a note that somebody added is told", async () => {
		const relationship =
			'<Relationship Id="rId999" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/footer" Target="footer9.xml"/>';
		let bytes = await docx.write(article, capabilities);
		bytes = withPart(
			bytes,
			(xml) => xml.replace("</Relationships>", `${relationship}</Relationships>`),
			"word/_rels/document.xml.rels",
		);
		bytes = withPart(
			bytes,
			() =>
				`<w:ftr xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${paragraph("Not for release")}</w:ftr>`,
			"word/footer9.xml",
		);
		expect((await broughtBack(bytes, article)).unplaced).toEqual([rest("beside", "Not for release", null)]);
	});

	test("a change in a file with tracked changes is told from those that went out with it", async () => {
		const tracked = articleWith(
			[
				passage(
					[],
					[segment("The canal is wide today.", { draft: "The channel is wide now.", id: "sentence99abcd" })],
				),
			],
			{ identity: { documentId: "document0000000000ab", number: 3 } },
		);
		const bytes = withPart(await docxTracked.write(tracked, capabilities), (xml) =>
			xml.replace(
				/<w:r><w:t[^>]*> is wide <\/w:t><\/w:r>/,
				written(" is ") +
					deleted("wide", "Ana Silva", at) +
					inserted("broad", "Ana Silva", at) +
					written(" "),
			),
		);
		const { texts, ...others } = await broughtBack(bytes, tracked);
		expect(texts).toEqual([
			text("sentence99abcd", "The canal is wide today.", "The canal is broad today.", ["Ana Silva"]),
		]);
		expect(others).toEqual({ answers: [], comments: [], unplaced: [], relooked: 0 });
	});

	test("a change of ours that they rejected is a suggestion without a name", async () => {
		const tracked = articleWith(
			[passage([], [segment("Canal.", { draft: "Channel.", id: "sentence99abcd" })])],
			{
				identity: { documentId: "document0000000000ab", number: 3 },
			},
		);
		const bytes = withPart(await docxTracked.write(tracked, capabilities), (xml) =>
			xml
				.replaceAll(/<w:ins [^>]*>.*?<\/w:ins>/g, "")
				.replaceAll(/<w:del [^>]*>(.*?)<\/w:del>/g, "$1")
				.replaceAll("w:delText", "w:t"),
		);
		expect((await broughtBack(bytes, tracked)).texts).toEqual([text("sentence99abcd", "Canal.", "Channel.")]);
	});
});
