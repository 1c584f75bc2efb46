import { fromMarkdown } from "mdast-util-from-markdown";
import { frontmatterFromMarkdown } from "mdast-util-frontmatter";
import { gfmFromMarkdown } from "mdast-util-gfm";
import { frontmatter } from "micromark-extension-frontmatter";
import { gfm } from "micromark-extension-gfm";
import { extensionOf } from "../extension.ts";
import { HiddenCharacters } from "../hidden-characters.ts";
import { Losses } from "../losses.ts";
import { markCharacters, plainText } from "../marked-text.ts";
import { type Reader, type ReadLine, ReadRefusal, type ReadSink } from "../reader.ts";
import { findEncoding, wholeText } from "../text-file.ts";
import { readFrontMatter } from "./markdown/front-matter.ts";
import { MarkdownWalk } from "./markdown/markdown-walk.ts";
import { cutMarkdown } from "./markdown/pieces.ts";

/** Bytes. Half a megabyte is parsed in a second. */
const largestFile = 16 * 1024 * 1024;

const describesItself =
	/^---\r?\n(?:[^\n]*\n){0,30}?(?:title|author|date)\s*:[^\n]*\n(?:[^\n]*\n){0,30}?---\r?\n/iu;

/** CommonMark with GitHub's tables, footnotes and strike-through, and a description in YAML or TOML above the text. */
export const markdown: Reader = {
	id: "markdown",
	extensions: ["md", "markdown", "mkd", "mdown"],
	messageKey: "formats.markdown",
	recognises(file, text) {
		const named = markdown.extensions.includes(extensionOf(file.name));
		if (text === null) return named ? 1 : 0;
		return named || describesItself.test(text) ? 2 : 0;
	},
	async read(file, sink, capabilities) {
		const { encoding } = await findEncoding(file, sink, capabilities);
		const text = await wholeText(file, encoding, capabilities, largestFile);
		const pieces = cutMarkdown(text);
		const losses = new Losses();
		const hidden = new HiddenCharacters();
		const titled = new DeclaredTitle(sink);
		const walk = new MarkdownWalk(titled, losses, hidden);
		for (const [index, piece] of pieces.entries()) {
			const root = parse(piece.text, piece.line);
			const [first] = root.children;
			if (index === 0 && (first?.type === "yaml" || String(first?.type) === "toml")) {
				titled.declare(piece.text, sink, losses);
			}
			walk.run(root, piece);
			capabilities.progress(Math.round((file.size * (index + 1)) / pieces.length), file.size);
		}
		titled.end();
		losses.tell(sink);
		hidden.tell(sink);
		return "text";
	},
};

function parse(text: string, line: number): ReturnType<typeof fromMarkdown> {
	try {
		return fromMarkdown(text, {
			extensions: [...(line === 1 ? [frontmatter(["yaml", "toml"])] : []), gfm({ singleTilde: false })],
			mdastExtensions: [frontmatterFromMarkdown(["yaml", "toml"]), gfmFromMarkdown()],
		});
	} catch (error) {
		// The stack ends before nesting does
		if (error instanceof RangeError) throw new ReadRefusal("markdownTooDeep", { limit: 50 }, line);
		throw error;
	}
}

/** Sends the title above the text as a line, unless the text begins with it. */
class DeclaredTitle implements Pick<ReadSink, "line"> {
	readonly #sink: Pick<ReadSink, "line">;
	#waiting: ReadLine | null = null;

	constructor(sink: Pick<ReadSink, "line">) {
		this.#sink = sink;
	}

	declare(text: string, sink: ReadSink, losses: Losses): void {
		const inner = /^(?:-{3}|\+{3})[ \t]*\r?\n([\s\S]*?)\r?\n(?:-{3}|\+{3})/u.exec(text)?.[1] ?? "";
		const { about, titleLine } = readFrontMatter(inner, 2, losses);
		sink.about(about);
		if (about.title !== undefined)
			this.#waiting = { line: titleLine + 2, ...markCharacters(about.title), hint: { title: true } };
	}

	line(line: ReadLine): void {
		const title = this.#waiting;
		this.#waiting = null;
		if (title !== null && plainText(line) !== plainText(title)) this.#sink.line(title);
		this.#sink.line(line);
	}

	end(): void {
		if (this.#waiting !== null) this.#sink.line(this.#waiting);
		this.#waiting = null;
	}
}
