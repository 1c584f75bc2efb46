/** Holds a document's snapshots against what its log tells, while that is replayed. */
import { createHash } from "node:crypto";
import type { ClientBase } from "pg";
import type { Replica } from "#lib/core/document/replica.ts";
import { writeSnapshot } from "#lib/core/document/snapshot.ts";
import { unpackSnapshot } from "./document-at.ts";

const digestOf = (text: string) => createHash("sha256").update(text).digest("hex");

export class SnapshotProof {
	readonly #documentId: string;
	/** What each snapshot must be; null until the replay has come there. */
	readonly #told: Map<number, string | null>;

	private constructor(documentId: string, numbers: readonly number[]) {
		this.#documentId = documentId;
		this.#told = new Map(numbers.map((number) => [number, null]));
	}

	static async of(client: ClientBase, documentId: string): Promise<SnapshotProof> {
		const found = await client.query<{ number: number }>(
			`SELECT "number" FROM "Snapshot" WHERE "documentId" = $1 ORDER BY "number"`,
			[documentId],
		);
		return new SnapshotProof(
			documentId,
			found.rows.map(({ number }) => number),
		);
	}

	look(replica: Replica): void {
		if (this.#told.has(replica.number)) this.#told.set(replica.number, digestOf(writeSnapshot(replica)));
	}

	/** Numbers of those that are something else; each is read by itself, so that no two lie in memory. */
	async wrong(client: ClientBase): Promise<number[]> {
		const wrong: number[] = [];
		for (const [number, told] of this.#told) {
			const found = await client.query<{ bytes: Buffer; hash: string; is: string | null }>(
				`SELECT s."bytes", s."hash", r."hash" AS "is" FROM "Snapshot" s
				LEFT JOIN "Revision" r ON r."documentId" = s."documentId" AND r."number" = s."number"
				WHERE s."documentId" = $1 AND s."number" = $2`,
				[this.#documentId, number],
			);
			const [snapshot] = found.rows;
			const text = snapshot && (await unpackSnapshot(snapshot.bytes));
			const right = text && told === digestOf(text) && snapshot?.hash === snapshot?.is;
			if (!right) wrong.push(number);
		}
		return wrong;
	}
}
