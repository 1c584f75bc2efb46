import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { maxRowsPerOperation } from "#lib/core/document/operations/contract.ts";
import {
	forbiddenFields,
	freshIds,
	type Operation,
	operations,
	PostedOperation,
	permissionFor,
	StoredOperation,
	scopeOf,
} from "#lib/core/document/operations/registry.ts";
import refusals from "#lib/messages/en/refusals.json" with { type: "json" };
import { goldenLogs } from "./golden.ts";

const core = new URL("../../../lib/core/document/", import.meta.url);
const server = new URL("../../../lib/server/", import.meta.url);
const folder = new URL("operations/", core);
const notOperations = [
	"across.ts",
	"other.ts",
	"update-rows.ts",
	"contract.ts",
	"registry.ts",
	"side.ts",
	"carried.ts",
];
const files = readdirSync(folder).filter((file) => !notOperations.includes(file));

/** Every stored operation of the golden logs. */
const stored = [...goldenLogs().values()].flatMap(({ log }) =>
	log.map((text): Record<string, unknown> => JSON.parse(text)),
);
const byType = (type: string) => stored.filter((operation) => operation["type"] === type);
const kindOf = (type: unknown) => operations.find((kind) => kind.type === type);

test.each(files)("%s: every operation in it is in the registry and can be stored", async (file) => {
	const exported = Object.values((await import(new URL(file, folder).href)) as Record<string, unknown>);
	const kinds = exported.filter(
		(value) => typeof value === "object" && value !== null && "apply" in value && "scope" in value,
	);
	expect(kinds.length).toBeGreaterThan(0);
	for (const kind of kinds) expect(operations).toContain(kind);
});

test("every operation of the registry has its own name, and stored ones are exactly these", () => {
	const types = operations.map((kind) => kind.type);
	expect(new Set(types).size).toBe(types.length);
	expect(StoredOperation.options.map((option) => option.shape.type.value).sort()).toEqual([...types].sort());
});

test.each(operations.filter((kind) => kind.inverseOnly === null).map((kind) => kind.type))(
	"clients may not send %s",
	(type) => {
		const examples = byType(type);
		expect(examples.length).toBeGreaterThan(0);
		for (const example of examples) {
			expect(StoredOperation.safeParse(example).success).toBe(true);
			expect(PostedOperation.safeParse(example).error?.issues).toMatchObject([
				{ path: ["type"], message: "not-for-clients" },
			]);
		}
	},
);

const posted = operations.filter((kind) => kind.inverseOnly !== null);

test.each(posted.map((kind) => kind.type))(
	"clients may send %s, without the fields that only undoing carries",
	(type) => {
		const kind = kindOf(type);
		const inverseOnly: readonly string[] = kind?.inverseOnly ?? [];
		for (const field of inverseOnly) expect(Object.keys(kind?.schema.shape ?? {})).toContain(field);
		for (const example of byType(type)) {
			expect(forbiddenFields(example).toSorted()).toEqual(
				inverseOnly.filter((field) => field in example).toSorted(),
			);
			const bare = Object.fromEntries(
				Object.entries(example).filter(([field]) => !inverseOnly.includes(field)),
			);
			expect(forbiddenFields(bare)).toEqual([]);
			expect(PostedOperation.safeParse(bare).success).toBe(true);
		}
	},
);

test("whatever only restores something (as, order after a change, put back, a separator taken out) is closed to clients", () => {
	for (const kind of posted) {
		const restoring = Object.keys(kind.schema.shape).filter(
			(field) => field === "as" || field === "putBack" || (field === "order" && kind.type !== "shift"),
		);
		expect(kind.inverseOnly, kind.type).toEqual(expect.arrayContaining(restoring));
	}
});

test.each<[string, string]>([
	["an unknown field", '{"type":"edit","segment":"t1xxxxxxxxxx","version":1,"text":"x","more":1}'],
	["an unknown type", '{"type":"burn","segment":"t1xxxxxxxxxx"}'],
	["a prototype", '{"type":"edit","segment":"t1xxxxxxxxxx","version":1,"text":"x","__proto__":{"a":1}}'],
	["an object where a string belongs", '{"type":"edit","segment":{"a":1},"version":1,"text":"x"}'],
	[
		"another version of the operation",
		'{"type":"edit","v":2,"segment":"t1xxxxxxxxxx","version":1,"text":"x"}',
	],
	["an id with a space in it", '{"type":"edit","segment":"t1 xxxxxxxxxx","version":1,"text":"x"}'],
	["an id with a line break behind it", '{"type":"edit","segment":"t1xxxxxxxxxx\\n","version":1,"text":"x"}'],
	["half a surrogate pair", '{"type":"edit","segment":"t1xxxxxxxxxx","version":1,"text":"\\ud800"}'],
	["NUL", '{"type":"edit","segment":"t1xxxxxxxxxx","version":1,"text":"a\\u0000"}'],
	[
		"a separator that is half a pair",
		'{"type":"join","segments":["t1xxxxxxxxxx","t2xxxxxxxxxx"],"versions":[1,1],"separator":"\\ud800"}',
	],
	[
		"a separator that says something",
		'{"type":"join","segments":["t1xxxxxxxxxx","t2xxxxxxxxxx"],"versions":[1,1],"separator":" not "}',
	],
	[
		"a separator with NUL",
		'{"type":"join","segments":["t1xxxxxxxxxx","t2xxxxxxxxxx"],"versions":[1,1],"separator":"\\u0000"}',
	],
	["a version that is no whole number", '{"type":"edit","segment":"t1xxxxxxxxxx","version":1.5,"text":"x"}'],
	["a label with NUL", '{"type":"label","number":1,"before":null,"after":"a\\u0000"}'],
	[
		"an engine with NUL",
		'{"type":"origin","index":0,"before":{"kind":"human"},"after":{"kind":"machine","engine":"a\\u0000"}}',
	],
	[
		"an engine with half a pair",
		'{"type":"origin","index":0,"before":{"kind":"human"},"after":{"kind":"machine","engine":"a\\udc00"}}',
	],
	[
		"too many passages",
		JSON.stringify({
			type: "confirm",
			kinds: ["link"],
			rows: Array.from({ length: maxRowsPerOperation + 1 }, () => ({
				id: "Axxxxxxxxxxx",
				source: [],
				target: [],
			})),
		}),
	],
])("an operation with %s is not valid", (_, json) => {
	expect(PostedOperation.safeParse(JSON.parse(json)).success).toBe(false);
});

test("operations that make something name the ids they need, and each says what it needs and who may ask", () => {
	const fresh = (type: string) =>
		stored.filter((o) => o["type"] === type && o["as"] == null).map((o) => freshIds(o as Operation));
	expect(fresh("split")[0]).toEqual(["n1xxxxxxxxxx"]);
	expect(fresh("divide")[0]).toEqual(["Nxxxxxxxxxxx"]);
	expect(fresh("insert")[0]).toEqual(["n1xxxxxxxxxx"]);
	expect(fresh("shift").flat().length).toBeGreaterThan(0);
	const rights = stored.map((o) =>
		[`${o["type"]}`, scopeOf(o as Operation).kind, permissionFor(o as Operation, "target")].join(" "),
	);
	expect([...new Set(rights)].sort()).toMatchInlineSnapshot(`
		[
		  "affirm run review",
		  "assert rows review",
		  "attach all document.import",
		  "carry neighbours align",
		  "clear all rendering.edit",
		  "confirm rows approve",
		  "confirm rows review",
		  "describe none document.describe",
		  "detach all document.import",
		  "disavow run review",
		  "discard rows rendering.edit",
		  "divide rows align",
		  "edit segments rendering.edit",
		  "fill all rendering.edit",
		  "import all document.import",
		  "insert rows rendering.edit",
		  "join segments align",
		  "label none document.describe",
		  "merge neighbours align",
		  "move neighbours align",
		  "origin none document.describe",
		  "paragraph segments align",
		  "realign from align",
		  "remove rows rendering.edit",
		  "restore neighbours rendering.edit",
		  "rewrite all document.describe",
		  "rewrite each rendering.edit",
		  "rewrite each source.edit",
		  "settle segments rendering.edit",
		  "shift from align",
		  "split segments align",
		  "swap segments align",
		  "update all document.import",
		  "withdraw rows review",
		]
	`);
});

test.each([
	[["link", "review"], "review"],
	[["approval"], "approve"],
	[["link", "review", "approval"], "approve"],
] as const)(
	"stating %j, taking it back and stating it again are for those who may %s",
	(kinds, permission) => {
		const rows = [{ id: "Axxxxxxxxxxx", source: [], target: [] }];
		const said = rows.map((row) => ({ ...row, kinds }));
		const operations = [
			{ type: "confirm", kinds, rows },
			{ type: "withdraw", rows: said },
			{ type: "assert", rows: said },
		];
		expect(operations.map((operation) => permissionFor(StoredOperation.parse(operation), null))).toEqual([
			permission,
			permission,
			permission,
		]);
	},
);

test("every refusal has its sentence, and every sentence a refusal that says it", () => {
	const said = sourcesIn(core).flatMap((source) =>
		[...source.matchAll(/refused: ([^,}]*"[a-z-]+")/g)].flatMap((match) => quoted(match[1] ?? "")),
	);
	expect(said.length).toBeGreaterThan(40);
	const elsewhere = sourcesIn(server).flatMap((source) =>
		[...source.matchAll(/"refusals\.([a-z-]+)"/g)].map((match) => match[1]),
	);
	expect(Object.keys(refusals).sort()).toEqual([...new Set([...said, ...elsewhere])].sort());
});

const quoted = (text: string) => [...text.matchAll(/"([a-z-]+)"/g)].map((match) => match[1]);

function sourcesIn(place: URL): string[] {
	const names = readdirSync(place, { recursive: true, encoding: "utf8" }).filter((file) =>
		file.endsWith(".ts"),
	);
	return names.map((file) => readFileSync(new URL(file, place), "utf8"));
}
