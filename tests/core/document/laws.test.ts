import fc from "fast-check";
import { test } from "vitest";
import type { Row } from "#lib/core/document/model.ts";
import type { WrittenRow } from "#lib/core/document/operations/side.ts";
import { anyAttempts, anyImport } from "./arbitrary.ts";
import { posted } from "./example.ts";
import { agreement, identity, letters, order, wholeness } from "./laws.ts";
import { type Entry, Session, type Snapshot, same, stored } from "./session.ts";

/** PROPERTY_RUNS=50 runs fifty times as many. */
const runs = (count: number) => ({ numRuns: count * Number(process.env["PROPERTY_RUNS"] ?? 1) });
const laws = () => [wholeness, order, letters, identity(), agreement];

/** Takes the latest step back and does it again, as often as asked, with its own inverse and with the newest by turns. */
function backAndForth(session: Session, before: Snapshot, entry: Entry, times: number): void {
	const after = session.state;
	let done = entry;
	for (let i = 0; i < times; i++) {
		const { inverse } = i % 2 === 0 ? done : entry;
		if (!inverse) return;
		const undo = session.perform(stored(inverse), done.number);
		if (!undo?.inverse) throw new Error(`cannot be taken back at once: ${JSON.stringify(entry)}`);
		same(session.state, before, `taking back ${JSON.stringify(entry.operation)}`);
		const redo = session.perform(stored(undo.inverse), undo.number);
		if (!redo) throw new Error(`cannot be done again at once: ${JSON.stringify(entry)}`);
		same(session.state, after, `doing again ${JSON.stringify(entry.operation)}`);
		done = redo;
	}
}

test("every step taken back gives the state before, done again the state after, and keeps the laws of the document", () => {
	fc.assert(
		fc.property(
			anyImport,
			anyAttempts(14),
			fc.array(fc.nat(3), { minLength: 14, maxLength: 14 }),
			(begin, attempts, cycles) => {
				const session = new Session(begin, laws());
				for (const [i, attempt] of attempts.entries()) {
					const before = session.state;
					const entry = session.attempt(attempt);
					if (entry) backAndForth(session, before, entry, cycles[i] ?? 0);
				}
			},
		),
		runs(150),
	);
});

test("replaying the log as stored gives the same document: rows, furniture, standings, lineage", () => {
	fc.assert(
		fc.property(anyImport, anyAttempts(30), (begin, attempts) => {
			const session = new Session(begin, laws());
			for (const attempt of attempts) session.attempt(attempt);
			const replay = new Session(begin, []);
			for (const { operation } of session.log.slice(1)) replay.perform(stored(operation));
			same(replay.state, session.state, "the state");
			same(replay.replica.number, session.replica.number, "the number");
			same(replay.replica.lineage, session.replica.lineage, "the lineage");
			for (const row of session.state.rows) same(replay.replica.row(row.id), row, "a row by its id");
		}),
		runs(250),
	);
});

test("taking everything back, newest first, gives the document as imported", () => {
	fc.assert(
		fc.property(anyImport, anyAttempts(30), (begin, attempts) => {
			const session = new Session(begin, laws());
			const imported = session.state;
			for (const attempt of attempts) session.attempt(attempt);
			for (const { number, inverse } of session.log.slice(1).toReversed()) {
				if (inverse && !session.perform(inverse, number))
					throw new Error(`revision ${number} cannot be taken back in order`);
			}
			same(session.state, imported, "the state as imported");
		}),
		runs(150),
	);
});

test("a side that comes to a one-sided document and goes again leaves every text, state and statement as it was", () => {
	const around = fc.tuple(anyAttempts(5), anyAttempts(1), anyAttempts(4));
	fc.assert(
		fc.property(anyImport, around, (begin, [before, [attaching], after]) => {
			const rows = begin.rows.map(([id, , t]): WrittenRow => [id, 0, t, null]).filter(([, , t]) => t > 0);
			fc.pre(rows.length > 0 && attaching !== undefined);
			const session = new Session({ ...begin, source: [], rows }, laws());
			for (const row of session.state.rows) session.perform(confirmation(row, ["review"]));
			for (const attempt of before)
				session.attempt({ ...attempt, act: oneSidedActs[attempt.picks[3] % 4] ?? "edit" });
			const was = session.state;
			const attached = session.attempt({ ...attaching, act: "attach" });
			if (!attached?.inverse) return;
			same(texts(session.state.rows), texts(was.rows), "the texts");
			backAndForth(session, was, attached, 2);
			for (const attempt of after) session.attempt({ ...attempt, act: "edit" });
			const edited = texts(session.state.rows);
			session.perform(attached.inverse);
			same(texts(session.state.rows), edited, "later edits");
		}),
		runs(100),
	);
});

const oneSidedActs = ["edit", "split", "merge", "confirm"] as const;
const texts = (rows: readonly Row[]) =>
	rows.flatMap((row) => row.target.map((s) => [s.id, s.text, s.version]));

test("revisions taken back in any order are refused or lose nothing: every letter, id and untouched row stays", () => {
	const acts = [
		"merge",
		"divide",
		"move",
		"shift",
		"realign",
		"split",
		"join",
		"insert",
		"undo",
		"undoAny",
		"undoAny",
		"undoAny",
	] as const;
	fc.assert(
		fc.property(anyImport, anyAttempts(50), (begin, attempts) => {
			const session = new Session(begin, laws());
			for (const attempt of attempts)
				session.attempt({ ...attempt, act: acts[attempt.picks[3] % acts.length] ?? "merge" });
		}),
		runs(150),
	);
});

test("shifts upon shifts leave every statement alone: taken back in order, each standing returns", () => {
	const shifts = anyAttempts(12).map((attempts) =>
		attempts.map((attempt) => ({ ...attempt, act: "shift" as const })),
	);
	fc.assert(
		fc.property(
			anyImport,
			shifts,
			fc.array(fc.constantFrom("link", "review", "approval"), { minLength: 1, maxLength: 3 }),
			(begin, attempts, kinds) => {
				const session = new Session(begin, laws());
				for (const row of session.state.rows.filter((_, i) => i % 2 === 0))
					session.perform(confirmation(row, kinds));
				const [stated, first] = [session.state.stated, session.log.length];
				const states = [session.state];
				for (const attempt of attempts) if (session.attempt(attempt)) states.push(session.state);
				same(session.state.stated, stated, "what people stated");
				for (const { inverse } of session.log.slice(first).toReversed()) {
					states.pop();
					if (!inverse || !session.perform(inverse)) throw new Error("a shift cannot be taken back");
					same(session.state, states.at(-1), "the state before the shift");
				}
			},
		),
		runs(200),
	);
});

const confirmation = (row: Row, kinds: readonly string[]) =>
	posted({
		type: "confirm",
		kinds,
		rows: [
			{
				id: row.id,
				source: row.source.map((s) => [s.id, s.version]),
				target: row.target.map((s) => [s.id, s.version]),
			},
		],
	});
