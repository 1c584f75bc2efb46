import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { escapeField } from "#lib/core/formats/formats/tsv.ts";
import { recognise } from "#lib/core/formats/reader-registry.ts";
import { csv } from "#lib/core/formats/readers/csv.ts";
import { fileOf, readWith, refusalOf } from "./read-with.ts";

async function rowsOf(text: string | Uint8Array, name = "a.csv", chunk = 1_000) {
	const { rows, problems, about, shape } = await readWith(csv, fileOf(text, name, chunk));
	return {
		cells: rows.map(({ cells }) => cells),
		lines: rows.map(({ line }) => line),
		problems,
		about,
		shape,
	};
}

describe("fields", () => {
	test.each([
		[
			"commas",
			"a,b\nc,d\n",
			[
				["a", "b"],
				["c", "d"],
			],
		],
		[
			"semicolons",
			"a, x;b\nc, y, z;d",
			[
				["a, x", "b"],
				["c, y, z", "d"],
			],
		],
		[
			"tabs",
			"a, x\tb\nc, y, z\td\n",
			[
				["a, x", "b"],
				["c, y, z", "d"],
			],
		],
		[
			"bars",
			"a|b\nc|d\n",
			[
				["a", "b"],
				["c", "d"],
			],
		],
		["what Excel says", "sep=;\na,b;c\n", [["a,b", "c"]]],
		[
			"quotation marks",
			'"a,b","c ""d"""\n"",e\n',
			[
				["a,b", 'c "d"'],
				["", "e"],
			],
		],
		[
			"line breaks in quotation marks",
			'"a\nb",c\r\n"d\r\ne",f\r\n',
			[
				["a\nb", "c"],
				["d\r\ne", "f"],
			],
		],
		[
			"quotation marks within",
			'a "b" c,d\ne,f"\n',
			[
				['a "b" c', "d"],
				["e", 'f"'],
			],
		],
		[
			"empty fields",
			",\na,\n,b",
			[
				["", ""],
				["a", ""],
				["", "b"],
			],
		],
		[
			"blank lines",
			"a,b\n\n\r\nc,d\n\n",
			[
				["a", "b"],
				["c", "d"],
			],
		],
		[
			"bare carriage returns",
			"a,b\rc,d\r",
			[
				["a", "b"],
				["c", "d"],
			],
		],
		["rows of different lengths", "a,b,c\nd\n", [["a", "b", "c"], ["d"]]],
		["one column", "a\nb\n", [["a"], ["b"]]],
		["a last row without an end", 'a,"b"', [["a", "b"]]],
		["leading and trailing spaces", " a , b\n", [[" a ", " b"]]],
	])("%s, in whatever pieces", async (_name, text, cells) => {
		for (const chunk of [1, 2, 3, 1_000]) {
			const found = await rowsOf(text, "a.csv", chunk);
			expect(found.cells).toEqual(cells);
			expect(found.problems).toEqual([]);
			expect(found.shape).toBe("table");
		}
	});

	test("rows know the line in which they begin", async () => {
		expect((await rowsOf('a,"b\nc"\r\n\r\nd,"e\r\nf"\ng,h')).lines).toEqual([1, 4, 6]);
	});

	test.each([
		["UTF-8 with a mark", new Uint8Array([0xef, 0xbb, 0xbf, 0x61, 0x2c, 0x62]), "UTF-8", ["a", "b"]],
		[
			"UTF-16 of Excel",
			new Uint8Array([0xff, 0xfe, 0x2d, 0x4e, 9, 0, 0x61, 0, 13, 0, 10, 0]),
			"UTF-16LE",
			["中", "a"],
		],
	])("%s", async (_name, bytes, encoding, row) => {
		const { cells, about } = await rowsOf(bytes, "a.csv", 1);
		expect(cells).toEqual([row]);
		expect(about.encoding).toBe(encoding);
	});

	test("GB18030", async () => {
		const line = [0xce, 0xd2, 0xc3, 0xc7, 0xb5, 0xc4, 0x2c, 0x61, 0x62, 0x0a];
		const { cells, about } = await rowsOf(new Uint8Array(Array.from({ length: 40 }, () => line).flat()));
		expect(cells[0]).toEqual(["我们的", "ab"]);
		expect(about.encoding).toBe("GB18030");
	});
});

describe("tables divided by tabs", () => {
	test.each([
		[
			"of ours",
			'a\\tb\\\\\\n\tc\nplain, text\t"quoted"\n',
			[
				["a\tb\\\n", "c"],
				["plain, text", '"quoted"'],
			],
			["escapesUndone"],
		],
		[
			"of a spreadsheet",
			'"a, b"\tc\n"d ""e"""\tf\n',
			[
				["a, b", "c"],
				['d "e"', "f"],
			],
			[],
		],
		[
			"with line breaks in them",
			'"a\nb"\tc\nd, e\tf\n',
			[
				["a\nb", "c"],
				["d, e", "f"],
			],
			[],
		],
		[
			"with paths in them",
			"C:\\temp\\x\tb\nC:\\new\td\n",
			[
				["C:\\temp\\x", "b"],
				["C:\\new", "d"],
			],
			[],
		],
	])("%s", async (_name, text, cells, keys) => {
		const found = await rowsOf(text, "a.tsv");
		expect(found.cells).toEqual(cells);
		expect(found.problems.map(({ key }) => key)).toEqual(keys);
	});

	test("what our own tables hold comes back exactly", async () => {
		const field = fc.oneof(
			fc.string({ unit: "binary", maxLength: 12 }),
			fc.string({
				unit: fc.constantFrom(
					'"',
					",",
					"\t",
					"\n",
					"\r",
					"\\",
					"t",
					"=",
					"'",
					"\u{20000}",
					"\u{f0000}",
					"中",
				),
				maxLength: 12,
			}),
		);
		const storable = field.filter(
			(text) => text.isWellFormed() && !/\p{Cc}/u.test(text.replaceAll(/[\n\t\r]/gu, "")),
		);
		await fc.assert(
			fc.asyncProperty(
				fc.array(fc.tuple(storable, storable), { maxLength: 5 }),
				fc.integer({ min: 1, max: 40 }),
				async (rows, chunk) => {
					// A comma that stands free shows that no spreadsheet wrote this, and Chinese that it is UTF-8.
					const written = [["first, of all", "原文"] as const, ...rows];
					const text = written.map((row) => `${row.map(escapeField).join("\t")}\n`).join("");
					const { cells } = await rowsOf(text, "a.tsv", chunk);
					expect(cells).toEqual(written);
				},
			),
			{ numRuns: 200 },
		);
	});
});

test("what any table with quotation marks holds comes back exactly", async () => {
	const field = fc.string({
		unit: fc.constantFrom('"', ",", ";", "\t", "\n", "\r", "\\", "a", "=", "'", "\u{20000}", "中"),
		maxLength: 8,
	});
	await fc.assert(
		fc.asyncProperty(
			fc.array(fc.tuple(field, field), { minLength: 1, maxLength: 5 }),
			fc.integer({ min: 1, max: 40 }),
			async (rows, chunk) => {
				const text = `sep=,\n${rows.map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(",")).join("\r\n")}`;
				expect((await rowsOf(text, "a.csv", chunk)).cells).toEqual(rows);
			},
		),
		{ numRuns: 200 },
	);
});

describe("what is told and refused", () => {
	test("text after a closing mark", async () => {
		const { cells, problems } = await rowsOf('a,b\n"c"d,e\n');
		expect(cells[1]).toEqual(["cd", "e"]);
		expect(problems).toMatchObject([{ key: "oddQuotes", line: 2, values: { count: 1 } }]);
	});

	test("hidden characters", async () => {
		expect((await rowsOf("a,b\u200b\n")).problems).toMatchObject([{ key: "hiddenCharacters", line: 1 }]);
	});

	test("a mark that is never closed, with the line where it stands", async () => {
		expect(await refusalOf(csv, 'a,b\nc,"d\ne,f\n')).toMatchObject({ key: "openQuote", line: 2 });
	});

	test("bytes of another encoding near the beginning are refused with their place", async () => {
		const file = Buffer.from(`编号,原文\n1,${"灯塔亮了。船来了。".repeat(9)}\n2,x`, "utf8");
		file[file.length - 1] = 0xff;
		expect(await refusalOf(csv, file)).toMatchObject({ key: "foreignBytes", line: 3, column: 3 });
	});

	test("NUL", async () => {
		expect(await refusalOf(csv, `${"a,b\n".repeat(20_000)}c,\u0000\n`)).toMatchObject({
			key: "textNul",
			line: 20_001,
		});
	});

	test("a row with columns without end", async () => {
		expect(await refusalOf(csv, `a,b\n${",".repeat(20_000)}`)).toMatchObject({
			key: "tooManyColumns",
			line: 2,
		});
	});

	test("a field without end, before it fills the memory", async () => {
		const stretch = new TextEncoder().encode("x".repeat(1024 * 1024));
		const file = {
			...fileOf('a,"', "a.csv"),
			async *chunks() {
				yield new TextEncoder().encode('a,"');
				for (let million = 0; million < 1_000; million += 1) yield stretch;
			},
		};
		expect(await refusalOf(csv, file)).toMatchObject({ key: "openQuote", line: 1 });
	});
});

test.each([
	["a.csv", "原文,译文\n", "csv"],
	["a.tsv", "a\tb\n", "csv"],
	["a.txt", "清晨\tmorning\n傍晚\tevening\n夜\tnight\n", "csv"],
	["a.txt", "sep=;\na;b\n", "csv"],
	["a.txt", "One sentence, and another.\nAnd one, more.\n", "txt"],
])("%s that begins with %j is read as %s", (name, text, id) => {
	expect(recognise(fileOf(text, name), text)?.id).toBe(id);
});
