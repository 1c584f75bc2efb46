import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { actions } from "#app/_workbench/store/actions.ts";
import { Desk } from "#app/_workbench/store/desk.ts";
import { askedOf } from "#app/_workbench/store/filters.ts";
import type { WireRow } from "#app/_workbench/sync/wire.ts";
import type { WireNews } from "#lib/core/document/wire.ts";
import { head, row, rowsFrom } from "./rows.ts";

const none: WireNews = { visit: null, headNumber: 1, passages: 0, regrouped: false, people: [] };
const some: WireNews = {
	visit: { number: 7, at: "2026-05-03T08:00:00.000Z" },
	headNumber: 30,
	passages: 12,
	regrouped: false,
	people: ["Bo"],
};

/** Somebody who opens a document of which the newest revision is the 30th. */
function visitor(news: WireNews) {
	const server = { news, told: [] as number[], lost: false, runs: [3, 2] };
	const window = { headNumber: 30, orderNumber: 1, total: 20, offset: 0, rows: rowsFrom(0, 20) };
	const desk = new Desk({
		head: { ...head(20), headNumber: 30 },
		window,
		passage: null,
		person: { id: "lin", name: "Lin" },
		aligners: ["length"],
		read: async <Body>(path: string) => {
			if (path.endsWith("/visit")) return server.news as Body;
			const found = { headNumber: 30, orderNumber: 1, count: 2, runs: server.runs };
			return (path.includes("/filter") ? found : window) as Body;
		},
		fetch: async (_url, init) => {
			if (server.lost) throw new TypeError("offline");
			server.told.push((JSON.parse(String(init?.body)) as { number: number }).number);
			return new Response(null, { status: 204 });
		},
	});
	return { desk, server };
}

beforeEach(() => {
	vi.useFakeTimers();
	return () => vi.useRealTimers();
});
afterEach(() => vi.unstubAllGlobals());

const minutes = (count: number) => Date.now() + count * 60_000;

describe("how far somebody has seen a document", () => {
	test("on the first visit all of it counts as seen, and nothing is shown", async () => {
		const { desk, server } = visitor(none);
		await desk.news.look();
		expect([server.told, desk.state.get().news]).toEqual([[30], null]);
	});

	test("what others changed is told, and stays news until it is marked as seen, however often one leaves", async () => {
		const { desk, server } = visitor(some);
		await desk.news.look();
		expect(desk.state.get().news).toMatchObject({ since: 7, passages: 12 });
		expect(desk.has.news).toBe(true);
		server.told.length = 0;
		desk.news.active();
		await desk.news.tell();
		expect(server.told).toEqual([]);
		await actions.markSeen(desk);
		expect([server.told, desk.state.get().news]).toEqual([[30], null]);
		expect(desk.has.news).toBe(false);
	});

	test("a revision that came while one did something counts as seen when one leaves, one that came later does not", async () => {
		const { desk, server } = visitor(none);
		await desk.news.look();
		desk.data.changedBeside({ number: 31 });
		desk.news.active();
		desk.data.changedBeside({ number: 32 });
		await desk.news.tell();
		expect(server.told).toEqual([30, 31]);
	});

	test("who comes back after half an hour is told what happened meanwhile", async () => {
		const { desk, server } = visitor(none);
		await desk.news.look();
		server.news = some;
		desk.news.active(minutes(29));
		expect(desk.state.get().news).toBeNull();
		desk.data.changedBeside({ number: 31 });
		desk.news.active(minutes(60));
		await vi.waitFor(() => expect(desk.state.get().news).toMatchObject({ passages: 12 }));
		expect(server.told).toEqual([30]);
	});

	test("what could not be told is told again", async () => {
		const { desk, server } = visitor(none);
		server.lost = true;
		await desk.news.look();
		server.lost = false;
		await desk.news.tell();
		expect(server.told).toEqual([30]);
	});
});

describe("the passages that others changed", () => {
	test.each([
		[{ since: "7" }, "since=7"],
		[{ since: "7", by: "others" }, "since=7&by=others"],
		[{ by: "others" }, null],
	])("%j asks the server for %j", (filter, query) => {
		expect(askedOf(filter)).toBe(query);
	});

	test("are chosen by the action, in the address", async () => {
		const { desk } = visitor(some);
		await desk.news.look();
		const asked: unknown[] = [];
		desk.filterBy = (change) => asked.push(change);
		actions.showNews(desk);
		expect(asked).toEqual([{ since: "7", by: "others" }]);
	});

	test("stay in the list however they are worded since; what somebody else words comes in, what one words oneself not", async () => {
		const { desk } = visitor(some);
		desk.overview.setFilter({ since: "7", by: "others" });
		const outline = await import("./outlines.ts");
		desk.overview.setLetters(outline.outline("d".repeat(20)));
		await vi.waitFor(() => expect(desk.state.get().places).toEqual([3, 4]));
		desk.overview.refreshed([by(3, "Lin"), by(8, "Bo"), by(9, "Lin")]);
		desk.overview.renew();
		expect(desk.state.get().places).toEqual([3, 4, 8]);
	});
});

/** A passage that somebody worded by the 31st revision. */
function by(index: number, name: string): WireRow {
	const made = row(index);
	return { ...made, target: made.target.map((one) => ({ ...one, version: 31, changedBy: name })) };
}
