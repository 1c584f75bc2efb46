/** A newer version on top of whatever people did: nothing typed is lost, nothing is done twice, everything can be undone. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Segment, Side } from "#lib/core/document/model.ts";
import { type Composed, compose } from "#lib/core/document/newer/compose.ts";
import { decide } from "#lib/core/document/newer/decide.ts";
import { ImportedTexts } from "#lib/core/document/newer/imported-texts.ts";
import { compareVersions, type NewSentence } from "#lib/core/document/newer/version.ts";
import { StoredOperation } from "#lib/core/document/operations/registry.ts";
import { anyAttempts, anyImport } from "../arbitrary.ts";
import { id, imported } from "../example.ts";
import { agreement, identity, letters, order, wholeness } from "../laws.ts";
import { Session, same, stored } from "../session.ts";

test.each<[string, Parameters<typeof decide>[0], string | null, ReturnType<typeof decide>]>([
	["nothing changed", { base: "a", mine: "a", stands: false }, "a", "keep"],
	["only we changed it", { base: "a", mine: "b", stands: true }, "a", "keep"],
	["only they changed it", { base: "a", mine: "a", stands: true }, "c", "take"],
	["both changed it", { base: "a", mine: "b", stands: false }, "c", "hold"],
	["both changed it alike", { base: "a", mine: "b", stands: false }, "b", "keep"],
	["it is gone and nobody cared", { base: "a", mine: "a", stands: false }, null, "drop"],
	["it is gone and we changed it", { base: "a", mine: "b", stands: false }, null, "mark"],
	["it is gone and somebody confirmed it", { base: "a", mine: "a", stands: true }, null, "mark"],
	["it was typed and never imported", { base: null, mine: "b", stands: false }, null, "keep"],
	["it was typed, and now they have another", { base: null, mine: "b", stands: false }, "c", "hold"],
	[
		"it was offered before and not wanted",
		{ base: "a", mine: "b", offered: "c", stands: false },
		"c",
		"keep",
	],
	["it was gone before and wanted", { base: "a", mine: "b", offered: null, stands: false }, null, "keep"],
])("%s", (_, seen, theirs, decision) => {
	expect(decide(seen, theirs)).toBe(decision);
});

/** The segments of a side as they stand, and what a log and its earlier updates say of them. */
class Reader {
	readonly texts: Record<Side, ImportedTexts> = {
		source: new ImportedTexts("source", "zh"),
		target: new ImportedTexts("target", "en"),
	};
	readonly offered = new Map<string, string | null>();
	read = 0;
}

function update(
	session: Session,
	reader: Reader,
	side: Side,
	now: readonly NewSentence[],
	names: () => string,
): Composed {
	const rows = session.replica.rows();
	const imports = new Map<string, string>();
	const baseOf = (segment: Segment) =>
		side === "target" ? segment.draft : (imports.get(segment.id) ?? reader.texts.source.of(segment));
	const version = compareVersions(
		rows.flatMap((row) =>
			row[side].map((s) => ({
				id: s.id,
				base: baseOf(s),
				typed: s.text,
				gone: reader.offered.get(s.id) === null,
			})),
		),
		now,
		side === "source" ? "zh" : "en",
	);
	return compose({
		side,
		rows: rows.map((row) => {
			const { state, link } = session.replica.standing(row);
			return { row, stands: state === "reviewed" || state === "approved" || link === "confirmed" };
		}),
		version,
		baseOf,
		offeredFor: ({ id: name }) => reader.offered.get(name),
		pairsOf: ({ added, others }) =>
			others.map((_, i) => ({
				added: [
					Math.min(i, added.length),
					i === others.length - 1 ? added.length : Math.min(i + 1, added.length),
				],
				others: [i, i + 1],
				confidence: 0.5,
			})),
		origin:
			side === "target"
				? { at: session.replica.description.origins.length, is: { kind: "machine", engine: "Newer" } }
				: null,
		newId: names,
	});
}

/** What the log says, revision by revision. */
function told(session: Session, reader: Reader): void {
	const replay = new Session(session.log[0]?.operation as never, []);
	for (const side of ["source", "target"] as const)
		reader.texts[side] = new ImportedTexts(side, side === "source" ? "zh" : "en");
	const watch = (
		operation: Parameters<ImportedTexts["watch"]>[0],
		applied: Parameters<ImportedTexts["watch"]>[1],
	) => {
		for (const side of ["source", "target"] as const) reader.texts[side].watch(operation, applied);
	};
	const [first] = session.log;
	if (first) watch(first.operation, { rows: replay.replica.rows(), inverse: null });
	for (const { operation } of session.log.slice(1)) {
		const applied = replay.replica.apply(stored(operation));
		if (!("refused" in applied)) watch(operation, applied);
	}
}

/** A newer version of a side: some sentences as they were imported, some reworded, some gone, some new, some moved. */
function newer(texts: readonly string[], seed: number, names: () => string): NewSentence[] {
	let turn = seed;
	const next = () => {
		turn = (turn * 31 + 7) % 1_009;
		return turn;
	};
	const sentence = (text: string): NewSentence => ({
		id: names(),
		kind: "body",
		paragraphStart: next() % 3 === 0,
		text,
	});
	const list = texts.flatMap((text) => {
		switch (next() % 8) {
			case 0:
				return [sentence(`${text} more ${next()}`)];
			case 1:
				return [];
			case 2:
				return [sentence(text), sentence(`New ${next()} words.`)];
			case 3:
				return [[...text].slice(0, 3), [...text].slice(3)]
					.map((letters) => sentence(letters.join("")))
					.filter((s) => s.text.trim() !== "");
			default:
				return text.trim() === "" ? [] : [sentence(text)];
		}
	});
	if (next() % 3 === 0) list.push(...list.splice(0, 2));
	return list.length > 0 ? list : [sentence("All new.")];
}

const acts = [
	"edit",
	"edit",
	"split",
	"join",
	"insert",
	"confirm",
	"move",
	"merge",
	"divide",
	"shift",
	"realign",
	"settle",
	"undo",
] as const;

describe("whatever people did before", () => {
	const laws = () => [wholeness, order, letters, identity(), agreement];
	const anyRounds = fc.array(fc.record({ work: anyAttempts(8), seed: fc.nat(5_000), target: fc.boolean() }), {
		minLength: 1,
		maxLength: 3,
	});

	test("every text that somebody typed is still there, a second time changes nothing where all was taken, and undoing brings all back", () => {
		fc.assert(
			fc.property(anyImport, anyRounds, (begin, rounds) => {
				const session = new Session(begin, laws());
				const reader = new Reader();
				let names = 0;
				const newName = () => id(`z${names++}`);
				for (const { work, seed, target } of rounds) {
					for (const attempt of work)
						session.attempt({ ...attempt, act: acts[attempt.picks[3] % acts.length] ?? "edit" });
					const side: Side = target ? "target" : "source";
					if (session.state.rows.every((row) => row[side].length === 0)) continue;
					told(session, reader);
					const before = session.state;
					const typed = before.rows.flatMap((row) =>
						row[side].filter((s) => (side === "target" ? s.draft : reader.texts.source.of(s)) !== s.text),
					);
					const base = before.rows.flatMap((row) =>
						row[side].map((s) => (side === "target" ? (s.draft ?? s.text) : reader.texts.source.of(s))),
					);
					const version = newer(base, seed, newName);
					const composed = update(session, reader, side, version, newName);
					if (!composed.operation) continue;
					const entry = session.perform(StoredOperation.parse(composed.operation));
					if (!entry) throw new Error(`refused: ${JSON.stringify(composed.operation)}`);
					const texts = session.state.rows.flatMap((row) => row[side].map(({ text }) => text));
					for (const { text } of typed) expect(texts, "what was typed").toContain(text);
					const after = session.state;
					unchangedStay(before, after, composed, side);
					told(session, reader);
					offer(reader, composed);
					const again = update(
						session,
						reader,
						side,
						version.map((s) => ({ ...s, id: newName() })),
						newName,
					);
					const settled = after.rows.every((row) =>
						row[side].every(
							(s) => (s.other?.is ?? "older") === "older" && !typed.some((was) => was.id === s.id),
						),
					);
					if (settled && reader.offered.size === 0) expect(again.changes, "a second time").toEqual([]);
					if (entry.inverse) session.perform(stored(entry.inverse), entry.number);
					same(session.state, before, "taken back");
					const redo = session.log.at(-1)?.inverse;
					if (redo) session.perform(stored(redo), session.log.length);
					same(session.state, after, "done again");
				}
			}),
			{ numRuns: 150 * Number(process.env["PROPERTY_RUNS"] ?? 1) },
		);
	});
});

function offer(reader: Reader, { operation }: Composed): void {
	for (const { id: name, other } of operation?.written ?? []) {
		if (other?.is === "newer") reader.offered.set(name, other.text);
		if (other?.is === "gone") reader.offered.set(name, null);
	}
}

type State = Session["state"];

/** A passage of which nothing is reported is as it was, with whatever was said of it. */
function unchangedStay(before: State, after: State, { operation, changes }: Composed, side: Side): void {
	const reported = new Set(changes.map(({ segment }) => segment));
	const stretched = new Set(operation?.stretches.flatMap((s) => s.before.map((row) => row.id)));
	const places = new Map(after.rows.map((row, i) => [row.id, i]));
	for (const [i, row] of before.rows.entries()) {
		if (stretched.has(row.id)) continue;
		const place = places.get(row.id) ?? -1;
		same(after.rows[place], row, "a passage that the version leaves alone");
		same(after.standings[place], before.standings[i], "and its standing");
		for (const segment of row[side]) expect(reported.has(segment.id)).toBe(false);
	}
}

test("a sentence that changed takes the newer wording, keeps its passage and shows the older", () => {
	const session = new Session(imported(["s1|t1", "s2|t2"], { t1: "The ship came.", t2: "Gulls cried." }), []);
	const sentence = (text: string): NewSentence => ({
		id: id(`n${text.length}`),
		kind: "body",
		paragraphStart: false,
		text,
	});
	let names = 0;
	const composed = update(
		session,
		new Reader(),
		"target",
		[sentence("The ship came late."), sentence("Gulls cried.")],
		() => id(`z${names++}`),
	);
	expect(composed.changes).toMatchObject([
		{ kind: "taken", index: 0, mine: "The ship came.", theirs: "The ship came late." },
	]);
	expect(composed.kept).toBe(1);
	if (composed.operation) session.perform(StoredOperation.parse(composed.operation));
	const [first, second] = session.replica.rows();
	expect(first?.target).toMatchObject([
		{
			text: "The ship came late.",
			draft: "The ship came late.",
			origin: 1,
			other: { is: "older", text: "The ship came." },
		},
	]);
	expect(second?.target[0]).not.toHaveProperty("other");
	expect(session.state.standings).toMatchObject([{ link: "stale" }, { link: "automatic" }]);
});
