import { expect, test } from "vitest";
import { segmentText } from "#lib/core/reading/segment-text.ts";

const page = `\uFEFFHarbour opens a room\r\n\r\nThe room opened on Monday. It holds forty crews.\r\n“Come in!” the master said. They came.\r\n`;

test("segments carry kind and paragraph start; titles are not cut", () => {
	const { segments, paragraphs } = segmentText(page, { paragraphs: "line", language: "en" });
	expect(segments).toEqual([
		{ kind: "title", paragraphStart: true, text: "Harbour opens a room" },
		{ kind: "body", paragraphStart: true, text: "The room opened on Monday." },
		{ kind: "body", paragraphStart: false, text: "It holds forty crews." },
		{ kind: "body", paragraphStart: true, text: "“Come in!” the master said." },
		{ kind: "body", paragraphStart: false, text: "They came." },
	]);
	expect(paragraphs.map(({ line, kind, segments: count }) => [line, kind, count])).toEqual([
		[1, "title", 1],
		[3, "body", 2],
		[4, "body", 2],
	]);
});

test("kinds that a person chose win over the guess", () => {
	const { segments } = segmentText(page, {
		paragraphs: "line",
		language: "en",
		kinds: { 0: "furniture", 1: "caption" },
	});
	expect(segments.map(({ kind, text }) => [kind, text]).slice(0, 2)).toEqual([
		["furniture", "Harbour opens a room"],
		["caption", "The room opened on Monday. It holds forty crews."],
	]);
});

test("a Chinese side is cut by Chinese rules", () => {
	const { segments } = segmentText("房间开放了。里面有四十个座位。", {
		paragraphs: "blank-line",
		language: "zh-Hans",
	});
	expect(segments.map(({ text }) => text)).toEqual(["房间开放了。", "里面有四十个座位。"]);
});

test("an empty text has no segments", () => {
	expect(segmentText(" \n　\n", { paragraphs: "line", language: "en" })).toEqual({
		segments: [],
		paragraphs: [],
		codes: [],
	});
});
