/** What telling costs those who save: commits of 32 writers that tell nobody, that tell within, and that tell after. */
import pg from "pg";
import { median, percentile } from "./figures.ts";

const writers = 32;
const rows = 64;

/** How a transaction tells: not at all, by a NOTIFY of its own, or by a NOTIFY for all since the last, afterwards. */
export const ways = ["nothing", "within", "after"] as const;
export type Way = (typeof ways)[number];

/** Compare-and-set commits per second in each way; the ways take turns. */
export async function measureTelling(
	databaseUrl: string,
	rounds: number,
	seconds: number,
): Promise<Record<Way, number>> {
	const pool = new pg.Pool({ connectionString: databaseUrl, max: writers + 1 });
	await pool.query(`CREATE TABLE "Told" ("id" INTEGER PRIMARY KEY, "number" INTEGER NOT NULL)`);
	await pool.query(`INSERT INTO "Told" SELECT i, 0 FROM generate_series(0, ${rows - 1}) AS i`);
	const listener = new pg.Client({ connectionString: databaseUrl });
	await listener.connect();
	await listener.query("LISTEN told");
	const results: Record<Way, number[]> = { nothing: [], within: [], after: [] };
	for (let round = 0; round < rounds; round++)
		for (const way of ways) results[way].push(await commitFor(pool, way, seconds));
	await listener.end();
	await pool.query(`DROP TABLE "Told"`);
	await pool.end();
	return { nothing: median(results.nothing), within: median(results.within), after: median(results.after) };
}

async function commitFor(pool: pg.Pool, way: Way, seconds: number): Promise<number> {
	const end = performance.now() + seconds * 1_000;
	const told = way === "within" ? `RETURNING pg_notify('told', "id"::text)` : "";
	const text = `UPDATE "Told" SET "number" = "number" + 1 WHERE "id" = $1 ${told}`;
	let commits = 0;
	let waiting = 0;
	let telling = false;
	const tell = async () => {
		telling = true;
		for (; waiting > 0; waiting = 0) await pool.query("SELECT pg_notify('told', $1)", [String(waiting)]);
		telling = false;
	};
	const write = async (writer: number) => {
		for (let i = 0; performance.now() < end; i++) {
			await pool.query({ name: `bump ${way}`, text, values: [(writer * 2 + (i % 2)) % rows] });
			commits += 1;
			waiting += 1;
			if (way === "after" && !telling) void tell();
		}
	};
	const begin = performance.now();
	await Promise.all(Array.from({ length: writers }, (_, writer) => write(writer)));
	return (commits * 1_000) / (performance.now() - begin);
}

/** Milliseconds from a NOTIFY being sent to its being heard, one at a time. */
export async function measureHearing(
	databaseUrl: string,
	count: number,
): Promise<{ p50: number; p95: number }> {
	const [speaker, listener] = [databaseUrl, databaseUrl].map(
		(url) => new pg.Client({ connectionString: url }),
	);
	if (!speaker || !listener) throw new Error("no clients");
	await Promise.all([speaker.connect(), listener.connect()]);
	await listener.query("LISTEN heard");
	const times: number[] = [];
	for (let i = 0; i < count; i++) {
		const begin = performance.now();
		const heard = new Promise((resolve) => listener.once("notification", resolve));
		await speaker.query("SELECT pg_notify('heard', $1)", [String(i)]);
		await heard;
		times.push(performance.now() - begin);
	}
	await Promise.all([speaker.end(), listener.end()]);
	return { p50: percentile(times, 0.5), p95: percentile(times, 0.95) };
}
