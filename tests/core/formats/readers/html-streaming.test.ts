import fc from "fast-check";
import { expect, test } from "vitest";
import { HiddenCharacters } from "#lib/core/formats/hidden-characters.ts";
import { Losses } from "#lib/core/formats/losses.ts";
import type { ReadLine } from "#lib/core/formats/reader.ts";
import { PageWalk } from "#lib/core/formats/readers/html/page-walk.ts";
import { PageParser, parsePage } from "#lib/core/formats/readers/html/tree.ts";

interface Read {
	readonly lines: ReadLine[];
	readonly about: object;
}

function readWhole(markup: string): Read {
	const lines: ReadLine[] = [];
	const walk = new PageWalk({ take: (line) => void lines.push(line) }, new Losses(), new HiddenCharacters());
	walk.advance(parsePage(markup));
	return { lines, about: walk.about() };
}

/** As the pieces of a file come; how often something was read before the end is what `early` counts. */
function readInPieces(markup: string, length: number): Read & { early: number } {
	const lines: ReadLine[] = [];
	const walk = new PageWalk({ take: (line) => void lines.push(line) }, new Losses(), new HiddenCharacters());
	const parser = new PageParser();
	for (let at = 0; at < markup.length; at += length) {
		parser.write(markup.slice(at, at + length));
		walk.advance(parser);
	}
	const early = lines.length;
	parser.end();
	walk.advance(parser);
	return { lines, about: walk.about(), early };
}

const names = [
	"div",
	"p",
	"b",
	"i",
	"a href=/x",
	"span",
	"table",
	"tr",
	"td",
	"ul",
	"li",
	"h2",
	"section",
	"form",
];
const soup = fc
	.array(
		fc.oneof(
			fc.constantFrom(...names).map((name) => `<${name}>`),
			fc.constantFrom(...names).map((name) => `</${name.split(" ")[0]}>`),
			fc.constantFrom(
				"字 ",
				"word",
				"\n",
				" ",
				"<br>",
				"<!-- c -->",
				"&nbsp;",
				"<title>t</title>",
				"<body>",
				"</body>",
			),
		),
		{ maxLength: 40 },
	)
	.map((parts) => parts.join(""));

test("a page read as it comes says what it says at once, however its tags are entangled", () => {
	fc.assert(
		fc.property(soup, fc.integer({ min: 1, max: 40 }), (markup, length) => {
			const { lines, about } = readInPieces(markup, length);
			expect({ lines, about }).toEqual(readWhole(markup));
		}),
		{ numRuns: 2_000 },
	);
});

test("paragraphs are read while the page is still coming, within the elements that pages are built of", () => {
	const part = "<section class=part><h2>Head</h2><ul><li>one<li>two</ul><p>text <b>bold</b></section>";
	const page = `<!doctype html><html><body><div id=page><main>${part.repeat(50)}</main></div></body></html>`;
	const { early, lines } = readInPieces(page, 200);
	expect(lines).toHaveLength(200);
	expect(early).toBeGreaterThan(190);
});
