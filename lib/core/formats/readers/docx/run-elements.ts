import type { PartTag } from "../office/read-part.ts";
import type { Story } from "./story.ts";
import { symbolCharacter } from "./symbols.ts";

type Handler = (story: Story, tag: PartTag) => void;

/** Drawings whose text is in parts of their own. */
const drawnElsewhere = /\/(?:chart|chartex|diagram)$/u;

/** What the elements inside paragraphs do, by name. All others are only gone through. */
export const runElements: Readonly<Record<string, Handler>> = {
	"w:r": ({ paragraph }) => paragraph?.startRun(),
	"w:t": (story) => {
		story.capture = (text) => write(story, text);
	},
	"w:instrText": (story) => {
		story.capture = (text) => story.fields.instruct(text);
	},
	"w:tab": (story) => write(story, "\t"),
	"w:ptab": (story) => write(story, "\t"),
	"w:noBreakHyphen": (story) => write(story, "\u{2011}"),
	"w:softHyphen": (story) => write(story, "\u{ad}"),
	"w:br": writeBreak,
	"w:cr": writeBreak,
	"w:sym": (story, tag) => {
		const character = symbolCharacter(tag.attribute("w:font") ?? "", tag.attribute("w:char") ?? "");
		if (character === null) story.surroundings.losses.add("docxSymbols", story.line);
		write(story, character ?? "\u{fffd}");
	},
	"w:fldChar": (story, tag) => {
		const type = tag.attribute("w:fldCharType");
		if (type === "begin") story.fields.begin();
		else if (type === "end" && story.fields.end()) story.paragraph?.endLink();
		else if (type === "separate") {
			const address = story.fields.separate();
			if (address !== null) story.paragraph?.startLink(address);
		}
	},
	"w:hyperlink": (story, tag) => {
		const address = story.surroundings.address(tag.attribute("r:id") ?? "");
		const anchor = tag.attribute("w:anchor") ?? "";
		// Word names the places that its own contents and references lead to with an underscore.
		const place = anchor === "" || anchor.startsWith("_") ? "" : `#${anchor}`;
		const value = (address ?? "") + place;
		if (value !== "") story.paragraph?.startLink(value);
	},
	"w:footnoteReference": (story, tag) => writeNote(story, tag, "footnote"),
	"w:endnoteReference": (story, tag) => writeNote(story, tag, "endnote"),
	"w:commentReference": (story, tag) => {
		story.paragraph?.comments.push(tag.attribute("w:id") ?? "");
	},
	"wp:docPr": (story, tag) => {
		story.picture = tag.attribute("descr") || tag.attribute("name") || "";
	},
	"v:shape": (story, tag) => {
		story.picture = tag.attribute("alt") ?? "";
	},
	"a:blip": writePicture,
	"v:imagedata": writePicture,
	"a:graphicData": (story, tag) => {
		if (drawnElsewhere.test(tag.attribute("uri") ?? ""))
			story.surroundings.losses.add("docxDrawings", story.line);
	},
	"w:object": (story) => {
		story.surroundings.losses.add("docxObjects", story.line);
		story.skip();
	},
	"w:altChunk": (story) => story.surroundings.losses.add("docxChunks", Math.max(story.line, 1)),
	"w:subDoc": (story) => story.surroundings.losses.add("docxChunks", Math.max(story.line, 1)),
	"w:ruby": (story) => story.surroundings.losses.add("docxRuby", story.line),
	"m:oMath": (story) => {
		story.surroundings.losses.add("docxFormulas", story.line);
		story.paragraph?.code({ kind: "other", part: "alone", value: "" });
	},
	"m:t": (story) => {
		story.capture = (text) => {
			const last = story.paragraph?.pieces.at(-1);
			if (last?.is !== "code" || last.code.kind !== "other") return;
			const value = (last.code.value ?? "") + text;
			story.paragraph?.pieces.splice(-1, 1, { is: "code", code: { ...last.code, value } });
		};
	},
};

function write(story: Story, text: string): void {
	const { paragraph, surroundings } = story;
	if (!paragraph) throw story.broken("w:t outside of w:p");
	if (!story.fields.showing) story.unshown = true;
	else if (paragraph.hidden) surroundings.losses.add("docxHidden", paragraph.line);
	else paragraph.text(text);
}

function writeBreak(story: Story): void {
	if (story.paragraph && !story.paragraph.hidden && story.fields.showing)
		story.paragraph.code({ kind: "break", part: "alone" });
}

function writePicture(story: Story): void {
	story.surroundings.losses.add("docxPictures", Math.max(story.line, 1));
	story.paragraph?.code({ kind: "image", part: "alone", value: story.picture });
	story.picture = "";
}

function writeNote(story: Story, tag: PartTag, kind: "footnote" | "endnote"): void {
	const id = tag.attribute("w:id") ?? "";
	const value = story.surroundings.markOfNote(kind, id);
	story.paragraph?.code({ kind: "footnote", part: "alone", value });
}
