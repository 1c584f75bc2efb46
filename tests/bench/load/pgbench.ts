/** Debian's pgbench beside us: the statements of real saves, recorded and played again by 32 clients. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import {
	accessSync,
	constants,
	existsSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	rmSync,
	writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import pg from "pg";
import type { Timings } from "./figures.ts";

/** A statement as the server sent it. */
interface Statement {
	readonly text: string;
	readonly values: readonly unknown[];
}

/** What differs from one transaction to the next, and so becomes a variable of the script. */
export interface Dynamic {
	/** Of the revision that the recorded save made. */
	readonly number: number;
	readonly key: string;
}

/** Where pgbench is: on PATH or among Debian's versioned folders, the newest first. */
export function findPgbench(): string | null {
	const debian = "/usr/lib/postgresql";
	const versions = existsSync(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : [];
	const folders = [
		...(process.env["PATH"] ?? "").split(delimiter),
		...versions.map((version) => join(debian, version, "bin")),
	];
	return folders.map((folder) => join(folder, "pgbench")).find(isExecutable) ?? null;
}

function isExecutable(file: string): boolean {
	try {
		accessSync(file, constants.X_OK);
		return true;
	} catch {
		return false;
	}
}

/** Does `work` and returns it as a pgbench script: every statement that it sent, in order, with its own text. */
export async function recordScript(work: () => Promise<Dynamic>): Promise<string> {
	const statements: Statement[] = [];
	const prototype: { query: unknown } = pg.Client.prototype;
	const original = prototype.query;
	if (typeof original !== "function") throw new TypeError("pg.Client has no query");
	prototype.query = function (this: pg.Client, ...args: unknown[]): unknown {
		statements.push(statementOf(args));
		return original.apply(this, args);
	};
	try {
		return scriptOf(statements, await work());
	} finally {
		prototype.query = original;
	}
}

function statementOf([first, second]: readonly unknown[]): Statement {
	if (typeof first === "string") return { text: first, values: Array.isArray(second) ? second : [] };
	const { text, values } = first as { text: string; values?: unknown[] };
	return { text, values: values ?? (Array.isArray(second) ? second : []) };
}

function scriptOf(statements: readonly Statement[], dynamic: Dynamic): string {
	const lines = ["\\set key random(1, 1000000000000000)"];
	for (const { text, values } of statements) {
		const filled = text.replaceAll(/\$(\d+)/g, (_, place: string) =>
			literal(values[Number(place) - 1], dynamic),
		);
		const sql = filled.replaceAll(/\s+/g, " ");
		if (sql.includes("FOR UPDATE")) lines.push(`${sql} \\gset`, "\\set number :headNumber + 1");
		else lines.push(`${sql};`);
	}
	return `${lines.join("\n")}\n`;
}

function literal(value: unknown, { number, key }: Dynamic): string {
	if (value === number) return ":number";
	if (value === key) return ":key";
	if (value === null || value === undefined) return "NULL";
	if (typeof value === "number" || typeof value === "boolean") return String(value).toUpperCase();
	if (value instanceof Date) return quoted(value.toISOString());
	if (Array.isArray(value)) return quoted(`{${value.map((item) => JSON.stringify(item)).join(",")}}`);
	return quoted(String(value));
}

/** A colon would begin a variable, and white space is folded, so both are written as escapes. */
function quoted(text: string): string {
	const escaped = text
		.replaceAll("\\", "\\\\")
		.replaceAll("'", "''")
		.replaceAll(":", "\\x3A")
		.replaceAll("\n", "\\n");
	return `E'${escaped.replaceAll("\t", "\\t")}'`;
}

export interface Playing {
	readonly program: string;
	readonly databaseUrl: string;
	/** What a connection of the application's pool sets, so that role and time zone are the same. */
	readonly options: string;
	readonly scripts: readonly string[];
	readonly clients: number;
	readonly seconds: number;
}

/** Plays the scripts, one chosen at random for each transaction, as prepared statements. */
export async function playScripts({
	program,
	databaseUrl,
	options,
	scripts,
	clients,
	seconds,
}: Playing): Promise<Timings> {
	const folder = mkdtempSync(join(tmpdir(), "duizhao-pgbench-"));
	try {
		const files = scripts.map((script, i) => {
			const file = join(folder, `save-${i}.sql`);
			writeFileSync(file, script);
			return ["-f", file];
		});
		const shape = ["-n", "-M", "prepared", "-c", String(clients), "-j", "2", "-T", String(seconds)];
		const args = [...shape, "-l", "--log-prefix", join(folder, "log"), ...files.flat(), databaseUrl];
		const child = spawn(program, args, {
			stdio: ["ignore", "pipe", "pipe"],
			env: { ...process.env, PGOPTIONS: options },
		});
		let output = "";
		for (const stream of [child.stdout, child.stderr])
			stream.setEncoding("utf8").on("data", (text: string) => (output += text));
		const [code] = await once(child, "close");
		const rate = /tps = ([\d.]+) \(without/.exec(output)?.[1];
		if (code !== 0 || rate === undefined) throw new Error(`pgbench failed:\n${output}`);
		return { perSecond: Number(rate), milliseconds: latencies(folder) };
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}

/** Third column of pgbench's log of transactions: microseconds. */
function latencies(folder: string): number[] {
	const logs = readdirSync(folder).filter((name) => name.startsWith("log"));
	return logs.flatMap((name) => {
		const lines = readFileSync(join(folder, name), "utf8").trimEnd().split("\n");
		return lines.map((line) => Number(line.split(" ")[2]) / 1_000);
	});
}
