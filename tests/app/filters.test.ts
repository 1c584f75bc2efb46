import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { Desk } from "#app/_workbench/store/desk.ts";
import { acceptsOf, askedOf, filterKinds, type Known, placesOf } from "#app/_workbench/store/filters.ts";
import type { WireRow } from "#app/_workbench/sync/wire.ts";
import { english } from "#lib/messages/catalogue.ts";
import { outline } from "./outlines.ts";
import { head, row, rowsFrom } from "./rows.ts";

const people = [
	{ id: "mo", name: "Mo" },
	{ id: "lin", name: "Lin" },
];
const known: Known = {
	letters: outline("mremed", {
		links: "asasca",
		confidences: "5oo5--",
		shapes: "ostlLn",
		authors: "01-+1-",
		people,
	}),
	asked: "011001",
	findings: null,
	me: "lin",
};

describe("what is looked for", () => {
	test.each([
		[{}, null],
		[{ state: "machine" }, [0, 3]],
		[{ link: "stale" }, [1, 3]],
		[{ link: "unsure" }, [0]],
		[{ state: "machine", link: "stale" }, [3]],
		[{ state: "approved" }, []],
		[{ shape: "alone" }, [1, 2]],
		[{ shape: "lopsided" }, [1, 2, 3, 4]],
		[{ shape: "uneven" }, [1, 2, 4, 5]],
		[{ author: "mo" }, [0]],
		[{ author: "me" }, [1, 4]],
		[{ author: "nobody-here" }, []],
		[{ text: "wharf" }, [1, 2, 5]],
		[{ text: "wharf", author: "me" }, [1]],
		[{ finding: "any", shape: "uneven", state: "draft" }, [5]],
		[{ state: "no state" }, null],
		[{ side: "source", regex: "1" }, null],
	])("%j leaves the places %j", (filter, places) => {
		expect(placesOf(known, filter)).toEqual(places);
	});

	test("of pairings means nothing where there is one side only", () => {
		expect(acceptsOf(known, { shape: "alone", link: "stale" }, false)).toBeNull();
	});

	test.each([
		[{ state: "machine" }, null],
		[{ side: "source" }, null],
		[{ text: "a b", side: "target", case: "1" }, "text=a+b&side=target&case=1"],
		[{ finding: "any", regex: "1" }, "finding=any"],
		[{ text: "[a]", regex: "1", finding: "any" }, "text=%5Ba%5D&regex=1&finding=any"],
	])("%j asks the server for %j", (filter, query) => {
		expect(askedOf(filter)).toBe(query);
	});

	test("has its words in the catalogue, every way of choosing", () => {
		for (const { name } of filterKinds) expect(english.filter[name].label).not.toBe("");
	});
});

/** A workbench on a document of 20 passages; `found` is where the server finds what it is asked for. */
function workbench() {
	const server = { runs: [] as number[], orderNumber: 1, asked: [] as string[] };
	const window = { headNumber: 1, orderNumber: 1, total: 20, offset: 0, rows: rowsFrom(0, 20) };
	const desk = new Desk({
		head: head(20),
		window,
		passage: null,
		person: { id: "lin", name: "Lin" },
		aligners: ["length"],
		read: async <Body>(path: string) => {
			if (!path.includes("/filter")) return window as Body;
			server.asked.push(path);
			const { runs, orderNumber } = server;
			return { headNumber: 1, orderNumber, count: 0, runs } as Body;
		},
	});
	desk.overview.setLetters(outline("d".repeat(20)));
	return { desk, server };
}

beforeEach(() => {
	vi.useFakeTimers();
	return () => vi.useRealTimers();
});
afterEach(() => vi.unstubAllGlobals());

const worded = (index: number, text: string): WireRow => row(index, [`原文${index}。`], [text]);

describe("looking for a text", () => {
	test("asks the server for the whole document, and shows what it found", async () => {
		const { desk, server } = workbench();
		server.runs = [3, 2, 9, 1];
		desk.overview.setFilter({ text: "Text" });
		expect(desk.state.get()).toMatchObject({ places: null, asked: { kind: "asking" } });
		await vi.waitFor(() => expect(desk.state.get().places).toEqual([3, 4, 9]));
		expect(server.asked).toEqual(["/documents/document00001/filter?text=Text"]);
	});

	test("by a broken expression says what is wrong, asks nothing and leaves what was shown", async () => {
		const { desk, server } = workbench();
		desk.overview.setFilter({ state: "machine" });
		const { places } = desk.state.get();
		desk.overview.setFilter({ state: "machine", text: "a(b", regex: "1" });
		await vi.waitFor(() =>
			expect(desk.state.get().asked).toMatchObject({ kind: "problem", problem: "parenthesisOpen" }),
		);
		expect([server.asked, desk.state.get().places]).toEqual([[], places]);
	});

	test("keeps a passage that does not hold it any more, and says how many would be shown anew", async () => {
		const { desk, server } = workbench();
		server.runs = [0, 3];
		desk.overview.setFilter({ text: "Text" });
		await vi.waitFor(() => expect(desk.state.get().places).toEqual([0, 1, 2]));
		desk.overview.refreshed([worded(1, "Another.")]);
		expect(desk.state.get()).toMatchObject({ places: [0, 1, 2], renewed: 2 });
		desk.overview.renew();
		expect(desk.state.get()).toMatchObject({ places: [0, 2], renewed: null });
	});

	test("keeps the passage one is on in a list that is made anew", async () => {
		const { desk, server } = workbench();
		server.runs = [0, 3];
		desk.overview.setFilter({ text: "Text" });
		await vi.waitFor(() => expect(desk.state.get().places).toEqual([0, 1, 2]));
		desk.overview.refreshed([worded(0, "Another.")]);
		desk.overview.renew();
		expect(desk.state.get().places).toEqual([0, 1, 2]);
	});
});

describe("a document that somebody regroups while it is filtered", () => {
	test("shows what the filter asks for alone, and not where one stood when it was chosen", async () => {
		const { desk, server } = workbench();
		server.runs = [4, 2];
		desk.overview.setFilter({ text: "Text [45]\\.", regex: "1" });
		desk.data.restart({ headNumber: 2, orderNumber: 1, total: 20, offset: 0, rows: rowsFrom(0, 20) });
		desk.state.set({ anchor: { turn: 1, passage: rowsFrom(0, 1)[0]?.id ?? null } });
		desk.overview.restarted(rowsFrom(0, 20));
		await vi.waitFor(() => expect(desk.state.get().asked).toEqual({ kind: "ready" }));
		desk.overview.setLetters(outline("d".repeat(20)));
		await vi.advanceTimersByTimeAsync(1_000);
		expect(desk.state.get().places).toEqual([4, 5]);
	});

	test("never shows what the filter leaves out: the rows at hand tell until the server has", async () => {
		const { desk, server } = workbench();
		server.runs = [4, 2];
		desk.overview.setFilter({ text: "Text [45]\\.", regex: "1" });
		await vi.waitFor(() => expect(desk.state.get().places).toEqual([4, 5]));
		const seen: unknown[] = [];
		desk.state.subscribe(() => seen.push(desk.state.get().places));
		const third = desk.data.rows.at(4);
		if (third) desk.go(desk.placeIn(third));
		server.runs = [4, 1, 6, 1];
		server.orderNumber = 2;
		desk.data.restart({ headNumber: 2, orderNumber: 2, total: 20, offset: 0, rows: rowsFrom(0, 20) });
		desk.overview.restarted(rowsFrom(0, 20));
		expect(desk.state.get().places).toEqual([4, 5]);
		desk.overview.setLetters(outline("d".repeat(20)));
		await vi.waitFor(() => expect(desk.state.get().places).toEqual([4, 6]));
		expect(seen).not.toContain(null);
	});
});
