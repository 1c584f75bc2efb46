import { isDeepStrictEqual } from "node:util";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { groupsOf } from "#lib/core/diff/groups.ts";
import type { Row } from "#lib/core/document/model.ts";
import { type Operation, permissionFor } from "#lib/core/document/operations/registry.ts";
import { Replica } from "#lib/core/document/replica.ts";
import { anyAttempts, anyImport } from "./arbitrary.ts";
import {
	confirmed,
	edited,
	example,
	id,
	inverseOf,
	lines,
	perform,
	posted,
	refusalOf,
	segmentOf,
	shape,
	shifted,
	standingOfRow,
} from "./example.ts";
import { agreement, identity, letters, order, wholeness } from "./laws.ts";
import { planTo } from "./random-restore.ts";
import { Session, type Snapshot, same } from "./session.ts";

const look = (replica: Replica): Snapshot => ({
	rows: replica.rows(),
	furniture: [...replica.furniture("source"), ...replica.furniture("target")],
	standings: replica.rows().map((row) => replica.standing(row)),
	description: replica.description,
	order: replica.order,
	stated: [],
});

/** Applies what was done since, then plans going back to before it. */
function planBack(
	replica: Replica,
	since: readonly ((replica: Replica) => Operation)[],
	passages: readonly string[] | null,
) {
	const [number, was] = [replica.number, look(replica)];
	for (const done of since) perform(replica, done(replica));
	let ids = 0;
	const plan = planTo(replica, number, was, passages?.map(id) ?? null, () => id(`x${ids++}`));
	return { was, ...plan };
}

const twoByTwo = ["s1|t1", "s2|t2", "s3|t3", "s4|t4"];
const split = (name: string, made: string) => (replica: Replica) =>
	posted({
		type: "split",
		segment: id(name),
		version: segmentOf(replica, name).version,
		at: 4,
		draftAt: segmentOf(replica, name).draft === null ? null : 4,
		id: id(made),
	});
const merge = (first: string, second: string) => (replica: Replica) =>
	posted({ type: "merge", rows: [shape(replica, first), shape(replica, second)] });
const join = (first: string, second: string) => (replica: Replica) =>
	posted({
		type: "join",
		segments: [id(first), id(second)],
		versions: [segmentOf(replica, first).version, segmentOf(replica, second).version],
		separator: " ",
	});
const edit = (name: string, text: string) => (replica: Replica) => edited(replica, name, text);
const down = (side: "source" | "target", from: string, segment: string) => (replica: Replica) =>
	shifted(replica, side, "down", from, segment);
const move = (first: string, second: string, segment: string) => (replica: Replica) =>
	posted({ type: "move", rows: [shape(replica, first), shape(replica, second)], segment: id(segment) });
const swap = (first: string, second: string) => () =>
	posted({ type: "swap", segments: [id(first), id(second)] });

type Since = readonly ((replica: Replica) => Operation)[];

describe("what comes back of some passages", () => {
	test.each<[string, Since, readonly string[], readonly string[], readonly string[]]>([
		["an edited text", [edit("t2", "Other")], ["B"], ["A s1|t1", "B s2|t2", "C s3|t3", "D s4|t4"], ["t2"]],
		[
			"a sentence that was cut",
			[split("t2", "n1"), edit("n1", "else")],
			["B"],
			["A s1|t1", "B s2|t2", "C s3|t3", "D s4|t4"],
			["t2"],
		],
		[
			"passages that were merged, and their sentences joined",
			[merge("B", "C"), join("t2", "t3")],
			["B"],
			["A s1|t1", "B s2|t2", "C s3|t3", "D s4|t4"],
			["t2", "t3"],
		],
		[
			"a sentence that was moved between two passages that are meant",
			[move("A", "B", "t2")],
			["A", "B"],
			["A s1|t1", "B s2|t2", "C s3|t3", "D s4|t4"],
			[],
		],
		[
			"of a sentence that was moved from a passage that is not meant only its text",
			[move("A", "B", "t2"), edit("t2", "Other"), edit("t1", "First")],
			["A"],
			["A s1|t1 t2", "B s2|", "C s3|t3", "D s4|t4"],
			["t1", "t2"],
		],
		[
			"in the middle of a shift only the text",
			[down("target", "B", "t2"), edit("t2", "Other")],
			["C"],
			["A s1|t1", "B s2|", "C s3|t2", "D s4|t3", "N1 |t4"],
			["t2"],
		],
		[
			"renderings that changed places",
			[merge("A", "B"), swap("t1", "t2")],
			["A"],
			["A s1|t1", "B s2|t2", "C s3|t3", "D s4|t4"],
			[],
		],
		[
			"nothing else",
			[edit("t2", "Other"), edit("t3", "Third")],
			["B"],
			["A s1|t1", "B s2|t2", "C s3|t3", "D s4|t4"],
			["t2"],
		],
	])("%s", (_, since, passages, after, texts) => {
		const replica = example(twoByTwo);
		const { operation } = planBack(replica, since, passages);
		if (!operation) throw new Error("nothing to restore");
		perform(replica, operation);
		expect(lines(replica)).toEqual(after);
		for (const name of texts)
			expect([segmentOf(replica, name).text, segmentOf(replica, name).version]).toEqual([`Text ${name}.`, 1]);
	});
});

test("other passages keep what was done to them", () => {
	const replica = example(twoByTwo);
	const { operation } = planBack(replica, [edit("t2", "Other"), edit("t3", "Third")], ["B"]);
	if (operation) perform(replica, operation);
	expect([segmentOf(replica, "t2").text, segmentOf(replica, "t3").text]).toEqual(["Text t2.", "Third"]);
});

test("a rendering that was typed into an empty passage leaves with it, and one that was taken out comes back", () => {
	const replica = example(["s1|t1", "s2|", "s3|t3"], { t3: "" });
	const since: Since = [
		(r) => posted({ type: "insert", row: shape(r, "B"), segment: id("n1"), text: "New", after: null }),
		(r) => posted({ type: "discard", row: shape(r, "C"), segment: id("t3"), version: 1 }),
	];
	const { operation } = planBack(replica, since, ["B", "C"]);
	if (operation) perform(replica, operation);
	expect(lines(replica)).toEqual(["A s1|t1", "B s2|", "C s3|t3"]);
});

test("a review of what a passage held stands again, and a link that was confirmed", () => {
	const replica = example(twoByTwo);
	perform(replica, confirmed(replica, ["B"], ["link", "review"]));
	const { operation } = planBack(replica, [edit("t2", "Other"), split("t2", "n1")], ["B"]);
	expect(standingOfRow(replica, "B").state).toBe("edited");
	if (operation) perform(replica, operation);
	expect(standingOfRow(replica, "B")).toMatchObject({ state: "reviewed", link: "confirmed" });
});

test("text that leaves says where it lives on, and text that comes back where it was", () => {
	const replica = example(twoByTwo);
	const { operation } = planBack(replica, [split("t2", "n1"), merge("C", "D"), join("t3", "t4")], null);
	expect(operation?.moved).toEqual([
		[id("n1"), 0, id("t2"), 4],
		[id("t3"), 8, id("t4"), 0],
	]);
});

test("it is refused where one of its passages changed since it was seen, and only there", () => {
	for (const [name, expected] of [
		["t2", { refused: "row-changed" }],
		["t3", "applied"],
	] as const) {
		const replica = example(twoByTwo);
		const { operation } = planBack(replica, [edit("t2", "Other")], ["B"]);
		perform(replica, edited(replica, name, "Meanwhile"));
		expect(operation && refusalOf(replica, operation)).toEqual(expected);
	}
});

test.each<[string, Since, string]>([
	["a rendering", [edit("t2", "Other")], "rendering.edit"],
	["a source text", [edit("s2", "Other")], "source.edit"],
	["nothing but the pairing", [move("A", "B", "t2")], "align"],
	["the language of a side", [toTraditional], "document.describe"],
])("bringing back %s needs what changing it needs, and so does taking it back", (_, since, permission) => {
	const replica = example(twoByTwo);
	const { operation } = planBack(replica, since, null);
	if (!operation) throw new Error("nothing to restore");
	const inverse = inverseOf(perform(replica, operation));
	expect([permissionFor(operation, null), permissionFor(inverse, null)]).toEqual([permission, permission]);
});

function toTraditional(replica: Replica): Operation {
	const edits = [[id("s1"), segmentOf(replica, "s1").version, "繁體"]];
	return posted({
		type: "rewrite",
		side: "source",
		edits,
		language: { before: "zh-Hans", after: "zh-Hant" },
	});
}

test("where all is as it was there is nothing to restore", () => {
	const replica = example(twoByTwo);
	const edits = edit("t2", "Other");
	const number = replica.number;
	const was = look(replica);
	perform(replica, inverseOf(perform(replica, edits(replica))));
	expect(planTo(replica, number, was, null, () => id("x")).operation).toBeNull();
});

test("a document of 300 passages of which one changed is restored by one that reads only this one", () => {
	const many = Array.from({ length: 300 }, (_, i) => `s${i}|t${i}`);
	const replica = new Replica();
	perform(replica, importOf(many));
	const { operation } = planBack(replica, [edit("t150", "Other")], null);
	expect(operation?.stretches.map(({ before }) => before.length)).toEqual([1]);
	expect(operation?.written.map(({ text, version }) => [text, version])).toEqual([["Text t150.", 1]]);
});

function importOf(rows: readonly string[]): Operation {
	const sides = rows.map((row) => row.split("|"));
	const side = (at: number) =>
		sides.map((names) => [id(names[at] ?? ""), "body", false, `Text ${names[at]}.`]);
	return posted({
		type: "import",
		description: {
			title: "",
			publishedOn: null,
			publisher: null,
			byline: null,
			sourceLanguage: "zh",
			targetLanguage: "en",
		},
		source: side(0),
		target: side(1),
		origin: { kind: "human" },
		rows: rows.map((_, i) => [id(`R${i}`), 1, 1, null]),
	});
}

test("what a newer version had set aside comes back with where it came from, which had left with that version", () => {
	const replica = example(["s1|t1"]);
	const aside = {
		...{ id: id("f1"), kind: "furniture", paragraphStart: true, text: "Share" },
		...{ version: null, draft: "Share", origin: 1, other: null },
	};
	const newer = perform(
		replica,
		posted({
			type: "update",
			side: "target",
			stretches: [],
			written: [],
			beside: [],
			moved: [],
			furniture: { order: replica.order, before: [], after: [[null, aside]] },
			origin: { at: 1, is: { kind: "machine", engine: "Newer" } },
			order: null,
		}),
	);
	const [number, was] = [replica.number, look(replica)];
	perform(replica, inverseOf(newer));
	expect(replica.description.origins).toHaveLength(1);
	perform(
		replica,
		posted({ ...planTo(replica, number, was, null, () => id("x")).operation, type: "restore" }),
	);
	expect(replica.furniture("target")).toMatchObject([{ text: "Share", origin: 1 }]);
	expect(replica.description.origins).toEqual(was.description.origins);
});

const runs = (count: number) => ({ numRuns: count * Number(process.env["PROPERTY_RUNS"] ?? 1) });
const laws = () => [wholeness, order, letters, identity(), agreement];
const bare = (rows: readonly Row[]) =>
	rows.map(({ source, target }) => ({ source: source.map(unplaced), target: target.map(unplaced) }));
/** Origins may have another place among the document's by now. */
const unplaced = ({ origin: _, ...segment }: Row["source"][number]) => segment;

test("the whole document comes back exactly, whatever happened since, and goes again as exactly", () => {
	fc.assert(
		fc.property(anyImport, anyAttempts(30), fc.nat(9_999), (begin, attempts, pick) => {
			const session = new Session(begin, laws());
			for (const attempt of attempts) session.attempt(attempt);
			const number = 1 + (pick % session.replica.number);
			const was = session.past.get(number);
			const before = session.state;
			if (!was) throw new Error("no such version");
			const { operation } = planTo(session.replica, number, was, null, () => session.newId());
			const entry = operation && session.perform(operation);
			if (operation && !entry?.inverse) throw new Error("refused");
			same(bare(session.state.rows), bare(was.rows), "the passages");
			same(
				session.state.furniture.map(({ text }) => text),
				was.furniture.map(({ text }) => text),
				"what is set aside",
			);
			if (!entry?.inverse) return;
			session.perform(entry.inverse, entry.number);
			same(session.state, before, "taken back");
		}),
		runs(200),
	);
});

test("of some passages every text comes back whole or stays whole, nothing is lost and nothing is in two places", () => {
	fc.assert(
		fc.property(
			anyImport,
			anyAttempts(25),
			fc.nat(9_999),
			fc.array(fc.boolean(), { minLength: 40, maxLength: 40 }),
			(begin, attempts, pick, chosen) => {
				const session = new Session(begin, laws());
				for (const attempt of attempts) session.attempt(attempt);
				const { replica, state: before } = session;
				const number = 1 + (pick % replica.number);
				const was = session.past.get(number);
				if (!was) throw new Error("no such version");
				const passages = before.rows.filter((_, i) => chosen[i % chosen.length]).map((row) => row.id);
				const { operation } = planTo(replica, number, was, passages, () => session.newId());
				const lineage = replica.lineage.filter((entry) => entry.number > number);
				if (!operation) return;
				const entry = session.perform(operation);
				if (!entry?.inverse) throw new Error("refused");
				const present = new Map(everything(session.state.rows).map((s) => [s.id, s]));
				const meant = new Set(passages);
				for (const { after, units } of groupsOf(was.rows, before.rows, lineage, ["source", "target"])) {
					const whole = after.every((row) => meant.has(row.id));
					for (const unit of units) {
						const has = (list: Row["source"]) =>
							list.every((s) => {
								const now = present.get(s.id);
								return now !== undefined && isDeepStrictEqual(unplaced(now), unplaced(s));
							});
						const gone =
							whole && unit.before.length === 0 && !unit.after.some(({ id: one }) => present.has(one));
						const stays =
							unit.after.length > 0 ? has(unit.after) : !unit.before.some(({ id: one }) => present.has(one));
						const back = unit.before.length > 0 && has(unit.before);
						expect(gone || stays || back, JSON.stringify(unit)).toBe(true);
					}
				}
				session.perform(entry.inverse, entry.number);
				same(session.state, before, "taken back");
			},
		),
		runs(200),
	);
});

const everything = (rows: readonly Row[]) => rows.flatMap((row) => [...row.source, ...row.target]);
