/** A long log as people would write one: mostly wordings and confirmations, some of everything else, now and then taken back. */
import { canonicalJson, type Json } from "#lib/core/document/canonical.ts";
import { logFormat, logVersion } from "#lib/core/document/log-line.ts";
import type { Row, Segment } from "#lib/core/document/model.ts";
import { type Operation, StoredOperation } from "#lib/core/document/operations/registry.ts";
import { Replica } from "#lib/core/document/replica.ts";
import { chainHash } from "#lib/server/revision-log/chain.ts";
import { importOf, plainRows } from "#tests/factories.ts";

export interface LongLog {
	/** Lines of a file that `duizhao log import` takes in. */
	readonly lines: readonly string[];
	/** Bytes of operation and inverse, by type. */
	readonly bytes: ReadonlyMap<string, { count: number; bytes: number }>;
	readonly replica: Replica;
}

/** Numbers from 0 to 1 that are the same in every run. */
export function steady(seed: number): () => number {
	let state = seed;
	return () => {
		state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
		return state / 2 ** 32;
	};
}

interface Work {
	readonly replica: Replica;
	readonly random: () => number;
	/** Passages in order, read again whenever the grouping changed. */
	rows: readonly Row[];
	/** Passages below which none are merged. */
	readonly least: number;
	newId(): string;
}

/** How the latest revision would be taken back. */
interface Taken {
	readonly operation: Operation;
	readonly number: number;
}

const chances: readonly [type: string, share: number][] = [
	["edit", 0.72],
	["confirm", 0.19],
	["undo", 0.02],
	["split", 0.02],
	["join", 0.018],
	["merge", 0.015],
	["paragraph", 0.012],
	["shift", 0.005],
];

export function longLog(
	passages: number,
	revisions: number,
	people: readonly { readonly id: string; readonly name: string }[],
): LongLog {
	const random = steady(7);
	let ids = 0;
	const newId = () => `b${String(++ids).padStart(12, "0")}`;
	const replica = new Replica();
	const work: Work = { replica, random, rows: [], least: passages * 0.98, newId };
	const writer = new Writer(newId());
	const begin = StoredOperation.parse(importOf(plainRows(passages)));
	let inverse = applied(replica, begin);
	writer.write(begin, inverse, people[0]?.id ?? "", null);
	work.rows = replica.rows();
	let order = replica.order;
	let last: Taken | null = null;
	while (replica.number < revisions) {
		const chosen = pick(random());
		const undone: Taken | null = chosen === "undo" ? last : null;
		const operation = undone ? undone.operation : propose(work, chosen);
		if (!operation) continue;
		inverse = applied(replica, operation);
		if (inverse === undefined) continue;
		if (replica.order !== order || operation.type === "split" || operation.type === "join")
			work.rows = replica.rows();
		order = replica.order;
		last = undone || inverse === null ? null : { operation: inverse, number: replica.number };
		const actor = people[Math.floor(replica.number / 40) % people.length]?.id ?? "";
		writer.write(operation, inverse, actor, undone?.number ?? null);
	}
	return { lines: writer.finish(people), bytes: writer.bytes, replica };
}

function applied(replica: Replica, operation: Operation): Operation | null | undefined {
	const result = replica.apply(operation);
	return "refused" in result ? undefined : result.inverse;
}

function pick(chance: number): string {
	let sum = 0;
	for (const [type, share] of chances) {
		sum += share;
		if (chance < sum) return type;
	}
	return "edit";
}

const exact = (segments: readonly Segment[]) => segments.map(({ id, version }) => [id, version]);
const shape = ({ id, source, target }: Row) => ({
	id,
	source: source.map((segment) => segment.id),
	target: target.map((segment) => segment.id),
});

/** Null where the place that chance chose does not allow it. */
function propose({ replica, random, rows, least, newId }: Work, type: string): Operation | null {
	const place = Math.floor(random() * (rows.length - 1));
	const row = replica.row(rows[place]?.id ?? "");
	const next = replica.row(rows[place + 1]?.id ?? "");
	const segment = row?.target[0];
	if (!row || !next || !segment) return null;
	const { id, version, text } = segment;
	switch (type) {
		case "edit":
			return StoredOperation.parse({ type, segment: id, version, text: reworded(text, random) });
		case "confirm":
			return StoredOperation.parse({
				type,
				kinds: ["link", "review"],
				rows: [{ id: row.id, source: exact(row.source), target: exact(row.target) }],
			});
		case "split": {
			const at = text.indexOf(" ", Math.floor(text.length * random()));
			if (at < 1 || at >= text.length - 1) return null;
			const draftAt = segment.draft === null ? null : Math.min(at, segment.draft.length);
			return StoredOperation.parse({ type, segment: id, version, at, draftAt, id: newId() });
		}
		case "join": {
			const second = row.target[1];
			if (!second) return null;
			return StoredOperation.parse({
				type,
				segments: [id, second.id],
				versions: [version, second.version],
				separator: "",
			});
		}
		case "merge":
			return rows.length < least ? null : StoredOperation.parse({ type, rows: [shape(row), shape(next)] });
		case "paragraph":
			return StoredOperation.parse({ type, segment: id, starts: !segment.paragraphStart });
		default:
			return StoredOperation.parse({
				type: "shift",
				side: "target",
				direction: "down",
				from: row.id,
				segment: id,
				created: newId(),
				order: replica.order,
			});
	}
}

const words = ["berth", "harbour", "pilot", "quay", "tide", "vessel", "today", "again", "opened", "closed"];

function reworded(text: string, random: () => number): string {
	const parts = text.split(" ");
	parts[Math.floor(random() * parts.length)] = words[Math.floor(random() * words.length)] ?? "";
	if (random() < 0.2 && parts.length < 40) parts.push(words[Math.floor(random() * words.length)] ?? "");
	return parts.join(" ");
}

class Writer {
	readonly bytes = new Map<string, { count: number; bytes: number }>();
	readonly #lines: string[] = [];
	readonly #log: string;
	#hash = "";

	constructor(log: string) {
		this.#log = log;
	}

	write(
		operation: Operation,
		inverse: Operation | null | undefined,
		actor: string,
		undoes: number | null,
	): void {
		const number = this.#lines.length + 1;
		const [body, back] = [operation, inverse ?? null].map((each) => canonicalJson(each as unknown as Json));
		if (body === undefined || back === undefined) return;
		const at = new Date(Date.UTC(2025, 0, 1) + number * 90_000);
		const link = { logId: this.#log, number, actorId: actor, at, operation: body, inverse: back, undoes };
		this.#hash = chainHash(this.#hash, link);
		const line = {
			number,
			at: at.toISOString(),
			actor,
			undoes,
			operation: body,
			inverse: back,
			hash: this.#hash,
		};
		this.#lines.push(`${JSON.stringify(line)}\n`);
		const { count, bytes } = this.bytes.get(operation.type) ?? { count: 0, bytes: 0 };
		const more = Buffer.byteLength(body) + Buffer.byteLength(back);
		this.bytes.set(operation.type, { count: count + 1, bytes: bytes + more });
	}

	finish(people: readonly { readonly id: string; readonly name: string }[]): string[] {
		const revisions = this.#lines.length;
		const header = {
			format: logFormat,
			version: logVersion,
			document: this.#log,
			title: "A long log",
			revisions,
			exportedAt: new Date(0).toISOString(),
			people,
		};
		return [
			`${JSON.stringify(header)}\n`,
			...this.#lines,
			`${JSON.stringify({ end: true, revisions, hash: this.#hash })}\n`,
		];
	}
}
