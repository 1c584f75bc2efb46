/**
 * A Word file with the changes from a machine's wording to the final one:  npm run bench -- word FOLDER [OUTPUT]
 * FOLDER holds machine.en, reference.en and source.zh in lines that correspond. Rejecting all is held against the
 * machine's lines, accepting all against the others, line by line; brought back as it is a file suggests nothing. OUTPUT
 * keeps the files to look at elsewhere.
 */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import type { Deliverable, DeliverPassage, DeliverSegment } from "#lib/core/formats/deliverable.ts";
import { docxTracked } from "#lib/core/formats/formats/docx-tracked.ts";
import { capabilities } from "#tests/core/formats/capabilities.ts";
import { broughtBack } from "#tests/core/formats/word/returning.ts";
import { readRows, readWord } from "#tests/core/formats/word-reading.ts";
import { unzipped } from "#tests/core/formats/zip.ts";
import { table } from "./load/figures.ts";

const [folder = "../shared/corpora/wmt22-zh-en", output] = process.argv.slice(
	process.argv[2] === "word" ? 3 : 2,
);
const linesOf = (name: string) =>
	readFileSync(join(resolve(folder), name), "utf8")
		.replace(/\n$/, "")
		.split("\n");
const [machine, reference, source] = [linesOf("machine.en"), linesOf("reference.en"), linesOf("source.zh")];

const passages = machine.map((draft, index): DeliverPassage => {
	const number = String(index).padStart(8, "0");
	const text = reference[index] ?? "";
	const at = new Date(Date.UTC(2024, 0, 1) + index * 60_000).toISOString();
	const author = index % 3 === 0 ? "Omar Reyes" : "Lin Wen";
	const side = { kind: "body", paragraphStart: true, draftOrigin: null } as const;
	const rendering: DeliverSegment = {
		...side,
		id: `target${number}`,
		text,
		draft,
		history: [{ text, author, at }],
	};
	const original = { ...side, id: `source${number}`, text: source[index] ?? "", draft: null, history: [] };
	return {
		id: `passage${number}`,
		number: index + 1,
		source: [original],
		target: [rendering],
		state: "edited",
		link: "confirmed",
	};
});
const article: Deliverable = {
	title: "",
	publishedOn: null,
	publisher: null,
	byline: null,
	sourceLanguage: "zh-Hans",
	targetLanguage: "en",
	passages,
	identity: { documentId: "document0000000000ab", number: 2 },
};

const figures: string[][] = [
	[
		"",
		"ms",
		"KiB",
		"changes",
		"rejected = machine",
		"accepted = reference",
		"brought back, ms",
		"suggestions",
	],
];
for (const layout of ["article", "columns"] as const) {
	const began = performance.now();
	const bytes = await docxTracked.write({ ...article, layout }, capabilities);
	const took = performance.now() - began;
	const read = (changes: "accept" | "reject") =>
		layout === "article"
			? readWord(bytes, changes).map(({ text }) => text)
			: readRows(bytes, changes)
					.slice(1)
					.map(([, target]) => target?.join("\n") ?? "");
	const same = (texts: readonly string[], wanted: readonly string[]) =>
		`${wanted.filter((line, index) => texts[index] === line).length} of ${wanted.length}${texts.length === wanted.length ? "" : `, ${texts.length} there`}`;
	const changes = unzipped(bytes, "word/document.xml").match(/<w:(?:ins|del) /g)?.length ?? 0;
	const back = performance.now();
	const plan = await broughtBack(bytes, { ...article, layout });
	const tookBack = performance.now() - back;
	figures.push([
		layout,
		took.toFixed(0),
		(bytes.length / 1024).toFixed(0),
		String(changes),
		same(read("reject"), machine),
		same(read("accept"), reference),
		tookBack.toFixed(0),
		String(plan.texts.length + plan.unplaced.length),
	]);
	if (output === undefined) continue;
	mkdirSync(output, { recursive: true });
	writeFileSync(join(output, `${layout}.docx`), bytes);
}
console.log(table(figures));
