import { afterEach, describe, expect, test, vi } from "vitest";
import type { HaveRead, ToRead } from "#app/_workbench/proofreading/english-worker.ts";
import { Proofreader } from "#app/_workbench/proofreading/proofreader.ts";
import { spellingOf } from "#lib/core/qa/english/spelling.ts";
import { distance, isTrusted, type Slip, stemsOf } from "#lib/core/qa/english/trusted.ts";

describe("a remark on English is passed on", () => {
	const of = (text: string, found: string, slip: Slip, replacements: readonly string[]) => {
		const start = text.indexOf(found);
		return isTrusted(text, { slip, start, end: start + found.length, replacements });
	};

	test.each([
		["a letter that is missing", "The goverment agreed.", "goverment", ["government"]],
		["letters that changed places", "They recieved it.", "recieved", ["received"]],
		["two slips in a long word", "An acomodation was found.", "acomodation", ["accommodation"]],
	])("spelling: %s", (_name, text, found, replacements) => {
		expect(of(text, found, "spelling", replacements)).toBe(true);
	});

	test.each([
		["a name", "We met Zhangg there.", "Zhangg", ["Zhang"]],
		["an abbreviation", "The CPCC met.", "CPCC", ["CPCS"]],
		["a word with a digit", "The covid19 rules.", "covid", ["covin"]],
		["a part of an address", "Read news.cnbc.com today.", "cnbc", ["snbc"]],
		["a unit at a number", "About 300mbar of it.", "mbar", ["bar"]],
		["short words", "They drink tea and qii.", "qii", ["qi"]],
		["far from any word that is known", "The gymnocypris lives there.", "gymnocypris", ["gymnosperms"]],
		["nothing comes near", "Of astrophotography.", "astrophotography", []],
		["a form of a known word", "They were untimidly brave.", "untimidly", ["untimid"]],
		["a word of China", "They drank baijiu.", "baijiu", ["baiju"]],
	])("spelling, not: %s", (_name, text, found, replacements) => {
		expect(of(text, found, "spelling", replacements)).toBe(false);
	});

	test.each([
		["twice", "The penalty penalty stays.", "penalty penalty", "repeated", true],
		["a name twice", "Lan Lan helped.", "Lan Lan", "repeated", false],
		["twice on purpose", "It was so so.", "so so", "repeated", false],
		["an article", "It is an university.", "an", "article", true],
		["an article that is a name", "It was seen by An Jiu.", "An", "article", false],
		["an article before initials", "This is a MM.", "a MM".slice(0, 1), "article", false],
		["spaces", "Of it , and more.", " ,".slice(0, 1), "spacing", true],
	] as const)("%s", (_name, text, found, slip, trusted) => {
		const start = text.lastIndexOf(found === "a" ? "a MM" : found);
		expect(isTrusted(text, { slip, start, end: start + found.length, replacements: ["x"] })).toBe(trusted);
	});

	test.each([
		["word", "word", 0],
		["wrod", "word", 1],
		["wrd", "word", 1],
		["", "word", 4],
		["kitten", "sitting", 3],
	])("%j and %j are %i edits apart", (a, b, edits) => {
		expect([distance(a, b), distance(b, a)]).toEqual([edits, edits]);
	});
});

test.each([
	["cellaring", ["cellar", "cellare"]],
	["irrationalist", ["irrational", "irrationale"]],
	["tradable", ["trad", "trade"]],
	["using", []],
	["processer", []],
])("%s may have been made of %j", (word, stems) => {
	expect(stemsOf(word)).toEqual(stems);
});

test.each([
	["en", "either"],
	["en-US", "american"],
	["en-GB", "british"],
	["en-Latn-US", "american"],
	["en-AU", "british"],
	["EN-us", "american"],
])("in a document in %s %s spelling is right", (language, spelling) => {
	expect(spellingOf(language)).toBe(spelling);
});

describe("reading in a worker", () => {
	afterEach(() => vi.restoreAllMocks());

	/** A worker that answers when it is told to. */
	function slowWorker() {
		const asked: ToRead[] = [];
		let heard: (event: { data: HaveRead }) => void = () => undefined;
		const worker = {
			postMessage: (message: ToRead) => asked.push(message),
			addEventListener: (type: string, listener: typeof heard) => {
				if (type === "message") heard = listener;
			},
			terminate: vi.fn(),
		};
		const answer = () => heard({ data: { turn: asked.at(-1)?.turn ?? 0, remarks: [] } });
		return { worker, asked, answer, reader: new Proofreader("either", worker as unknown as Worker) };
	}

	test("of the texts that wait only the newest is read", async () => {
		const { reader, asked, answer } = slowWorker();
		const first = reader.read("One");
		const second = reader.read("One two");
		const third = reader.read("One two three");
		expect(await second).toBeNull();
		answer();
		expect(await first).toEqual([]);
		answer();
		expect(await third).toEqual([]);
		expect(asked.map(({ text }) => text)).toEqual(["One", "One two three"]);
	});

	test("nobody waits for a worker that was stopped", async () => {
		const { reader, worker } = slowWorker();
		const reading = [reader.read("One"), reader.read("Two")];
		reader.stop();
		expect(await Promise.all(reading)).toEqual([null, null]);
		expect(worker.terminate).toHaveBeenCalledOnce();
	});
});
