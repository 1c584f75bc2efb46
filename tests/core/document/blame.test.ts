/** Who wrote each word, held against every character's own way through random histories. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { diffWords } from "#lib/core/diff/words.ts";
import { SegmentBlame } from "#lib/core/document/blame/blame-segments.ts";
import type { Segment } from "#lib/core/document/model.ts";
import type { Import } from "#lib/core/document/operations/import.ts";
import type { Operation } from "#lib/core/document/operations/registry.ts";
import { type Attempt, anyAttempts, anyImport } from "./arbitrary.ts";
import { id, imported, posted, segmentOf } from "./example.ts";
import { type Entry, Session, type Snapshot } from "./session.ts";

const everything = ({ rows, furniture }: Snapshot) => [
	...rows.flatMap((row) => [...row.source, ...row.target]),
	...furniture,
];
const kin = (session: Session, first: string): Set<string> => {
	const found = new Set([first]);
	for (let size = 0; size < found.size; ) {
		size = found.size;
		for (const { fromId, toId } of session.replica.lineage)
			if (found.has(fromId) || found.has(toId)) found.add(fromId).add(toId);
	}
	return found;
};

/** "12" for what revision 12 wrote and "draft 1" for what came with it, for each UTF-16 unit of a text. */
function told(session: Session, segment: Segment): string[] {
	const wanted = kin(session, segment.id);
	const present = everything(session.state).filter((one) => wanted.has(one.id));
	const blame = new SegmentBlame(
		wanted,
		present.map((one) => [one.id, one]),
	);
	for (const entry of session.log.toReversed()) blame.take(entry);
	return (blame.tell("en", () => 0).get(segment.id) ?? []).flatMap(({ start, end, by }) =>
		new Array<string>(end - start).fill(`${by.is === "draft" ? "draft " : ""}${by.revision}`),
	);
}

interface Told {
	readonly text: string;
	readonly units: readonly string[];
}

/** Every character of every text that there ever was, with the revision that it came with. */
class Characters {
	readonly #byName = new Map<string, readonly string[]>();
	#before = new Map<string, Told>();

	of({ id, version }: Segment): readonly string[] {
		return this.#byName.get(`${id}@${version}`) ?? [];
	}

	follow(entry: Entry, after: Snapshot): void {
		const now = new Map<string, Told>();
		for (const segment of everything(after)) {
			const name = `${segment.id}@${segment.version}`;
			const units = this.#byName.get(name) ?? this.#came(entry, segment);
			this.#byName.set(name, units);
			now.set(segment.id, { text: segment.text, units });
		}
		this.#before = now;
	}

	#came({ number, operation }: Entry, segment: Segment): readonly string[] {
		const draft = () => new Array<string>(segment.text.length).fill(`draft ${number}`);
		const before = this.#before.get(segment.id);
		switch (operation.type) {
			case "import":
			case "attach":
			case "fill":
				return draft();
			case "split": {
				const units = this.#before.get(operation.segment)?.units ?? [];
				return segment.id === operation.id
					? units.slice(operation.at + operation.separator.length)
					: units.slice(0, operation.at);
			}
			case "join": {
				const blanks = new Array<string>(operation.separator.length).fill(`${number}`);
				const [first, second] = operation.segments.map((one) => this.#before.get(one)?.units ?? []);
				return [...(first ?? []), ...blanks, ...(second ?? [])];
			}
			case "update": {
				const homes = operation.moved.flatMap(([from, to]) =>
					to === segment.id ? (this.#before.get(from) ?? []) : [],
				);
				const old = before ? [before] : homes;
				if (segment.draft === segment.text || (segment.draft === null && old.length === 0)) return draft();
				return compared(old, segment.text, number);
			}
			case "settle":
				if (segment.draft === segment.text && segment.text !== before?.text) return draft();
		}
		return compared(before ? [before] : [], segment.text, number);
	}
}

function compared(old: readonly Told[], text: string, number: number): string[] {
	const units = old.flatMap((one) => one.units);
	return diffWords(old.map((one) => one.text).join(""), text, "en").flatMap((change) => {
		const own = change.kind === "inserted" ? [] : units.splice(0, change.text.length);
		if (change.kind === "same") return own;
		return change.kind === "deleted" ? [] : new Array<string>(change.text.length).fill(`${number}`);
	});
}

/** Holds all that is told of a history against each character's own way; answers how many characters people wrote. */
function holds(begin: Import, attempts: readonly Attempt[]): number {
	const session = new Session(begin, []);
	for (const attempt of attempts) session.attempt(attempt);
	const characters = new Characters();
	for (const entry of session.log) {
		const after = session.past.get(entry.number);
		if (after) characters.follow(entry, after);
	}
	let written = 0;
	for (const segment of everything(session.state)) {
		expect(told(session, segment), JSON.stringify(segment)).toEqual(characters.of(segment));
		written += characters.of(segment).filter((by) => !by.startsWith("draft")).length;
	}
	return written;
}

test("in 500 random histories every word is its first writer's, as when each character is followed by itself", () => {
	let written = 0;
	fc.assert(
		fc.property(anyImport, anyAttempts(24), (begin, attempts) => {
			written += holds(begin, attempts);
		}),
		{ numRuns: 500 },
	);
	expect(written).toBeGreaterThan(2_000);
});

test("a side that was attached and taken back is that file's where a restoring brings it again", () => {
	const steps: readonly (readonly [Attempt["act"], number?, number?])[] = [
		["insert"],
		["undoAny"],
		["undoAny"],
		["undo"],
		["affirm"],
		["confirm"],
		["realign"],
		["split"],
		["attach", 0, 6_148],
		["undoAny", 5_508],
		["edit"],
		["undo"],
		["restore", 1_842],
	];
	const attempts = steps.map(
		([act, first = 0, third = 0]): Attempt => ({
			act,
			picks: [first, 0, third, 0],
			text: "",
			wild: act === "restore",
		}),
	);
	holds(imported(["A s1|"], { s1: "𠮷野家的‘话’" }), attempts);
});

type Step = (session: Session) => Operation;
const present = (session: Session, name: string) => segmentOf(session.replica, name);
const edit =
	(name: string, text: string): Step =>
	(session) =>
		posted({ type: "edit", segment: id(name), version: present(session, name).version, text });
const split =
	(name: string, at: number, made: string): Step =>
	(session) =>
		posted({
			type: "split",
			segment: id(name),
			version: present(session, name).version,
			at,
			draftAt: at,
			id: id(made),
		});
const join =
	(first: string, second: string): Step =>
	(session) =>
		posted({
			type: "join",
			segments: [id(first), id(second)],
			versions: [present(session, first).version, present(session, second).version],
			separator: " ",
		});
const undo: Step = (session) => {
	const inverse = session.standing().at(-1)?.inverse;
	if (!inverse) throw new Error("nothing to undo");
	return inverse;
};

/** "the [2:new] text": what is in brackets was written by that revision, all else came with the draft. */
function written(session: Session, segment: Segment): string {
	const parts: { by: string; text: string }[] = [];
	for (const [i, by] of told(session, segment).entries()) {
		const last = parts.at(-1);
		if (last?.by === by) last.text += segment.text[i] ?? "";
		else parts.push({ by, text: segment.text[i] ?? "" });
	}
	return parts.map(({ by, text }) => (by === "draft 1" ? text : `[${by}:${text}]`)).join("");
}

describe("who wrote a text", () => {
	test.each<[string, Step[], string]>([
		["the machine, where nobody did anything", [], "An old house stands."],
		[
			"two people",
			[edit("t1", "A new house stands."), edit("t1", "A new house stands here.")],
			"[2:A new] house stands[3: here].",
		],
		[
			"who wrote a word first, once it is back",
			[edit("t1", "An old house falls."), edit("t1", "An old house."), undo],
			"An old house [2:falls].",
		],
		[
			"each half, of a sentence that was cut",
			[edit("t1", "An old house fell."), split("t1", 6, "n1"), join("t1", "n1")],
			"An old[4: ] house [2:fell].",
		],
		[
			"nobody else, though it was cut and joined",
			[edit("t1", "An old hut stands."), split("t1", 7, "n1"), undo],
			"An old [2:hut] stands.",
		],
		["who emptied it, typed it anew", [edit("t1", ""), edit("t1", "Gone.")], "[3:Gone.]"],
		["the machine, of what was emptied and taken back", [edit("t1", ""), undo], "An old house stands."],
	])("%s", (_, steps, expected) => {
		const session = new Session(imported(["s1|t1"], { t1: "An old house stands." }), []);
		for (const step of steps)
			expect(session.perform(step(session), step === undo ? session.replica.number : null)).not.toBeNull();
		expect(written(session, present(session, "t1"))).toBe(expected);
	});

	test("a rendering that was joined to another has that one's words for whoever they were", () => {
		const session = new Session(imported(["s1|t1 t2"], { t1: "It rains.", t2: "It pours." }), []);
		for (const step of [
			edit("t2", "It really pours."),
			join("t1", "t2"),
			edit("t1", "It rains. It really does."),
		])
			session.perform(step(session));
		expect(written(session, present(session, "t1"))).toBe("It rains.[3: ]It [2:really ][4:does].");
	});
});
